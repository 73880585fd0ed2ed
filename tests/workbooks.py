"""Workbooks for tests, put together by hand from the parts that ECMA-376 names: no spreadsheet is needed.

A cell is None, a number (with 17 significant digits, as Excel writes the double that it keeps: 19.99 becomes
19.989999999999998), a text (a shared string), or Raw: the XML within and the attributes of its <c>.
"""
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Raw:
    def __init__(self, inner, **attributes):
        self.inner, self.attributes = inner, attributes


def formula(text, result=None, **attributes):
    return Raw(f"<f>{escape(text)}</f>" + ("" if result is None else f"<v>{escape(result)}</v>"), **attributes)


def styled(number, style):
    return Raw(f"<v>{number}</v>", s=str(style))


def column_name(number):
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def relations(*rows):
    return (f'{HEAD}<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id={quoteattr(key)} Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for key, kind, target in rows) + "</Relationships>")


class Workbook:
    """The parts of a workbook, by name; a test may change or take away what it likes before it is saved."""

    def __init__(self, *sheets, names=None, states=None, styles=None):
        self.strings = {}
        names = names or [f"Sheet{n}" for n in range(1, len(sheets) + 1)]
        states = states or [None] * len(sheets)
        self.parts = {"_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml"))}
        self.parts["xl/workbook.xml"] = (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
                f'<sheet name={quoteattr(name)} sheetId="{n}"' + (f' state="{state}"' if state else "")
                + f' r:id="rId{n}"/>' for n, (name, state) in enumerate(zip(names, states), 1)) + "</sheets></workbook>")
        self.parts["xl/_rels/workbook.xml.rels"] = relations(
            *[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)],
            ("rId1001", "styles", "styles.xml"), ("rId1002", "sharedStrings", "sharedStrings.xml"))
        for n, rows in enumerate(sheets, 1):
            self.parts[f"xl/worksheets/sheet{n}.xml"] = self.sheet(rows)
        self.parts["xl/styles.xml"] = self.styles(styles or [])
        self.parts["xl/sharedStrings.xml"] = (
            f'{HEAD}<sst xmlns="{MAIN}">'
            + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.strings) + "</sst>")

    def cell(self, name, value):
        if value is None:
            return ""
        if isinstance(value, Raw):
            attributes = "".join(f" {key}={quoteattr(text)}" for key, text in value.attributes.items())
            return f'<c r="{name}"{attributes}>{value.inner}</c>'
        if isinstance(value, str):
            return f'<c r="{name}" t="s"><v>{self.strings.setdefault(value, len(self.strings))}</v></c>'
        return f'<c r="{name}"><v>{value:.17g}</v></c>'

    def sheet(self, rows):
        """`rows`: a list, or a dict by row number."""
        numbered = rows.items() if isinstance(rows, dict) else enumerate(rows, 1)
        return (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>' + "".join(
            f'<row r="{n}">' + "".join(self.cell(f"{column_name(c)}{n}", value) for c, value in enumerate(row, 1))
            + "</row>" for n, row in numbered) + "</sheetData></worksheet>")

    @staticmethod
    def styles(codes):
        """Cell style 0 is General; 1, 2 … have these formats: a code, or the number of a known one."""
        own = [(164 + n, code) for n, code in enumerate(codes) if isinstance(code, str)]
        ids = [0] + [164 + n if isinstance(code, str) else code for n, code in enumerate(codes)]
        return (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>'
                + "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in own)
                + '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
                + "".join(f'<xf numFmtId="{n}"/>' for n in ids) + "</cellXfs></styleSheet>")

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def as_cell(text):
    """What a spreadsheet makes of a cell of CSV: a number of what looks like one, but for 01 and the like."""
    if re.fullmatch(r"-?(0|[1-9]\d*)", text):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9]\d*)\.\d+", text):
        return float(text)
    return text or None
