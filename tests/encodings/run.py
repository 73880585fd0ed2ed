"""Contest folders in every encoding through the whole program, and a census of short files.

usage: run.py BIWU TELL SAMPLE

SAMPLE, a sound contest, must give the same standings in each encoding with LF and with CRLF. In the census short tables of
people (corpus.py) go through TELL (tell.c), and must come out as they were meant, or be doubted, as README.md says.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

BIWU, TELL, SAMPLE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), Path(sys.argv[3])
FILES = 2000  # of each kind
CONVERSIONS = {
    # name: (codec, mark, what --encoding calls it)
    "utf-8": ("utf-8", b"", "utf-8"),
    "utf-8 with a mark": ("utf-8", b"\xef\xbb\xbf", None),
    "utf-16le with a mark": ("utf-16-le", b"\xff\xfe", None),
    "utf-16be with a mark": ("utf-16-be", b"\xfe\xff", None),
    "utf-16le": ("utf-16-le", b"", "utf-16le"),
    "utf-16be": ("utf-16-be", b"", "utf-16be"),
    "utf-16, little": ("utf-16-le", b"", "utf-16"),
    "utf-16, big": ("utf-16-be", b"", "utf-16"),
    "gb18030": ("gb18030", b"", "gb18030"),
    "gbk": ("gbk", b"", "gbk"),
    "gb2312": ("gb2312", b"", "gb2312"),
}
OF_ENCODING = re.compile(r"\b(?:GB18030|UTF-8|UTF-16|Big5|NUL)\b")


def biwu(*arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "NO_COLOR": "1"}
    return subprocess.run([BIWU, *arguments], capture_output=True, env=environment, timeout=60)


# ---- the sample ----

def texts(folder):
    return {path.relative_to(folder): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*")) if path.suffix in (".csv", ".yaml")}


def lay_out(files, folder, codec, mark, line_end):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(mark + text.replace("\n", line_end).encode(codec))


def representable(files, codec):
    try:
        return all(text.encode(codec) is not None for text in files.values())
    except UnicodeEncodeError:
        return False


def sample_complaints():
    rare, plain = texts(SAMPLE), {}
    for name, text in rare.items():  # GBK and GB2312 lack some of the sample's characters
        plain[name] = "".join(c if representable({0: c}, "gb2312") else "某" for c in text)
    compared = 0
    for name, (codec, mark, asked) in CONVERSIONS.items():
        files = rare if representable(rare, codec) else plain
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent) / "contest"
            lay_out(files, folder, "utf-8", b"", "\n")
            expected = biwu("rank", folder, "--format", "json")
            if expected.returncode != 0 or not expected.stdout:
                yield f"{name}: the sample itself is not read: {expected.stderr.decode()}"
        for line_end in ("\n", "\r\n"):
            for told in ([], ["--encoding", asked] if asked else ["--encoding", "gbk"]):
                with tempfile.TemporaryDirectory() as parent:
                    folder = Path(parent) / "contest"
                    lay_out(files, folder, codec, mark, line_end)
                    run = biwu("rank", folder, "--format", "json", *told)
                compared += 1
                if run.stdout != expected.stdout or OF_ENCODING.search(run.stderr.decode()):
                    yield f"{name} {line_end!r} {told}: exit {run.returncode}\n{run.stderr.decode()}"
    if compared != 4 * len(CONVERSIONS):
        yield f"only {compared} folders were compared"


# ---- the census ----

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
    ("many rare characters, gb18030", "gb18030", lambda chance: corpus.simplified(chance, rare=0.3), (RIGHT,), 1),
    ("one or two people, English headers, gb18030", "gb18030",
     lambda chance: few_rows(corpus.simplified(chance, ENGLISH)), (RIGHT, DOUBTED), 0.999),
    ("traditional, gb18030", "gb18030", corpus.traditional, (RIGHT,), 1),
    ("traditional, big5", "big5", corpus.traditional, ("wrong, with a warning",), 1),
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
    wrong = [*sample_complaints(), *census_complaints()]
    for complaint in wrong:
        print(complaint)
    return bool(wrong)


sys.exit(main())
