#!/usr/bin/env python3
"""How many times `biwu rank` DuckDB takes for the same job, and whose ranks are wrong: whole processes, in turn, pair by pair.

    rank_against_duckdb.py BIWU NODE_MODULES FOLDER [--pairs N]
"""
import argparse
import csv
import math
import pathlib
import re
import statistics
import tempfile
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from processes import describe, run


# ---- the right standings, in fractions ----


def sheet_totals(folder):
    """{contestant: {judge: total in 1/10,000}}"""
    rules = (folder / "contest.yaml").read_text(encoding="utf-8")
    weights = {id: round(float(weight) * 100) for id, weight in re.findall(r"id: (\w+), max: \d+, weight: ([\d.]+)", rules)}
    totals = defaultdict(lambda: defaultdict(int))
    with open(folder / "scores" / "marks.csv", encoding="utf-8") as marks:
        next(marks)
        for line in marks:
            contestant, judge, criterion, mark = line.rstrip("\n").split(",")
            whole, _, hundredths = mark.partition(".")
            totals[contestant][judge] += (int(whole) * 100 + int(hundredths)) * weights[criterion]
    return totals


def mean(totals):
    """Without the highest and the lowest."""
    return Fraction(sum(sorted(totals.values())[1:-1]), 10000 * (len(totals) - 2))


def half_up(mean):
    hundredths = math.floor(mean * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"


def right_standings(folder):
    """{contestant: (rank within the sector, final)}; ranks go by the mean before it is rounded"""
    sectors = defaultdict(list)
    with open(folder / "contestants.csv", encoding="utf-8") as people:
        sector_of = {row["id"]: row["sector"] for row in csv.DictReader(people)}
    for contestant, totals in sheet_totals(folder).items():
        sectors[sector_of[contestant]].append((mean(totals), contestant))
    standings = {}
    for means in sectors.values():
        first_of = {}
        for place, (value, contestant) in enumerate(sorted(means, reverse=True), start=1):
            standings[contestant] = first_of.setdefault(value, place), half_up(value)
    return standings


def count_wrong(path, right):
    """Wrong ranks, and wrong finals."""
    with open(path, encoding="utf-8-sig") as table:
        found = {row["contestant"]: (int(row["rank"]), f"{Decimal(row['final']):.2f}") for row in csv.DictReader(table)}
    if found.keys() != right.keys():
        raise SystemExit(f"{path}: these are not the same contestants")
    return tuple(sum(found[contestant][i] != right[contestant][i] for contestant in right) for i in (0, 1))


# ---- time ----


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("biwu")
    parser.add_argument("modules", help="a node_modules folder with @duckdb/node-api")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=7)
    wanted = parser.parse_args()
    script = str(pathlib.Path(__file__).parent / "rank_with_duckdb.mjs")
    with tempfile.TemporaryDirectory() as out:
        commands = {"biwu": [wanted.biwu, "rank", str(wanted.folder), "--format", "csv", "-o", f"{out}/biwu.csv"]}
        for kind in ("double", "exact"):
            commands[kind] = ["node", script, wanted.modules, str(wanted.folder), f"{out}/{kind}.csv", kind]
        runs = defaultdict(list)
        for turn in range(wanted.pairs + 1):
            for name, command in commands.items():
                once = run(command)
                if turn > 0:  # the first fills the system's cache of files
                    runs[name].append(once)
        right = right_standings(wanted.folder)
        wrong = {name: count_wrong(f"{out}/{name}.csv", right) for name in commands}
    print(f"{wanted.folder}, {wanted.pairs} pairs; DuckDB in doubles, and exact")
    for name in commands:
        describe(name, runs[name])
        ranks, finals = wrong[name]
        print(f"        {ranks} of {len(right)} ranks and {finals} finals are wrong")
    for name in ("double", "exact"):
        for what in ("wall", "processor"):
            ratios = sorted(d[what] / b[what] for d, b in zip(runs[name], runs["biwu"]))
            print(f"  {name}, ratio of {what} times: median {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


main()
