"""Certificates as biwu draws them, by reportlab: CONTESTANTS.csv KAI KAI_BOLD OUT [--split]"""
import csv
import pathlib
import sys

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

WIDTH, HEIGHT = landscape(A4)
RED, GOLD, DULL_GOLD, INK = "#8E1B1F", "#B8912F", "#B4924C", "#1C1A18"
BODY = ParagraphStyle("body", fontName="Kai", fontSize=21, leading=36, firstLineIndent=42, wordWrap="CJK", textColor=INK)
SENTENCE = "在全市社区党组织书记比武争星社区比武中表现优异，荣获<font name='KaiBold' color='#8E1B1F'>优秀奖</font>。"


def fret(canvas, x, y, right, down):
    """回纹, in fifths of its side, from a corner of the page."""
    turns = [(0, 0), (5, 0), (5, 5), (0, 5), (0, 1.25), (3.75, 1.25), (3.75, 3.75), (1.25, 3.75), (1.25, 2.5), (2.5, 2.5)]
    path = canvas.beginPath()
    for i, (across, along) in enumerate(turns):
        to = path.lineTo if i else path.moveTo
        to(x + right * (16.5 + 1.64 * across) * mm, y + down * (16.5 + 1.64 * along) * mm)
    canvas.drawPath(path)


def inner_line(canvas, corners, inset):
    path, far = canvas.beginPath(), inset + 12
    for i, (x, y, right, down) in enumerate(corners):
        ends = [(inset, far), (far, inset)][:: -1 if i % 2 else 1]
        for across, along in (ends[0], (far, far), ends[1]):
            to = path.lineTo if i or (across, along) != ends[0] else path.moveTo
            to(x + right * across * mm, y + down * along * mm)
    path.close()
    canvas.drawPath(path)


def draw_border(canvas):
    corners = [(0, HEIGHT, 1, -1), (WIDTH, HEIGHT, -1, -1), (WIDTH, 0, -1, 1), (0, 0, 1, 1)]
    for inset, colour, thickness in ((10 * mm, RED, 2.6), (12 * mm, DULL_GOLD, 0.6)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(thickness)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    for inset, thickness in ((15.5, 0.9), (16.6, 0.4)):
        canvas.setLineWidth(thickness)
        inner_line(canvas, corners, inset)
    canvas.setLineWidth(1)
    for corner in corners:
        fret(canvas, *corner)


def open_canvas(path):
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1)
    canvas.beginForm("border")
    draw_border(canvas)
    canvas.endForm()
    return canvas


def text(canvas, font, size, colour, x, y, words, spacing=0):
    line = canvas.beginText(x, y)
    line.setFont(font, size)
    line.setFillColor(colour)
    line.setCharSpace(spacing)
    line.textOut(words)
    canvas.drawText(line)


def draw(canvas, number, person):
    canvas.doForm("border")
    text(canvas, "KaiBold", 44, RED, 303, 459, "获奖证书", 20)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.7)
    canvas.line(313, 438, 410, 438)
    canvas.line(432, 438, 529, 438)
    text(canvas, "Kai", 10.5, INK, 592, 408, f"编号：CFBW-2023-{number:05}", 0.3)
    text(canvas, "Kai", 21, INK, 122, 380, person["unit"], 0.5)
    text(canvas, "KaiBold", 30, INK, 122, 342, person["name"], 3)
    text(canvas, "Kai", 21, INK, 224, 342, "同志：", 1)
    sentence, closing = Paragraph(SENTENCE, BODY), Paragraph("特发此证，以资鼓励。", BODY)
    sentence.wrap(598, 200)
    sentence.drawOn(canvas, 122, 250)
    closing.wrap(598, 200)
    closing.drawOn(canvas, 122, 214)
    text(canvas, "Kai", 21, INK, 511, 125, "中共某市委组织部", 0.8)
    text(canvas, "Kai", 21, INK, 478, 96, "二〇二三年十月二十六日", 0.8)
    canvas.showPage()


def main(people, kai, kai_bold, out, split=""):
    fonts = (("Kai", kai), ("KaiBold", kai_bold))
    for name, file in fonts:
        pdfmetrics.registerFont(TTFont(name, file))
    with open(people, encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    if not split:
        canvas = open_canvas(out)
        for number, person in enumerate(people, 1):
            draw(canvas, number, person)
        canvas.save()
        return
    pathlib.Path(out).mkdir(exist_ok=True)
    for number, person in enumerate(people, 1):
        canvas = open_canvas(pathlib.Path(out, person["id"] + ".pdf"))
        draw(canvas, number, person)
        canvas.save()


main(*sys.argv[1:])
