"""A contest in every encoding, shape, separator and line ending, as CSV text or workbooks: the same standings byte for byte.

usage: matrix.py BIWU FOLDER …

Each FOLDER is a sound contest in UTF-8 with its marks in long form. All of its tables, and contest.yaml, are written anew
in each combination. Where --encoding is said, each file that has no byte order mark must be told by it, and one that has
a mark whatever it says. Nothing may be doubted.
"""
import csv
import io
import os
import re
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import reshape
from workbooks import Workbook, as_cell

ENCODINGS = {
    # name: (codec, mark, what --encoding says)
    "UTF-8": ("utf-8", b"", "utf-8"),
    "UTF-8 with a mark": ("utf-8", b"\xef\xbb\xbf", "gb18030"),
    "UTF-16LE with a mark": ("utf-16-le", b"\xff\xfe", "gbk"),
    "UTF-16BE with a mark": ("utf-16-be", b"\xfe\xff", "utf-8"),
    "UTF-16LE": ("utf-16-le", b"", "utf-16le"),
    "UTF-16BE": ("utf-16-be", b"", "utf-16be"),
    "UTF-16, little": ("utf-16-le", b"", "utf-16"),
    "UTF-16, big": ("utf-16-be", b"", "utf-16"),
    "GB18030": ("gb18030", b"", "gb18030"),
    "GBK": ("gbk", b"", "gbk"),
    "GB2312": ("gb2312", b"", "gb2312"),
}
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n"}
OF_ENCODING = re.compile(r"\b(?:GB18030|UTF-8|UTF-16|Big5|NUL)\b")


def ranked(biwu, folder, *options, **environment):
    run = subprocess.run([biwu, "rank", folder, "--format", "json", *options], capture_output=True, timeout=60,
                         env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "NO_COLOR": "1", **environment})
    return run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")


# ---- shapes ----

def of_round(contest, round_id):
    """Its marks: {(contestant, judge, criterion): cell}."""
    return {mark[1:4]: mark[4] for mark in contest.marks if mark[0] == round_id}


def long(contest):
    yield "marks", [["round", "contestant", "judge", "criterion", "score"], *map(list, contest.marks)]


def given(contest, round_id):
    yield round_id, [["round", "contestant", "score"], *([round_id, c, cell] for (c, _, _), cell in
                                                          of_round(contest, round_id).items())]


def by_judge(contest):
    """A table for each round and criterion, which stand in its name."""
    for round_id in contest.rounds:
        cells = of_round(contest, round_id)
        judges = list(dict.fromkeys(j for _, j, _ in cells if j))
        for criterion in contest.criteria(round_id) if judges else ():
            contestants = dict.fromkeys(c for c, _, k in cells if k == criterion)
            name = f"{round_id}-{criterion}" if len(contest.criteria(round_id)) > 1 else round_id
            yield name, [["编号", *judges], *([c, *(cells.get((c, j, criterion), "") for j in judges)]
                                            for c in contestants)]
        if cells and not judges:
            yield from given(contest, round_id)


def by_sheet(contest):
    for round_id in contest.rounds:
        cells = of_round(contest, round_id)
        criteria = list(contest.criteria(round_id))
        sheets = dict.fromkeys((c, j) for c, j, _ in cells if j)
        if sheets:
            yield round_id, [["round", "评委", "选手", *criteria], *([round_id, j, c, *(cells.get((c, j, k), "") for k in criteria)]
                                                             for c, j in sheets)]
        elif cells:
            yield from given(contest, round_id)


SHAPES = {"long": long, "by judge": by_judge, "by sheet": by_sheet}


# ---- files ----

def other_tables(folder):
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as lines:
            yield path.stem, [row for row in csv.reader(lines) if row]


def tables(folder):
    """{shape: {name without ending: rows}}"""
    contest, others = reshape.Contest(folder), dict(other_tables(folder))
    return {shape: {**others, **{f"scores/{name}": rows for name, rows in write(contest)}}
            for shape, write in SHAPES.items()}


def in_gb2312(text):
    """GBK and GB2312 lack some characters."""
    return "".join(c if c.encode("gb2312", "ignore") or c.isascii() else "某" for c in text)


def as_text(rows, separator, line_end):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(rows)
    return out.getvalue()


def write_texts(folder, texts, codec, mark):
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(mark + text.encode(codec))


class Matrix:
    def __init__(self, biwu, source):
        self.biwu, self.tables = biwu, tables(source)
        self.rules = (source / "contest.yaml").read_text(encoding="utf-8")
        self.title, self.compared, self.complaints = source.name, 0, []
        self.expected = self.standings_of(source)
        with tempfile.TemporaryDirectory() as parent:
            plain = Path(parent) / "contest"
            for path in source.rglob("*.*"):
                if path.suffix in (".csv", ".yaml"):
                    write_texts(plain, {path.relative_to(source): in_gb2312(path.read_text(encoding="utf-8"))}, "utf-8", b"")
            self.expected_in_gb2312 = self.standings_of(plain)

    def standings_of(self, folder):
        code, standings, complaints = ranked(self.biwu, folder)
        assert code == 0 and b"ranking" in standings, complaints
        return standings

    def compare(self, way, folder, expected, *options, **environment):
        code, found, complaints = ranked(self.biwu, folder, *options, **environment)
        self.compared += 1
        if code != 0 or found != expected or OF_ENCODING.search(complaints):
            errors = [line for line in complaints.splitlines() if ": error: " in line or OF_ENCODING.search(line)]
            self.complaints.append("\n  ".join([f"{self.title}: {', '.join(way)}: exit {code}", *errors[:3]]))

    def with_encoding(self, way, asked, folder, expected):
        self.compare(way, folder, expected)
        self.compare([*way, f"--encoding {asked}"], folder, expected, "--encoding", asked)

    def texts(self, encoding, shape, separator, line_end):
        codec, mark, asked = ENCODINGS[encoding]
        texts = {f"{name}.csv": as_text(rows, SEPARATORS[separator], LINE_ENDS[line_end])
                 for name, rows in self.tables[shape].items()}
        texts["contest.yaml"] = self.rules.replace("\n", LINE_ENDS[line_end])
        expected = self.expected
        if codec in ("gbk", "gb2312"):
            texts, expected = {name: in_gb2312(text) for name, text in texts.items()}, self.expected_in_gb2312
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent) / "contest"
            write_texts(folder, texts, codec, mark)
            self.with_encoding([encoding, shape, separator, line_end], asked, folder, expected)

    def workbooks(self, shape):
        """contest.yaml is a text in any case; a locale with decimal commas changes nothing."""
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent) / "contest"
            (folder / "scores").mkdir(parents=True)
            for name, rows in self.tables[shape].items():
                Workbook([[as_cell(cell) for cell in row] for row in rows]).save(folder / f"{name}.xlsx")
            for encoding, line_end in product(ENCODINGS, LINE_ENDS):
                codec, mark, asked = ENCODINGS[encoding]
                rules = self.rules.replace("\n", LINE_ENDS[line_end])
                if codec in ("gbk", "gb2312"):
                    continue
                write_texts(folder, {"contest.yaml": rules}, codec, mark)
                self.with_encoding([encoding, shape, "xlsx", line_end], asked, folder, self.expected)
            self.compare([shape, "xlsx", "decimal commas"], folder, self.expected, LC_ALL="de_DE.UTF-8")

    def run(self):
        for way in product(ENCODINGS, SHAPES, SEPARATORS, LINE_ENDS):
            self.texts(*way)
        for shape in SHAPES:
            self.workbooks(shape)


def main(biwu, folders):
    texts = len(ENCODINGS) * len(SHAPES) * len(SEPARATORS) * len(LINE_ENDS) * 2
    workbooks = len(SHAPES) * ((len(ENCODINGS) - 2) * len(LINE_ENDS) * 2 + 1)
    failed = False
    for folder in folders:
        matrix = Matrix(biwu, Path(folder))
        matrix.run()
        print(*matrix.complaints, f"{matrix.title}: {matrix.compared} combinations, {len(matrix.complaints)} differ",
              sep="\n")
        failed |= bool(matrix.complaints) or matrix.compared != texts + workbooks
    return failed or not folders


sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2:]))
