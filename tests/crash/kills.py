"""Runs a program and kills it: half of the times anywhere, half of the times while it writes, however short a time that takes."""
import os
import random
import signal
import subprocess
import time

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}


def start(command):
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait(running, moment):
    """Until moment() holds, or it has ended."""
    while not moment() and running.poll() is None:
        pass


def sleep(seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        time.sleep(min(0.0005, max(0, until - time.perf_counter())))


class Kills:
    """command: what is run; prepare(): puts the former state back; writes(): whether its unfinished work lies there."""

    def __init__(self, command, prepare, writes):
        self.command, self.prepare, self.writes = command, prepare, writes
        runs = sorted(self.measure() for _ in range(9))
        self.whole = runs[len(runs) // 2][0]
        self.writing = sorted(writing for _, writing in runs)[len(runs) // 2]

    def measure(self):
        """How long a run takes, and how much of that it writes, in seconds."""
        self.prepare()
        started = time.perf_counter()
        running = start(self.command)
        wait(running, self.writes)
        begun = time.perf_counter()
        assert running.wait() == 0
        return time.perf_counter() - started, time.perf_counter() - begun

    def kill(self, number):
        self.prepare()
        running = start(self.command)
        if number % 2:
            wait(running, self.writes)
            sleep(random.uniform(0, 1.5 * self.writing))
        else:
            sleep(random.uniform(0, 1.15 * self.whole))
        running.send_signal(signal.SIGKILL)
        running.wait()
