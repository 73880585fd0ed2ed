"""Three levels of contests, each one's promoted the roster of the next: 467 → 124 → 60.

usage: ladder.py BIWU

Who goes on is computed a second time here, in fractions, from the files alone.
"""
import csv
import filecmp
import json
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

LADDER = Path(__file__).resolve().parent.parent / "samples" / "star-ladder"
SECTOR = "农村牧区"
WHO = ("id", "name", "sector", "unit", "title", "county")


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def people(rows):
    return [tuple(row[column] for column in WHO) for row in rows]


# The second computation.

def mean(marks):
    return sum(marks) / len(marks)


def without_extremes(marks):
    return mean(sorted(marks)[1:-1])


def two_digits(score):
    return Fraction((200 * score + 1) // 2, 100)


def sheets_of(folder):
    sheets = {}
    for path in (folder / "scores").glob("*.csv"):
        for row in rows_of(path):
            sheets.setdefault(row["contestant"], {}).setdefault(row["round"], []).append(Fraction(row["score"]))
    return sheets


def order(folder, written_weight):
    """Ids of those who compete, best first; fails where two could not be parted."""
    sheets = sheets_of(folder)
    keys = {}
    for row in rows_of(folder / "contestants.csv"):
        if row.get("status"):
            continue
        stage = without_extremes(sheets[row["id"]]["stage"])
        if written_weight is None:  # townships: one round, then all sheets, then the lot
            keys[row["id"]] = (-two_digits(stage), -stage, -mean(sheets[row["id"]]["stage"]), int(row["lot"]))
            continue
        stage, written = two_digits(stage), two_digits(mean(sheets[row["id"]]["written"]))
        final = (written_weight * written + (100 - written_weight) * stage) / 100
        everything = sheets[row["id"]]["written"] + sheets[row["id"]]["stage"]
        keys[row["id"]] = (-two_digits(final), -final, -stage, int(row["lot"]) if "lot" in row else -mean(everything))
    assert len(set(keys.values())) == len(keys), f"{folder}: a tie is left"
    return sorted(keys, key=keys.get)


# What the program says.

def standings(biwu, folder):
    ranked = run(biwu, "rank", folder, "--format", "json")
    if ranked.returncode != 0:
        raise SystemExit(ranked.stderr)
    sector, = json.loads(ranked.stdout)["sectors"]
    return sector["ranking"]


def promoted_by(ranking):
    return [row["contestant"] for row in ranking if row.get("promoted")]


def reserves_by(ranking):
    return [row["contestant"] for row in sorted(ranking, key=lambda row: row.get("reserve", 0)) if "reserve" in row]


class Ladder:
    def __init__(self, biwu, scratch):
        self.biwu, self.scratch, self.checks, self.failed = biwu, scratch, 0, 0

    def same(self, what, expected, found):
        self.checks += 1
        if expected != found:
            self.failed += 1
            print(f"{what}: expected {expected}, found {found}")

    def level(self, folder, written_weight, places, reserves):
        """One contest against the second computation; gives those who go on."""
        ranking, expected = standings(self.biwu, folder), order(folder, written_weight)
        self.same(f"{folder.name}: order", expected, [row["contestant"] for row in ranking])
        self.same(f"{folder.name}: promoted", expected[:places], promoted_by(ranking))
        self.same(f"{folder.name}: reserves", expected[places:places + reserves], reserves_by(ranking))
        return expected[:places]

    def roster(self, folders, name):
        """The next level's contestants.csv, as `biwu promote` writes it."""
        file = self.scratch / name
        promoted = run(self.biwu, "promote", *folders, "-o", file)
        self.same(f"biwu promote, {name}", (0, ""), (promoted.returncode, promoted.stderr if promoted.returncode else ""))
        return rows_of(file) if file.exists() else []

    def townships(self):
        folders = sorted((LADDER / "township").iterdir())
        going_on = [who for folder, places in zip(folders, (4, 4, 3)) for who in self.level(folder, None, places, 1)]
        roster = self.roster(folders, "from-townships.csv")
        self.same("township promoted", sorted(going_on), sorted(row["id"] for row in roster))
        county = people(rows_of(LADDER / "county" / "A-yunling" / "contestants.csv"))
        self.same("not in the county's roster", set(), set(people(roster)) - set(county))

    def counties(self):
        folders = sorted((LADDER / "county").iterdir())
        entered, going_on = 0, []
        for folder in folders:
            row, = rows_of(folder / "quota.csv")
            entered += len(rows_of(folder / "contestants.csv"))
            going_on += self.level(folder, 40, int(row["count"]), 2)
        roster = self.roster(folders, "from-counties.csv")
        self.same("the city's roster", sorted(people(rows_of(LADDER / "city" / "contestants.csv"))), sorted(people(roster)))
        self.same("county promoted", sorted(going_on), sorted(row["id"] for row in roster))
        return entered, len(going_on)

    def city(self):
        return len(self.level(LADDER / "city", 30, 60, 3))

    def withdrawal(self):
        """The best of a county withdraws: the first reserve moves up, the second becomes the first."""
        original = LADDER / "county" / "F-honggu"
        before = standings(self.biwu, original)
        gone, (first, second) = promoted_by(before)[0], reserves_by(before)
        folder = self.scratch / "F-honggu"
        shutil.copytree(original, folder)
        rows = rows_of(original / "contestants.csv")
        with open(folder / "contestants.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, "status": "弃权" if row["id"] == gone else row["status"]} for row in rows)
        after = standings(self.biwu, folder)
        self.same("after a withdrawal", promoted_by(before)[1:] + [first], promoted_by(after))
        self.same("first reserve after a withdrawal", second, reserves_by(after)[0])
        self.same("the roster after a withdrawal", 10, len(self.roster([folder], "after-withdrawal.csv")))

    def doubled_ids(self):
        """One id in two contests: in the next roster the folder's name stands before it."""
        folders = [self.scratch / "east", self.scratch / "west"]
        for folder in folders:
            shutil.copytree(LADDER / "township" / "A02", folder)
        ids = [row["id"] for row in self.roster(folders, "doubled.csv")]
        self.same("doubled ids", (8, 8), (len(ids), len(set(ids))))
        self.same("doubled ids tell their folder", (4, 4),
                  tuple(sum(name.startswith(folder.name) for name in ids) for folder in folders))

    def generator(self):
        """The committed files are what generate.py writes."""
        again = self.scratch / "again"
        made = run(sys.executable, LADDER / "generate.py", again)
        self.same("generate.py", (0, ""), (made.returncode, made.stderr))
        files = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
        _, different, missing = filecmp.cmpfiles(again, LADDER, files, shallow=False)
        self.same("not as generated", ([], []), (different, missing))


def main(biwu):
    with tempfile.TemporaryDirectory() as scratch:
        ladder = Ladder(biwu, Path(scratch))
        ladder.townships()
        entered, sent_on = ladder.counties()
        named = ladder.city()
        ladder.same("the ladder", (467, 124, 60), (entered, sent_on, named))
        ladder.withdrawal()
        ladder.doubled_ids()
        ladder.generator()
    print(f"{entered} → {sent_on} → {named}")
    print(f"{ladder.checks - ladder.failed} passed, {ladder.failed} failed")
    return ladder.failed > 0


sys.exit(main(Path(sys.argv[1]).resolve()))
