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


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        for check in (check_no_sector, check_counts_of_notice):
            check(checks, biwu, Path(name))
    print(f"{checks.passed} passed, {checks.failed} failed")
    return checks.failed > 0


sys.exit(main(*sys.argv[1:]))
