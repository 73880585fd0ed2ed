"""Writes the whole figure-skating data set in the compact form that check_skating.py reads.

    python3 convert_skating.py SOURCE [OUT]

SOURCE holds scores.csv, official.csv and official_criteria.csv of the data set. OUT
(data/figure-skating-2016-2017 unless given) gets

    segments.csv      segment,event,name,factor
    performances.csv  performance,segment,contestant,tes,pcs,deductions,total,rank
    marks.csv         performance,criterion,J1,...,J9,panel_score

Figures are copied as text, less needless zeros; blank is a judge who gave no mark.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from convert_isu import CRITERIA
from events import DATA, number_text, read_table, write_table

JUDGES = [f"J{n}" for n in range(1, 10)]


def place_of(row):
    return row["contest"], row["group"], row["contestant"]


def panels_by_place(source):
    """(event, segment, contestant) -> criterion -> its row of official_criteria.csv."""
    panels = defaultdict(dict)
    for row in read_table(source / "official_criteria.csv"):
        panels[place_of(row)][row["criterion"]] = row
    return panels


def marks_by_place(source):
    """(event, segment, contestant, criterion) -> judge -> mark."""
    marks = defaultdict(dict)
    for row in read_table(source / "scores.csv"):
        marks[*place_of(row), row["criterion"]][row["judge"]] = number_text(row["score"])
    return marks


def factor_of(criteria):
    """The one factor of all the criteria of a performance."""
    factor, = {row["factor"] for row in criteria.values()}
    return number_text(factor)


def convert(source, out):
    panels, marks = panels_by_place(source), marks_by_place(source)
    segments, performances, lines = {}, [], []
    for number, row in enumerate(read_table(source / "official.csv"), 1):
        place, criteria = place_of(row), panels[place_of(row)]
        segment, factor = segments.setdefault(place[:2], (len(segments) + 1, factor_of(criteria)))
        assert factor == factor_of(criteria), place
        performances.append([number, segment, row["contestant"], row["official_tes"], row["official_pcs"],
                             number_text(row["official_deductions"]), row["official_score"], row["official_rank"]])
        for criterion in CRITERIA:
            given = marks.pop((*place, criterion))
            lines.append([number, CRITERIA[criterion], *(given.pop(judge) for judge in JUDGES),
                          number_text(criteria[criterion]["official_panel_score"])])
            assert not given, place
    assert not marks
    write_table(out / "segments.csv", ["segment", "event", "name", "factor"],
                [[segment, *place, factor] for place, (segment, factor) in segments.items()])
    write_table(out / "performances.csv",
                ["performance", "segment", "contestant", "tes", "pcs", "deductions", "total", "rank"], performances)
    write_table(out / "marks.csv", ["performance", "criterion", *JUDGES, "panel_score"], lines)
    print(f"{len(segments)} segments, {len(performances)} performances, {len(lines)} panel scores")


def main():
    parser = argparse.ArgumentParser(description="ISU figure skating -> compact tables")
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=DATA / "figure-skating-2016-2017")
    options = parser.parse_args()
    convert(options.source, options.out)


if __name__ == "__main__":
    main()
