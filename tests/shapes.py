"""The shape in which marks are written changes nothing.

usage: shapes.py BIWU [FOLDER …]

Every contest folder of tests/golden, tests/presets and samples is written again by reshape.py: by judge, by sheet, and
mixed of all three shapes, split over files and shuffled. What `biwu rank --format json` prints must be the same byte
for byte.
"""
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import reshape

ROOT = Path(__file__).resolve().parent.parent
WAYS = {"by judge": ["judge"], "by sheet": ["sheet"], "mixed": ["long", "judge", "sheet"]}


def ranked(biwu, folder):
    run = subprocess.run([biwu, "rank", folder, "--format", "json"], capture_output=True)
    return run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")


def contest_folders():
    for parent in ("tests/golden", "tests/presets", "samples"):
        yield from (path.parent for path in sorted((ROOT / parent).rglob("contest.yaml"))
                    if (path.parent / "scores").is_dir())


def main(biwu, folders):
    failed = contests = 0
    marks = {"long": 0, "judge": 0, "sheet": 0}
    for folder in [Path(folder).resolve() for folder in folders] or contest_folders():
        contests += 1
        code, expected, _ = ranked(biwu, folder)
        for way, shapes in WAYS.items():
            dice = random.Random(f"{folder.name} {way}")
            with tempfile.TemporaryDirectory() as parent:
                target = Path(parent) / folder.name
                for shape, count in reshape.reshape(folder, target, dice, shapes).items():
                    marks[shape] += count
                found, told, complaints = ranked(biwu, target)
            if (found, told) != (code, expected):
                failed += 1
                errors = [line for line in complaints.splitlines() if ": error: " in line]
                print(f"{folder.relative_to(ROOT)} {way}: exit {found}, expected {code}", *errors[:3], sep="\n  ")
    print(f"{contests} contests, {len(WAYS)} ways each; marks: {marks}; {failed} failed")
    return failed > 0 or not all(marks.values())


sys.exit(main(sys.argv[1], sys.argv[2:]))
