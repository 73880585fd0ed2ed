"""Boxes of templates that hold more than lines: pictures of every kind, and text that goes down.

usage: boxes.py BIWU
"""
import html
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from printed import Checks

MM = 72 / 25.4
TEMPLATE = """heading = 奖状
page = 100 x 100
[box heading]
text = {heading}
left = 60
top = 80
width = 35
height = 12
[box picture]
shows = image
image = FILE
left = 10
top = 20
width = 40
height = 20
align = right
"""
VERTICAL = """heading = 奖状
page = 100 x 100
[box down]
text = {contest}（**甲**组），No.7：
text = 乙
direction = vertical
left = 20
top = 10
width = 60
height = 60
size = 20
line-height = 1.5
"""


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def picture(kind, mode, colour, size=(40, 40), **more):
    made = io.BytesIO()
    Image.new(mode, size, colour).save(made, kind, **more)
    return made.getvalue()


def preview(biwu, scratch, template, **files):
    for name, content in files.items():
        (scratch / name.replace("_", ".")).write_bytes(content)
    (scratch / "t.txt").write_text(template, encoding="utf-8")
    out = scratch / "out.pdf"
    out.unlink(missing_ok=True)
    return run(biwu, "template", "preview", scratch / "t.txt", "-o", out), out


def dots(pdf):
    raw = subprocess.run(["pdftoppm", "-r", "72", "-f", "1", "-l", "1", pdf], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(raw))


def close(found, wanted):
    return all(abs(a - b) <= 3 for a, b in zip(found, wanted))


def check_pictures(checks, biwu, scratch):
    """A square in a box twice as wide as high, at its right: from 30 to 50 mm."""
    inside, left, paper = (round(40 * MM), round(30 * MM)), (round(20 * MM), round(30 * MM)), (255, 255, 255)
    half = Image.new("RGBA", (40, 40), (255, 0, 0, 128))
    buffer = io.BytesIO()
    half.save(buffer, "PNG")
    palette = io.BytesIO()
    Image.new("P", (40, 40), 0).save(palette, "PNG", transparency=0)
    for what, name, content, colour in (
            ("PNG", "p.png", picture("PNG", "RGB", (200, 30, 40)), (200, 30, 40)),
            ("grey PNG", "p.png", picture("PNG", "L", 90), (90, 90, 90)),
            ("PNG of 16 bits", "p.png", picture("PNG", "I;16", 0), (0, 0, 0)),
            ("half transparent PNG", "p.png", buffer.getvalue(), (255, 188, 188)),  # half of linear light
            ("wholly transparent PNG", "p.png", palette.getvalue(), paper),
            ("JPEG", "p.jpg", picture("JPEG", "RGB", (200, 30, 40), quality=95), (200, 30, 40)),
            ("progressive JPEG", "p.jpg", picture("JPEG", "RGB", (20, 30, 140), quality=95, progressive=True), (20, 30, 140)),
            ("grey JPEG", "p.jpg", picture("JPEG", "L", 90, quality=95), (90, 90, 90))):
        done, pdf = preview(biwu, scratch, TEMPLATE.replace("FILE", name), **{name.replace(".", "_"): content})
        checks.check(done.returncode == 0, f"{what}: {done.stderr}")
        if done.returncode != 0:
            continue
        page = dots(pdf)
        checks.check(close(page.getpixel(inside), colour), f"{what}: {page.getpixel(inside)}, not {colour}")
        checks.check(close(page.getpixel(left), paper), f"{what}: {page.getpixel(left)} beside it")
        checks.check(run("qpdf", "--check", pdf).returncode == 0, f"{what}: qpdf")
        count = run("pdfimages", "-list", pdf).stdout
        checks.check("smask" not in count, f"{what}: PDF/A-1 knows no soft masks")


def check_refused(checks, biwu, scratch):
    whole = picture("JPEG", "RGB", (200, 30, 40))
    sound = picture("PNG", "RGB", (200, 30, 40), size=(300, 300))
    for what, name, content, words in (
            ("no file", "nowhere.png", None, "there is no image nowhere.png"),
            ("text", "p.png", b"not an image", "neither PNG nor JPEG"), ("nothing", "p.png", b"", "neither PNG nor JPEG"),
            ("half a PNG", "p.png", sound[:len(sound) // 2], "damaged"), ("half a JPEG", "p.jpg", whole[:len(whole) // 2], "damaged"),
            ("a JPEG's beginning", "p.jpg", whole[:4], "damaged"), ("no frame", "p.jpg", whole[:3] + b"\xe0\x00\x02\xff\xd9", "damaged"),
            ("CMYK", "p.jpg", picture("JPEG", "CMYK", (0, 0, 0, 0)), "CMYK"),
            ("too large", "p.jpg", re.sub(rb"(\xff\xc0\x00\x11\x08)....", lambda m: m[1] + b"\xff" * 4, whole, flags=re.S), "100 million")):
        done, pdf = preview(biwu, scratch, TEMPLATE.replace("FILE", name), **({} if content is None else {name.replace(".", "_"): content}))
        checks.check(done.returncode == 1 and words in done.stderr and done.stderr.count(": error: ") == 1, f"{what}: {done.stderr}")
        checks.check("t.txt:11:9:" in done.stderr and not pdf.exists(), f"{what}: {done.stderr}")
    os.mkfifo(scratch / "pipe.png")
    with open(scratch / "large.png", "wb") as large:
        large.write(sound)
        large.truncate((64 << 20) + 1)
    for name, words in (("pipe.png", "pipe.png is not a plain file"), ("/dev/zero", "/dev/zero is not a plain file"),
                        (".", ". is not a plain file"),
                        ("large.png", "large.png is too large: at most 67108864 bytes are read")):
        done, pdf = preview(biwu, scratch, TEMPLATE.replace("FILE", name))
        checks.check(done.returncode == 1 and f"t.txt:11:9: error: {words}\nhint: " in done.stderr, f"{name}: {done.stderr}")
        checks.check(done.stderr.count(": error: ") == 1 and not pdf.exists(), f"{name}: {done.stderr}")
    with open(scratch / "large.png", "r+b") as large:
        large.truncate(64 << 20)
    done, pdf = preview(biwu, scratch, TEMPLATE.replace("FILE", "large.png"))
    checks.check(done.returncode == 0, f"64 MiB are read: {done.stderr}")
    for lacking in ("shows = image\n", "image = FILE\n"):
        done, pdf = preview(biwu, scratch, TEMPLATE.replace(lacking, ""))
        checks.check(done.returncode == 1 and not pdf.exists(), f"without {lacking}: {done.stderr}")


def check_vertical(checks, biwu, scratch):
    folder = scratch / "contest"
    (folder / "scores").mkdir(parents=True)
    (folder / "contest.yaml").write_text("title: 比武争星\nrounds: [{ id: s, method: given }]\nawards: [{ name: 奖, rest: true }]\n"
                                         "certificate: { template: t.txt }\n", encoding="utf-8")
    (folder / "contestants.csv").write_text("id,name,sector\nC1,王五,社区\n", encoding="utf-8")
    (folder / "scores" / "s.csv").write_text("contestant,score\nC1,90\n", encoding="utf-8")
    (folder / "t.txt").write_text(VERTICAL, encoding="utf-8")
    pdf = scratch / "down.pdf"
    done = run(biwu, "certificates", folder, "-o", pdf)
    checks.check(done.returncode == 0, done.stderr)
    text = re.sub(r"\s", "", run("pdftotext", "-raw", pdf, "-").stdout)
    # 60 mm hold eight letters of 20 points; a line does not begin with a comma, and a number stays whole.
    checks.check(text == "比武争星（甲组），No.7：乙", f"it reads {text}")
    drawn = re.findall(r'<char [^>]*x="([-\d.]+)" y="([-\d.]+)"[^>]*c="([^"]+)"', run("mutool", "draw", "-q", "-F", "stext", pdf).stdout)
    places = {html.unescape(letter): (float(x), float(y)) for x, y, letter in drawn}
    first = [places.get(letter, (0, 0)) for letter in "比武争星"]
    checks.check(all(abs(x - first[0][0]) < 0.5 for x, _ in first), f"one column: {first}")
    steps = [b[1] - a[1] for a, b in zip(first, first[1:])]
    checks.check(all(abs(step - 20) < 0.1 for step in steps), f"20 points below each other: {steps}")
    middle = first[0][0] + 10
    checks.check(abs(middle - (80 * MM - 10)) < 0.5, f"the first column is the rightmost: {middle}")
    last = places.get("乙", (0, 0))
    checks.check(last[0] < first[0][0] - 29 and abs(last[1] - first[0][1]) < 0.5, f"the next paragraph is a column of its own: {last}")
    checks.check("（" not in places and "︵" in places, f"brackets take their vertical form: {sorted(places)}")


SPACED = """heading = 奖状
page = 200 x 100
[box line]
text = （在20年）《乙》，丙
left = 20
top = 20
width = 150
height = 12
size = 20
font = song
lines = 1
"""


def check_spacing(checks, biwu, scratch):
    """Where letters stand, worked out by hand: a square is 20 points, a quarter em 5, half a square that is given up 10."""
    done, pdf = preview(biwu, scratch, SPACED)
    checks.check(done.returncode == 0, done.stderr)
    drawn = re.findall(r'<char [^>]*x="([-\d.]+)" y="[-\d.]+"[^>]*c="([^"]+)"', run("mutool", "draw", "-q", "-F", "stext", pdf, "1").stdout)
    places = {html.unescape(letter): float(x) for x, letter in reversed(drawn) if letter != " "}
    if not {*"（在20年）《乙》，丙"} <= {*places}:
        checks.check(False, f"not all there: {places}")
        return
    left, digit = 20 * MM, places["0"] - places["2"]
    for letter, place in (("（", left - 10), ("在", left + 10), ("2", left + 35), ("年", left + 35 + 2 * digit + 5),
                          ("）", places["年"] + 20), ("《", places["）"] + 10), ("乙", places["《"] + 20), ("》", places["乙"] + 20),
                          ("，", places["》"] + 10), ("丙", places["，"] + 20)):
        checks.check(abs(places[letter] - place) < 0.1, f"{letter} at {places[letter]}, not {place}")
    for way in ([], ["-raw"], ["-layout"]):
        text = run("pdftotext", *way, "-l", "1", pdf, "-").stdout
        checks.check("（在20年）《乙》，丙" in text, f"pdftotext {way}: {text}")


def check_last_lines(checks, biwu, scratch):
    """No single letter stands on a paragraph's last line, with or without the marks behind it, whatever the width."""
    text, widths = "在全市社区党组织书记比武争星中成绩突出，荣获最佳组织奖（集体）。", range(60, 120, 2)
    template = "heading = 奖状\npage = 400 x 400\n"
    for i, width in enumerate(widths):
        template += (f"[box b{i}]\ntext = ▲{text}\nleft = {10 + i % 3 * 130}\ntop = {5 + i // 3 * 36}\nwidth = {width}\n"
                     "height = 34\nsize = 14\nmin-size = 14\nline-height = 1.2\n")
    done, pdf = preview(biwu, scratch, template)
    checks.check(done.returncode == 0, done.stderr)
    paragraphs = run("pdftotext", "-raw", "-l", "1", pdf, "-").stdout.strip().split("▲")[1:]
    last = [paragraph.split()[-1] for paragraph in paragraphs if len(paragraph.split()) > 1]
    alone = [line for line in last if len(line.strip("，（）。")) < 2]
    checks.check(len(last) == len(widths) and not alone, f"{len(last)} last lines, alone: {alone}")


MIXED = ["李A", "张B明", "A君", "陈1", "第3王", "Zoë", "约翰·K·史密斯", "𠮷田2号"]


def check_mixed_names(checks, biwu, scratch):
    """Names in two scripts come back as they were written, from readers that do not know ActualText as well."""
    folder, pdf = scratch / "mixed", scratch / "mixed.pdf"
    (folder / "scores").mkdir(parents=True)
    (folder / "contest.yaml").write_text("title: 第3届AI比武\nrounds: [{ id: s, method: given }]\n"
                                         "awards: [{ name: 奖, rest: true }]\n", encoding="utf-8")
    (folder / "contestants.csv").write_text("id,name,sector\n" + "".join(f"C{i},{name},社区\n" for i, name in enumerate(MIXED)),
                                            encoding="utf-8")
    (folder / "scores" / "s.csv").write_text("contestant,score\n" + "".join(f"C{i},{90 - i}\n" for i in range(len(MIXED))),
                                             encoding="utf-8")
    for template in ("award", "honour", "modern"):
        done = run(biwu, "certificates", folder, "-o", pdf, "--template", template)
        checks.check(done.returncode == 0, done.stderr)
        for reader in (("pdftotext", pdf, "-"), ("mutool", "draw", "-q", "-F", "txt", pdf)):
            pages = run(*reader).stdout.split("\f")
            lost = [name for name, page in zip(MIXED, pages) if name not in page]
            checks.check(len(pages) >= len(MIXED) and not lost, f"{template}: {reader[0]} does not give back {lost}")


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        check_pictures(checks, biwu, Path(scratch))
        check_refused(checks, biwu, Path(scratch))
        check_vertical(checks, biwu, Path(scratch))
        check_spacing(checks, biwu, Path(scratch))
        check_last_lines(checks, biwu, Path(scratch))
        check_mixed_names(checks, biwu, Path(scratch))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
