"""kill -9 at random moments of `biwu finalise`: afterwards there is the former state or the new one, never a mixture, and
the next run goes on from it.

usage: finalise.py BIWU [--count N]

The moments are spread over how long a run takes here, and a little beyond. How many runs were killed before they had
begun to write, while they wrote, and after the revision had its name is counted: none of the three may be missing, or the
test would have looked at nothing.
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RULES = """\
title: 故事会
rounds: [{ id: stage, name: 讲述, method: mean }]
awards: [{ name: 一等奖, count: 1 }, { name: 优秀奖, rest: true }]
sign: [计分员, 复核员]
"""
PEOPLE, FILES = 40, 30
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
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


def kill_one(place, sound, seconds):
    """Which state the run was killed in: before, while, after."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(sound, place)
    running = subprocess.Popen(finalise(place), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        time.sleep(min(0.0005, max(0, until - time.perf_counter())))
    running.send_signal(signal.SIGKILL)
    running.wait()
    left = leftovers(place)
    names = sorted(path.name for path in (place / "revisions").iterdir() if not path.name.startswith("."))
    former = {name: data for name, data in contents(place).items() if not name.startswith(("revisions/002/", "revisions/."))}
    assert former == contents(sound), "what was there has changed"
    if names == ["001"]:
        assert ask(place) == "provisional"
        state = "while" if left else "before"
    else:
        assert names == ["001", "002"] and not left, (names, left)
        assert is_whole(place / "revisions" / "002") and ask(place) == "official"
        return "after"
    done = subprocess.run(finalise(place), env=ENVIRONMENT, capture_output=True, timeout=120)
    assert done.returncode == 0 and is_whole(place / "revisions" / "002"), done
    assert leftovers(place) == [] and ask(place) == "official", "what was left is not swept"
    return state


def main(count):
    random.seed(20231026)
    with tempfile.TemporaryDirectory() as folder:
        sound, place = Path(folder, "sound"), Path(folder, "比赛")
        make_contest(sound)
        durations = []
        for _ in range(9):
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(sound, place)
            started = time.perf_counter()
            subprocess.run(finalise(place), env=ENVIRONMENT, check=True, capture_output=True)
            durations.append(time.perf_counter() - started)
        longest = sorted(durations)[len(durations) // 2] * 1.3
        found = {"before": 0, "while": 0, "after": 0}
        for _ in range(count):
            found[kill_one(place, sound, random.uniform(0, longest))] += 1
    print(f"{count} kills over {longest * 1000:.0f} ms: {found['before']} before it wrote, {found['while']} while it wrote, "
          f"{found['after']} after: every one the former state or the new one")
    return 0 in found.values()


options = argparse.ArgumentParser()
options.add_argument("biwu")
options.add_argument("--count", type=int, default=500)
arguments = options.parse_args()
BIWU = os.path.abspath(arguments.biwu)
sys.exit(main(arguments.count))
