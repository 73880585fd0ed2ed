"""Invents the ladder: every person, place and mark in this folder is drawn from a fixed seed by this program.

usage: generate.py [FOLDER]        FOLDER is where it writes; this file's own folder unless given

    township/*   three townships of the first county: village secretaries; the best become part of the county's roster
    county/*     twelve counties with 467 secretaries in all, of whom quota.csv lets 124 go on
    city         those 124, of whom 60 are named

The roster of the city is what `biwu promote county/*` writes. To draw the city's marks without that program, the end of
this file ranks the counties in its own few lines; tests/ladder.py has others, and compares.
"""
import csv
import random
import sys
from fractions import Fraction
from pathlib import Path

SEED = "star-ladder-2"
SECTOR = "农村牧区"
COUNTIES = [  # letter, folder, name, contestants, places in the city's contest
    ("A", "A-yunling", "云岭区", 42, 11), ("B", "B-xiapo", "霞坡区", 41, 11), ("C", "C-luhe", "露河区", 40, 11),
    ("D", "D-shuanglin", "霜林县", 40, 11), ("E", "E-xueyuan", "雪原县", 39, 10), ("F", "F-honggu", "虹谷旗", 39, 10),
    ("G", "G-lanchuan", "岚川旗", 39, 10), ("H", "H-jiye", "霁野旗", 38, 10), ("I", "I-wuquan", "雾泉旗", 38, 10),
    ("J", "J-leihu", "雷湖旗", 37, 10), ("K", "K-bingling", "冰岭旗", 37, 10), ("L", "L-xishan", "曦山旗", 37, 10),
]
SHOWN_TOWNSHIPS = [("A01", 4), ("A02", 4), ("A03", 3)]  # folder, places in the county's contest
TOWNSHIP_ENTRIES = 12
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香林成国华建文志海春梅玉红立新永福"
STEPPE = ["巴图", "苏和", "乌兰", "其其格", "娜仁", "格日勒", "朝鲁", "斯琴", "阿木尔", "宝音", "托娅", "呼和", "塔娜", "哈斯"]
TREES, LAND = "桦松柳榆杏枫槐柏杨桐桃梨", "湾坪沟梁滩泉岔台坡洼川岭"


class Lot:
    """Draws by random() alone, which is the same in every Python."""

    def __init__(self, *seed):
        self.random = random.Random("/".join(map(str, seed))).random

    def below(self, count):
        return int(self.random() * count)

    def one_of(self, things):
        return things[self.below(len(things))]

    def shuffled(self, things):
        keyed = sorted((self.random(), index) for index, _ in enumerate(things))
        return [things[index] for _, index in keyed]

    def bell(self):
        return sum(self.random() for _ in range(12)) - 6


def person(lot, is_steppe):
    if is_steppe and lot.random() < 0.3:
        first, second = lot.one_of(STEPPE), lot.one_of(STEPPE)
        return first if first == second or lot.random() < 0.5 else f"{first}·{second}"
    return lot.one_of(SURNAMES) + "".join(lot.one_of(GIVEN) for _ in range(1 + (lot.random() < 0.6)))


def townships_of(letter, count, is_banner):
    lot = Lot(SEED, letter, "townships")
    names = lot.shuffled([tree + land for tree in TREES for land in LAND])[:count]
    return [name + lot.one_of(["苏木", "镇", "乡"] if is_banner else ["镇", "乡"]) for name in names]


def village_secretary(letter, township, name_of_township, number, is_banner):
    contestant = f"{letter}{township:02}{number:02}"
    lot = Lot(SEED, contestant)
    village = lot.one_of(TREES) + lot.one_of(LAND) + ("嘎查" if name_of_township.endswith("苏木") else "村")
    return {"id": contestant, "name": person(lot, is_banner), "sector": SECTOR, "unit": name_of_township + village,
            "title": "党支部书记", "ability": 87.5 + 2.6 * lot.bell()}


def mark(lot, ability, spread):
    """To half a point, between 60 and 100."""
    return min(200, max(120, round(2 * (ability + spread * lot.bell())))) / 2


def write_csv(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_judges(folder, seed, panels):
    lot = Lot(SEED, seed, "judges")
    judges = []
    for panel, count in panels:
        judges += [(f"P{len(judges) + i + 1:02}", person(lot, False), panel) for i in range(count)]
    write_csv(folder / "judges.csv", ["id", "name", "panel"], judges)
    return judges


def write_marks(folder, round_id, panel, judges, contestants, seed, spread):
    sitting = [(judge, Lot(SEED, seed, judge, "severity").bell() * 0.8) for judge, _, its in judges if its == panel]
    sheets = {}
    for one in contestants:
        lot = Lot(SEED, seed, round_id, one["id"])
        form = one["ability"] + 1.2 * lot.bell()
        sheets[one["id"]] = [(judge, mark(lot, form + severity, spread)) for judge, severity in sitting]
    write_csv(folder / "scores" / f"{round_id}.csv", ["round", "contestant", "judge", "score"],
              [(round_id, who, judge, f"{score:g}") for who, row in sheets.items() for judge, score in row])
    return {who: [Fraction(score) for _, score in row] for who, row in sheets.items()}


def write_contestants(folder, contestants, seed, status):
    lot = Lot(SEED, seed, "order")
    order, lots = (lot.shuffled(range(1, len(contestants) + 1)) for _ in range(2))
    write_csv(folder / "contestants.csv", ["id", "name", "sector", "unit", "title", "county", "draw", "status", "lot"],
              [(one["id"], one["name"], one["sector"], one["unit"], one["title"], one["county"], draw,
                status.get(one["id"], ""), drawn) for one, draw, drawn in zip(contestants, order, lots)])


TOWNSHIP_RULES = """\
title: {name}嘎查村党组织书记比武争星
level: 苏木乡镇级
date: 2023-05-{day:02}
host: 中共{county}{name}委员会

rounds:
  - {{ id: stage, name: 登台述评, method: trimmed-mean, min-sheets: 4, step: 0.5 }}

ties: [exact, all-sheets, "-column:lot"]        # 同分的看后面的小数位、全部评分的平均分，最后抽签
promote: {{ count: {places}, reserves: 1 }}            # 晋级旗县区比赛
"""
TWO_ROUNDS = """\
title: {title}
level: {level}
date: 2023-{date}
host: {host}

rounds:
  - {{ id: written, name: 书面比武, weight: {written}, panel: 书面组, step: 0.5 }}
  - {{ id: stage, name: 登台述评, weight: {stage}, panel: 登台组, method: trimmed-mean, min-sheets: 4, step: 0.5 }}

"""
COUNTY_PROMOTION = """\
ties: [exact, "round:stage", "-column:lot"]     # 同分的看后面的小数位、登台述评，最后抽签
promote: { quota: quota.csv, reserves: 2 }      # 名额分配表：每个旗县区晋级全市比赛的人数
"""
CITY_PROMOTION = """\
ties: [exact, "round:stage", all-sheets]
awards:
  - { name: 一等奖, count: 10 }
  - { name: 二等奖, count: 20 }
  - { name: 三等奖, count: 30 }
promote: { count: 60, reserves: 3 }             # 全市命名
"""


def write_townships(root, county, names):
    chosen = []
    for index, (folder_name, places) in enumerate(SHOWN_TOWNSHIPS):
        folder = root / "township" / folder_name
        contestants = [village_secretary("A", index + 1, names[index], number, False)
                       for number in range(1, TOWNSHIP_ENTRIES + 1)]
        for one in contestants:
            one["county"] = county
        status = {contestants[4]["id"]: "弃权"} if index == 0 else {}
        write_contestants(folder, contestants, folder_name, status)
        (folder / "contest.yaml").write_text(
            TOWNSHIP_RULES.format(name=names[index], county=county, day=10 + index, places=places), encoding="utf-8")
        judges = write_judges(folder, folder_name, [("评委组", 5)])
        sheets = write_marks(folder, "stage", "评委组", judges,
                             [one for one in contestants if one["id"] not in status], folder_name, 1.2)
        lots = lots_of(folder)

        def place(one):
            row = sheets[one["id"]]
            return (-rounded(trimmed(row)), -trimmed(row), -mean(row), lots[one["id"]])
        chosen += sorted((one for one in contestants if one["id"] in sheets), key=place)[:places]
    return chosen


def write_county(root, letter, folder_name, name, size, quota):
    folder = root / "county" / folder_name
    is_banner = name.endswith("旗")
    names = townships_of(letter, 14, is_banner)
    contestants = write_townships(root, name, names) if letter == "A" else []
    townships = len(names)
    first = len(SHOWN_TOWNSHIPS) if letter == "A" else 0
    for turn in range(size - len(contestants)):
        township = first + turn % (townships - first)
        number = 1 + turn // (townships - first) * 4 + Lot(SEED, letter, "number", turn).below(4)
        contestants.append(village_secretary(letter, township + 1, names[township], number, is_banner))
    contestants.sort(key=lambda one: one["id"])
    for one in contestants:
        one["county"] = name
    write_contestants(folder, contestants, letter, {})
    (folder / "contest.yaml").write_text(
        TWO_ROUNDS.format(title=f"{name}农村牧区党组织书记比武争星", level="旗县区级", date="07-18", written=40, stage=60,
                          host=f"中共{name}委组织部") + COUNTY_PROMOTION, encoding="utf-8")
    write_csv(folder / "quota.csv", ["county", "sector", "count"], [(name, SECTOR, quota)])
    judges = write_judges(folder, letter, [("书面组", 3), ("登台组", 5)])
    written = write_marks(folder, "written", "书面组", judges, contestants, letter, 1.5)
    stage = write_marks(folder, "stage", "登台组", judges, contestants, letter, 1.2)
    lots = lots_of(folder)

    def place(one):
        final = (40 * rounded(mean(written[one["id"]])) + 60 * rounded(trimmed(stage[one["id"]]))) / 100
        return (-rounded(final), -final, -rounded(trimmed(stage[one["id"]])), lots[one["id"]])
    return sorted(contestants, key=place)[:quota]


def write_city(root, contestants):
    folder = root / "city"
    write_csv(folder / "contestants.csv", ["id", "name", "sector", "unit", "title", "county"],
              [[one[column] for column in ("id", "name", "sector", "unit", "title", "county")] for one in contestants])
    (folder / "contest.yaml").write_text(
        TWO_ROUNDS.format(title="全市农村牧区党组织书记比武争星", level="市级", date="10-26", written=30, stage=70,
                          host="中共某市委组织部") + CITY_PROMOTION, encoding="utf-8")
    judges = write_judges(folder, "city", [("书面组", 3), ("登台组", 7)])
    write_marks(folder, "written", "书面组", judges, contestants, "city", 1.5)
    write_marks(folder, "stage", "登台组", judges, contestants, "city", 1.2)


def lots_of(folder):
    with open(folder / "contestants.csv", encoding="utf-8", newline="") as file:
        return {row["id"]: int(row["lot"]) for row in csv.DictReader(file)}


def mean(marks):
    return sum(marks) / len(marks)


def trimmed(marks):
    return mean(sorted(marks)[1:-1])


def rounded(value):
    return Fraction(int(value * 100 + Fraction(1, 2)), 100)


def main(root):
    city = []
    for county in COUNTIES:
        city += write_county(root, *county)
    write_city(root, city)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
