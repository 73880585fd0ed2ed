"""kill -9 at random moments of `biwu finalise`: afterwards there is the former state or the new one, never a mixture, and
the next run goes on from it.

usage: finalise.py BIWU [--count N]

How many runs were killed before they had begun to write, while they wrote, and after the revision had its name is counted: none
of the three may be missing, or the test would have looked at nothing.
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kills import ENVIRONMENT, Kills

RULES = """\
title: 故事会
rounds: [{ id: stage, name: 讲述, method: mean }]
awards: [{ name: 一等奖, count: 1 }, { name: 优秀奖, rest: true }]
sign: [计分员, 复核员]
"""
PEOPLE, FILES = 40, 30
SIGNED = ("--signed", "计分员=周明", "--signed", "复核员=吴亮")


def make_contest(place):
    """Many small files, so that writing takes its time; revision 001, and a correction that is not signed yet."""
    (place / "scores").mkdir(parents=True)
    (place / "contest.yaml").write_text(RULES, encoding="utf-8")
    (place / "contestants.csv").write_text("id,name,sector\n" + "".join(f"{n:02},选手{n},组\n" for n in range(PEOPLE)),
                                           encoding="utf-8")
    (place / "judges.csv").write_text("id,name\n" + "".join(f"J{n},评委{n}\n" for n in range(FILES)), encoding="utf-8")
    for judge in range(FILES):
        marks = "".join(f"{n:02},J{judge},{60 + (7 * n + judge) % 40}\n" for n in range(PEOPLE))
        (place / "scores" / f"J{judge}.csv").write_text("contestant,judge,score\n" + marks, encoding="utf-8")
    subprocess.run(finalise(place), env=ENVIRONMENT, check=True, capture_output=True)
    path = place / "scores" / "J0.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("00,J0,60", "00,J0,99"), encoding="utf-8")


def finalise(place):
    return [BIWU, "finalise", place, *SIGNED, "--reason", "更正"]


def contents(place):
    return {str(path.relative_to(place)): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def is_whole(own):
    """Whether the revision's folder is all that its manifest tells, and that is all of the inputs."""
    manifest = json.loads((own / "manifest.json").read_bytes())
    held = {name: hashlib.sha256(data).hexdigest() for name, data in contents(own).items() if name != "manifest.json"}
    inputs = {f"inputs/{name}" for name in contents(own.parent.parent) if not name.startswith("revisions/")}
    return held == {file["name"]: file["sha256"] for file in manifest["files"]} and set(held) == inputs | {"standings.json"}


def leftovers(place):
    return [path for path in (place / "revisions").iterdir() if path.name.startswith(".")]


def ask(place):
    done = subprocess.run([BIWU, "rank", place, "--format", "json"], env=ENVIRONMENT, capture_output=True, timeout=120)
    assert done.returncode == 0, done
    return json.loads(done.stdout)["status"]


def state(place, sound):
    """Which state the run was killed in: before, while, after."""
    left = leftovers(place)
    names = sorted(path.name for path in (place / "revisions").iterdir() if not path.name.startswith("."))
    former = {name: data for name, data in contents(place).items() if not name.startswith(("revisions/002/", "revisions/."))}
    assert former == contents(sound), "what was there has changed"
    if names == ["001"]:
        assert ask(place) == "provisional"
        found = "while" if left else "before"
    else:
        assert names == ["001", "002"] and not left, (names, left)
        assert is_whole(place / "revisions" / "002") and ask(place) == "official"
        return "after"
    done = subprocess.run(finalise(place), env=ENVIRONMENT, capture_output=True, timeout=120)
    assert done.returncode == 0 and is_whole(place / "revisions" / "002"), done
    assert leftovers(place) == [] and ask(place) == "official", "what was left is not swept"
    return found


def main(count):
    random.seed(20231026)
    with tempfile.TemporaryDirectory() as folder:
        sound, place = Path(folder, "sound"), Path(folder, "比赛")
        make_contest(sound)

        def prepare():
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(sound, place)

        kills = Kills(finalise(place), prepare, lambda: any(name[0] == "." for name in os.listdir(place / "revisions")))
        found = {"before": 0, "while": 0, "after": 0}
        for number in range(count):
            kills.kill(number)
            found[state(place, sound)] += 1
    print(f"{count} kills over {kills.whole * 1000:.0f} ms, {kills.writing * 1000:.0f} of them writing: {found['before']} before "
          f"it wrote, {found['while']} while it wrote, {found['after']} after: every one the former state or the new one")
    return 0 in found.values()


options = argparse.ArgumentParser()
options.add_argument("biwu")
options.add_argument("--count", type=int, default=500)
arguments = options.parse_args()
BIWU = os.path.abspath(arguments.biwu)
sys.exit(main(arguments.count))
