"""Ten thousand certificates: every name and unit comes back exactly from two readers, and none leaves its box.

The names hold every hanzi of the Kai font, the 8,105 of the Table of General Standard Characters among them, and of the
characters that it lacks 3,000 of Extension A and 4,000 of Extension B, by stepping through them; there are Mongolian names
with a dot and units of 30 characters.

usage: many.py BIWU
"""
import html
import re
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import freetype
from printed import ROOT, Checks

COUNT, PART = 10000, 1000
MM = 72 / 25.4
KAI = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
RARE = {"/usr/share/fonts/truetype/hanazono/HanaMinA.ttf": (0x3400, 0x4DB5, 3000),
        "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf": (0x20000, 0x2A6D6, 4000)}
UNIT = "红山区松州街道园林社区党总支部委员会和居民委员会联合办公室"
RULES = """title: 全市社区党组织书记比武争星
date: 2023-10-26
host: 中共某市委组织部
rounds: [{ id: stage, name: 登台述评, method: given }]
awards: [AWARDS]
certificate: { number: "BW-{n:05}" }
"""


def is_hanzi(code):
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x3FFFF


def characters():
    kai = {code for code, _ in freetype.Face(KAI).get_chars() if is_hanzi(code)}
    found = sorted(kai)
    for path, (first, last, wanted) in RARE.items():
        rest = sorted(code for code, _ in freetype.Face(path).get_chars() if first <= code <= last and code not in kai)
        found += [rest[i * len(rest) // wanted] for i in range(wanted)]
    return [chr(code) for code in found]


def standard_characters():
    lines = (ROOT / "templates/characters/strokes.txt").read_text(encoding="utf-8").splitlines()
    return set("".join(line for line in lines if not line.startswith("#")))


def people():
    """Name and unit of each. Neighbours in the list of characters are far apart in names."""
    letters = characters()
    at = 0

    def take(count):
        nonlocal at
        taken = "".join(letters[(at + i) * 7919 % len(letters)] for i in range(count))
        at += count
        return taken

    for n in range(COUNT):
        name = f"{take(4)}·{take(5)}" if n % 20 == 7 else take(1 if n % 50 == 3 else 3)
        yield name, UNIT[:26] + f"{n:04}" if n % 10 == 0 else f"第{n}社区"
    if at < len(letters):
        raise AssertionError(f"{at} of {len(letters)} characters in names")


def contest(folder):
    (folder / "scores").mkdir(parents=True)
    awards = ", ".join(f"{{ name: 第{n}批, count: {PART} }}" for n in range(COUNT // PART))
    (folder / "contest.yaml").write_text(RULES.replace("AWARDS", awards), encoding="utf-8")
    everybody = list(people())
    standard = standard_characters()
    if len(standard) != 8105 or standard - set("".join(name for name, _ in everybody)):
        raise AssertionError("the names lack characters of the Table of General Standard Characters")
    (folder / "contestants.csv").write_text("id,name,sector,unit\n" + "".join(
        f"C{n:05},{name},社区,{unit}\n" for n, (name, unit) in enumerate(everybody)), encoding="utf-8")
    (folder / "scores" / "stage.csv").write_text("contestant,score\n" + "".join(
        f"C{n:05},{100 - n / 10000:.4f}\n" for n in range(COUNT)), encoding="utf-8")
    return everybody


def run(*command, **more):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)


def check_reader(checks, reader, pages, everybody):
    checks.check(len(pages) == len(everybody), f"{reader}: {len(pages)} pages")
    wrong = [f"{n}: {name} {unit}: {page}" for n, ((name, unit), page) in enumerate(zip(everybody, pages))
             if f"{unit}{name}同志：在全市" not in page or page.count(name + "同志") != 1]
    checks.check(not wrong, f"{reader}: {len(wrong)} pages lack their name or unit: {wrong[:3]}")


def boxes_of(template):
    boxes, box = [], None
    for line in template.read_text(encoding="utf-8").splitlines():
        key, _, value = (part.strip() for part in line.partition("="))
        if line.startswith("[box "):
            box = {}
            boxes.append(box)
        elif box is not None and key in ("left", "top", "width", "height"):
            box[key] = float(value) * MM
    return boxes


def beyond(word, boxes):
    """Whether no box holds the word: from left to right, and its middle from above to below."""
    left, top, right, bottom = word
    middle, slack = (top + bottom) / 2, 0.5
    return not any(b["left"] - slack <= left and right <= b["left"] + b["width"] + slack and
                   b["top"] <= middle <= b["top"] + b["height"] for b in boxes)


WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>')


def check_boxes(checks, biwu, folder, scratch, everybody):
    """With pdftotext, which reads a font anew for every page: so in parts, whose fonts are smaller."""
    boxes = boxes_of(ROOT / "templates" / "certificates" / "award.txt")
    narrow = [{**b, "width": b["width"] / 3} for b in boxes]
    for part in range(COUNT // PART):
        pdf = scratch / "part.pdf"
        run(biwu, "certificates", folder, "-o", pdf, "--award", f"第{part}批")
        pages = [[(tuple(map(float, w.groups()[:4])), html.unescape(w[5])) for w in WORD.finditer(page)]
                 for page in run("pdftotext", "-bbox", pdf, "-").stdout.split("<page ")[1:]]
        check_reader(checks, "pdftotext", ["".join(word for _, word in page) for page in pages],
                     everybody[part * PART:(part + 1) * PART])
        over = [word for page in pages for word in page if beyond(word[0], boxes)]
        checks.check(not over, f"{len(over)} words leave their boxes: {over[:3]}")
        checks.check(any(beyond(place, narrow) for place, _ in pages[0]), "narrower boxes would hold them as well")


def check_trouble(checks, biwu, folder, scratch):
    """One clear fault, and no half file."""
    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    (scratch / "no-fonts.conf").write_text("<fontconfig></fontconfig>")
    out = scratch / "trouble"
    out.mkdir()
    tried = {"no font": ({"env": {"PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "FONTCONFIG_FILE": scratch / "no-fonts.conf"}}, out / "a.pdf"),
             "a file of 1 MiB at most": ({"preexec_fn": small_files}, out / "b.pdf"), "a full disk": ({}, "/dev/full")}
    for what, (more, target) in tried.items():
        done = run(biwu, "certificates", folder, "-o", target, **more)
        faults = re.findall(r"error: |failure: ", done.stderr)
        checks.check(done.returncode == 3 and len(faults) == 1, f"{what}: exit {done.returncode}, {done.stderr}")
        checks.check(not list(out.iterdir()), f"{what}: left {list(out.iterdir())}")


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        folder, pdf = scratch / "contest", scratch / "all.pdf"
        everybody = contest(folder)
        done = run(biwu, "certificates", folder, "-o", pdf)
        told = [line for line in done.stderr.splitlines() if "warning: " in line or "error: " in line]
        checks.check(done.returncode == 0 and len(told) == 1 and "no signing key" in told[0],
                     f"exit {done.returncode}: {done.stderr[:500]}")
        text = run("mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf).stdout
        check_reader(checks, "mutool", [re.sub(r"\s", "", page) for page in text.split("\f")[:COUNT]], everybody)
        pages = re.search(r"Pages: +(\d+)", run("pdfinfo", pdf).stdout)
        checks.check(pages and int(pages[1]) == COUNT, f"pdfinfo: {pages and pages[1]} pages")
        check_boxes(checks, biwu, folder, scratch, everybody)
        check_trouble(checks, biwu, folder, scratch)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
