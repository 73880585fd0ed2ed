"""What papers say of a result, and what they must not say: small contests of one round, their figures by hand.

usage: paper_words.py BIWU
"""
import sys
import tempfile
from pathlib import Path

from paper_reading import Checks, Paper, joined, run

RULES = """title: 某某比武
date: 2023-10-26
host: 某某单位
rounds: [ { id: stage, name: 登台, method: mean } ]
awards: [ { name: 一等奖, count: 1 }, { name: 优秀奖, rest: true } ]
notice: { from: 2023-10-27, to: 2023-11-02 }
"""
ENGLISH = "language: en\n"
JUDGES = "id,name\nJ1,评委甲\nJ2,评委乙\n"


def contest(folder, contestants, marks, rules=RULES, **tables):
    """`marks`: one a judge for each contestant; tables are named as their files."""
    (folder / "scores").mkdir(parents=True)
    (folder / "contest.yaml").write_text(rules, encoding="utf-8")
    tables = {"contestants": contestants, "judges": JUDGES} | tables
    for name, table in tables.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
    rows = [f"{contestant},J{i + 1},{mark}\n" for contestant, row in marks.items() for i, mark in enumerate(row.split())]
    (folder / "scores/stage.csv").write_text("contestant,judge,score\n" + "".join(rows), encoding="utf-8")
    return folder


def everything(checks, biwu, folder, out):
    """All papers of a contest: those of its result, the certificates and their register, the forms."""
    out.mkdir()
    made = run(biwu, "certificates", folder, "-o", out / "certificates.pdf")
    checks.check(made.returncode == 0, made.stderr)
    made = run(biwu, "certificates", folder, "--split", "-o", out / "split")
    checks.check(made.returncode == 0, made.stderr)
    Paper(checks, biwu, folder, out / "blank", "--blank")
    return Paper(checks, biwu, folder, out)


def check_no_sector(checks, biwu, scratch):
    """A list without sectors: what stands in for one is told nowhere."""
    people = "姓名,单位\n王建华,东街社区\n李敏,西街社区\n"
    (scratch / "list.csv").write_text(people, encoding="utf-8")
    for language in ("", ENGLISH):
        folder, out = scratch / f"none{len(language)}", scratch / f"none{len(language)}-out"
        made = run(biwu, "new", folder, "--rules", "trimmed-mean", "--from", scratch / "list.csv")
        checks.check(made.returncode == 0, made.stderr)
        people = (folder / "contestants.csv").read_text(encoding="utf-8-sig")
        checks.check("全体" in people, f"nothing stands in for the sector: {people}")
        for path in (folder / "scores").iterdir():
            path.unlink()
        contest(scratch / f"as{len(language)}", people.replace("C01", "1").replace("C02", "2"), {"1": "91 93", "2": "80 82"},
                RULES + "publish: { judge-marks: true }\n" + language)
        paper = everything(checks, biwu, scratch / f"as{len(language)}", out)
        for pdf in sorted(out.rglob("*.pdf")):
            text = joined(run("pdftotext", "-raw", pdf, "-").stdout + run("mutool", "show", pdf, "outline").stdout +
                          run("pdfinfo", pdf).stdout)
            checks.check("全体" not in text, f"{pdf.name} speaks of the stand-in: {text}")
        if language:
            paper.says("leaderboard", "These are the results.")
            paper.says("slips", "Final score 92.00: rank 1 of 2, 一等奖.")
            paper.says("certificates", "for an outstanding performance in 某某比武")
            paper.says("notice", "1. 一等奖 (1)", "2. 优秀奖 (1)")
        else:
            paper.says("leaderboard", "现将比武成绩公布如下。")
            paper.says("slips", "最终得分92.00分，列第1名（共2名），获一等奖。")
            paper.says("certificates", "在某某比武中表现优异，荣获一等奖。")
            paper.says("notice", "一、一等奖（1名）", "二、优秀奖（1名）")
    # One sector that the user has named is one.
    paper = everything(checks, biwu, contest(scratch / "named", "id,name,sector\n1,王建华,农村\n2,李敏,农村\n", {"1": "91 93", "2": "80 82"}),
                       scratch / "named-out")
    paper.says("leaderboard", "现将农村比武成绩公布如下。")
    paper.says("certificates", "在某某比武（农村）中")
    # And beside others this name is a sector like any.
    paper = everything(checks, biwu, contest(scratch / "both", "id,name,sector\n1,王建华,全体\n2,李敏,农村\n", {"1": "91 93", "2": "80 82"}),
                       scratch / "both-out")
    paper.says("leaderboard", "现将全体比武成绩公布如下。")
    paper.says("notice", "一、全体", "（一）一等奖（1名）")


def check_counts_of_notice(checks, biwu, scratch):
    """Units are no people: they are counted in 个."""
    people = "id,name,sector,unit\n1,王建华,农村,东街村\n2,李敏,农村,西街村\n"
    rules = RULES + "special: [ { name: 优秀组织奖, from: special.csv }, { name: 风采奖, from: special.csv }, { name: 贡献奖, from: special.csv } ]\n"
    special = "award,contestant,unit,reason\n优秀组织奖,,东街村,\n优秀组织奖,,西街村,\n风采奖,1,,\n贡献奖,2,,\n贡献奖,,东街村,\n"
    for language, said in (("", ["（一）优秀组织奖（2个）", "（二）风采奖（1名）", "（三）贡献奖（1个、1名）"]),
                           (ENGLISH, ["(1) 优秀组织奖 (2)", "(2) 风采奖 (1)", "(3) 贡献奖 (units: 1, people: 1)"])):
        folder = contest(scratch / f"units{len(language)}", people, {"1": "91 93", "2": "80 82"}, rules + language, special=special)
        Paper(checks, biwu, folder, scratch / f"units{len(language)}-out").says("notice", *said)


def both(biwu, checks, scratch, name, *rest, **tables):
    """The papers of a contest in Chinese and in English."""
    papers = []
    for language in ("", ENGLISH):
        rules = tables.get("rules", RULES) + language
        folder = contest(scratch / f"{name}{len(language)}", *rest, **tables | {"rules": rules})
        papers.append(Paper(checks, biwu, folder, scratch / f"{name}{len(language)}-out"))
    return papers


def check_veto(checks, biwu, scratch):
    people = "id,name,sector,一票否决\n1,王建华,农村,安全事故\n2,李敏,农村,\n"
    chinese, english = both(biwu, checks, scratch, "veto", people, {"1": "91 93", "2": "80 82"})
    chinese.says("slips", "最终得分92.00分，列农村第1名（共2名）。", "一票否决，列入名次，不授奖：安全事故。", "列农村第2名（共2名），获一等奖。")
    chinese.says("script", "最终得分92.00分；因安全事故被一票否决，不授奖。")
    english.says("slips", "Vetoed, ranked without an award: 安全事故.")
    english.says("script", "final score 92.00; vetoed for 安全事故, no award.")
    chinese, english = both(biwu, checks, scratch, "veto-promotion", people, {"1": "91 93", "2": "80 82"}, rules=RULES + "promote: { count: 1 }\n")
    chinese.says("slips", "一票否决，列入名次，不授奖、不晋级：安全事故。")
    english.says("script", "no award and no promotion.")


def check_absence(checks, biwu, scratch):
    """A round that was not attended counts 0, and says so beside it."""
    people = "id,name,sector\n1,王建华,农村\n2,李敏,农村\n"
    chinese, english = both(biwu, checks, scratch, "absent", people, {"1": "91 93", "2": "缺席 缺席"}, rules=RULES + "absent-round: zero\n")
    chinese.says("leaderboard", "2 李敏 缺席 0.00")
    chinese.says("slips", "登台 缺席 0.00")
    english.says("leaderboard", "2 李敏 absent 0.00")
    english.says("slips", "登台 absent 0.00")
    two = RULES.replace("{ id: stage, name: 登台, method: mean }", "{ id: stage, name: 登台, weight: 50, method: mean }, "
                        "{ id: talk, name: 问答, weight: 50, method: mean }") + "absent-round: zero\n"
    folder = contest(scratch / "absent-of-two", people, {}, two)
    (folder / "scores/stage.csv").write_text("round,contestant,judge,score\n" + "".join(
        f"{round},{who},J{j},{mark}\n" for round, who, mark in (("stage", 1, 90), ("talk", 1, 80), ("stage", 2, "弃权"), ("talk", 2, 70))
        for j in (1, 2)), encoding="utf-8")
    # 70 × 50 % = 35: the final is no 0 of itself.
    Paper(checks, biwu, folder, scratch / "absent-of-two-out").says("leaderboard", "2 李敏 弃权 0.00 70.00 35.00")


def check_shared_ranks(checks, biwu, scratch):
    people = "id,name,sector\n1,王建华,农村\n2,李敏,农村\n3,赵刚,农村\n"
    marks = {"1": "91 93", "2": "90 94", "3": "80 82"}
    chinese, english = both(biwu, checks, scratch, "shared", people, marks)
    chinese.says("slips", "最终得分92.00分，列农村并列第1名（共3名），获一等奖。", "与另1名选手成绩相同，比较顺延小数位仍未分出先后，名次并列。",
                 "最终得分81.00分，列农村第3名（共3名），获优秀奖。")
    english.says("slips", "Final score 92.00: shared rank 1 of 3 in 农村, 一等奖.", "The rank is shared with 1 more of the same score",
                 "Final score 81.00: rank 3 of 3 in 农村")
    # What the key parts is no shared rank: 94 is the better best sheet.
    parted = Paper(checks, biwu, contest(scratch / "parted", people, marks, RULES + "ties: [best-sheet]\n"), scratch / "parted-out")
    parted.says("slips", "最终得分与另1名选手相同，比较")
    parted.lacks("slips", "并列")


def check_incomplete(checks, biwu, scratch):
    """One of the two sheets of 李敏 is not here."""
    people = "id,name,sector\n1,王建华,农村\n2,李敏,农村\n"
    chinese, english = both(biwu, checks, scratch, "incomplete", people, {"1": "91 93", "2": "95"})
    chinese.says("leaderboard", "1 李敏 *95.00", "标*的成绩尚不完整：李敏（还有1份评分未到）。", "2 王建华 92.00")
    chinese.says("slips", "还有1份评分未到，成绩尚不完整。")
    english.says("leaderboard", "1 李敏 *95.00", "Scores with a star are not complete yet: 李敏 (sheets missing: 1).")
    english.says("slips", "The score is not complete yet: sheets missing: 1.")
    for paper in (chinese, english):
        paper.lacks("slips", "一等奖", "优秀奖")
        slips = [joined(page) for page in paper.pages("slips")]
        checks.check(sum("未到" in slip or "missing" in slip for slip in slips) == 1, f"whose sheets are missing: {slips}")


PANELS = RULES.replace("rounds: [ { id: stage, name: 登台, method: mean } ]", "rounds: [ { id: stage, name: 登台, "
                       "panels: [ { name: 甲组, weight: 50, method: mean }, { name: 乙组, weight: 50, method: mean } ] } ]")
SEATED = "id,name,panel\n" + "".join(f"J{n},评委{n},{'甲组' if n < 4 else '乙组'}\n" for n in range(1, 7))


def check_digits(checks, biwu, scratch):
    """Means are told with the digits of the finals, but for those that would then not add to what is printed."""
    people = "id,name,sector\n1,王建华,农村\n"
    # 91.6667 and 80: (91.67 + 80) ÷ 2 = 85.835, as exact 85.8333 is 85.83 — rounded up it is 85.84, so a third digit is needed:
    # (91.667 + 80) ÷ 2 = 85.8335, which is 85.83.
    more = Paper(checks, biwu, contest(scratch / "more", people, {"1": "91 92 92 80 80 80"}, PANELS, judges=SEATED), scratch / "more-out")
    more.says("script", "得分91.667分；", "得分80.000分；按比例合计，登台得分85.83分")
    # 91.3333 and 80: (91.33 + 80) ÷ 2 = 85.665, rounded up 85.67; exact 85.6667, 85.67 as well.
    fewer = Paper(checks, biwu, contest(scratch / "fewer", people, {"1": "91 91 92 80 80 80"}, PANELS, judges=SEATED), scratch / "fewer-out")
    fewer.says("script", "得分91.33分；", "得分80.00分；按比例合计，登台得分85.67分")
    fewer.says("slips", "登台 85.67 85.67", "甲组（50%） 3 91.33", "乙组（50%） 3 80.00")
    # One panel, and points taken: 90.6667 is 90.67, and 90.67 − 0.5 = 90.17.
    one = contest(scratch / "one", people, {"1": "90 92 90"}, judges="id,name\nJ1,甲\nJ2,乙\nJ3,丙\n",
                  adjustments="contestant,round,points,reason\n1,stage,-0.5,迟到\n")
    Paper(checks, biwu, one, scratch / "one-out").says("slips", "登台 3 90.67")


def check_english(checks, biwu, scratch):
    people = "id,name,sector,unit\n1,Wei Wang,Rural,East\n2,Min Li,Rural,West\n"
    rules = RULES.replace("某某单位", "[Department of Culture, Library Board, City Council]").replace("method: mean }", "method: mean, overtime: { limit: 8:00, deduct: 1 } }")
    folder = contest(scratch / "idioms", people, {"1": "91 93", "2": "80 82"}, rules + ENGLISH + "teams: { by: unit, best: 1 }\n",
                     timings="contestant,round,seconds\n2,stage,8:10\n", adjustments="contestant,round,points,reason\n1,stage,0.5,poise\n1,,-0.25,late\n")
    paper = Paper(checks, biwu, folder, scratch / "idioms-out")
    paper.says("leaderboard", "by Department of Culture, Library Board and City Council")
    paper.says("script", "scores counted: 2, adding up to 184, plus 0.5, 登台 92.50; minus 0.25, final score 92.25.", "minus 1 for time, 登台 80.00")
    paper.says("notice", "it is intended to give awards to 2 contestants, Wei Wang among them.")
    made = run(biwu, "certificates", folder, "--teams", "2", "--template", "team", "-o", scratch / "idioms-out/teams.pdf")
    checks.check(made.returncode == 0, made.stderr)
    paper.says("teams", "Place 1 in the team competition")


def check_minus(checks, biwu, scratch):
    """On paper the minus sign of print; what other programs read has the hyphen that they know."""
    people = "id,name,sector\n1,王建华,农村\n2,李敏,农村\n"
    folder = contest(scratch / "minus", people, {"1": "91 93", "2": "1 1"},
                     adjustments="contestant,round,points,reason\n1,stage,-0.5,迟到\n2,stage,-3,迟到\n1,,-0.25,超员\n")
    paper = Paper(checks, biwu, folder, scratch / "minus-out")
    paper.says("slips", "登台 2 92.00 −0.50 91.50", "登台 2 1.00 −3.00 −2.00", "最终得分−2.00分")
    paper.says("leaderboard", "1 王建华 91.50 −0.25 91.25", "2 李敏 −2.00 −2.00")
    for document in ("slips", "leaderboard", "scoresheets", "script"):
        paper.lacks(document, "-0", "-2", "-3")
    checks.check(",-2.00," in run(biwu, "rank", folder, "--format", "csv").stdout, "CSV keeps the hyphen")


def check_ties_at_cuts(checks, biwu, scratch):
    """Two share the first place of one: 一等奖 has one more, and where it absorbs, 二等奖 one fewer of its two."""
    people = "id,name,sector\n1,王建华,农村\n2,李敏,农村\n3,赵刚,农村\n4,周明,农村\n"
    marks = {"1": "91 93", "2": "90 94", "3": "80 82", "4": "70 72"}
    awards = RULES.replace("{ name: 一等奖, count: 1 }", "{ name: 一等奖, count: 1, tie: TIE }, { name: 二等奖, count: 2 }")
    chinese, english = both(biwu, checks, scratch, "absorb", people, marks, rules=awards.replace("TIE", "absorb"))
    chinese.says("leaderboard", "一等奖：末位并列，多授予1名。", "二等奖：上一奖项末位并列多授予，相应减少1名。")
    english.says("leaderboard", "一等奖: 1 more than planned, for ties at the limit of places.", "二等奖: 1 fewer than planned")
    extend = Paper(checks, biwu, contest(scratch / "extend", people, marks, awards.replace("TIE", "extend")), scratch / "extend-out")
    extend.says("leaderboard", "一等奖：末位并列，多授予1名。")
    extend.lacks("leaderboard", "相应减少")


def check_steps(checks, biwu, scratch):
    rules = RULES.replace("method: mean }", "method: mean, max: 100, min: 60, step: 0.5 }")
    people = "id,name,sector\n1,王建华,农村\n"
    for language, said in (("", "60–100，间隔0.5"), (ENGLISH, "60–100, by 0.5")):
        folder = contest(scratch / f"steps{len(language)}", people, {}, rules + language)
        Paper(checks, biwu, folder, scratch / f"steps{len(language)}-out", "--blank").says("blank-sheets", said)


def check_choices(checks, biwu, scratch):
    """What is asked for and is not there: what there is."""
    people = "id,name,sector,unit\n1,王建华,农村,东街村\n2,李敏,农村,西街村\n"
    folder = contest(scratch / "choices", people, {"1": "91 93", "2": "80 82"}, RULES + "teams: { by: unit, best: 1 }\n")
    tried = run(biwu, "certificates", folder, "--award", "特别贡献", "-o", scratch / "choices.pdf")
    checks.check(tried.returncode == 2 and "the awards are 一等奖, 优秀奖" in tried.stderr, tried.stderr)
    for count, is_told in (("2", False), ("99", True)):
        tried = run(biwu, "certificates", folder, "--teams", count, "--template", "team", "-o", scratch / "choices.pdf")
        told = "warning: there are fewer than 99 teams: 2" in tried.stderr
        checks.check(tried.returncode == 0 and told == is_told, tried.stderr)


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        for check in (check_no_sector, check_counts_of_notice, check_veto, check_absence, check_shared_ranks, check_incomplete, check_digits, check_english, check_minus,
                      check_ties_at_cuts, check_steps, check_choices):
            check(checks, biwu, Path(name))
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed > 0


sys.exit(main(*sys.argv[1:]))
