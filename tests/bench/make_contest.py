#!/usr/bin/env python3
"""Writes a contest folder with many marks in long form, the same one for the same arguments.

    make_contest.py FOLDER [--contestants N] [--judges N] [--criteria N] [--shuffle]
"""
import argparse
import pathlib
import random

RULES = """title: Bench
score:
  digits: 2
rounds:
  - id: stage
    method: trimmed-mean
    drop: {high: 1, low: 1}
"""


# Of the criteria in turn; ten of them weigh 1 together.
WEIGHTS = ("0.05", "0.15")


def write_rules(folder, criteria):
    text = RULES
    if criteria > 1:
        text += "    criteria:\n"
        text += "".join(f"      - {{id: k{k}, max: 100, weight: {WEIGHTS[k % 2]}}}\n" for k in range(1, criteria + 1))
    (folder / "contest.yaml").write_text(text, encoding="utf-8")


def write_people(folder, contestants, judges):
    with open(folder / "judges.csv", "w", encoding="utf-8") as table:
        table.write("id,name\n")
        table.writelines(f"J{j:02},评委{j}\n" for j in range(1, judges + 1))
    with open(folder / "contestants.csv", "w", encoding="utf-8") as table:
        table.write("id,name,sector,unit\n")
        table.writelines(
            f"C{c:06},选手{c},领域{c % 10},单位{c % 500}\n" for c in range(1, contestants + 1)
        )


def mark_rows(contestants, judges, criteria, dice):
    for contestant in range(1, contestants + 1):
        level = dice.gauss(80, 6)
        for judge in range(1, judges + 1):
            for criterion in range(1, criteria + 1):
                mark = min(100, max(0, dice.gauss(level, 4)))
                names = f"C{contestant:06},J{judge:02}" + (f",k{criterion}" if criteria > 1 else "")
                yield f"{names},{mark:.2f}\n"


def write_marks(folder, contestants, judges, criteria, is_shuffled):
    dice = random.Random(20231)
    rows = list(mark_rows(contestants, judges, criteria, dice))
    if is_shuffled:
        dice.shuffle(rows)
    (folder / "scores").mkdir(exist_ok=True)
    with open(folder / "scores" / "marks.csv", "w", encoding="utf-8") as table:
        table.write("contestant,judge,criterion,score\n" if criteria > 1 else "contestant,judge,score\n")
        table.writelines(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--contestants", type=int, default=10000)
    parser.add_argument("--judges", type=int, default=10)
    parser.add_argument("--criteria", type=int, default=10)
    parser.add_argument("--shuffle", action="store_true", help="the rows of marks in no order")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    write_rules(wanted.folder, wanted.criteria)
    write_people(wanted.folder, wanted.contestants, wanted.judges)
    write_marks(wanted.folder, wanted.contestants, wanted.judges, wanted.criteria, wanted.shuffle)


main()
