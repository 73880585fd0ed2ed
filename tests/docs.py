"""What the documents say is so: the reference pages are what `biwu help` prints, the README's contest runs, and the
guide's rules are rules.

usage: docs.py BIWU
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "使用手册.md"
SAMPLE = ROOT / "samples" / "community-secretaries"


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd="/")


def blocks(document, language):
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.S | re.M)


def reference_is_current(biwu):
    for topic, name in (("rules", "contest-yaml.txt"), ("files", "files.txt")):
        if run(biwu, "help", topic).stdout != (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8"):
            return f"docs/reference/{name} is not what `biwu help {topic}` prints"
    return None


def readme_contest_runs(biwu):
    rules, = blocks(ROOT / "README.md", "yaml")
    contestants, judges, marks = blocks(ROOT / "README.md", "csv")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "scores").mkdir()
        for path, text in (("contest.yaml", rules), ("contestants.csv", contestants), ("judges.csv", judges),
                           ("scores/marks.csv", marks)):
            (folder / path).write_text(text, encoding="utf-8")
        for command in ("check", "run"):
            tried = run(biwu, command, folder)
            if tried.returncode != 0 or "warning" in tried.stderr:
                return f"biwu {command} on the README's contest: {tried.stderr}"
        # Of three marks the highest and the lowest are dropped: the middle one is left.
        ranked = run(biwu, "rank", folder, "--format", "csv").stdout.splitlines()[1:]
        if [line.split(",")[1:6:4] + line.split(",")[2:3] for line in ranked] != [["1", "92.50", "01"], ["2", "91.50", "02"]]:
            return f"the README's contest is ranked {ranked}"
        if "92.5" not in run(biwu, "explain", folder, "01").stdout:
            return "explain does not tell the mark that counted"
    return None


def guide_rules_are_rules(biwu):
    rules, = blocks(GUIDE, "yaml")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        (folder / "scores").mkdir()
        for people in ("contestants.csv", "judges.csv"):
            shutil.copy(SAMPLE / people, folder)
        tried = run(biwu, "check", folder)
        return None if tried.returncode == 0 else f"the guide's rules: {tried.stderr}"


def main(biwu):
    wrong = [w for w in (reference_is_current(biwu), readme_contest_runs(biwu), guide_rules_are_rules(biwu)) if w]
    print("\n".join(wrong))
    print(f"{3 - len(wrong)} passed, {len(wrong)} failed")
    return bool(wrong)


sys.exit(main(Path(sys.argv[1]).resolve()))
