#!/usr/bin/env python3
"""A contest whose paper is to be printed; the same arguments give the same folder.

    make_paper_contest.py FOLDER CONTESTANTS certificates|coded|leaderboard|wide

Names and units are of the 3,755 characters of GB 2312's first level. `certificates`: one given mark each, and everybody
has an award; the template is the built-in one without its QR code. `coded`: with it. `leaderboard`: four rounds of given marks, so that rows have ten columns. `wide`: eleven, 17 columns.
"""
import pathlib
import random
import sys

TEMPLATE = pathlib.Path(__file__).resolve().parents[2] / "templates/certificates/award.txt"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
RULES = {
    "coded": """title: 全市社区党组织书记比武争星
level: 市级
date: 2023-10-26
place: 市会议中心
host: 中共某市委组织部
rounds: [{ id: r01, name: 登台述评, method: given }]
awards: [{ name: 优秀奖, rest: true }]
certificate: { number: "CFBW-2023-{n:05}" }
""",
    "leaderboard": """title: 全市社区党组织书记比武争星
level: 市级
date: 2023-10-26
place: 市会议中心
host: 中共某市委组织部
score: { combine: sum }
rounds:
  - { id: r01, name: 书面比武, method: given }
  - { id: r02, name: 登台述评, method: given }
  - { id: r03, name: 现场答辩, method: given }
  - { id: r04, name: 情景模拟, method: given }
awards:
  - { name: 一等奖, percent: 2 }
  - { name: 二等奖, percent: 8 }
  - { name: 三等奖, percent: 20 }
  - { name: 优秀奖, rest: true }
""",
}


# Eleven rounds for four.
RULES["wide"] = RULES["leaderboard"].replace(
    "awards:", "".join(f"  - {{ id: r{n:02}, name: 第{n}项, method: given }}\n" for n in range(5, 12)) + "awards:")
RULES["certificates"] = RULES["coded"].replace("certificate: {", "certificate: { template: plain.txt,")


def without_code(template):
    """Boxes are parted by empty lines."""
    boxes = template.split("\n\n")
    kept = [box for box in boxes if "shows = qr" not in box]
    assert len(kept) == len(boxes) - 1
    return "\n\n".join(kept) + "\n"


def first_level():
    rows = (bytes([high, low]) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return "".join(row.decode("gb2312", errors="ignore") for row in rows)


def main(folder, count, kind):
    chance, characters = random.Random(1), first_level()
    rounds = RULES[kind].count("method: given")

    def some(number):
        return "".join(chance.choice(characters) for _ in range(number))

    folder = pathlib.Path(folder)
    (folder / "scores").mkdir(parents=True, exist_ok=True)
    (folder / "contest.yaml").write_text(RULES[kind], encoding="utf-8")
    if kind == "certificates":
        (folder / "plain.txt").write_text(without_code(TEMPLATE.read_text(encoding="utf-8")), encoding="utf-8")
    with open(folder / "contestants.csv", "w", encoding="utf-8") as file:
        file.write("id,name,sector,unit,draw\n")
        for i in range(1, int(count) + 1):
            file.write(f"C{i:05},{chance.choice(SURNAMES)}{some(2)},社区,{some(2)}街道{some(2)}社区,{i}\n")
    with open(folder / "scores" / "given.csv", "w", encoding="utf-8") as file:
        file.write("round,contestant,score\n")
        for i in range(1, int(count) + 1):
            for r in range(1, rounds + 1):
                file.write(f"r{r:02},C{i:05},{chance.randrange(5000, 10000) / 100}\n")


main(*sys.argv[1:])
