"""A leaderboard as biwu draws it, by reportlab's LongTable: FOLDER FONT FONT_BOLD OUT [texts|all]

Cells of plain text run into their neighbours where they are too long. `texts` sets names and units as paragraphs, which
wrap, as biwu's do; `all` every cell, as a program does that knows nothing of its texts."""
import csv
import pathlib
import re
import sys
from collections import defaultdict
from decimal import Decimal

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

BEFORE, AFTER = ["名次", "出场号", "姓名", "单位"], ["最终得分", "奖项"]
COLUMNS_UPRIGHT = 12  # of a page that is higher than wide
MM = 72 / 25.4


def rounds_of(folder):
    return re.findall(r"- \{ id: \w+, name: ([^,]+),", (folder / "contest.yaml").read_text(encoding="utf-8"))


def rows_of(folder, text, number):
    marks = defaultdict(dict)
    with open(folder / "scores" / "given.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            marks[row["contestant"]][row["round"]] = Decimal(row["score"])
    with open(folder / "contestants.csv", encoding="utf-8") as file:
        people = sorted(csv.DictReader(file), key=lambda person: -sum(marks[person["id"]].values()))
    for rank, person in enumerate(people, 1):
        rounds = [f"{mark:.2f}" for _, mark in sorted(marks[person["id"]].items())]
        share = rank / len(people)
        award = "一等奖" if share <= 0.02 else "二等奖" if share <= 0.1 else "三等奖" if share <= 0.3 else "优秀奖"
        yield [number(rank), number(person["draw"]), text(person["name"]), text(person["unit"]), *map(number, rounds),
               number(f"{sum(marks[person['id']].values()):.2f}"), number(award)]


def footer(canvas, document):
    canvas.setFont("Song", 10)
    canvas.drawString(20 * MM, 12 * MM, "结果校验码 0123456789ab")
    canvas.drawRightString(document.pagesize[0] - 20 * MM, 12 * MM, f"第 {document.page} 页")


def main(folder, font, font_bold, out, wrapped=""):
    pdfmetrics.registerFont(TTFont("Song", font))
    pdfmetrics.registerFont(TTFont("SongBold", font_bold))
    heads = BEFORE + rounds_of(pathlib.Path(folder)) + AFTER
    final = len(heads) - 2
    style = ParagraphStyle("cell", fontName="Song", fontSize=10, leading=12, wordWrap="CJK")
    paragraph = lambda text: Paragraph(str(text), style)
    rows = rows_of(pathlib.Path(folder), paragraph if wrapped else str, paragraph if wrapped == "all" else str)
    table = LongTable([heads, *rows], repeatRows=1)
    table.setStyle([("FONT", (0, 0), (-1, -1), "Song", 10), ("FONT", (0, 1), (0, -1), "SongBold", 10),
                    ("FONT", (final, 1), (final, -1), "SongBold", 10), ("LINEBELOW", (0, 1), (-1, -1), 0.4, "#CFC8BF"),
                    ("LINEABOVE", (0, 0), (-1, 0), 1.2, "#8E1B1F"), ("LINEBELOW", (0, 0), (-1, 0), 0.6, "#8E1B1F"),
                    ("ALIGN", (4, 0), (final, -1), "RIGHT")])
    title = ParagraphStyle("title", fontName="SongBold", fontSize=20, leading=30, alignment=1)
    page = landscape(A4) if len(heads) > COLUMNS_UPRIGHT else A4
    document = SimpleDocTemplate(out, pagesize=page, leftMargin=20 * MM, rightMargin=20 * MM, pageCompression=1)
    document.build([Paragraph("全市社区党组织书记比武争星", title), table], onFirstPage=footer, onLaterPages=footer)


main(*sys.argv[1:])
