"""Writes the halfpipe data set in the compact form that check_halfpipe.py reads.

    python3 convert_halfpipe.py SOURCE [OUT]

SOURCE holds scores.csv and official.csv of the data set. OUT (data/halfpipe-2026 unless given) gets

    runs.csv     rider,run, a column a judge, score
    results.csv  rider,best,rank

Figures are copied as text. A run that was not published, since the rider did not improve, has blanks alone.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from events import DATA, read_table, write_table


def convert(source, out):
    marks = defaultdict(dict)
    for row in read_table(source / "scores.csv"):
        marks[row["contestant"], row["round"]][row["judge"]] = row["score"]
    judges = sorted({judge for given in marks.values() for judge in given})
    official = read_table(source / "official.csv")
    runs = [[row["contestant"], row["round"].removeprefix("run "),
             *(marks[row["contestant"], row["round"]][judge] for judge in judges), row["official_score"]]
            for row in official if row["round"] != "best"]
    results = [[row["contestant"], row["official_score"], row["official_rank"]]
               for row in official if row["round"] == "best"]
    write_table(out / "runs.csv", ["rider", "run", *judges, "score"], runs)
    write_table(out / "results.csv", ["rider", "best", "rank"], results)
    print(f"{len(runs)} runs, {len(results)} riders")


def main():
    parser = argparse.ArgumentParser(description="halfpipe -> compact tables")
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=DATA / "halfpipe-2026")
    options = parser.parse_args()
    convert(options.source, options.out)


if __name__ == "__main__":
    main()
