#!/usr/bin/env python3
"""How many times a bare libcsv parse of the marks `biwu rank` takes: whole processes, in turn, pair by pair.

    rank_against_libcsv.py BIWU BARE_LIBCSV FOLDER... [--pairs N] [--format table|csv|json]
"""
import argparse
import os
import pathlib
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


def compare(wanted, folder):
    rank_command = [wanted.biwu, "rank", str(folder), "--format", wanted.format]
    bare_command = [wanted.bare_libcsv, str(folder / "scores" / "marks.csv")]
    rank, bare = [], []
    run(rank_command)
    for _ in range(wanted.pairs):
        bare.append(run(bare_command))
        rank.append(run(rank_command))

    print(f"{folder}, {wanted.pairs} pairs, as {wanted.format}")
    describe("bare", bare)
    describe("rank", rank)
    for what in ("wall", "processor"):
        ratios = sorted(r[what] / b[what] for r, b in zip(rank, bare))
        print(f"  ratio of {what} times: median {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("biwu")
    parser.add_argument("bare_libcsv")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--format", default="table", choices=("table", "csv", "json"))
    wanted = parser.parse_args()
    for folder in wanted.folders:
        compare(wanted, folder)


main()
