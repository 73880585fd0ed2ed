"""Writes the Mario Worker Cup data set in the compact form that check_mario_worker_cup.py reads.

    python3 convert_mario_worker_cup.py SOURCE [OUT]

SOURCE holds scores.csv and official.csv of the data set. OUT (data/mario-worker-cup unless given) gets

    sheets.csv   edition,group,round,contestant,judge,note, a column a criterion   one row a sheet
    groups.csv   edition,group,contestant,rounds,advanced                          1, 0, or blank after a final

Marks are copied as text. Blank is no mark; a criterion that an edition had not is blank throughout it.
"""

import argparse
from pathlib import Path

from events import DATA, read_table, write_table

CRITERIA = ["欣赏性", "设计水平", "创新性", "挑战性", "娱乐性", "加分项", "扣分项"]
PLACE = ["contest", "group", "round", "contestant", "judge", "note"]


def convert(source, out):
    sheets = {}
    for row in read_table(source / "scores.csv"):
        sheet = sheets.setdefault(tuple(row[column] for column in PLACE), dict.fromkeys(CRITERIA, ""))
        assert row["criterion"] in sheet and not sheet[row["criterion"]], row
        sheet[row["criterion"]] = row["score"]
    groups = [[row["contest"], row["group"], row["contestant"], row["rounds"].replace(",", " "), row["advanced"]]
              for row in read_table(source / "official.csv")]
    write_table(out / "sheets.csv", ["edition", *PLACE[1:], *CRITERIA],
                [[*place, *marks.values()] for place, marks in sheets.items()])
    write_table(out / "groups.csv", ["edition", "group", "contestant", "rounds", "advanced"], groups)
    print(f"{len(sheets)} sheets, {len({tuple(row[:2]) for row in groups})} groups, finals with them")


def main():
    parser = argparse.ArgumentParser(description="Mario Worker Cup -> compact tables")
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=DATA / "mario-worker-cup")
    options = parser.parse_args()
    convert(options.source, options.out)


if __name__ == "__main__":
    main()
