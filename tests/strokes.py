"""templates/characters/strokes.txt, made again from Unihan and the stroke codes of an input method, and compared.

usage: strokes.py [--write]

The Table of General Standard Characters is in three parts, each in the order of strokes; its numbers are Unihan's kTGH. The
codes serve to merge the three: a code that contradicts the table's own order is not trusted, and the character stands behind the
one before it.
"""
import bisect
import bz2
import sys
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "templates/characters/strokes.txt"
UNIHAN = "/usr/share/unicode"
CODES = "/usr/share/rime-data/stroke.dict.yaml"
LEVELS = ((1, 3500), (3501, 6500), (6501, 8105))
STROKES = str.maketrans("hspnz", "12345")


def numbers(folder):
    """Each character's number in the table, of Unihan's kTGH."""
    found = {}
    for path in Path(folder).glob("Unihan_*.txt.bz2"):
        for line in bz2.open(path, "rt", encoding="utf-8"):
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == "kTGH":
                found[int(parts[2].removeprefix("2013:"))] = chr(int(parts[0][2:], 16))
    return found


def codes(dictionary):
    """The strokes of each character, as they are written on the mainland: of several the last."""
    found = {}
    for line in open(dictionary, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) >= 2 and len(parts[0]) == 1:
            found[parts[0]] = parts[1].translate(STROKES)
    return found


def trusted(keys):
    """The indices of a longest non-descending subsequence, of keys that are not None."""
    tails, ends, before = [], [], {}
    for index, key in enumerate(keys):
        if key is None:
            continue
        at = bisect.bisect_right(tails, key)
        tails[at:at + 1], ends[at:at + 1] = [key], [index]
        before[index] = ends[at - 1] if at else None
    kept, index = set(), ends[-1]
    while index is not None:
        kept.add(index)
        index = before[index]
    return kept


def level_of(characters, strokes):
    """Characters with keys that do not descend: the table's order is right, a code that contradicts it is not."""
    keys = [(len(strokes[c]), strokes[c]) if c in strokes else None for c in characters]
    kept, last, known = trusted(keys), (0, ""), []
    for index, character in enumerate(characters):
        last = keys[index] if index in kept else last
        known.append((last, character))
    return known, len(characters) - len(kept)


def order():
    table, strokes = numbers(UNIHAN), codes(CODES)
    assert sorted(table) == list(range(1, 8106))
    everything, doubted = [], 0
    for level, (first, last) in enumerate(LEVELS):
        known, doubtful = level_of([table[number] for number in range(first, last + 1)], strokes)
        doubted += doubtful
        everything += [(key, level, index, character) for index, (key, character) in enumerate(known)]
    return "".join(item[3] for item in sorted(everything)), doubted


def main():
    lines = FILE.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    made, doubted = order()
    if "--write" in sys.argv[1:]:
        rows = [made[at:at + 60] for at in range(0, len(made), 60)]
        FILE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    # Of 8,105: more would mean that table and codes do not speak of the same strokes.
    is_same = "".join(lines[len(head):]) == made and doubted < 150
    print(f"{len(made)} hanzi, {doubted} without a code that agrees with the table: {'the same' if is_same else 'not the same'}")
    return not is_same


sys.exit(main())
