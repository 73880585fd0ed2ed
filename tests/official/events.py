"""What the checks of real events share: their data files, contest folders made of them, and the counting.

Each check_EVENT.py is run as

    python3 check_EVENT.py BIWU_BINARY [FOLDER]

and makes its contest folders in FOLDER, to be looked at later, or in a temporary one.
"""

import csv
import sys
import tempfile
from collections import Counter
from pathlib import Path

from check_official import json_of

DATA = Path(__file__).resolve().parent / "data"
SHOWN = 20  # differences printed of each kind of figure


def number_text(text):
    """Without needless zeros: 10.0 -> 10, 9.50 -> 9.5."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_contest(folder, rules, **tables):
    """A contest folder: the text of contest.yaml, and each table by its name, header first; marks go to scores/."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contest.yaml").write_text(rules, encoding="utf-8")
    for name, (header, *rows) in tables.items():
        write_table(folder / ("scores/marks.csv" if name == "marks" else name + ".csv"), header, rows)
    return folder


def complete_standings(binary, folder):
    """What `biwu rank` says of a folder in which nothing is missing: contestant -> place, with its sector."""
    standings = json_of([binary, "rank", folder])
    if standings is None:
        return {}
    if not standings["complete"]:
        print(f"{folder}: not complete", file=sys.stderr)
        return {}
    return {place["contestant"]: place | {"sector": sector["sector"]}
            for sector in standings["sectors"] for place in sector["ranking"]}


class Comparison:
    """Official figures against computed ones, counted by what they are."""

    def __init__(self):
        self.passed, self.failed = Counter(), Counter()

    def compare(self, what, where, official, computed):
        if official == computed:
            self.passed[what] += 1
            return
        self.failed[what] += 1
        if self.failed[what] <= SHOWN:
            print(f"{what}: {where}: official {official}, computed {computed}", file=sys.stderr)

    def report(self, published):
        """Prints what agreed of what; true when that is all that was published, by kind: what -> how many."""
        for what in published | self.passed | self.failed:
            count = self.passed[what] + self.failed[what]
            print(f"{what}: {self.passed[what]} of {published.get(what)}")
            if count != published.get(what):
                print(f"{what}: {count} compared, {published.get(what)} published", file=sys.stderr)
                self.failed[what] += 1
        print(f"{self.passed.total()} passed, {self.failed.total()} failed")
        return self.failed.total() == 0


def run_check(check, published):
    """The main program of a check: check(BINARY, FOLDER, COMPARISON) fills the comparison."""
    if len(sys.argv) not in (2, 3):
        sys.exit(f"usage: {Path(sys.argv[0]).name} BIWU_BINARY [FOLDER]")
    comparison = Comparison()
    if len(sys.argv) == 3:
        check(sys.argv[1], Path(sys.argv[2]), comparison)
    else:
        with tempfile.TemporaryDirectory() as folder:
            check(sys.argv[1], Path(folder), comparison)
    sys.exit(0 if comparison.report(published) else 1)
