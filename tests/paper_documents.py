"""What is printed beside the result: the forms that are filled in by hand before it, and what is read out, handed on and
hung up after it. Figures of the small contest are by hand; those of the sample are computed here a second time.

usage: paper_documents.py BIWU SAMPLE
"""
import csv
import hashlib
import re
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from paper_reading import Checks, Paper, joined, run

LONG = "红山区松州街道园林社区党总支部委员会和居民委员会联合办公室二组"  # 31 characters
RULES = """title: 全旗党支部书记比武
level: 旗县区级
date: 2023-10-26
place: 第一会议室
host: 某旗委组织部
rounds:
  - { id: written, name: 笔试, weight: 40, method: given }
  - { id: stage, name: 登台述评, weight: 60, method: trimmed-mean, criteria: CRITERIA, blind: BLIND }
awards: [ { name: 一等奖, count: 1 }, { name: 优秀奖, rest: true } ]
publish: { order: [甲县, 乙县] }
certificate: { number: "BW-{n:03}" }
protest: { office: 组织科, phone: 0476-8011111 }
notice: { from: 2023-10-27, to: 2023-11-02, office: 监督科, phone: 0476-8012222, address: 新城大街1号, scores: SCORES }
"""
CONTESTANTS = f"""id,name,sector,unit,county,draw,status
01,李𠮷,农村,{LONG},乙县,2,
02,赵䶮,农村,东街村,甲县,1,
03,王五,农村,西街村,甲县,3,弃权
04,阿拉坦·其其格,社区,,甲县,1,
"""
JUDGES = [f"评委{x}" for x in "子丑寅卯辰巳午"]
ONE = "[ { id: all, name: 总评 } ]"
FOUR = ("[ { id: a, name: 工作成效, max: 40, look-for: 数据和事例 }, { id: b, name: 思路举措, max: 30 }, "
        "{ id: c, name: 表达展示, max: 20 }, { id: d, name: 现场答辩, max: 10, min: 5 } ]")
# Worked example A of docs/rules.md: without 93.2 and 90.8 they add to 459.8.
STAGE = {"01": "92.5 91.0 93.2 90.8 92.6 91.4 92.3", "02": "90 90 90 90 90 90 90", "04": "80 81 82 83 84 85 86"}
WRITTEN = {"01": "90", "02": "85", "04": "80"}


def contest(folder, criteria=ONE, blind="false", scores="false", lacking=False, language=""):
    folder.mkdir()
    (folder / "scores").mkdir()
    rules = RULES.replace("CRITERIA", criteria).replace("BLIND", blind).replace("SCORES", scores)
    (folder / "contest.yaml").write_text(rules + language, encoding="utf-8")
    (folder / "contestants.csv").write_text(CONTESTANTS, encoding="utf-8")
    (folder / "judges.csv").write_text("id,name\n" + "".join(f"J{i + 1},{n}\n" for i, n in enumerate(JUDGES)), encoding="utf-8")
    (folder / "recusals.csv").write_text("judge,contestant,reason\nJ1,02,亲属\n", encoding="utf-8")
    (folder / "adjustments.csv").write_text("contestant,round,points,reason\n02,stage,-0.5,材料迟交\n", encoding="utf-8")
    if criteria == ONE:
        marks = [("written", c, "", m) for c, m in WRITTEN.items()]
        marks += [("stage", c, f"J{i + 1}", m) for c, row in STAGE.items() for i, m in enumerate(row.split())
                  if (c, i) != ("02", 0) and not (lacking and (c, i) == ("01", 6))]
        (folder / "scores" / "all.csv").write_text(
            "round,contestant,judge,score\n" + "".join(",".join(mark) + "\n" for mark in marks), encoding="utf-8")
    return folder


def check_forms(checks, biwu, scratch):
    # No marks at all yet.
    paper = Paper(checks, biwu, contest(scratch / "forms", FOUR), scratch / "forms-out", "--blank")
    checks.check(paper.files() == ["blank-sheets.pdf", "name-plates.pdf", "running-order.pdf", "sign-in.pdf"], f"{paper.files()}")
    paper.has_pages("running-order", 2)
    paper.orders("running-order", "1 赵䶮 东街村", f"2 李𠮷 {LONG}", "3 王五 西街村 弃权", "抽签时间：", "抽签人：", "监督人：", "1 阿拉坦·其其格")
    paper.says("running-order", "全旗党支部书记比武", "旗县区级　第一会议室　2023年10月26日", "叫号时间", "第 1 页 共 2 页")
    # Judges, then by counties: 甲县 before 乙县; who has withdrawn does not come.
    paper.has_pages("sign-in", 3)
    paper.orders("sign-in", "1 评委子", "7 评委午", "1 赵䶮 东街村", f"2 李𠮷 {LONG}", "1 阿拉坦·其其格")
    paper.lacks("sign-in", "王五")
    paper.has_pages("name-plates", 7 + 3)
    plates = [joined(page) for page in paper.pages("name-plates")]
    for name, page in zip(JUDGES + ["赵䶮", "李𠮷", "阿拉坦·其其格"], plates):
        checks.check(page.count(name) == 2, f"the plate of {name} says {page}")
    checks.check(plates[8].count(LONG) == 2, "the unit of 31 characters is not on both sides of its plate")
    # One side up, one side down: the same word once above, once below the fold.
    for page, _, top, _, bottom, word in paper.words("name-plates"):
        checks.check((top < 297.6) == (bottom < 297.6), f"{word} lies across the fold of page {page + 1}")
    # Three contestants, but J1 is recused from 02: 2 + 6 × 3 slips, two to a page.
    text = "".join(paper.pages("blank-sheets"))
    checks.check(text.count("更正签名") == 20, f"{text.count('更正签名')} slips, not 20")
    paper.has_pages("blank-sheets", 1 + 6 * 2)
    first = joined(paper.pages("blank-sheets")[0])
    checks.check("赵䶮" not in first and "第1份共2份" in first and "第2份共2份" in first, f"the slips of J1: {first}")
    second = joined(paper.pages("blank-sheets")[1])
    # Cut and laid part on part they are in order: 1 and 3, then 2.
    checks.check("第1份共3份" in second and "第3份共3份" in second and "第2份" not in second, f"the first page of J2: {second}")
    paper.says("blank-sheets", "评分表 · 登台述评 · 农村", "1号选手　赵䶮", "2号选手　李𠮷", "评委席位：2号　2023年10月26日", "评分要点",
               "工作成效 数据和事例 0–40", "现场答辩 5–10", "合计 100", "改动之处，请在同行签名。", "评委签名：")
    paper.lacks("blank-sheets", "王五", *JUDGES)
    for document in ("running-order", "sign-in", "blank-sheets"):
        paper.keeps_margins(document, 56.7, 538.6)
        paper.lacks(document, "结果校验码", "未签发")
    blind = Paper(checks, biwu, contest(scratch / "blind", ONE, blind="true"), scratch / "blind-out", "--blank")
    blind.says("blank-sheets", "2号选手评委席位")
    blind.lacks("blank-sheets", "李𠮷", "赵䶮")
    blind.has_pages("blank-sheets", 7)  # four to a page


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def digest(seed, contestant):
    return hashlib.sha256(f"{seed}\0{contestant}".encode()).hexdigest()


def check_seed(checks, biwu, scratch):
    folder = contest(scratch / "seed", ONE)
    plain = (folder / "contestants.csv").read_text(encoding="utf-8")
    (folder / "contestants.csv").write_text(re.sub(r",\d,", ",,", plain), encoding="utf-8")
    checks.check(run(biwu, "draw", folder, "--seed", "种子2023", "-o", folder / "contestants.csv").returncode == 0, "draw")
    Paper(checks, biwu, folder, scratch / "seed-out", "--blank", "--seed", "种子2023").says("running-order", "公开的种子“种子2023”抽定")
    numbers = {row["id"]: row["draw"] for row in rows_of(folder / "contestants.csv")}
    other = next(seed for seed in map(str, range(100)) if (digest(seed, "01") < digest(seed, "02")) != (numbers["01"] == "1"))
    refused = run(biwu, "report", folder, "-o", scratch / "seed-wrong", "--blank", "--seed", other)
    checks.check(refused.returncode == 1 and "by this seed" in refused.stderr, f"another seed: {refused.stderr}")
    checks.check(not (scratch / "seed-wrong").exists(), "another seed: files were written")
    refused = run(biwu, "report", folder, "-o", scratch / "seed-wrong", "--seed", "种子2023")
    checks.check(refused.returncode == 2, f"--seed without --blank: {refused.returncode}")


def check_result(checks, biwu, scratch):
    folder = contest(scratch / "result")
    paper = Paper(checks, biwu, folder, scratch / "result-out")
    again = Paper(checks, biwu, folder, scratch / "result-again")
    for name in paper.files():
        checks.check((paper.out / name).read_bytes() == (again.out / name).read_bytes(), f"{name} differs the second time")
    # 01: 0.4 × 90 + 0.6 × 91.96 = 91.176. 02: six sheets are left, four of 90 count; 90 - 0.5; 34 + 53.7 = 87.70.
    # 04: without 86 and 80 they add to 415, 83.00; 32 + 49.8 = 81.80.
    paper.says("script",
               "2号选手李𠮷（　　　）：笔试得分90.00分；去掉一个最高分93.2分，去掉一个最低分90.8分，5位评委有效分合计459.8分，登台述评得分91.96分；最终得分91.18分。",
               "1号选手赵䶮（　　　）：笔试得分85.00分；去掉一个最高分90.0分，去掉一个最低分90.0分，4位评委有效分合计360.0分，扣0.5分，登台述评得分89.50分；最终得分87.70分。",
               "3号选手王五：弃权。", "去掉一个最高分86分，去掉一个最低分80分，5位评委有效分合计415分，登台述评得分83.00分；最终得分81.80分。")
    paper.orders("script", "1号选手赵䶮", "2号选手李𠮷", "1号选手阿拉坦·其其格", "荣获优秀奖的是", "1号赵䶮", "荣获一等奖的是", "2号李𠮷", "1号阿拉坦·其其格")
    paper.has_pages("slips", 4)
    slips = {name: joined(page) for page in paper.pages("slips") for name in ("李𠮷", "赵䶮", "王五", "阿拉坦·其其格") if f"姓名{name}" in joined(page)}
    for name, parts in {"李𠮷": ["出场号2", f"单位{LONG}", "笔试90.00登台述评5最高93.2最低90.891.9691.96",
                               "最终得分91.18分，列农村第1名（共2名），获一等奖。", "组织科", "0476-8011111", "某旗委组织部2023年10月26日"],
                        "赵䶮": ["登台述评4最高90.0最低90.090.00−0.5089.50", "最终得分87.70分，列农村第2名（共2名），获优秀奖。"],
                        "王五": ["未列入名次：弃权。"], "阿拉坦·其其格": ["列社区第1名（共1名），获一等奖。", "第1页共1页"]}.items():
        for part in parts:
            checks.check(part in slips.get(name, ""), f"the slip of {name} does not say {part}: {slips.get(name)}")
    # What was set aside reads as one: its own blank, of ten points, is narrower than the one behind it.
    words = [(page, right if "最低" in word else left, top, word) for page, left, top, right, _, word in paper.words("slips")
             if "最低" in word or word in ("91.96", "90.00")]
    gaps = [b[1] - a[1] for a, b in zip(words, words[1:]) if a[0] == b[0] and "最低" in a[3] and abs(a[2] - b[2]) < 2]
    checks.check(len(gaps) >= 2 and min(gaps) > 11, f"slips: {gaps} points behind what was set aside: {words}")
    # 27 October 2023 was a Friday: it, and Monday to Thursday.
    paper.says("notice", "关于全旗党支部书记比武拟获奖名单的公示", "拟确定李𠮷等3名同志获奖，现予公示。", f"一等奖（1名）李𠮷（{LONG}）。", "优秀奖（1名）赵䶮（东街村）。",
               "阿拉坦·其其格。", "公示期：2023年10月27日至2023年11月2日（5个工作日）。如有异议，请实名向监督科反映（电话：0476-8012222，地址：新城大街1号）。",
               "某旗委组织部2023年10月27日", "— 1 —", "未签发")
    paper.lacks("notice", "王五", "91.18", "87.70")
    paper.keeps_margins("notice", 79.4, 521.6)
    for _, _, top, right, bottom, word in paper.words("notice"):
        if word == "2023年10月27日" and bottom - top < 30:
            date = right
    checks.check(abs(521.6 - 4 * 16 - date) < 2, f"the date ends at {date}, not four letters from the right edge")
    paper.orders("register", f"BW-001 李𠮷 {LONG} 一等奖", "BW-002 赵䶮 东街村 优秀奖", "BW-003 阿拉坦·其其格 一等奖")
    paper.says("register", "领取人", "领取日期")
    paper.has_pages("register", 2)
    for document in ("script", "slips", "notice", "register"):
        paper.lacks(document, *JUDGES)
    paper.keeps_margins("script", 56.7, 538.6)
    paper.keeps_margins("register", 56.7, 785.2)  # lying
    paper.keeps_margins("slips", 42.5, 377)
    Paper(checks, biwu, contest(scratch / "scores", scores="true"), scratch / "scores-out").says(
        "notice", f"李𠮷（{LONG}，91.18分）", "阿拉坦·其其格（81.80分）")


def check_long_seats(checks, biwu, scratch):
    """Where a judge sits takes no room from whose sheet it is."""
    panel = "市直机关和旗县区抽调的专业技术干部组成的第一专家评审小组"
    folder = contest(scratch / "seats")
    rules = (folder / "contest.yaml").read_text(encoding="utf-8")
    (folder / "contest.yaml").write_text(rules.replace("method: trimmed-mean", f"method: trimmed-mean, panel: {panel}"), encoding="utf-8")
    (folder / "judges.csv").write_text("id,name,panel\n" + "".join(f"J{i + 1},{n},{panel}\n" for i, n in enumerate(JUDGES)), encoding="utf-8")
    long = "阿卜杜热合曼·买买提吐尔逊·阿卜力孜"
    people = (folder / "contestants.csv").read_text(encoding="utf-8").replace("赵䶮", long)
    (folder / "contestants.csv").write_text(people, encoding="utf-8")
    paper = Paper(checks, biwu, folder, scratch / "seats-out", "--blank")
    paper.says("blank-sheets", f"1号选手{long}", "2号选手李𠮷", f"评委席位：{panel[:20]}")
    # A name that has no room at all is a fault, not a cut name.
    (folder / "contestants.csv").write_text(people.replace(long, long * 8), encoding="utf-8")
    tried = run(biwu, "report", folder, "-o", scratch / "seats-none", "--blank")
    checks.check(tried.returncode == 1 and "too long" in tried.stderr and not (scratch / "seats-none/blank-sheets.pdf").exists(), tried.stderr)


def check_long_headings(checks, biwu, scratch):
    """Titles, rounds and sectors are told whole, in as many lines as they need; level, place and date stand beside them."""
    title = "2023年度全旗基层党组织书记“学习贯彻党的二十大精神、推动乡村全面振兴”暨“五星支部”创建工作集中擂台比武争星决赛"
    stage, sector = "登台述评与现场答辩（含民主测评和群众代表提问）", "嘎查村和农牧场党支部书记、驻村第一书记和工作队员"
    for criteria in (ONE, FOUR):
        folder = contest(scratch / f"headings-{len(criteria)}", criteria)
        rules = (folder / "contest.yaml").read_text(encoding="utf-8").replace("全旗党支部书记比武", title).replace("登台述评", stage)
        people = (folder / "contestants.csv").read_text(encoding="utf-8").replace("农村", sector)
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        (folder / "contestants.csv").write_text(people, encoding="utf-8")
        paper = Paper(checks, biwu, folder, scratch / f"headings-{len(criteria)}-out", "--blank")
        for page in paper.pages("blank-sheets"):
            slips = joined(page).count("评委签名")
            for part in (title, f"评分表·{stage}·", "旗县区级第一会议室", "2023年10月26日"):
                told = re.sub("第1份.*?共.份|第2份.*?共.份|第3份.*?共.份", "", joined(page)).count(joined(part))
                checks.check(slips > 0 and told == slips, f"{told} of {slips} slips say {part}: {page}")
            checks.check("…" not in page, f"something is cut: {page}")
        paper.says("blank-sheets", sector)
        paper.keeps_margins("blank-sheets", 56.7, 538.6)
    # A title that no sheet has room for is a fault, told once.
    (folder / "contest.yaml").write_text(rules.replace(title, title * 9), encoding="utf-8")
    tried = run(biwu, "report", folder, "-o", scratch / "headings-none", "--blank")
    checks.check(tried.returncode == 1 and tried.stderr.count("too long for a blank sheet") == 1, tried.stderr)


def bookmarks(pdf):
    """How deep each lies, what it says, and to which page it leads."""
    shown = run("mutool", "show", pdf, "outline").stdout
    return [(len(tabs), title, int(page)) for tabs, title, page in re.findall(r'^[-+|](\t+)"(.*)"\t#page=(\d+)&', shown, re.M)]


def check_bookmarks(checks, biwu, scratch):
    def has(pdf, expected):
        checks.check(bookmarks(pdf) == expected, f"{pdf}: {bookmarks(pdf)}")

    folder, out = contest(scratch / "bookmarks", FOUR), scratch / "bookmarks-out"
    Paper(checks, biwu, folder, out, "--blank")
    has(out / "name-plates.pdf", [(1, "评委", 1), (1, "农村", 8), (1, "社区", 10)])
    has(out / "blank-sheets.pdf", [(1, f"登台述评　{seat}号", max(1, 2 * seat - 2)) for seat in range(1, 8)])
    folder, out = contest(scratch / "bookmarks-of-result"), scratch / "bookmarks-of-result-out"
    Paper(checks, biwu, folder, out)
    has(out / "slips.pdf", [(1, "农村", 1), (2, "1号　赵䶮", 1), (2, "3号　王五", 2), (2, "2号　李𠮷", 3),
                            (1, "社区", 4), (2, "1号　阿拉坦·其其格", 4)])
    titles = [title for _, title, _ in bookmarks(out / "rules.pdf")]
    text = joined(run("pdftotext", "-raw", out / "rules.pdf", "-").stdout)
    checks.check(len(titles) == 6 and titles[0] == "一、评分" and all(title in text for title in titles), f"rules: {titles}")
    has(out / "notice.pdf", [(1, "一、农村", 1), (1, "二、社区", 1)])
    run(biwu, "certificates", folder, "-o", out / "certificates.pdf")
    has(out / "certificates.pdf", [(1, "农村　一等奖", 1), (1, "农村　优秀奖", 2), (1, "社区　一等奖", 3)])
    run(biwu, "certificates", folder, "-o", out / "one.pdf", "--contestant", "01")
    has(out / "one.pdf", [])
    panels = Path(__file__).parent / "golden" / "panels"
    Paper(checks, biwu, panels, scratch / "bookmarks-panels", "--blank")
    seats = [f"专家组　{seat}号" for seat in range(1, 5)] + [f"大众评委　{seat}号" for seat in range(1, 4)]
    has(scratch / "bookmarks-panels/blank-sheets.pdf", [(1, f"登台述评　{seat}", page) for page, seat in enumerate(seats, 1)])


def check_bookmarks_of_many(checks, biwu, scratch):
    """Laid out by several threads, where there are."""
    folder, pdf = contest(scratch / "many", ONE), scratch / "many.pdf"
    (folder / "recusals.csv").unlink(), (folder / "adjustments.csv").unlink(), (folder / "scores/all.csv").unlink()
    (folder / "contestants.csv").write_text("id,name,sector,unit\n" + "".join(
        f"{n},选手{n},{'农村' if n <= 150 else '社区'},东街村\n" for n in range(1, 301)), encoding="utf-8")
    (folder / "scores/all.csv").write_text("round,contestant,judge,score\n" + "".join(
        f"written,{n},,{99 - n % 150 / 10}\n" + "".join(f"stage,{n},J{j},{99 - n % 150 / 10}\n" for j in range(1, 8))
        for n in range(1, 301)), encoding="utf-8")
    made = run(biwu, "certificates", folder, "-o", pdf)
    checks.check(made.returncode == 0 and bookmarks(pdf) == [
        (1, "农村　一等奖", 1), (1, "农村　优秀奖", 2), (1, "社区　一等奖", 151), (1, "社区　优秀奖", 152)], f"{bookmarks(pdf)} {made.stderr}")


def check_overleaf(checks, biwu, scratch):
    """What stands on a leaderboard's further pages: the title as far as there is room, and notes that have begun before."""
    def board(name, title, ranked, left):
        folder = contest(scratch / name)
        for file in ("recusals.csv", "adjustments.csv"):
            (folder / file).unlink()
        rules = (folder / "contest.yaml").read_text(encoding="utf-8").replace("全旗党支部书记比武", title)
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        (folder / "contestants.csv").write_text("id,name,sector,unit,status\n" + "".join(
            f"{n},选手{n},农村,东街村,{'弃权' if n > ranked else ''}\n" for n in range(1, ranked + left + 1)), encoding="utf-8")
        (folder / "scores/all.csv").write_text("round,contestant,judge,score\n" + "".join(
            f"written,{n},,{99 - n / 10}\n" + "".join(f"stage,{n},J{j},{99 - n / 10}\n" for j in range(1, 8))
            for n in range(1, ranked + 1)), encoding="utf-8")
        return Paper(checks, biwu, folder, scratch / f"{name}-out")

    title = "2023年度全旗嘎查村、社区党支部书记抓基层党建工作擂台比武"
    heads = [page.split("\n")[0] for page in board("overleaf", title, 60, 0).pages("leaderboard")[1:]]
    checks.check(heads and all(head == f"{title}　成绩公告　农村（续）" for head in heads), f"continued under {heads}")
    heads = [page.split("\n")[0] for page in board("overleaf-long", title * 2, 60, 0).pages("leaderboard")[1:]]
    checks.check(heads and all(re.fullmatch(f"{title}.+…　成绩公告　农村（续）", head) for head in heads), f"continued under {heads}")
    notes = board("notes", title, 12, 90)
    checks.check(len(notes.pages("leaderboard")) == 2, "twelve contestants and a long note take two pages")
    lowest = max(bottom for page, _, _, _, bottom, _ in notes.words("leaderboard") if page == 0 and bottom < 780)
    checks.check(lowest > 600, f"the first page ends at {lowest} of 842 points")
    first = min(left for page, left, _, _, _, _ in notes.words("leaderboard") if page == 1)
    head = min(left for page, left, top, _, _, _ in notes.words("leaderboard") if page == 1 and top < 70)
    checks.check(abs(head - first) < 1, f"the head of the second page stands at {head}, not {first}")
    second = joined(notes.pages("leaderboard")[1])
    labels = [page for page, _, _, _, _, word in notes.words("leaderboard") if word == "说明"]
    checks.check(labels == [0, 1], f"the notes' label stands on pages {labels}")
    checks.check("对上述成绩有异议的" in second and "计分员" in second, f"signatures stand alone: {second}")


def check_columns(checks, biwu, scratch):
    """Figures stand under the numbers of their judges, though some of them are in brackets."""
    paper = Paper(checks, biwu, contest(scratch / "columns"), scratch / "columns-out")
    words = [word for word in paper.words("scoresheets") if word[0] == 1]
    top = min(word[2] for word in words if re.fullmatch(r"\(?\d+\.\d+\)?", word[5]))
    heads = {int(word): (left + right) / 2 for _, left, y, right, _, word in words if word in "1234567" and y < top - 8}
    marks = sorted((left + right) / 2 for _, left, y, right, _, word in words
                   if abs(y - top) < 1 and re.fullmatch(r"\(?\d+\.\d+\)?", word))[:7]
    off = [round(min(abs(head - mark) for mark in marks), 1) for head in heads.values()]
    checks.check(len(off) == 7 and sum(value < 1 for value in off) >= 6, f"figures beside their heads by {off} points")


def check_one_criterion(checks, biwu, scratch):
    """Set aside criterion by criterion, of which there is one: no sum of whole sheets is told that would not give the score."""
    folder = contest(scratch / "one")
    rules = (folder / "contest.yaml").read_text(encoding="utf-8")
    (folder / "contest.yaml").write_text(rules.replace("method: trimmed-mean", "method: trimmed-mean, drop: { high: 1, low: 1, by: criterion }"), encoding="utf-8")
    paper = Paper(checks, biwu, folder, scratch / "one-out")
    paper.says("script", "登台述评得分91.96分")
    paper.lacks("script", "有效分合计")
    paper.says("scoresheets", "(93.2)", "(90.8)", "91.96")


def check_incomplete(checks, biwu, scratch):
    """One sheet of 01 is not here: no final is read, no award, nothing is made public."""
    paper = Paper(checks, biwu, contest(scratch / "lacking", lacking=True), scratch / "lacking-out")
    page = joined(paper.pages("script")[0])
    of_01 = page.partition("2号选手李𠮷")[2].partition("3号选手")[0]
    checks.check("最终得分" not in of_01 and "笔试得分90.00分" in of_01, f"the script of 01: {of_01}")
    paper.says("script", "最终得分87.70分", "奖项待齐全后宣读")
    paper.lacks("script", "荣获一等奖")
    checks.check(not {"notice.pdf", "register.pdf"} & set(paper.files()), f"of an incomplete contest: {paper.files()}")
    checks.check("no notice is made" in paper.tried.stderr, paper.tried.stderr)
    words = [word for *_, word in paper.words("slips") if word in ("暂", "定", "暂定")]
    checks.check(words, "the slips of an incomplete contest bear no 暂定")


def check_english(checks, biwu, scratch):
    paper = Paper(checks, biwu, contest(scratch / "english", language="language: en\n"), scratch / "english-out")
    paper.says("script", "the highest score of 93.2 dropped, the lowest score of 90.8 dropped, scores counted: 5, adding up to 459.8, 登台述评 91.96; final score 91.18.")
    told = "".join(paper.pages("script"))
    checks.check("; " in told and ";  " not in told, f"blanks behind a semicolon: {told}")
    paper.says("notice", "from 27 October 2023 to 2 November 2023 (5 working days)", "telephone 0476-8012222")
    paper.says("slips", "Final score 91.18: rank 1 of 2 in 农村, 一等奖.")


# The figures are those of the folders' own arithmetic, in their contest.yaml.
GOLDEN = {
    "correction-mean": {"script": ["2位评委有效分合计180分，乘以修正系数0.9671，登台述评得分87.04分"], "slips": ["登台述评 2 90.00 ×0.9671 87.04"]},
    "factor": {"script": ["3位评委有效分合计243分，乘以系数1.05，登台述评得分85.05分"], "slips": ["登台述评 3 81.00 ×1.05 85.05"]},
    "method-ballot": {"slips": ["民主测评 96.25 96.25"]},
    "method-rank-sum": {"slips": ["名次和4.00，列社区第1名（共3名）"]},
    "drop-several": {"script": ["去掉2个最高分"]},
    "panels": {
        "script": ["专家组，去掉一个最高分99分，去掉一个最低分90分，2位评委有效分合计186分，得分93.00分；"
                   "大众评委，3位评委有效分合计255分，得分85.00分；按比例合计，登台述评得分90.60分；",
                   "大众评委，3位评委有效分合计289分，得分96.33分；按比例合计，登台述评得分92.60分；"],
        "slips": ["评委评分 得分 登台述评 90.60 90.60 专家组（70%） 2 最高 99 最低 90 93.00 大众评委（30%） 3 85.00",
                  "登台述评 92.60 92.60 专家组（70%） 2 最高 91 最低 91 91.00 大众评委（30%） 3 96.33"],
        "scoresheets": ["选手一 (90) 92 94 (99) 80 85 90 99 90 186 2 93.0000 90 80 255 3 85.0000 90.6000 90.60",
                        "选手二 (91) 91 91 (91) 95 96 98 91 91 182 2 91.0000 98 95 289 3 96.3333 92.6000 92.60"]},
    "floor": {"script": ["2位评委有效分合计4分，扣5分，不足0分按0分计，登台述评得分0.00分", "2位评委有效分合计2分，登台述评得分1.00分"],
              "slips": ["登台述评 2 2.00 −5.00 按最低0 0.00"]},
    "panels-lacking": {"script": ["登台述评无成绩"]},
    "special": {"script": ["荣获优秀组织奖的是： 甲街道、选手二（乙街道）。"]},
    "award-vacant-leave": {},
    "ties-exact": {"slips": ["最终得分与另1名选手相同，比较顺延小数位确定名次。"]},
    "ties-next-key": {"slips": ["比较登台述评得分、任职年限确定名次。"]},
    "advance": {"script": ["最终得分183.00分"]},
}


def check_golden(checks, biwu, scratch):
    for name, expected in GOLDEN.items():
        folder = Path(__file__).parent / "golden" / name
        paper = Paper(checks, biwu, folder, scratch / "golden" / name)
        for document, parts in expected.items():
            paper.says(document, *parts)
        forms = Paper(checks, biwu, folder, scratch / "golden" / f"{name}-blank", "--blank")
        has_judges = (folder / "judges.csv").exists()
        checks.check(("blank-sheets.pdf" in forms.files()) == has_judges, f"{name}: blank sheets, {has_judges=}")
        paper.has_pages("slips", len(rows_of(folder / "contestants.csv")))


def check_sample(checks, biwu, sample, scratch):
    people = {row["id"]: row for row in rows_of(sample / "contestants.csv")}
    judges = {row["id"]: row for row in rows_of(sample / "judges.csv")}
    recused = {(row["judge"], row["contestant"]) for row in rows_of(sample / "recusals.csv")}
    expected = [row for row in people.values() if not row["status"] or row["status"] == "不计名次"]
    result = Paper(checks, biwu, sample, scratch / "sample")
    result.has_pages("slips", len(people))
    sheets = {}
    for path in sorted((sample / "scores").glob("stage-*.csv")):
        for row in rows_of(path):
            if row["score"].replace(".", "").isdigit():
                sheets.setdefault(row["contestant"], {}).setdefault(row["judge"], []).append(Decimal(row["score"]))
    script = joined("".join(result.pages("script")))
    told = 0
    for contestant, by_judge in sheets.items():
        totals = sorted(sum(marks) for marks in by_judge.values())
        kept = totals[1:-1]
        sentence = (f"去掉一个最高分{totals[-1]:.1f}分，去掉一个最低分{totals[0]:.1f}分，{len(kept)}位评委有效分合计{sum(kept):.1f}分")
        if not people[contestant]["status"]:
            told += 1
            checks.check(sentence in script, f"the script does not say of {contestant}: {sentence}")
    checks.check(told > 50, f"{told} contestants of the sample were looked at")
    blank = Paper(checks, biwu, sample, scratch / "sample-blank", "--blank")
    blank.has_pages("name-plates", len(judges) + len(expected))
    slips = sum((panel if round_panel is None else round_panel) in judge["panel"].split(";")
                and (judge["id"], person["id"]) not in recused and judge["unit"] != person["unit"]
                for round_panel in ("书面组", None) for judge in judges.values() for person in expected
                for panel in [person["panel"]])
    count = "".join(blank.pages("blank-sheets")).count("更正签名")
    checks.check(count == slips, f"{count} slips for the sample's judges, not {slips}")


def main(biwu, sample):
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for check in (check_forms, check_seed, check_result, check_long_seats, check_long_headings, check_bookmarks, check_bookmarks_of_many, check_overleaf, check_columns, check_one_criterion, check_incomplete, check_english, check_golden):
            check(checks, biwu, scratch)
        check_sample(checks, biwu, Path(sample), scratch)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed > 0


sys.exit(main(*sys.argv[1:]))
