"""First pages as pictures, against those of tests/paper/golden, each of which somebody has looked at.

usage: pictures.py BIWU [--renew]     --renew makes them and those of docs/gallery.md anew: look at each before it is committed

A page may differ in a few dots: 60 dpi, where a hanzi of 12 points has some forty. It says how many for each that differs,
and lays the new picture and the difference into the folder that it names.
"""
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from printed import ROOT, Checks, code_boxes, print_all

GOLDEN = Path(__file__).resolve().parent / "golden"
PAGES = {  # the document: its pages
    "secretaries-leaderboard": [1, 2, 4],
    "secretaries-scoresheets": [1],
    "secretaries-rules": [1],
    "secretaries-certificates": [1],
    "secretaries-marks": [1],
    "secretaries-script": [1],
    "secretaries-slips": [1],
    "secretaries-register": [1],
    "secretaries-running-order": [1],
    "secretaries-blank-sheets": [1],
    "secretaries-name-plates": [1],
    "secretaries-sign-in": [1],
    "notice-notice": [1],
    "skating-leaderboard": [1],
    "skating-scoresheets": [1],
    "skating-rules": [1],
    "english-certificates": [1],
    "pending-leaderboard": [1],
    "special-certificates": [1],
    "teams-leaderboard": [2],
    "honour-certificates": [1, 2],
    "upright-certificates": [1, 2],
    "modern-certificates": [1],
    "stock-certificates": [2],
    "english-honour-certificates": [1],
    "english-modern-certificates": [1],
    "own-certificates": [2],
    "preview-certificates-team": [7],
    "preview-certificates-team.en": [5],
    "preview-certificates-honour-portrait.en": [2],
    "preview-certificates-stock.en": [2],
    "rare-leaderboard": [1],
    "rare-certificates": [1],
}
GALLERY = {
    "summary": ("secretaries-leaderboard", 1),
    "leaderboard": ("secretaries-leaderboard", 2),
    "marks": ("secretaries-marks", 1),
    "script": ("secretaries-script", 1),
    "slip": ("secretaries-slips", 1),
    "blank-sheets": ("secretaries-blank-sheets", 1),
    "scoresheets": ("secretaries-scoresheets", 1),
    "rules": ("secretaries-rules", 1),
    "certificate": ("secretaries-certificates", 1),
    "rare-certificate": ("rare-certificates", 6),
    "english-leaderboard": ("skating-leaderboard", 1),
    "english-certificate": ("english-certificates", 1),
    "honour": ("honour-certificates", 1),
    "upright": ("upright-certificates", 2),
    "modern": ("modern-certificates", 1),
    "stock": ("stock-certificates", 2),
    "own": ("own-certificates", 2),
    "team": ("preview-certificates-team", 7),
    "english-honour": ("english-honour-certificates", 1),
    "english-modern": ("english-modern-certificates", 1),
    "notice": ("notice-notice", 1),
    "register": ("secretaries-register", 1),
    "running-order": ("secretaries-running-order", 1),
    "name-plates": ("secretaries-name-plates", 1),
    "sign-in": ("secretaries-sign-in", 1),
    "provisional": ("pending-leaderboard", 1),
}
RESOLUTION = 60
LOUD = 64       # of 255: softer differences are those of edges
DOTS_MOST = 20
HASH_HEIGHT = 39  # 16 mm


def picture_of(pdf, page):
    command = ["pdftoppm", "-gray", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), str(pdf)]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, dots = raw.split(b"\n", 3)
    picture = Image.frombytes("L", tuple(int(n) for n in size.split()), dots)
    for _, box in code_boxes(pdf, page):  # what it says changes with the result; where it lies does not
        left, top, right, bottom = (n * RESOLUTION / 72 for n in box)
        picture.paste(128, (int(left) - 1, int(top) - 1, int(right) + 2, int(bottom) + 2))
    if "certificates" not in pdf.name:  # the hash in the footer is of the result, not of the page
        height = HASH_HEIGHT * (2 if "notice" in pdf.name else 1)
        picture.paste(255, (0, picture.height - height, picture.width * 2 // 5, picture.height))
    return picture


def renew_gallery(pdfs):
    folder = ROOT / "docs/images/gallery"
    folder.mkdir(exist_ok=True)
    for name, (document, page) in GALLERY.items():
        raw = subprocess.run(["pdftoppm", "-png", "-r", "90", "-f", str(page), "-l", str(page), pdfs / f"{document}.pdf"],
                             check=True, capture_output=True).stdout
        Image.open(BytesIO(raw)).quantize(32).save(folder / f"{name}.png", optimize=True)


def differing(picture, golden):
    """The dots that differ loudly, as a picture of black and white."""
    return ImageChops.difference(picture, golden).point(lambda value: 255 if value > LOUD else 0)


def compare(checks, picture, name, failures):
    golden = Image.open(GOLDEN / name)
    checks.check(picture.size == golden.size, f"{name}: {picture.size} instead of {golden.size}")
    if picture.size != golden.size:
        return
    difference = differing(picture, golden)
    dots = difference.histogram()[255]
    checks.check(dots <= DOTS_MOST, f"{name}: {dots} dots differ; see {failures}")
    if dots > DOTS_MOST:
        failures.mkdir(exist_ok=True)
        picture.save(failures / name)
        difference.save(failures / name.replace(".png", "-difference.png"))


def main(biwu, renew=""):
    checks = Checks()
    failures = Path(tempfile.gettempdir(), "biwu-pictures")
    shutil.rmtree(failures, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        print_all(biwu, scratch)
        for document, pages in PAGES.items():
            for page in pages:
                name = f"{document}-{page}.png"
                picture = picture_of(Path(scratch, "pdfs", document + ".pdf"), page)
                if renew == "--renew":  # in a few greys, for small files
                    picture.point(lambda value: (value + 8) // 17 * 17).save(GOLDEN / name, optimize=True)
                else:
                    compare(checks, picture, name, failures)
        if renew == "--renew":
            renew_gallery(Path(scratch, "pdfs"))
            return 0
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
