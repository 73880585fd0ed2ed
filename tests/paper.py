"""What biwu prints of a sample holds every name exactly, is sound PDF, and is the same twice.

usage: paper.py BIWU FOLDER
"""
import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def output_of(*command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("FAILED:", what)


def text_of(pdf):
    # Without layout: a name that stands in one piece comes out in one piece.
    return output_of("pdftotext", "-raw", pdf, "-")


def names_of(folder):
    with open(Path(folder, "contestants.csv"), encoding="utf-8", newline="") as file:
        return {row["id"]: row["name"] for row in csv.DictReader(file)}


def main(biwu, folder):
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        once, twice = Path(scratch, "once"), Path(scratch, "twice")
        for out in (once, twice):
            output_of(biwu, "run", folder, "-o", out)
        pdfs = sorted(once.glob("*.pdf"))
        for path in sorted(once.iterdir()):
            checks.check(path.read_bytes() == Path(twice, path.name).read_bytes(), f"{path.name} differs the second time")
        for pdf in pdfs:
            checked = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True)
            checks.check(checked.returncode == 0, f"{pdf.name}: {checked.stdout}{checked.stderr}")

        names = names_of(folder)
        standings = json.loads(Path(once, "standings.json").read_text(encoding="utf-8"))
        texts = {pdf.name: text_of(pdf) for pdf in pdfs}
        for contestant, name in names.items():
            for document in ("leaderboard.pdf", "scoresheets.pdf"):
                checks.check(name in texts[document], f"{document}: {name} ({contestant})")
        for sector in standings["sectors"]:
            document = f"leaderboard-{sector['sector']}.pdf"
            for row in sector["ranking"]:
                checks.check(names[row["contestant"]] in texts[document], f"{document}: {row['name']}")
                checks.check(row["final"] in texts[document], f"{document}: {row['final']} of {row['name']}")

        rules = texts["leaderboard.pdf"].replace("\n", "").partition("计分办法")[2].partition("名次")[0]
        checks.check("计分办法" in texts["leaderboard.pdf"] and rules, "leaderboard.pdf: how it was scored")
        checks.check(not re.search(r"(?<!\d)0(秒|分钟)", rules), f"leaderboard.pdf: nonsense of no time in {rules}")
        written = rules.partition("书面比武")[2].partition("；")[0]
        checks.check(written and "限时" not in written, f"leaderboard.pdf: a round without overtime speaks of time: {written}")

        awarded = [row["name"] for sector in standings["sectors"] for row in sector["ranking"] if "award" in row]
        pages = texts["certificates.pdf"].split("\f")[:-1]
        checks.check(len(pages) == len(awarded), f"{len(pages)} certificates for {len(awarded)} prize-winners")
        for name, page in zip(awarded, pages):
            checks.check(name in page, f"certificates.pdf: {name}")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed > 0 or not awarded


sys.exit(main(*sys.argv[1:]))
