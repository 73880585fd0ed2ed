"""What biwu prints of contests with every rule: of the folders of tests/golden, whose arithmetic stands in their own files.

usage: paper_rules.py BIWU

Each folder is printed twice, byte for byte alike; the PDFs are sound; every name and every final is there; nothing
stands beyond the margins. What its papers must say was written by hand from the rules and the marks.
"""
import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from paper_margins import seen_edges

GOLDEN = Path(__file__).resolve().parent / "golden"
MARGIN = 56.6  # points: 20 mm
EXPECTED = {
    "panels": {"scoresheets": ["专家组（70%） 大众评委（30%）", "(90) 92 94 (99) 80 85 90 99 90 186 2 93.0000 90 80 255 3 85.0000 90.6000 90.60"]},
    "clamp": {"scoresheets": ["80→81 82 84 86 98→91 98 80 424 5 84.80 84.80"]},
    "clamp-then-drop": {"scoresheets": ["(70→77) 70→77 90→87 90→87 (90→87) 90 70 251 3"]},
    "rank-sum-missing": {"scoresheets": ["选手一 90 (1) 80 (2) 85 (3) 6.00", "选手二 85 (2) 回避 92 (1) 4.50"],
                         "leaderboard": ["名次 姓名 名次和", "小者列前"], "rules": ["名次按公布的名次和由小到大排列"]},
    "method-place-points": {"scoresheets": ["选手三 3 3 4 3 3.25 8.00 8.00"], "rules": ["第一名起依次得12、10、8分"]},
    "method-ballot": {"scoresheets": ["选手一 30 10 0 40 96.250 96.25", "优秀100分、良好85分、一般60分"]},
    "factor": {"scoresheets": ["79 80 84 84 79 243 3 81.00 1.05 85.05 85.05"]},
    "scale": {"scoresheets": ["8.90 10 89.00 89.00"]},
    "drop-by-criterion": {"scoresheets": ["选手一 工作成效 (36) 45 (50) 44 44.50 90.00 90.00", "表达展示 (50) (36) 45 46 45.50"]},
    "explain-criteria": {"scoresheets": ["技巧 (8.25) 8.50 (9.00) 8.50 待评 8.50 0.3333 2.83 11.83 11.83"]},
    "correction-mean": {"scoresheets": ["选手三 甲组 80 82 ", "选手四 乙组 79 81 ", "修正前", "90.00 0.9671 87.0390 87.04", "修正的前提是抽签分组使各评委组的选手水平相当"],
                        "leaderboard": ["修正的前提是抽签分组使各评委组的选手水平相当"]},
    "missing-mean-of-others": {"scoresheets": ["选手二 9 缺评 8 25.50 25.50"]},
    "example-d-90": {"scoresheets": ["90 (91) 50 85 91 50 86.25 86.25", "评委权重依次为10、1、1、1"]},
    "too-few-error": {"scoresheets": ["无成绩的：选手二（登台述评：有效评分 2 份，至少需要 3 份）"]},
    "absent-round-zero": {"scoresheets": ["选手二 弃权 0.00"], "rules": ["该环节按0分计"]},
    "floor": {"scoresheets": ["加减分后不足0分的按0分计"]},
    "advance": {"leaderboard": ["以下选手未进入决赛，按此前成绩排列。", "选手五 85.00 — 85.00"]},
    "advance-weighted": {"rules": ["进入决赛的选手，最终得分＝初赛得分×40%＋决赛得分×60%", "未进入后一环节的选手，最终得分＝初赛得分×40%"]},
    "ties-decision": {"leaderboard": ["由评委会裁定先后：选手二 1、选手一 2；理由：现场答辩更充分；签署：总裁判甲。"]},
    "ties-column": {"rules": ["（1）任职年限；（2）抽签号（小者列前）"]},
    "ties-playoff": {"leaderboard": ["比较第1次加赛：选手二 9、选手一 9、选手三 7。", "比较第2次加赛：选手二 9、选手一 8。"]},
    "ties-next-key": {"rules": ["（1）登台述评得分；（2）任职年限"]},
    "veto": {"leaderboard": ["选手一 95.00 一票否决", "不授奖、不晋级：选手一，安全生产责任事故。"], "rules": ["被一票否决的选手列入名次，不授奖、不晋级"]},
    "special": {"leaderboard": ["优秀组织奖：甲街道（全员参赛）、选手二（"],
                # a unit has no form of address but the colon, and no sector
                "certificates": ["甲街道：", "在专项奖中表现优异，荣获优秀组织奖。",
                                 "选手二同志：", "在专项奖（社区）中表现优异，荣获优秀组织奖。"]},
    "teams-sum": {"leaderboard": ["1 甲街道 178.00", "2 乙街道 177.00"], "rules": ["最好的2名的最终得分之和"]},
    "teams-points": {"leaderboard": ["团体总分按单位计"]},
    "promote-quota": {"leaderboard": ["递补：", "选手二（东旗第1位）"], "rules": ["东旗社区1名、西县社区2名", "另设递补1名"]},
    "promote-at-most": {"rules": ["同一单位最多"]},
    "award-tie-withhold": {"leaderboard": ["得分相同者跨越名额界限"]},
    "award-tie-error": {"leaderboard": ["裁定以前不授予"]},
    "award-per-contest": {"rules": ["各领域合计"]},
    "overtime-bands": {"rules": ["超时1秒起扣0.02分、超时11秒起扣0.05分、超时21秒起扣0.1分", "不足6分钟扣0.1分"]},
    "contestant-status": {},
    "pending": {"scoresheets": ["待评不按零分计"]},
    "outliers-flag": {"scoresheets": ["80* 83 93* 93 80 256 3", "标*的评分与平均分相差超过5分，照原分计入",
                                      "最高评分与最低评分相差过大（超过10分）的：选手一"]},
    "standing-open": {"leaderboard": ["按现有成绩，晋级上一级比赛1名：选手一"]},
    "judge-void": {"scoresheets": ["缺评不按零分计"]},
    "combine-best": {"rules": ["中最好的一个得分，"], "leaderboard": ["各环节中最好的一个得分，"]},
    "best-two": {"rules": ["中最好的2个得分之和，"]},
    "award-cumulative": {"rules": ["一等奖：列入名次人数的10%（自第一名起累计，不足一名的按一名计）。"]},
}
# What nobody would write: words for what is not on the page, and a page that says again what the one before it said.
UNSAID = {
    "special": {"leaderboard": ["现将专项奖公布如下"]},
    "clamp": {"scoresheets": ["待评", "缺评", "回避"]},
    "example-d-90": {"scoresheets": ["最低分已去掉"]},
    "combine-best": {"scoresheets": ["弃权 弃权"]},
    "ties-decision": {"leaderboard": ["比较评委会裁定"]},
}


def output_of(*command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("FAILED:", what)


def in_one_line(text):
    """Lines that were broken for want of room are joined: Chinese breaks anywhere."""
    return re.sub(r"\s+", " ", text)


def holds(text, wanted):
    return wanted in in_one_line(text) or wanted.replace(" ", "") in re.sub(r"\s+", "", text)


def beyond_margins(pdf):
    """Words that stand in a margin; the watermark is as large as it likes."""
    words, width = [], 0
    for line in output_of("pdftotext", "-bbox", pdf, "-").splitlines():
        page = re.search(r'<page width="([\d.]+)"', line)
        word = re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line)
        if page:
            width = float(page[1])
        if word and float(word[4]) - float(word[2]) < 60:
            left, right = seen_edges(float(word[1]), float(word[3]), word[5])
            if left < MARGIN - 2 or right > width - MARGIN + 2:
                words.append(word[5])
    return words


def specials_of(folder):
    if not Path(folder, "special.csv").exists():
        return 0
    with open(Path(folder, "special.csv"), encoding="utf-8", newline="") as file:
        return len(list(csv.DictReader(file)))


def check_folder(checks, biwu, folder, expected, scratch):
    once, twice = Path(scratch, folder.name, "once"), Path(scratch, folder.name, "twice")
    for out in (once, twice):
        out.parent.mkdir(exist_ok=True)
        output_of(biwu, "run", folder, "-o", out)
    pdfs = sorted(once.glob("*.pdf"))
    for path in sorted(once.iterdir()):
        checks.check(path.read_bytes() == Path(twice, path.name).read_bytes(), f"{folder.name}: {path.name} differs the second time")
    for pdf in pdfs:
        checked = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True)
        checks.check(checked.returncode == 0, f"{folder.name}: {pdf.name}: {checked.stdout}{checked.stderr}")
        if pdf.name != "certificates.pdf":
            words = beyond_margins(pdf)
            checks.check(not words, f"{folder.name}: {pdf.name}: beyond the margins: {words}")
    texts = {pdf.stem: output_of("pdftotext", "-raw", pdf, "-") for pdf in pdfs}
    with open(Path(folder, "contestants.csv"), encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    for name in names:
        for document in ("leaderboard", "scoresheets"):
            checks.check(name in texts[document], f"{folder.name}: {document}: {name}")
    standings = json.loads(Path(once, "standings.json").read_text(encoding="utf-8"))
    awarded = 0
    for sector in standings["sectors"]:
        for row in sector["ranking"]:
            checks.check(row["final"] in texts["leaderboard"], f"{folder.name}: {row['final']} of {row['name']}")
            awarded += "award" in row
    awarded += specials_of(folder)
    pages = texts.get("certificates", "").count("\f")
    checks.check(pages == (awarded if standings["complete"] else 0), f"{folder.name}: {pages} certificates for {awarded}")
    for document, parts in expected.items():
        for wanted in parts:
            checks.check(holds(texts[document], wanted), f"{folder.name}: {document} does not say {wanted}")
    for document, parts in UNSAID.get(folder.name, {}).items():
        for unwanted in parts:
            checks.check(not holds(texts[document], unwanted), f"{folder.name}: {document} says {unwanted}")


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        for name, expected in EXPECTED.items():
            check_folder(checks, biwu, GOLDEN / name, expected, scratch)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed > 0


sys.exit(main(*sys.argv[1:]))
