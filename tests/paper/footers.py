"""What stands at the foot of pages: of official results, signed by a key and not, in both languages and on all paper, no word
lies on another, and all of it is told.

usage: footers.py BIWU
"""
import html
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from printed import FOLDERS, MADE, ROOT, Checks, make

FOOT = 32 * 72 / 25.4  # where an official notice has its number
SIGNED = ("计分员", "周明"), ("复核员", "吴亮"), ("监督员", "钱海"), ("总裁判", "郑洁")
TOLD = {"zh": ("结果校验码 {}", "正式结果 第1版 "), "en": ("Result check {}", "official, revision 1, ")}
WITHOUT = {"certificates.pdf"}  # whose pages have no footer


def biwu(program, *arguments, **environment):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, start_new_session=True,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment})
    assert done.returncode == 0, f"biwu {arguments}: {done}"


def pages(pdf):
    """Of each page its height and its words with left, top, right and bottom."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout.decode()
    for page in told.split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', page)[1])
        pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
        yield height, [(tuple(map(float, box)), html.unescape(word)) for *box, word in re.findall(pattern, page)]


def lie_on_each_other(a, b):
    """Letters are lower than their boxes."""
    low = min(a[3] - a[1], b[3] - b[1]) * 0.4
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > low


def look_at(checks, pdf, told):
    for number, (height, words) in enumerate(pages(pdf), 1):
        foot = [(box, word) for box, word in words if box[3] > height - FOOT]
        for (box, word), (other, second) in itertools.combinations(foot, 2):
            checks.check(not lie_on_each_other(box, other), f"{pdf}, page {number}: {word} {box} lies on {second} {other}")
        line = " ".join(word for _, word in foot)
        for part in told:
            checks.check(part in line, f"{pdf}, page {number}: {part} is not in {line}")


def check(checks, program, language, contest, out, environment, roles=SIGNED):
    signed = itertools.chain(*(("--signed", f"{role}={name}") for role, name in roles))
    biwu(program, "finalise", contest, *signed, **environment)
    biwu(program, "report", contest, "-o", out, **environment)
    biwu(program, "run", contest, "-o", out, **environment)
    result = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["result"][:12]
    for pdf in sorted(out.glob("*.pdf")):
        look_at(checks, pdf, () if pdf.name in WITHOUT else [part.format(result) for part in TOLD[language]])
    checks.check({"slips.pdf", "leaderboard.pdf", "notice.pdf"} < {pdf.name for pdf in out.glob("*.pdf")}, f"{out}: too few documents")


def with_notice(contest, more=""):
    with (contest / "contest.yaml").open("a", encoding="utf-8") as rules:
        rules.write(f"{more}notice: {{ from: 2023-10-27, to: 2023-11-02, office: 监督科 }}\n")
    return contest


def main(program):
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        key = {"XDG_CONFIG_HOME": str(scratch / "key"), "BIWU_KEY_PASSWORD": "秘密"}
        biwu(program, "key", "new", **key)
        for kind, environment in (("keyless", {"XDG_CONFIG_HOME": str(scratch / "none")}), ("signed", key)):
            sample = with_notice(shutil.copytree(ROOT / FOLDERS["secretaries"], scratch / f"{kind}-sample"))
            check(checks, program, "zh", sample, scratch / f"{kind}-zh", environment)
            english = with_notice(make(MADE["english"], scratch / f"{kind}-english"), "sign: [Scorer]\n")
            check(checks, program, "en", english, scratch / f"{kind}-en", environment, roles=[("Scorer", "Ann Lee")])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
