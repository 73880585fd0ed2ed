"""Every preset of templates/rules scores a small contest whose result is known by hand.

usage: run.py BIWU

A folder beside this file is named as its preset and holds all of a contest but contest.yaml, which is the preset as it
stands; NOTES.md holds the arithmetic, expected/ranking.csv what `biwu rank --format csv` must print, and
expected/warnings.txt, where there is one, the warnings of `biwu check`, each by words that it holds.
"""
import difflib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import expected_warnings

PRESETS = HERE.parent.parent / "templates" / "rules"


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def complaints(biwu, preset, folder):
    sample = HERE / preset.stem
    if not sample.is_dir():
        yield f"has no sample in {HERE.name}/"
        return
    shutil.copytree(sample, folder, ignore=shutil.ignore_patterns("expected", "NOTES.md"))
    shutil.copy(preset, folder / "contest.yaml")

    checked = run(biwu, "check", folder)
    if checked.returncode != 0:
        yield f"check: {checked.stderr.strip()}"
    yield from expected_warnings.unlike(checked.stderr, sample / "expected" / "warnings.txt")
    ranked = run(biwu, "rank", folder, "--format", "csv")
    expected = (sample / "expected" / "ranking.csv").read_text(encoding="utf-8")
    if ranked.stdout != expected:
        yield from difflib.unified_diff(expected.splitlines(), ranked.stdout.splitlines(), "expected", "found",
                                        lineterm="")


def main(biwu):
    presets = sorted(PRESETS.glob("*.yaml"))
    passed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for preset in presets:
            wrong = list(complaints(biwu, preset, Path(scratch) / preset.stem))
            passed += not wrong
            for line in wrong:
                print(f"{preset.stem}: {line}")
    orphans = {path.name for path in HERE.iterdir() if path.is_dir()} - {preset.stem for preset in presets}
    for orphan in sorted(orphans):
        print(f"{orphan}: there is no such preset")
    failed = len(presets) - passed + len(orphans)
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(Path(sys.argv[1]).resolve()))
