#!/usr/bin/env python3
"""How many times a bare libcsv parse of the marks `biwu rank` takes: whole processes, in turn, pair by pair.

    rank_against_libcsv.py BIWU BARE_LIBCSV FOLDER... [--pairs N] [--format table|csv|json]
"""
import argparse
import pathlib
import statistics

from processes import describe, run


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
