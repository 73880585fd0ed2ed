"""A contest whose tables are workbooks gives the same bytes as from CSV text, however the workbooks are written.

usage: workbooks_in.py BIWU
"""
import os
import re
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from workbooks import MAIN, Workbook, formula, relations, styled

BIWU = sys.argv[1]


def run(*arguments, **environment):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, timeout=60,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **environment})
    return done.returncode, done.stdout, done.stderr.decode()


CONTEST = """title: 书写
rounds:
  - { id: stage, name: 登台, method: mean, digits: 2, overtime: { limit: 8:00, deduct: 1 } }
"""
PEOPLE = {
    "contestants": [["编号", "姓名", "领域"], ["01", "张䶮", "甲"], ["02", "李 四", "甲"]],
    "judges": [["id", "name"], ["J1", "王评委"], ["J2", "赵评委"]],
    "timings": [["contestant", "seconds"], ["01", 480], ["02", 510]],
    "scores/marks": [["contestant", "judge", "score"],
                     ["01", "J1", 19.99], ["01", "J2", 90.1], ["02", "J1", 0.3], ["02", "J2", 88]],
}


def books(folder):
    return {name: Workbook(rows, styles=["00", "h:mm", "[h]:mm:ss"]) for name, rows in PEOPLE.items()}


def ranked(folder, made):
    (folder / "scores").mkdir(parents=True)
    (folder / "contest.yaml").write_text(CONTEST, encoding="utf-8")
    for name, book in made.items():
        book.save(folder / f"{name}.xlsx")
    code, out, err = run("rank", folder, "--format", "csv")
    assert code == 0, err
    return out.decode(), err


# By hand: (19.99 + 90.1) / 2 = 55.045, half up 55.05; (0.3 + 88) / 2 = 44.15, and 30 seconds too many take one point.
EXPECTED = """sector,rank,contestant,name,unit,final,award,status,stage
甲,1,01,张䶮,,55.05,,competing,55.05
甲,2,02,李 四,,43.15,,competing,43.15
"""


def rewritten(change):
    """The contest with a change to each workbook's parts, by name."""
    def test(parent):
        made = books(parent)
        before = {name: dict(book.parts) for name, book in made.items()}
        for book in made.values():
            change(book)
        assert all(book.parts != before[name] for name, book in made.items())
        assert ranked(parent / "c", made) == (EXPECTED, "")
    return test


def sheet_of(book, pattern, by):
    name = "xl/worksheets/sheet1.xml"
    book.parts[name] = re.sub(pattern, by, book.parts[name])


def without_names(book):
    """Cells and rows need not say where they stand."""
    sheet_of(book, r' r="[A-Z]*\d+"', "")


def with_prefixes(book):
    """Elements may carry a prefix, as some libraries write them."""
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        text = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", book.parts[name])
        book.parts[name] = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')


def in_utf_16(book):
    for name in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        book.parts[name] = book.parts[name].replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def rich(book):
    """Runs of letters in several fonts, and readings above them, which are no part of the text."""
    def runs(found):
        text = found.group(1)
        return (f"<si><r><rPr><b/></rPr><t>{text[:1]}</t></r><r><t xml:space=\"preserve\">{text[1:]}</t></r>"
                '<rPh sb="0" eb="1"><t>はん</t></rPh><phoneticPr fontId="1"/></si>')
    name = "xl/sharedStrings.xml"
    book.parts[name] = re.sub(r"<si><t[^>]*>([^<]*)</t></si>", runs, book.parts[name])


def inline(book):
    texts = list(book.strings)
    sheet_of(book, r't="s"><v>(\d+)</v>',
             lambda found: f't="inlineStr"><is><r><t>{texts[int(found.group(1))]}</t></r>'
                           "<rPh sb='0' eb='1'><t>はん</t></rPh></is>")
    del book.parts["xl/sharedStrings.xml"]
    book.parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", "worksheets/sheet1.xml"),
                                                         ("rId1001", "styles", "styles.xml"))


def elsewhere(book):
    """Parts lie where the relations say, absolute or relative."""
    book.parts["_rels/.rels"] = relations(("a", "officeDocument", "/book/main/w.xml"))
    book.parts["book/main/w.xml"] = book.parts.pop("xl/workbook.xml")
    book.parts["book/main/_rels/w.xml.rels"] = relations(
        ("rId1", "worksheet", "../Blatt.xml"), ("y", "styles", "/S.xml"), ("z", "sharedStrings", "t/u.xml"))
    del book.parts["xl/_rels/workbook.xml.rels"]
    book.parts["book/blatt.xml"] = book.parts.pop("xl/worksheets/sheet1.xml")
    book.parts["S.xml"] = book.parts.pop("xl/styles.xml")
    book.parts["book/main/t/u.xml"] = book.parts.pop("xl/sharedStrings.xml")


def decorated(book):
    """Hidden rows, merged cells, blank cells with a style beyond the table, and what else stands around it."""
    sheet_of(book, r'<row r="(\d+)">', r'<row r="\1" hidden="1" ht="20"><!-- hidden -->')
    rows = count(1)
    sheet_of(book, r"</row>", lambda found: f'<c r="XFD{next(rows)}" s="1"/></row>')
    sheet_of(book, r"</sheetData>", '</sheetData><mergeCells><mergeCell ref="A9:C9"/></mergeCells>'
             "<extLst><ext><x14:row xmlns:x14='x'><x14:c t='s'><x14:v>99</x14:v></x14:c></x14:row></ext></extLst>")


def as_numbers(parent):
    """01 and 02 as numbers that are shown with two digits, times in three ways of showing them, and results."""
    made = books(parent)
    made["contestants"] = Workbook([["编号", "姓名", "领域"], [styled(1, 1), "张䶮", "甲"], [styled(2, 1), "李 四", "甲"]],
                                   styles=["00"])
    made["timings"] = Workbook([["contestant", "seconds"], [styled(1, 1), styled(8 / 24, 2)],
                                [styled(2, 1), styled(8.5 / 1440, 3)]], styles=["00", "h:mm", "[h]:mm:ss"])
    marks = [list(row) for row in PEOPLE["scores/marks"]]
    marks[1][2] = formula("10+9.99", "19.989999999999998")
    marks[2][1] = formula('"J"&"2"', "J2", t="str")
    marks[3][2] = "０．３"
    made["scores/marks"] = Workbook(marks)
    assert ranked(parent / "c", made) == (EXPECTED, "")


def plain(parent):
    assert ranked(parent / "c", books(parent)) == (EXPECTED, "")


def draw_leaves_a_workbook_alone(parent):
    ranked(parent / "c", books(parent))
    before = (parent / "c" / "contestants.xlsx").read_bytes()
    code, out, err = run("draw", parent / "c", "--seed", "1")
    assert code == 0 and out.decode().startswith("draw,id,"), (out, err)
    code, _, err = run("draw", parent / "c", "--seed", "1", "-o", parent / "drawn.csv")
    assert code == 1 and "contestants.xlsx: error: the column draw cannot be filled in in a workbook" in err, err
    assert not (parent / "drawn.csv").exists() and (parent / "c" / "contestants.xlsx").read_bytes() == before


TESTS = [plain, as_numbers, draw_leaves_a_workbook_alone]
TESTS += [rewritten(change) for change in (without_names, with_prefixes, in_utf_16, rich, inline, elsewhere,
                                             decorated)]

for test in TESTS:
    with tempfile.TemporaryDirectory() as folder:
        test(Path(folder))
print(f"{len(TESTS)} passed")
