"""kill -9 at random moments of `biwu seal`: afterwards FILE is the former archive or the new one, byte by byte, and the next run
removes what was left beside it.

usage: seal.py BIWU [--count N]

How many runs were killed before they wrote, while they wrote, and after FILE had its name is counted: none of the three may be
missing.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from kills import ENVIRONMENT, Kills

RULES = """\
title: 故事会
rounds: [{ id: stage, name: 讲述, method: mean }]
awards: [{ name: 优秀奖, rest: true }]
sign: [计分员, 复核员]
"""
SIGNED = ("--signed", "计分员=周明", "--signed", "复核员=吴亮")
PROTESTS = 60000  # a file that takes its time to be written


def run(*arguments):
    done = subprocess.run([BIWU, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode()


def make_contest(place):
    (place / "scores").mkdir(parents=True)
    (place / "contest.yaml").write_text(RULES, encoding="utf-8")
    (place / "contestants.csv").write_text("id,name,sector\n01,甲大海,组\n", encoding="utf-8")
    (place / "judges.csv").write_text("id,name\nJ1,评委\n", encoding="utf-8")
    (place / "scores/讲述.csv").write_text("contestant,J1\n01,90\n", encoding="utf-8")
    (place / "protests.csv").write_text("contestant,time,about,decision\n" + PROTESTS * "01,10:00,计分,维持原来的成绩\n",
                                        encoding="utf-8")
    run("finalise", place, *SIGNED)


def state(path, former, new):
    left = [found for found in path.parent.iterdir() if found != path]
    held = path.read_bytes()
    if held == new:
        assert not left
        return "after"
    assert held == former, "neither the former archive nor the new one"
    return "while" if left else "before"


def main(count):
    random.seed(20231026)
    with tempfile.TemporaryDirectory() as folder:
        place, path = Path(folder, "比赛"), Path(folder, "out", "a.biwu")
        seal = ("seal", place, "--unsigned", "-o", path)
        path.parent.mkdir()
        make_contest(place)
        run(*seal)
        former = path.read_bytes()
        (place / "scores/讲述.csv").write_text("contestant,J1\n01,91\n", encoding="utf-8")
        run("finalise", place, *SIGNED, "--reason", "更正")
        kills = Kills([BIWU, *seal], lambda: path.write_bytes(former), lambda: len(os.listdir(path.parent)) > 1)
        new = path.read_bytes()
        assert new != former
        found = {"before": 0, "while": 0, "after": 0}
        for number in range(count):
            kills.kill(number)
            found[state(path, former, new)] += 1
        run(*seal)
        assert [found.name for found in path.parent.iterdir()] == ["a.biwu"] and path.read_bytes() == new
    print(f"{count} kills over {kills.whole * 1000:.0f} ms, {kills.writing * 1000:.0f} of them writing: {found['before']} before "
          f"it wrote, {found['while']} while it wrote, {found['after']} after: every one the former archive or the new one")
    return 0 in found.values()


options = argparse.ArgumentParser()
options.add_argument("biwu")
options.add_argument("--count", type=int, default=500)
arguments = options.parse_args()
BIWU = os.path.abspath(arguments.biwu)
sys.exit(main(arguments.count))
