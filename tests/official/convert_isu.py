"""Writes events of the ISU figure-skating data set as contest folders, one a segment.

    python3 convert_isu.py DATA_DIR OUT_DIR [--event NAME]

DATA_DIR holds scores.csv, adjustments.csv, official.csv and official_criteria.csv of the data set.
OUT_DIR/EVENT/SEGMENT/ gets contest.yaml, contestants.csv, judges.csv, scores/, adjustments.csv and,
in each, what was announced: official/results.csv and official/criteria.csv. With --event only the event
of that name is written, straight into OUT_DIR/SEGMENT/.

Marks, totals and ranks are copied as text: no number passes through this program.
"""

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from events import number_text, write_table

CRITERIA = {"Skating Skills": "skills", "Transitions": "transitions",
            "Performance": "performance", "Composition": "composition",
            "Interpretation of the Music": "interpretation"}

CONTEST = """\
title: {event}, {segment}
language: en

# The total is technical elements + programme components + deductions (adjustments.csv).
score: {{ digits: 2, rounding: half-up, combine: sum }}

rounds:
  - id: tes
    name: Technical elements
    method: given
    max: 200
  - id: pcs
    name: Programme components
    method: trimmed-mean
    drop: {{ high: 1, low: 1, by: criterion }}
    # Three roundings: the mean of each component, each component times its factor, the sum.
    panel-digits: 2
    criterion-digits: 2
    digits: 2
    criteria:
{criteria}

# Equal totals: short segments go by the technical score, free ones by the components.
ties: ["round:{tie}"]
"""


def read_rows(folder, name, event):
    """The rows of a table by segment; of one event, or by (event, segment) of all of them."""
    segments = defaultdict(list)
    with open(Path(folder) / name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if event in (None, row["contest"]):
                segments[row["contest"], row["group"]].append(row)
    return segments


def folder_name(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def segment_folder(segment):
    """MEN SHORT PROGRAM -> men-short."""
    return re.sub(r"-(program|skating|dance)$", "", folder_name(segment))


def sector_of(segment):
    return re.sub(r" (SHORT|FREE) \w+$", "", segment).title()


def write_rules(folder, event, segment, factors):
    criteria = "\n".join("      - {{ id: {}, name: {}, max: 10, step: 0.25, weight: {} }}".format(
        CRITERIA[name], name, number_text(factors[name])) for name in CRITERIA)
    text = CONTEST.format(event=event, segment=segment.title(), criteria=criteria,
                          tie="tes" if "SHORT" in segment else "pcs")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contest.yaml").write_text(text, encoding="utf-8")


def write_people(folder, segment, ids, judges):
    people = []
    for source, contestant in ids.items():
        name, country = re.fullmatch(r"(.*) \(([A-Z]{3})\)", source).groups()
        people.append([contestant, name, sector_of(segment), country])
    write_table(folder / "contestants.csv", ["id", "name", "sector", "unit"], people)
    write_table(folder / "judges.csv", ["id", "name"],
                [[judge, "Judge " + judge[1:]] for judge in judges])


def in_order(rows, ids):
    """Rows by contestant, then by criterion as the protocols list them, then by judge."""
    order = list(CRITERIA)
    return sorted(rows, key=lambda row: (ids[row["contestant"]], order.index(row["criterion"]),
                                         row.get("judge", "")))


def write_scores(folder, ids, scores, official):
    # The data set leaves an absent judge's cells empty; here empty would mean "not here yet".
    write_table(folder / "scores" / "components.csv",
                ["round", "contestant", "judge", "criterion", "score"],
                [["pcs", ids[row["contestant"]], row["judge"], CRITERIA[row["criterion"]],
                  number_text(row["score"]) or "缺评"] for row in in_order(scores, ids)])
    write_table(folder / "scores" / "technical.csv", ["round", "contestant", "judge", "score"],
                [["tes", ids[row["contestant"]], "", row["official_tes"]] for row in official])


def write_adjustments(folder, ids, adjustments):
    write_table(folder / "adjustments.csv", ["contestant", "round", "points", "reason"],
                [[ids[row["contestant"]], "", "-" + number_text(row["value"]), "deduction"]
                 for row in adjustments
                 if row["name"] == "deductions" and row["value"].strip("0.")])


def write_official(folder, ids, official, criteria):
    write_table(folder / "official" / "results.csv", ["contestant", "tes", "pcs", "deductions", "total", "rank"],
                [[ids[row["contestant"]], row["official_tes"], row["official_pcs"],
                  row["official_deductions"], row["official_score"], row["official_rank"]]
                 for row in official])
    write_table(folder / "official" / "criteria.csv", ["contestant", "criterion", "panel_score"],
                [[ids[row["contestant"]], CRITERIA[row["criterion"]], row["official_panel_score"]]
                 for row in in_order(criteria, ids)])


def convert(data, out, only):
    tables = {name: read_rows(data, name + ".csv", only)
              for name in ("scores", "adjustments", "official", "official_criteria")}
    for place, official in tables["official"].items():
        event, segment = place
        folder = out if only else out / folder_name(event)
        folder = folder / segment_folder(segment)
        ids = {row["contestant"]: f"S{n:02}" for n, row in enumerate(official, 1)}
        scores, criteria = tables["scores"][place], tables["official_criteria"][place]
        write_rules(folder, event, segment, {c["criterion"]: c["factor"] for c in criteria})
        write_people(folder, segment, ids, sorted({row["judge"] for row in scores}))
        write_scores(folder, ids, scores, official)
        write_adjustments(folder, ids, tables["adjustments"][place])
        write_official(folder, ids, official, criteria)
    return len(tables["official"])


def main():
    parser = argparse.ArgumentParser(description="ISU figure skating -> contest folders")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--event", help="one event, by its name in the data set")
    options = parser.parse_args()
    segments = convert(options.data, options.out, options.event)
    if not segments:
        parser.error("no such event in the data set")
    print(f"{segments} segments written")


if __name__ == "__main__":
    main()
