"""Compares the program's standings with the announced results of real events.

    python3 check_official.py BIWU_BINARY [FOLDER]

FOLDER (samples/ unless given) is searched for contest folders that hold an official.csv: contestant,
total, rank, and a column for each round whose score was announced. Every figure is one comparison.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NOT_ROUNDS = {"contestant", "deductions", "total", "rank"}


def standings_by_binary(binary, folder):
    run = subprocess.run([binary, "rank", str(folder), "--format", "json"],
                         capture_output=True, check=False)
    if run.returncode != 0:
        sys.stderr.write(run.stderr.decode("utf-8", "replace"))
        return None
    return json.loads(run.stdout.decode("utf-8"))


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
    with open(folder / "official.csv", encoding="utf-8", newline="") as file:
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


def check_all(root, standings_of):
    passed = failed = 0
    for path in sorted(Path(root).rglob("official.csv")):
        good, bad = check_folder(path.parent, standings_of(path.parent))
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return passed > 0 and failed == 0


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    root = sys.argv[2] if len(sys.argv) == 3 else SAMPLES
    sys.exit(0 if check_all(root, lambda f: standings_by_binary(sys.argv[1], f)) else 1)


if __name__ == "__main__":
    main()
