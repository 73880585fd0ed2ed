"""Compares the program's results with the announced ones of real events.

    python3 check_official.py BIWU_BINARY [FOLDER]

FOLDER (samples/ unless given) is searched for contest folders that hold official/results.csv: contestant,
total, rank, and a column for each round whose score was announced; and beside it, where there is one,
criteria.csv: contestant, criterion, panel_score. Every figure is one comparison.
"""

import csv
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NOT_ROUNDS = {"contestant", "deductions", "total", "rank"}


def json_of(command):
    run = subprocess.run([*map(str, command), "--format", "json"], capture_output=True, check=False)
    if run.returncode != 0:
        sys.stderr.write(run.stderr.decode("utf-8", "replace"))
        return None
    return json.loads(run.stdout.decode("utf-8"))


def standings_by_binary(binary, folder):
    return json_of([binary, "rank", folder])


def criteria_by_binary(binary, folder, contestant):
    """criterion -> its panel score, from the derivation of one contestant."""
    explained = json_of([binary, "explain", folder, contestant]) or {"steps": []}
    return {step["criterion"]: Fraction(step["result"]) for step in explained["steps"]
            if step["step"] == "panel-score" and "criterion" in step}


def check_criteria(folder, criteria_of):
    """(passed, failed) of the panel scores announced criterion by criterion."""
    path = folder / "official" / "criteria.csv"
    if not path.exists():
        return 0, 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    computed = {c: criteria_of(folder, c) for c in sorted({row["contestant"] for row in rows})}
    wrong = [row for row in rows
             if computed[row["contestant"]].get(row["criterion"]) != Fraction(row["panel_score"])]
    for row in wrong:
        print(f"{folder}: {row}: computed {computed[row['contestant']].get(row['criterion'])}", file=sys.stderr)
    return len(rows) - len(wrong), len(wrong)


def figures_of(standings):
    """(contestant, what) -> the computed figure, as printed."""
    figures = {}
    for sector in standings["sectors"]:
        for place in sector["ranking"]:
            contestant = place["contestant"]
            figures[contestant, "total"] = place["final"]
            figures[contestant, "rank"] = str(place["rank"])
            for round_id, result in place["rounds"].items():
                figures[contestant, round_id] = result["score"]
    return figures


def official_figures(folder):
    """(contestant, what) -> the announced figure, as written."""
    figures = {}
    with open(folder / "official" / "results.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for what in ["total", "rank"] + [w for w in row if w not in NOT_ROUNDS]:
                figures[row["contestant"], what] = row[what]
    return figures


def ranked_strangers(figures, official):
    """Contestants the program ranked and nobody announced."""
    return sorted({c for c, _ in figures} - {c for c, _ in official})


def check_folder(folder, standings):
    """(passed, failed) of one folder; each difference is a line on standard error."""
    official = official_figures(folder)
    if standings is None:
        print(f"{folder}: no standings", file=sys.stderr)
        return 0, len(official)
    figures = figures_of(standings)
    wrong = [place for place in official if figures.get(place) != official[place]]
    for contestant, what in wrong:
        print(f"{folder}: {contestant} {what}: announced {official[contestant, what]}, "
              f"computed {figures.get((contestant, what))}", file=sys.stderr)
    strangers = ranked_strangers(figures, official)
    for contestant in strangers:
        print(f"{folder}: {contestant} is ranked and was not announced", file=sys.stderr)
    return len(official) - len(wrong), len(wrong) + len(strangers)


def check_all(root, binary):
    passed = failed = 0
    for path in sorted(Path(root).rglob("official/results.csv")):
        folder = path.parent.parent
        for good, bad in (check_folder(folder, standings_by_binary(binary, folder)),
                          check_criteria(folder, lambda f, c: criteria_by_binary(binary, f, c))):
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return passed > 0 and failed == 0


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    root = sys.argv[2] if len(sys.argv) == 3 else SAMPLES
    sys.exit(0 if check_all(root, sys.argv[1]) else 1)


if __name__ == "__main__":
    main()
