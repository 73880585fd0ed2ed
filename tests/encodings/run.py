"""A census of how encodings are told in short files.

usage: run.py TELL

Short tables of people (corpus.py) go through TELL (tell.c), and must come out as they were meant, or be doubted or
refused, as README.md says.
"""
import os
import random
import subprocess
import sys

import corpus

TELL = os.path.abspath(sys.argv[1])
FILES = 2000  # of each kind


def results_of(files):
    """How often which result came of the files: pairs of the text that was meant and its bytes."""
    told = subprocess.run([TELL], input=b"".join(b"%d\n%s" % (len(content), content) for _, content in files),
                          capture_output=True, check=True, timeout=60).stdout
    counts, at = {}, 0
    for text, _ in files:
        end = told.index(b"\n", at)
        errors, warnings, length = map(int, told[at:end].split())
        at = end + 1 + length
        result = "refused" if errors else "right" if told[end + 1:at] == text.encode("utf-8") else "wrong"
        result += ", with a warning" if warnings else ""
        counts[result] = counts.get(result, 0) + 1
    if at != len(told):
        raise AssertionError("results and files do not match")
    return counts


def files_of(name, codec, rows, damage=None):
    """FILES texts, and their bytes, from a seed of their own."""
    chance, files = random.Random(name), []
    while len(files) < FILES:
        text = corpus.text_of(rows(chance), chance.choice(("\n", "\r\n")))
        try:
            content = text.encode(codec)
        except UnicodeEncodeError:  # a name that the encoding does not have
            continue
        files.append((text, damage(chance, content) if damage else content))
    return files


def few_rows(rows):
    return [row[:2] for row in rows[:3]]


def cut_short(chance, utf8):
    """Without its last bytes, so that it ends within a hanzi."""
    ends = [i for i in range(len(utf8) // 2, len(utf8)) if utf8[i] & 0xC0 == 0x80]
    return utf8[:chance.choice(ends)]


ENGLISH = [corpus.ENGLISH]
RIGHT = "right"
DOUBTED = "right, with a warning"
NEVER_SILENT = ("refused", "wrong, with a warning")
CHINESE = ("gb18030", "gbk", "gb2312", "utf-8", "utf-16-le", "utf-16-be")
# Kind, codec, its tables, the results that may come, and the least share of the first of them.
CENSUS = [
    *((f"simplified, Chinese headers, {codec}", codec, corpus.simplified, (RIGHT,), 1) for codec in CHINESE),
    *((f"simplified, English headers, {codec}", codec, lambda chance: corpus.simplified(chance, ENGLISH), (RIGHT,), 1)
      for codec in CHINESE),
    ("none but rare given names, one or two people, gb18030", "gb18030",
     lambda chance: few_rows(corpus.simplified(chance, rare=1)), (RIGHT, DOUBTED), 0.9),
    ("many rare characters, gb18030", "gb18030", lambda chance: corpus.simplified(chance, rare=0.3), (RIGHT,), 1),
    ("one or two people, English headers, gb18030", "gb18030",
     lambda chance: few_rows(corpus.simplified(chance, ENGLISH)), (RIGHT, DOUBTED), 0.999),
    ("traditional, gb18030", "gb18030", corpus.traditional, (RIGHT,), 1),
    ("traditional, big5", "big5", corpus.traditional, ("refused",), 1),
    ("one or two people, English headers, big5", "big5",
     lambda chance: few_rows([list(corpus.ENGLISH), *corpus.traditional(chance)[1:]]),
     ("refused", "wrong, with a warning", "wrong"), 0.4),
    ("Latin, utf-8", "utf-8", lambda chance: corpus.western(chance, corpus.LATIN), (RIGHT,), 1),
    ("Latin, windows-1252", "cp1252", lambda chance: corpus.western(chance, corpus.LATIN), NEVER_SILENT, 0),
    ("Cyrillic, utf-8", "utf-8", lambda chance: corpus.western(chance, corpus.CYRILLIC), ("wrong, with a warning",), 1),
    ("Cyrillic, windows-1251", "cp1251", lambda chance: corpus.western(chance, corpus.CYRILLIC),
     (*NEVER_SILENT, "wrong"), 0.75),
    ("cut off within a hanzi, utf-8", "utf-8", corpus.simplified, ("refused",), 1),
]


def census_complaints():
    for name, codec, rows, may_come, least in CENSUS:
        counts = results_of(files_of(name, codec, rows, cut_short if name.startswith("cut") else None))
        print(f"{name}: " + ", ".join(f"{count} {result}" for result, count in sorted(counts.items())))
        if set(counts) - set(may_come) or counts.get(may_come[0], 0) < least * FILES:
            yield f"{name}: not as README.md says: {counts}"


def main():
    wrong = list(census_complaints())
    for complaint in wrong:
        print(complaint)
    return bool(wrong)


sys.exit(main())
