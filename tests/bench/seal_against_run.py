#!/usr/bin/env python3
"""How long `biwu seal` takes against `biwu run` and `biwu report`, which print the same paper.

    seal_against_run.py BIWU FOLDER [PAIRS]

FOLDER is a contest whose result is official. Each round times the three one behind the other, so that other work on the machine
meets all of them; the ratio is the median of those of the rounds.
"""
import statistics
import subprocess
import sys
import tempfile
import time


def seconds(*command):
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main(biwu, folder, pairs="9"):
    with tempfile.TemporaryDirectory() as out:
        jobs = {"run": ("run", folder, "-o", f"{out}/run"), "report": ("report", folder, "-o", f"{out}/report"),
                "seal": ("seal", folder, "--unsigned", "-o", f"{out}/a.biwu")}
        rounds = [{name: seconds(biwu, *job) for name, job in jobs.items()} for _ in range(int(pairs))]
    for name in jobs:
        taken = [once[name] for once in rounds]
        print(f"{name:8}median {statistics.median(taken):.2f} s, least {min(taken):.2f} s")
    print(f"seal / run {statistics.median(once['seal'] / once['run'] for once in rounds):.2f}")


main(*sys.argv[1:])
