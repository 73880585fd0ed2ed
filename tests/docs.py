"""What the documents say is so: the reference pages are what `biwu help` prints, the README's contest runs, the
guide's rules are rules, the examples of marks are read, and the draw's example is what sha256sum says.

usage: docs.py BIWU
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "docs" / "rules.md"
GUIDE = ROOT / "docs" / "使用手册.md"
SAMPLE = ROOT / "samples" / "community-secretaries"


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd="/")


def blocks(document, language):
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.S | re.M)


def reference_is_current(biwu):
    for topic, name in (("rules", "contest-yaml.txt"), ("files", "files.txt"), ("template", "template.txt")):
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
            warnings = [line for line in tried.stderr.splitlines() if "warning: " in line]
            if command == "run" and len(warnings) == 1 and "there is no signing key" in warnings[0]:
                warnings = []  # as the README says
            if tried.returncode != 0 or warnings:
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


def explanations_are_as_described(biwu):
    """Each step of each explanation of the worked examples has the keys that the reference gives it, in their order; and
    each step that the reference names occurs there."""
    page = (ROOT / "docs" / "reference" / "explain-json.md").read_text(encoding="utf-8").partition("## A step")[2]
    rows = re.findall(r"^\| `([a-z-]+)` \| (`[^|]*) \|", page, re.M)
    described = {kind: re.findall(r"`([a-z]+)`", keys) for kind, keys in rows}
    seen = set()
    for folder in sorted((ROOT / "tests" / "golden").glob("*/contestants.csv")):
        for line in folder.read_text(encoding="utf-8").splitlines()[1:]:
            told = run(biwu, "explain", folder.parent, line.split(",")[0], "--format", "json").stdout
            for step in json.loads(told)["steps"]:
                kind = step.pop("step")
                keys = list(step)
                seen.add(kind)
                if [key for key in described.get(kind, []) if key in keys] != keys:
                    return f"{folder.parent.name}: docs/reference/explain-json.md does not describe {kind} with {keys}"
    unseen = described.keys() - seen
    return f"docs/reference/explain-json.md: no worked example has {unseen}" if unseen else None


def draw_example_is_true(biwu):
    """The digests by the very commands that the page shows, and the order that they make."""
    commands, = blocks(RULES, "sh")
    order, = blocks(RULES, "csv")
    rows = [line.split(",") for line in order.splitlines()[1:]]
    digests = {}
    for seed, who, digest in re.findall(r"^printf .*? '(.*?)' (\S+) \| sha256sum +# ([0-9a-f]{64})$", commands, re.M):
        digests[who] = digest
    if len(digests) != len(rows) or len(digests) != len(commands.splitlines()):
        return "docs/rules.md: a command of the draw's example cannot be read"
    made = [line.split()[0] for line in run("sh", "-c", commands).stdout.splitlines()]
    if made != list(digests.values()):
        return f"docs/rules.md: sha256sum says {made}"
    sectors = list(dict.fromkeys(row[3] for row in rows))
    if rows != sorted(rows, key=lambda row: (sectors.index(row[3]), digests[row[1]])):
        return "docs/rules.md: the draw's example is not in the order of its digests"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "contest.yaml").write_text("rounds: [{ id: stage, name: 登台述评 }]\ntitle: 例\n", encoding="utf-8")
        (folder / "contestants.csv").write_text("id,name,sector\n" + "".join(
            ",".join(row[1:4]) + "\n" for row in sorted(rows, key=lambda row: row[1])), encoding="utf-8")
        tried = run(biwu, "draw", folder, "--seed", seed)
        return None if (tried.stdout, tried.stderr) == (order, "") else f"biwu draw: {tried.stdout}{tried.stderr}"


def examples_of_marks():
    """Files of marks as the reference and the guide show them, with the numbers that stand in their cells."""
    files = (ROOT / "docs" / "reference" / "files.txt").read_text(encoding="utf-8")
    for name, lines in re.findall(r"^  scores/(\S+)\n((?:    .+\n)+)", files, re.M):
        yield name, re.sub("^    ", "", lines, flags=re.M)
    tables = re.findall(r"^   ```csv\n(.*?)^   ```", GUIDE.read_text(encoding="utf-8"), re.S | re.M)
    for name, lines in zip(("登台述评-工作成效.csv", "登台述评.csv"), tables, strict=True):
        yield name, re.sub("^   ", "", lines, flags=re.M)


def examples_of_marks_are_read(biwu):
    """Each alone: no fault, and every number that it shows in a line of contestant 01 is then a mark of 01."""
    examples = list(examples_of_marks())
    if len(examples) != 5:
        return f"{len(examples)} examples of files of marks are shown, not 5"
    criteria = "".join(f"{{ id: k{n}, name: {name}, max: 40 }}, " for n, name in
                       enumerate(("工作成效", "思路举措", "表达展示", "现场答辩")))
    for name, lines in examples:
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent)
            (folder / "scores").mkdir()
            (folder / "contest.yaml").write_text(
                f"title: 例\nrounds: [{{ id: written, name: 笔试, weight: 40 }}, {{ id: stage, name: 登台述评, weight: 60, "
                f"criteria: [{criteria}] }}]\n", encoding="utf-8")
            (folder / "judges.csv").write_text("id,name\nJ1,甲\nJ2,乙\nJ3,丙\n", encoding="utf-8")
            (folder / "contestants.csv").write_text(
                "id,name,sector,unit\n01,苏日娜,社区,东街社区\n02,李𠮷,社区,西街社区\n", encoding="utf-8")
            (folder / "scores" / name).write_text(lines, encoding="utf-8")
            tried = run(biwu, "check", folder)
            about_marks = [line for line in tried.stderr.splitlines() if "/scores/" in line]
            told = run(biwu, "explain", folder, "01").stdout
        numbers = [cell for line in lines.splitlines() for cell in line.split(",")
                   if "01" in line and re.fullmatch(r"\d\d?(\.\d)?", cell) and cell != "01"]
        lost = [number for number in numbers if number not in told]
        if tried.returncode != 0 or about_marks or lost or not numbers:
            return f"the example {name}: {tried.stderr} not found: {lost}"
    return None


CHECKS = (reference_is_current, explanations_are_as_described, readme_contest_runs, guide_rules_are_rules,
          examples_of_marks_are_read, draw_example_is_true)


def main(biwu):
    wrong = [w for w in (check(biwu) for check in CHECKS) if w]
    print("\n".join(wrong))
    print(f"{len(CHECKS) - len(wrong)} passed, {len(wrong)} failed")
    return bool(wrong)


sys.exit(main(Path(sys.argv[1]).resolve()))
