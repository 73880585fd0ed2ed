"""Writes the Eurovision data set in the compact form that check_eurovision.py reads.

    python3 convert_eurovision.py SOURCE [OUT]

SOURCE holds scores.csv, official.csv, official_totals.csv, votes_scores.csv and votes_official.csv of the data set.
OUT (data/eurovision unless given) gets

    juries.csv  show,jury,contestant,A,B,C,D,E,points,place   the jurors' places, the jury's points
    votes.csv   year,contestant,total, a column a country     all finals: the points of each country
    finals.csv  year,contestant,jury,televote,total           the finals of 2016 and 2017

Figures are copied as text. Blank is a juror who was absent, a country that did not vote or whose own song it is, a
place beyond the tenth.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from events import DATA, read_table, write_table

JURORS = "ABCDE"


def year_of(row):
    return row["contest"].removeprefix("ESC ")


def convert_juries(source, out):
    places = defaultdict(dict)
    for row in read_table(source / "scores.csv"):
        places[row["contest"], row["group"], row["contestant"]][row["judge"]] = row["score"]
    lines = []
    for row in read_table(source / "official.csv"):
        show, jury = row["group"].split(" jury ")
        given = places.pop((row["contest"], row["group"], row["contestant"]))
        lines.append([f"{year_of(row)} {show}", jury, row["contestant"], *(given[juror] for juror in JURORS),
                      row["official_score"], row["official_rank"]])
    assert not places
    write_table(out / "juries.csv", ["show", "jury", "contestant", *JURORS, "points", "place"], lines)
    return len(lines)


def convert_votes(source, out):
    votes = defaultdict(dict)
    for row in read_table(source / "votes_scores.csv"):
        votes[year_of(row), row["contestant"]][row["judge"]] = row["score"]
    countries = sorted({country for given in votes.values() for country in given})
    lines = []
    for row in read_table(source / "votes_official.csv"):
        given = votes.pop((year_of(row), row["contestant"]))
        lines.append([year_of(row), row["contestant"], row["official_score"],
                      *(given.get(country, "") for country in countries)])
    assert not votes
    write_table(out / "votes.csv", ["year", "contestant", "total", *countries], lines)
    return len(lines)


def convert_finals(source, out):
    lines = [[year_of(row), row["contestant"], row["jury_points"], row["televote_points"], row["total_points"]]
             for row in read_table(source / "official_totals.csv")]
    write_table(out / "finals.csv", ["year", "contestant", "jury", "televote", "total"], lines)
    return len(lines)


def main():
    parser = argparse.ArgumentParser(description="Eurovision -> compact tables")
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=DATA / "eurovision")
    options = parser.parse_args()
    juries, votes, finals = (table(options.source, options.out)
                             for table in (convert_juries, convert_votes, convert_finals))
    print(f"{juries} jury points, {votes} totals of votes, {finals} totals by jury and televote")


if __name__ == "__main__":
    main()
