"""Whole processes and what they take."""
import os
import statistics
import subprocess
import time


def run(command):
    """Seconds of wall and processor time, and peak KiB, of one process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{said.decode()}")
    return {"wall": wall, "processor": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss}


def median(runs, what):
    return statistics.median(one[what] for one in runs)


def describe(name, runs):
    print(
        f"  {name:5} {median(runs, 'wall'):.3f} s wall, {median(runs, 'processor'):.3f} s processor, "
        f"{median(runs, 'peak') / 1024:.0f} MiB peak"
    )
