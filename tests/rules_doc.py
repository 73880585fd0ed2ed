"""docs/rules.md says what is so: its examples stand word for word in the folders that golden/run.py runs, every such
folder is named, and so is every preset and every key that decides a score, a rank, an award or a promotion.

usage: rules_doc.py BIWU
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
# What contest.yaml says beside the rules: names and paper.
ELSEWHERE = {
    "": {"title", "level", "date", "place", "host", "language", "rounds", "sign", "publish", "certificate", "protest", "fonts"},
    "rounds": {"id", "name"}, "rounds.panels": {"name"}, "rounds.criteria": {"id", "name"}, "awards": {"name"},
    "special": {"name", "from"}, "publish": None, "certificate": None, "protest": None, "fonts": None,
}


def examples(text):
    """Each fence that names a file: the file and the lines in the fence."""
    return re.findall(r"^```(?:yaml|csv) (\S+)\n(.*?)^```$", text, re.S | re.M)


def untrue_examples(text):
    for name, quoted in examples(text):
        path = ROOT / name
        if not path.is_file():
            yield f"there is no {name}"
        elif f"\n{quoted}" not in "\n" + path.read_text(encoding="utf-8"):
            yield f"the example is not in {name}"


def broken_links(text):
    for link in re.findall(r"\]\(([^)#]+)", text):
        if not (PAGE.parent / link).exists():
            yield f"there is no {link}"


def unnamed_files(text):
    folders = [path.parent for path in (ROOT / "tests" / "golden").glob("*/expected")]
    for path in sorted([*folders, *(ROOT / "templates" / "rules").glob("*.yaml")]):
        if f"](../{path.relative_to(ROOT)})" not in text:
            yield f"{path.relative_to(ROOT)} is not named"


def keys(biwu):
    """What `biwu help rules` lists: a heading a section, two blanks before a key, more before a choice."""
    section = None
    told = subprocess.run([biwu, "help", "rules"], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        if re.match(r"contest\.yaml", line):
            section = line.partition(", ")[2]
        elif found := re.match(r"  ([a-z][a-z-]*) ", line):
            if ELSEWHERE.get(section, ()) is not None and found[1] not in ELSEWHERE.get(section, ()):
                yield section, found[1]


def unnamed_keys(text, found):
    shown = "\n".join(re.findall(r"`[^`\n]+`", text)) + "\n".join(quoted for _, quoted in examples(text))
    for section, key in found:
        if not re.search(rf"(?<![a-z-]){key}(?![a-z-])", shown):
            yield f"{section}: {key} is not explained"


def main(biwu):
    text = PAGE.read_text(encoding="utf-8")
    found = list(keys(biwu))
    wrong = [*untrue_examples(text), *broken_links(text), *unnamed_files(text), *unnamed_keys(text, found)]
    print("\n".join(wrong), end="\n" if wrong else "")
    print(f"{len(examples(text))} examples, {len(found)} keys, {len(wrong)} failed")
    return bool(wrong) or not found


sys.exit(main(Path(sys.argv[1]).resolve()))
