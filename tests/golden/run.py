"""Contest folders whose ranks, finals and exact values are known by hand: expected.csv stands in each.

usage: run.py BIWU
"""
import csv
import json
import subprocess
import sys
from pathlib import Path


def ranked(biwu, folder):
    run = subprocess.run([biwu, "rank", folder, "--format", "json"], capture_output=True, text=True)
    if run.returncode != 0:
        return run.stderr
    return [
        {"contestant": row["contestant"], "rank": str(row["rank"]), "final": row["final"], "exact": row["exact"]}
        for sector in json.loads(run.stdout)["sectors"]
        for row in sector["ranking"]
    ]


def main(biwu):
    passed = failed = 0
    for expected_file in sorted(Path(__file__).parent.glob("*/expected.csv")):
        with open(expected_file, encoding="utf-8", newline="") as lines:
            expected = list(csv.DictReader(lines))
        found = ranked(biwu, expected_file.parent)
        if found == expected:
            passed += 1
        else:
            failed += 1
            print(f"{expected_file.parent.name}: expected {expected}, found {found}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(sys.argv[1]))
