"""A large CSV file of marks, which several threads read in pieces, against the same text in UTF-16, which one reads as a whole:
the same standings, and the same faults at the same places.

usage: large_files.py BIWU
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

BIWU = sys.argv[1]
CONTESTANTS, JUDGES, CRITERIA = 900, 7, ("k1", "k2", "k3")
IN_PIECES, LONGEST_LINE = 8 << 20, 16 << 10  # files of so many bytes are, if no line is longer

RULES = """title: 大文件
rounds:
  - id: stage
    method: trimmed-mean
    drop: { high: 1, low: 1 }
    criteria:
""" + "".join(f"      - {{ id: {k}, max: 100, weight: {w} }}\n" for k, w in zip(CRITERIA, ("0.2", "0.3", "0.5")))


def run(*arguments):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def contestants():
    return [f"C{n:04}" for n in range(1, CONTESTANTS + 1)]


def judges():
    return [f"J{n}" for n in range(1, JUDGES + 1)]


def marks(dice):
    return {(c, j, k): f"{dice.randrange(5000, 10001) / 100:.2f}"
            for c in contestants() for j in judges() for k in CRITERIA}


# ---- shapes ----

def long(of):
    yield "stage", [["contestant", "judge", "criterion", "score"], *([*key, mark] for key, mark in of.items())]


def by_sheet(of):
    yield "stage", [["contestant", "judge", *CRITERIA],
                    *([c, j, *(of[c, j, k] for k in CRITERIA)] for c in contestants() for j in judges())]


def by_judge(of):
    for k in CRITERIA:
        yield f"stage-{k}", [["contestant", *judges()],
                             *([c, *(of[c, j, k] for j in judges())] for c in contestants())]


# ---- what is done to the rows ----

def nothing(rows, dice):
    return rows


def words(rows, dice):
    for row in dice.sample(rows[1:], 9):
        row[-1] = dice.choice(["缺评", "", "取消资格"])
    return rows


def faults(rows, dice):
    """Of every kind that a row can have, at places that nobody has chosen."""
    spoil = [
        lambda row: row.__setitem__(-1, "9，5"),
        lambda row: row.__setitem__(-1, "101"),
        lambda row: row.__setitem__(-1, "一百"),
        lambda row: row.__setitem__(0, "C9999"),
        lambda row: row.__setitem__(0, ""),
        lambda row: row.append("beyond"),
        lambda row: row.pop(),
    ]
    places = dice.sample(range(1, len(rows)), 3 * len(spoil))
    for place, kind in zip(places, spoil * 3):
        kind(rows[place])
    again = [*rows[dice.randrange(1, len(rows))]]
    again[-1] = "12.5"  # against another mark of the same sheet, where it was none of the above
    return [*rows, again]


def quotes(rows, dice):
    """Cells over several lines."""
    for row in dice.sample(rows[1:], 5):
        row[0] = f'"{row[0]}\n\n"'
    return rows


def open_quote(rows, dice):
    """One that is never closed, and others before and behind it."""
    rows[len(rows) // 2][0] = '"' + rows[len(rows) // 2][0]
    return quotes(rows, dice)


# ---- comparing ----

def text_of(rows, line_end):
    """So many blanks around each cell that the file is large."""
    width = IN_PIECES // sum(len(row) - 1 for row in rows) + 1
    assert width * len(rows[0]) < LONGEST_LINE
    return "".join(",".join([row[0], *(cell.rjust(width) for cell in row[1:])]) + line_end for row in rows)


def results(folder):
    code, checked, err = run("check", folder, "--format", "json")
    assert code in (0, 1), err
    return checked, run("rank", folder, "--format", "json")[:2] if code == 0 else None


def compare(folder, shape, spoil, line_end, dice):
    pieces, whole = [], []
    for path, rows in shape(marks(dice)):
        text = text_of(spoil([list(row) for row in rows], dice), line_end)
        pieces.append((folder / "scores" / f"{path}.csv", text.encode()))
        whole.append((folder / "scores" / f"{path}.csv", text.encode("utf-16")))
        assert len(pieces[-1][1]) >= IN_PIECES
    found = []
    for files in (pieces, whole):
        for path, content in files:
            path.write_bytes(content)
        found.append(results(folder))
    for path, _ in pieces:
        path.unlink()
    what = f"{shape.__name__}, {spoil.__name__}, {line_end!r}"
    assert found[0] == found[1], what
    told = json.loads(found[0][0])
    assert (found[0][1] is not None) == (spoil in (nothing, words, quotes)), f"{what}: {found[0][0][:2000]}"
    print(f"{what}: {len(told.get('faults', []))} faults")


def main():
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "scores").mkdir()
        (folder / "contest.yaml").write_text(RULES, encoding="utf-8")
        (folder / "contestants.csv").write_text(
            "id,name,sector\n" + "".join(f"{c},选手{c},领域{c[-1]}\n" for c in contestants()), encoding="utf-8")
        (folder / "judges.csv").write_text(
            "id,name\n" + "".join(f"{j},评委{j}\n" for j in judges()), encoding="utf-8")
        dice = random.Random(2026)
        for shape in (long, by_sheet, by_judge):
            for spoil in (nothing, words, faults, quotes, open_quote):
                compare(folder, shape, spoil, "\r\n" if spoil is words else "\n", dice)


main()
