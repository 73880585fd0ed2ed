"""2,000 characters as they come out of our PDFs, against FreeType drawing the same characters straight from the fonts.

usage: glyphs.py GLYPH_SHEET

A composite glyph that lost a part, a glyph of another character, a wrong place or width of the outlines all show as a blot.
Both pictures have 48 dots an em, and are compared in fields of four by four dots.
"""
import random
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import freetype
from PIL import Image, ImageChops
from printed import Checks

CELL, SIZE, ACROSS, MARGIN, BASELINE = 80, 48, 10, 12, 58  # as in glyph_sheet.c
FIELD = 4
BLOT = 8  # of 255: how much darker or lighter a field may be; 0 is what was seen
SHEETS = [  # role of fonts.h, characters, how many of them
    (1, range(0x4E00, 0x9FA6), 500),    # body: Kai, TrueType
    (3, range(0x4E00, 0x9FA6), 400),    # Song, CFF
    (5, range(0x4E00, 0x9FA6), 300),    # Hei, CFF
    (3, range(0x3400, 0x4DB6), 200),    # extension A
    (3, range(0x20000, 0x2A6D7), 300),  # extension B: fonts of rare characters
    (3, [*range(0xC0, 0x24F), *range(0x1E00, 0x1F16), *range(0x1F20, 0x1F46)], 100),  # Latin and Greek with marks
]
COMPOSED = ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", 200)  # letters put together from letters and marks


def sheet(program, role, characters, scratch, *font):
    """The pages of the PDF as one picture each, and the font of each character."""
    pdf = Path(scratch, "sheet.pdf")
    said = subprocess.run([program, str(role), str(pdf), *font], input="".join(characters), check=True, capture_output=True,
                          text=True, encoding="utf-8").stdout.splitlines()
    assert len(said) == len(characters)
    subprocess.run(["pdftoppm", "-gray", "-r", "72", str(pdf), str(Path(scratch, "page"))], check=True)
    files = sorted(Path(scratch).glob("page*.pgm"))
    pages = [Image.open(file).copy() for file in files]
    for file in files:
        file.unlink()
    return pages, [line.split(" ", 1) for line in said]


def cell_of(pages, number):
    page, cell = divmod(number, ACROSS * ACROSS)
    left, top = cell % ACROSS * CELL, cell // ACROSS * CELL
    return pages[page].crop((left, top, left + CELL, top + CELL))


def drawn_by_freetype(face, character):
    face.load_char(character, freetype.FT_LOAD_RENDER | freetype.FT_LOAD_NO_HINTING)
    bitmap = face.glyph.bitmap
    picture = Image.new("L", (CELL, CELL), 255)
    if bitmap.width:
        ink = Image.frombytes("L", (bitmap.width, bitmap.rows), bytes(bitmap.buffer), "raw", "L", bitmap.pitch)
        place = (MARGIN + face.glyph.bitmap_left, BASELINE - face.glyph.bitmap_top)
        picture.paste(ImageChops.invert(ink), place)
    return picture


def composites_of(file):
    """All of a font that stay within their cell: no marks on their own, nothing wider than a hanzi."""
    face = freetype.Face(file)
    return [code for code, _ in face.get_chars() if is_composite(face, chr(code))
            and not unicodedata.combining(chr(code)) and face.glyph.advance.x <= face.units_per_EM]


def is_composite(face, character):
    face.load_char(character, freetype.FT_LOAD_NO_RECURSE | freetype.FT_LOAD_NO_SCALE)
    return face.glyph.format == freetype.FT_GLYPH_FORMAT_COMPOSITE


def blot(ours, theirs):
    return ImageChops.difference(ours.reduce(FIELD), theirs.reduce(FIELD)).getextrema()[1]


class Comparison:
    def __init__(self):
        self.checks, self.faces, self.counts = Checks(), {}, {}
        self.worst = self.composites = self.told_apart = 0

    def face_of(self, file, index):
        if (file, index) not in self.faces:
            self.faces[file, index] = freetype.Face(file, int(index))
            self.faces[file, index].set_pixel_sizes(SIZE, SIZE)
        self.counts[Path(file).name] = self.counts.get(Path(file).name, 0) + 1
        return self.faces[file, index]

    def compare(self, ours, character, neighbour, index, file):
        face = self.face_of(file, index)
        theirs = drawn_by_freetype(face, character)
        difference = blot(ours, theirs)
        self.worst = max(self.worst, difference)
        self.composites += is_composite(face, character)
        self.told_apart += blot(ours, drawn_by_freetype(face, neighbour)) > BLOT
        self.checks.check(difference <= BLOT and face.get_char_index(character),
                          f"U+{ord(character):04X} {character} of {file}: a blot of {difference}")


def main(program):
    comparison = Comparison()
    chance = random.Random(20231026)
    with tempfile.TemporaryDirectory() as scratch:
        font, count = COMPOSED
        for role, among, count, *font in [*SHEETS, (1, composites_of(font), count, font)]:
            characters = [chr(code) for code in sorted(chance.sample(among, count))]
            pages, fonts = sheet(program, role, characters, scratch, *font)
            for number, (character, (index, file)) in enumerate(zip(characters, fonts)):
                comparison.compare(cell_of(pages, number), character, characters[number - 1], index, file)
    checks, compared = comparison.checks, sum(comparison.counts.values())
    checks.check(compared == 2000, f"{compared} characters were compared")
    checks.check(comparison.told_apart > 0.98 * compared, f"only {comparison.told_apart} are told from their neighbours")
    checks.check(comparison.composites >= COMPOSED[1], f"only {comparison.composites} composite glyphs")
    print(", ".join(f"{font}: {count}" for font, count in sorted(comparison.counts.items())))
    print(f"{comparison.composites} composite glyphs; {comparison.told_apart} told from their neighbours; "
          f"the darkest blot is {comparison.worst} of 255, {BLOT} is too much")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
