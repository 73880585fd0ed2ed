"""Certificates printed together, which share their common texts, look and read as each of them does alone.

usage: together.py BIWU
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/community-secretaries"
# A box for each way in which a text may be shared or not.
TEMPLATE = """\
heading = 奖状
page = A4
orientation = portrait
background = honour
[box heading]
text = {heading}
left = 30
top = 30
width = 150
height = 20
size = 30
colour = red
[box award]
text = {sector}
text = **{award}**，特发此证。
left = 30
top = 60
width = 100
height = 30
size = 16
strong-colour = red
[box person]
when = person
text = {award}（个人）
left = 30
top = 100
width = 150
height = 10
[box unit]
unless = person
text = {award}（单位）
left = 30
top = 100
width = 150
height = 10
[box name]
text = {name} {number}
left = 30
top = 120
width = 150
height = 10
colour = gold
[box county]
when = county
text = 来自{county}，获{award}
left = 30
top = 135
width = 150
height = 10
letter-spacing = 2
[box columns]
text = 在{contest}中，获{award}。
direction = vertical
left = 150
top = 150
width = 30
height = 60
[box hosts]
shows = hosts
left = 30
top = 220
width = 150
height = 40
"""


# Digits and quotes stand apart from hanzi: what is drawn is told to readers besides.
TITLE = "2023年全市街道社区党组织书记“比武争星”"


def biwu(*arguments):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


def make_contest(place):
    subprocess.run(["cp", "-r", SAMPLE, place], check=True)
    rules = (place / "contest.yaml").read_text(encoding="utf-8")
    rules = rules.replace("title: 全市街道社区党组织书记比武争星", f"title: {TITLE}")
    (place / "contest.yaml").write_text(rules + "special: [{ name: 优秀组织奖 }, { name: 最佳风采奖 }]\n", encoding="utf-8")
    people = (place / "contestants.csv").read_text(encoding="utf-8").splitlines()
    ids = [line.split(",")[0] for line in people[1:8]]
    (place / "special.csv").write_text("award,contestant,unit\n" + "".join(f"最佳风采奖,{id},\n" for id in ids) +
                                       "".join(f"优秀组织奖,,第{n}街道\n" for n in "一二三四五"), encoding="utf-8")
    (place / "own.txt").write_text(TEMPLATE, encoding="utf-8")


def pages_of(pdf, folder):
    """Number on the page to its text and picture."""
    texts = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    for old in folder.glob("page-*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", "40", "-png", pdf, folder / "page"], check=True)
    pictures = sorted(folder.glob("page-*.png"))
    assert len(pictures) == len(texts)
    return {re.search(r"CFBW-2023-(\d+)", text)[1]: (text, Image.open(picture).convert("L").copy())
            for text, picture in zip(texts, pictures)}


def main():
    failed = compared = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place, out = folder / "contest", folder / "out"
        make_contest(place)
        for template in ("award", "modern", place / "own.txt"):
            biwu("certificates", place, "-o", folder / "all.pdf", "--template", template)
            biwu("certificates", place, "-o", out, "--template", template, "--split")
            together = pages_of(folder / "all.pdf", folder)
            alone = {}
            for pdf in sorted(out.glob("*.pdf"))[::3]:
                alone |= pages_of(pdf, folder)
            assert len(alone) > 20 and len(together) > 70, (len(alone), len(together))
            for number, (text, picture) in alone.items():
                compared += 1
                most = ImageChops.difference(picture, together[number][1]).getextrema()[1]
                if text != together[number][0] or most > 0:
                    failed += 1
                    print(f"{template}, {number}: differs alone (by {most})")
            told = subprocess.run(["pdfinfo", "-struct-text", folder / "all.pdf"], capture_output=True, text=True, check=True).stdout
            compared += 1
            in_bodies = template not in ("award", "modern") or told.count(TITLE) >= len(together)
            if not in_bodies or told.count("中共某市委组织部 二〇二三年十月二十六日") != len(together) or "  " in re.sub(r"(?m)^ +", "", told):
                failed += 1
                print(f"{template}: the title is cut, or hosts and date are not two words, to readers: {told[:2000]}")
            for pdf in out.glob("*.pdf"):
                pdf.unlink()
    print(f"{compared - failed} passed, {failed} failed")
    return failed > 0


BIWU = os.path.abspath(sys.argv[1])
sys.exit(main())
