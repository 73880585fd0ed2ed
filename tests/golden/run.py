"""Contest folders whose results are known by hand.

usage: run.py BIWU

expected/ranking.csv of each holds ranks, finals and exact values; expected/explanation.txt, where there is one, what
`biwu explain` tells of contestant C01. The arithmetic stands in a comment of each contest.yaml.
"""
import csv
import json
import subprocess
import sys
from pathlib import Path


def output_of(*command):
    run = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    return run.stdout if run.returncode == 0 else run.stderr


def ranked(biwu, folder):
    document = output_of(biwu, "rank", folder, "--format", "json")
    return [
        {"contestant": row["contestant"], "rank": str(row["rank"]), "final": row["final"], "exact": row["exact"]}
        for sector in json.loads(document)["sectors"]
        for row in sector["ranking"]
    ]


def differences(biwu, folder):
    with open(folder / "expected" / "ranking.csv", encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines))
    found = ranked(biwu, folder)
    if found != expected:
        yield f"{folder.name}: expected {expected}, found {found}"
    told = folder / "expected" / "explanation.txt"
    if told.exists() and output_of(biwu, "explain", folder, "C01") != told.read_text(encoding="utf-8"):
        yield f"{folder.name}: explain C01 tells otherwise than {told.name}"


def main(biwu):
    passed = failed = 0
    for expected in sorted(Path(__file__).parent.glob("*/expected")):
        wrong = list(differences(biwu, expected.parent))
        passed += not wrong
        failed += bool(wrong)
        for line in wrong:
            print(line)
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(sys.argv[1]))
