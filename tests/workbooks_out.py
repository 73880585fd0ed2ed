"""The workbook that `rank -o FILE.xlsx` writes, read by hand by the standard, and by openpyxl.

usage: workbooks_out.py BIWU SAMPLE
"""
import csv
import json
import os
import posixpath
import re
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

try:
    import openpyxl
except ImportError:  # it belongs to the system's Python, and another may stand before it in PATH
    if sys.executable == "/usr/bin/python3":
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

GOLDEN = Path(__file__).resolve().parent / "golden"
BIWU, SAMPLE = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def run(*arguments, code=0, **environment):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, timeout=60,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **environment})
    assert done.returncode == code, (arguments, done)
    return done


# ---- by the standard ----

def check_package(path):
    """Every part is well-formed and has a content type; every relation leads to a part; cells stand in their order."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in names}
    types = trees["[Content_Types].xml"]
    overrides = {entry.get("PartName") for entry in types.iter(TYPES + "Override")}
    defaults = {entry.get("Extension") for entry in types.iter(TYPES + "Default")}
    for name in names:
        assert "/" + name in overrides or name.rsplit(".", 1)[1] in defaults, name
    for name in names:
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            for relation in trees[name]:
                target = posixpath.normpath(posixpath.join(base, relation.get("Target")))
                assert target in names, (name, target)
    return trees


def number(written):
    """The library writes 16 digits of a double; spreadsheets show 15."""
    return Fraction(f"{float(written):.15g}")


def sheets_of(path):
    """{name: [row: [(type, text or number)]]}, by the parts alone."""
    trees = check_package(path)
    book, relations = trees["xl/workbook.xml"], trees["xl/_rels/workbook.xml.rels"]
    targets = {relation.get("Id"): "xl/" + relation.get("Target") for relation in relations}
    styles = [int(xf.get("numFmtId")) for xf in trees["xl/styles.xml"].find(MAIN + "cellXfs")]
    codes = {int(entry.get("numFmtId")): entry.get("formatCode") for entry in trees["xl/styles.xml"].iter(MAIN + "numFmt")}
    codes.update({0: "General", 1: "0", 2: "0.00"})
    found = {}
    for sheet in book.iter(MAIN + "sheet"):
        tree = trees[targets[sheet.get(RELATED + "id")]]
        assert not list(tree.iter(MAIN + "f")), "a formula"
        rows, last = [], 0
        for row in tree.iter(MAIN + "row"):
            assert int(row.get("r")) == last + 1
            last, cells, column = last + 1, {}, 0
            for cell in row:
                letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                place = 0
                for letter in letters:
                    place = place * 26 + ord(letter) - 64
                assert place > column and int(digits) == last
                column = place
                if cell.get("t") == "inlineStr":
                    cells[place] = "".join(text.text or "" for text in cell.iter(MAIN + "t"))
                else:
                    assert cell.get("t") in (None, "n"), cell.attrib
                    cells[place] = (number(cell.find(MAIN + "v").text), codes[styles[int(cell.get("s", 0))]])
            rows.append([cells.get(c) for c in range(1, column + 1)])
        found[sheet.get("name")] = rows
    return found


def by_heading(rows, heading):
    headings = rows[heading]
    return [dict(zip(headings, row + [None] * len(headings))) for row in rows[heading + 1:]]


# ---- tests ----

def standings_are_those_of_json(folder):
    run("rank", SAMPLE, "-o", folder / "s.xlsx")
    document = json.loads(run("rank", SAMPLE, "--format", "json").stdout)
    sheets = sheets_of(folder / "s.xlsx")
    sectors = [sector["sector"] for sector in document["sectors"]]
    assert list(sheets) == sectors + [f"marks {name}" for name in sectors], list(sheets)
    assert len(sectors) == 2
    for sector in document["sectors"]:
        title = sheets[sector["sector"]][0]
        assert title == [f"{document['contest']} · {sector['sector']}"], title
        rows = by_heading(sheets[sector["sector"]], 1)
        for row, standing in zip(rows, sector["ranking"]):
            assert row["Rank"] == (standing["rank"], "0")
            assert (row["Id"], row["Name"], row["Unit"]) == (
                standing["contestant"], standing["name"], standing["unit"])
            assert row["Final"] == (Fraction(standing["final"]), "0.00")
            assert row["Award"] == standing.get("award"), row
            assert row["登台述评"] == (Fraction(standing["rounds"]["stage"]["score"]), "0.00")
        unranked = rows[len(sector["ranking"]):]
        assert [row["Id"] for row in unranked] == [entry["contestant"] for entry in sector["unranked"]]
        assert all(row["Final"] is None and row["Rank"] is None and row["Note"] == "withdrawn" for row in unranked)


def marks_are_those_of_the_files(folder):
    """Every mark of the scores folder stands in the sheet of marks once, and nothing else does."""
    run("rank", SAMPLE, "-o", folder / "s.xlsx")
    sheets = sheets_of(folder / "s.xlsx")
    rules = (SAMPLE / "contest.yaml").read_text(encoding="utf-8")
    criteria = dict(re.findall(r"\{ ?id: (\w+), *name: ([^,}]+?) *[,}]", rules))
    judges = {row["id"] if "id" in row else row["编号"] for row in csv.DictReader(
        open(SAMPLE / "judges.csv", encoding="utf-8-sig"))}
    found = {}
    for name in [name for name in sheets if name.startswith("marks ")]:
        for row in by_heading(sheets[name], 0):
            if row["Judge"] in judges and row["Mark"] and row["Criterion"] != "Total":
                key = row["Id"], row["Round"], row["Judge"], row["Criterion"]
                assert key not in found
                found[key] = row["Mark"][0]
    rounds = {"written": "书面比武", "stage": "登台述评"}
    given = {}
    for path in (SAMPLE / "scores").glob("*.csv"):
        for row in csv.DictReader(open(path, encoding="utf-8-sig")):
            values = list(row.values())
            if re.fullmatch(r"[\d.]+", values[-1]):
                criterion = criteria.get(values[3]) if len(values) > 4 else None
                given[values[1], rounds.get(values[0], values[0]), values[2], criterion] = Fraction(values[-1])
    differing = sorted(given.items() ^ found.items(), key=str)
    assert len(given) > 1500 and found == given, differing[:6]


def steps_are_those_of_explain(folder):
    """Each line that explain tells of a step stands in the sheet of marks, in its order."""
    run("rank", SAMPLE, "-o", folder / "s.xlsx")
    sheets = sheets_of(folder / "s.xlsx")
    for contestant, sector in (("SQ02", "社区"), ("JD04", "街道"), ("JD43", "街道")):
        told = run("explain", SAMPLE, contestant).stdout.decode().split("\nResult\n")[0]
        rows = [row for row in by_heading(sheets[f"marks {sector}"], 0) if row["Id"] == contestant]
        steps = [row["Note"] for row in rows if not row["Judge"]]
        lines = [line.strip() for line in told.splitlines()]
        at = 0
        for step in steps:
            at = lines.index(step, at) + 1
        assert len(steps) >= 6, steps
        dropped = [(row["Judge"], row["Note"]) for row in rows if row["Criterion"] == "Total" and row["Note"]]
        assert len(dropped) == 2 and {note for _, note in dropped} == {"highest, dropped", "lowest, dropped"}
        assert all(row["Note"] for row in rows if row["Judge"] in [judge for judge, _ in dropped]
                   and row["Round"] == "登台述评")


def rows_of(case, contestant, folder):
    run("rank", GOLDEN / case, "-o", folder / "s.xlsx")
    return [row for name, rows in sheets_of(folder / "s.xlsx").items() if name.startswith("marks ")
            for row in by_heading(rows, 0) if row["Id"] == contestant]


def worked_examples_are_told_as_by_hand(folder):
    """The lines that the examples' explanations, written by hand, tell of steps are the notes, and a judge's row ends
    in what the table there ends in."""
    explanations = sorted(GOLDEN.glob("*/expected/explanation.txt"))
    of_a_judge = re.compile(r"(?:\S+ +)?(J\d+) ")
    for path in explanations:
        told = path.read_text(encoding="utf-8").split("\nResult\n")[0]
        lines = [line.strip() for line in told.splitlines()]
        steps = [line for line in lines if ":" in line and not of_a_judge.match(line)]
        notes, remarks = [], []
        for row in rows_of(path.parent.parent.name, "C01", folder):
            is_sheet = row["Judge"] and not (row["Criterion"] and row["Criterion"] != "Total")
            is_step = not row["Judge"] or (row["Mark"] is None and not is_sheet)
            if is_step and row["Note"]:  # a mark that is given has neither judge nor note
                notes.append(row["Note"])
            elif is_sheet:
                remarks.append((row["Judge"], row["Note"]))
        assert notes == steps, (path, notes, steps)
        table = [line for line in lines if of_a_judge.match(line)]
        assert [of_a_judge.match(line)[1] for line in table] == [judge for judge, _ in remarks], (path, remarks)
        for line, (_, remark) in zip(table, remarks):
            assert line.endswith(remark) if remark else re.search(r"[\d.]+\)?$", line), (path, line, remark)
    assert len(explanations) >= 8


def dropped_marks_say_which_of_equal_ones(folder):
    """J4's 7 is as low as J1's and stays; J5's 9 is as high as J3's, but on a sheet that is not whole."""
    notes = {(row["Judge"], row["Criterion"]): row["Note"] for row in rows_of("explain-criteria", "C01", folder)
             if row["Judge"] and row["Mark"] and row["Note"]}
    assert notes == {
        ("J1", "技巧"): "lowest, dropped", ("J1", "风格"): "lowest, dropped: of equal ones the first judge's",
        ("J3", "技巧"): "highest, dropped", ("J3", "风格"): "highest, dropped",
        ("J5", "技巧"): "not here yet, or not whole"}, notes


def marks_without_a_judge_are_written(folder):
    row = rows_of("method-given", "C02", folder)[0]
    assert (row["Judge"], row["Mark"][0], row["Note"]) == (None, Fraction("91.5"), None), row


def a_second_reader_agrees(folder):
    run("rank", SAMPLE, "-o", folder / "s.xlsx")
    book = openpyxl.load_workbook(folder / "s.xlsx")
    by_hand = sheets_of(folder / "s.xlsx")
    assert book.sheetnames == list(by_hand)
    assert book.properties.title == "全市街道社区党组织书记比武争星"
    for sheet in book:
        assert sheet.freeze_panes == ("A2" if sheet.title.startswith("marks") else "A3")
        for row, expected in zip(sheet.iter_rows(), by_hand[sheet.title], strict=True):
            for cell, value in zip(row, expected + [None] * len(row)):
                if isinstance(value, tuple):
                    assert cell.data_type == "n" and number(cell.value) == value[0]
                    assert cell.number_format == value[1]
                else:
                    assert cell.value == value and (value is None or cell.data_type in "s"), (cell, value)


def bytes_are_the_same_at_any_time_and_place(folder):
    run("rank", SAMPLE, "-o", folder / "a.xlsx")
    run("rank", SAMPLE, "--format", "xlsx", "-o", folder / "b.xlsx", TZ="Asia/Shanghai", LC_ALL="de_DE.UTF-8")
    piped = run("rank", SAMPLE, "--format", "xlsx", "-o", "-").stdout
    assert (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes() == piped
    assert sorted(os.listdir(folder)) == ["a.xlsx", "b.xlsx"]


def names_are_never_formulas(folder):
    contest = folder / "c"
    (contest / "scores").mkdir(parents=True)
    (contest / "contest.yaml").write_text("title: '=1+1'\nrounds: [ { id: r, name: '+r', method: mean } ]\n")
    (contest / "contestants.csv").write_text("id,name,sector\nC1,=SUM(A1),A/B:C\nC2,+1,a/b:c\nC3,@x,A/B:C\n007,-2,A/B:C\n")
    (contest / "judges.csv").write_text("id,name\nJ1,=J\n")
    (contest / "scores" / "s.csv").write_text("contestant,judge,score\nC1,J1,100\nC2,J1,0.5\n007,J1,0\n")
    run("rank", contest, "-o", folder / "s.xlsx")
    sheets = sheets_of(folder / "s.xlsx")
    assert list(sheets) == ["A_B_C", "a_b_c (2)", "marks A_B_C", "marks a_b_c (2)"], list(sheets)
    rows = by_heading(sheets["A_B_C"], 1)
    assert [(row["Id"], row["Name"]) for row in rows] == [("C1", "=SUM(A1)"), ("007", "-2"), ("C3", "@x")], rows
    assert [row["Final"] for row in rows] == [(100, "0.00"), (0, "0.00"), None]
    assert sheets["A_B_C"][0] == ["=1+1 · A/B:C  provisional: not complete"]
    only = folder / "only.xlsx"
    run("rank", contest, "--sector", "a/b:c", "-o", only)
    assert list(sheets_of(only)) == ["a_b_c", "marks a_b_c"]


def errors_write_nothing(folder):
    target = folder / "s.xlsx"
    target.write_bytes(b"old")
    run("rank", folder, "-o", target, code=1)
    assert target.read_bytes() == b"old"
    run("rank", SAMPLE, "--format", "xlsx", code=2)
    run("rank", SAMPLE, "-o", folder / "no" / "such.xlsx", code=3)
    run("rank", SAMPLE, "-o", "/dev/full", "--format", "xlsx", code=3)
    run("rank", SAMPLE, "-o", target)
    assert target.read_bytes().startswith(b"PK\3\4")


TESTS = [standings_are_those_of_json, marks_are_those_of_the_files, steps_are_those_of_explain,
         worked_examples_are_told_as_by_hand, dropped_marks_say_which_of_equal_ones, marks_without_a_judge_are_written,
         a_second_reader_agrees, bytes_are_the_same_at_any_time_and_place, names_are_never_formulas, errors_write_nothing]
for test in TESTS:
    with tempfile.TemporaryDirectory() as folder:
        test(Path(folder))
print(f"{len(TESTS)} passed")
