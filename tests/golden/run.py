"""Contest folders whose results are known by hand.

usage: run.py BIWU

The arithmetic stands in a comment of each contest.yaml. What is expected of `biwu rank --format json`, in expected/:
  ranking.csv      the ranked, in order; a column for each thing that is compared: contestant, rank, final, exact, award,
                   promoted (yes), reserve, standing, award_standing, tie (its key), and of a round
                   round:ID (its score), counted:ID, dropped:ID, pending:ID, adjustments:ID
  unranked.csv     the unranked: contestant, status; without the file there are none
  teams.csv        rank, team, score
  warnings.txt     the warnings of `biwu check`, where they are compared, each by words that it holds
  table.txt        what `biwu rank` prints
  explanation.txt  what `biwu explain` tells of contestant C01; explanation-ID.txt: of another
"""
import csv
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import expected_warnings

ROUND_COLUMNS = {"round": "score", "counted": "counted", "dropped": "dropped", "pending": "pending",
                 "adjustments": "adjustments"}


def output_of(*command):
    run = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    return run.stdout if run.returncode == 0 else run.stderr


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written(value):
    if value is True:
        return "yes"
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)


def cell_of(standing, column):
    kind, _, round_id = column.partition(":")
    if round_id:
        return written(standing["rounds"].get(round_id, {}).get(ROUND_COLUMNS[kind]))
    return written(standing.get("tie", {}).get("key") if column == "tie" else standing.get(column))


def cells_of(rows, expected):
    columns = expected[0].keys() if expected else ["contestant"]
    return [{column: cell_of(row, column) for column in columns} for row in rows]


def teams_of(rows):
    return [(int(row["rank"]), row["team"], Fraction(row["score"])) for row in rows]


def differences(biwu, folder):
    told = output_of(biwu, "rank", folder, "--format", "json")
    try:
        document = json.loads(told)
    except ValueError:
        yield f"not ranked: {told.strip()}"
        return
    sectors = document["sectors"]
    expected = rows_of(folder / "expected" / "ranking.csv")
    found = cells_of([row for sector in sectors for row in sector["ranking"]], expected)
    if found != expected:
        yield f"ranking: expected {expected}, found {found}"

    path = folder / "expected" / "unranked.csv"
    expected = rows_of(path) if path.exists() else []
    found = cells_of([row for sector in sectors for row in sector["unranked"]], expected)
    if found != expected:
        yield f"unranked: expected {expected}, found {found}"

    path = folder / "expected" / "teams.csv"
    if path.exists() and teams_of(document.get("teams", [])) != teams_of(rows_of(path)):
        yield f"teams: expected {rows_of(path)}, found {document.get('teams')}"

    path = folder / "expected" / "warnings.txt"
    if path.exists():
        checked = subprocess.run([str(biwu), "check", str(folder)], capture_output=True, text=True)
        yield from expected_warnings.unlike(checked.stderr, path)

    path = folder / "expected" / "table.txt"
    if path.exists() and output_of(biwu, "rank", folder) != path.read_text(encoding="utf-8"):
        yield f"rank prints otherwise than {path.name}"

    for path in sorted((folder / "expected").glob("explanation*.txt")):
        who = path.stem.partition("-")[2] or "C01"
        if output_of(biwu, "explain", folder, who) != path.read_text(encoding="utf-8"):
            yield f"explain {who} tells otherwise than {path.name}"


def main(biwu):
    passed = failed = 0
    for expected in sorted(Path(__file__).parent.glob("*/expected")):
        wrong = list(differences(biwu, expected.parent))
        passed += not wrong
        failed += bool(wrong)
        for line in wrong:
            print(f"{expected.parent.name}: {line}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(sys.argv[1]))
