"""`biwu new`: a folder from a preset or from rules of one's own, which check and run read at every moment.

usage: new.py BIWU
"""
import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from decimal import Decimal
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from workbooks import Workbook

BIWU = os.path.abspath(sys.argv[1])
HERE = Path(__file__).resolve().parent
PRESETS = {path.stem: path for path in (HERE.parent.parent / "templates" / "rules").glob("*.yaml")}
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def biwu(*arguments, locale="C.UTF-8", **environment):
    return subprocess.run([BIWU, *map(str, arguments)], capture_output=True, stdin=subprocess.DEVNULL, timeout=120,
                          env={"PATH": os.environ["PATH"], "LC_ALL": locale, **environment})


def expect(done, code, *parts):
    told = done.stderr.decode()
    assert done.returncode == code, (done.returncode, told)
    for part in parts:
        assert part in told, f"no {part!r} in\n{told}"
    return done


def bytes_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*"))
            if path.is_file()}


def text_of(path):
    written = Path(path).read_bytes().decode("utf-8")
    assert written.startswith("\ufeff"), path
    return written[1:]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def is_untouched(folder):
    assert not folder.exists() and not list(folder.parent.glob(".biwu*")), list(folder.parent.iterdir())


# ---- presets ----

@test
def the_list_names_every_preset(folder):
    """By the first line of each, which is Chinese, or the second, which is English."""
    for locale, number in (("zh_CN.UTF-8", 0), ("C.UTF-8", 1)):
        done = expect(biwu("new", "--list", locale=locale), 0)
        told = dict(line.split(maxsplit=1) for line in done.stdout.decode().splitlines())
        lines = {name: path.read_text(encoding="utf-8").splitlines()[number] for name, path in PRESETS.items()}
        assert lines and told == {name: line.removeprefix("# ") for name, line in lines.items()}, told
        assert all(line.startswith("# ") and line.isascii() == bool(number) for line in lines.values()), lines


NOT_MARKS = {"环节", "选手编号", "姓名", "评委编号", "评委姓名"}


def fill(path, rules, part=1):
    """Every empty cell: C01 the maximum, C02 a step less, and so on; of the given part of the rows."""
    rows = rows_of(path)
    heads = rows[0]
    round_ = next(r for r in rules["rounds"] if Path(path).stem.startswith(r["name"]))
    criteria = {c["name"]: c for c in round_.get("criteria", [])}
    filled = 0
    for row in rows[1:1 + int(part * (len(rows) - 1))]:
        place = int(row[heads.index("选手编号")].removeprefix("C")) - 1
        for i, head in enumerate(heads):
            if head in NOT_MARKS or row[i]:
                continue
            scale = criteria.get(head, round_)
            row[i] = str(Decimal(str(scale.get("max", 100))) - place * Decimal(str(scale.get("step", 1))))
            filled += 1
    with open(path, "w", encoding="utf-8-sig", newline="") as lines:
        csv.writer(lines).writerows(rows)
    return filled


def checked(folder):
    """What check says in full; no error may be among it, and no warning but of marks that are still to come."""
    told = json.loads(expect(biwu("check", folder, "--format", "json"), 0).stdout)
    grave = [f for f in told["faults"] if not re.search("pending|no final score|scored nobody", f["message"])]
    assert not grave, grave
    return told


def works_when_filled(name, folder):
    expect(biwu("new", folder, "--rules", name), 0)
    rules = yaml.safe_load((folder / "contest.yaml").read_text(encoding="utf-8"))
    grids = sorted((folder / "scores").iterdir())
    assert checked(folder)["complete"] is False
    for grid in grids:
        assert fill(grid, rules, 0.5) > 0
    assert checked(folder)["complete"] is False
    expect(biwu("run", folder, "-o", folder / "out"), 0)
    for grid in grids:
        fill(grid, rules)
    assert checked(folder)["complete"] is True
    told = json.loads(expect(biwu("rank", folder, "--format", "json"), 0).stdout)
    order = [[(r["rank"], r["contestant"]) for r in sector["ranking"]] for sector in told["sectors"]]
    assert told["complete"] and order == [[(1, "C01"), (2, "C02"), (3, "C03")], [(1, "C04"), (2, "C05"), (3, "C06")]]
    assert not any(sector["unranked"] for sector in told["sectors"])
    return [r["final"] for r in told["sectors"][0]["ranking"]]


# All judges give C01 the maximum, C02 a step less, C03 two: a mean is then the mark itself.
FINALS = {
    "best-run": ["100.00", "99.00", "98.00"],
    "calibrated": ["100.00", "99.00", "98.00"],
    "diving": ["150.00", "142.50", "135.00"],          # 5 × 3 × 10, 9.5, 9
    "figure-skating": ["239.90", "237.91", "235.92"],  # 200 + 3 × 13.3; 199 + 3 × 12.97 (9.75 × 1.33 = 12.9675); …
    "interview": ["100.00", "99.90", "99.80"],         # both panels' means are the sector's: factor 1
    "rank-sum": ["3.0", "6.0", "9.0"],                 # three judges
    "trimmed-mean": ["100.00", "99.90", "99.80"],
    "written-and-stage": ["100.00", "98.60", "97.20"], # 0.4 × 99.5 + 0.6 × (100 - 4 × 0.5) …
}


@test
def every_preset_works_at_every_moment(folder):
    assert FINALS.keys() == PRESETS.keys(), FINALS.keys() ^ PRESETS.keys()
    for name in PRESETS:
        finals = works_when_filled(name, folder / name)
        assert finals == FINALS[name], (name, finals)


@test
def the_rules_stand_in_the_folder_as_they_are(folder):
    for name, path in PRESETS.items():
        expect(biwu("new", folder / name, "--rules", name), 0)
        assert (folder / name / "contest.yaml").read_bytes() == path.read_bytes()
    expect(biwu("new", folder / "usual"), 0, "the rules are written-and-stage (", "--list")
    assert bytes_of(folder / "usual") == bytes_of(folder / "written-and-stage")


@test
def tables_that_the_rules_speak_of_wait_with_their_headings(folder):
    beside = {"contest.yaml", "contestants.csv", "judges.csv", "scores"}
    for name, table in (("written-and-stage", "timings.csv"), ("diving", "factors.csv"),
                        ("figure-skating", "adjustments.csv"), ("calibrated", "recusals.csv"), ("trimmed-mean", None)):
        expect(biwu("new", folder / name, "--rules", name), 0)
        there = set(os.listdir(folder / name)) - beside
        assert there == ({table} if table else set()), (name, there)
    assert text_of(folder / "diving" / "factors.csv") == "选手,环节,系数\n"


@test
def the_same_bytes_each_time_and_in_each_language(folder):
    made = []
    for number, locale in enumerate(("C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8", "C.UTF-8")):
        done = expect(biwu("new", folder / str(number), locale=locale), 0)
        made.append(bytes_of(folder / str(number)))
        assert done.stdout.decode().splitlines() == sorted(
            (f"{folder / str(number)}/{name}" for name in made[-1]),
            key=lambda path: ("/scores/" in path, ["contest.yaml", "contestants.csv", "judges.csv", "timings.csv",
                                                   "书面比武.csv", "登台述评.csv"].index(path.split("/")[-1])))
    assert made[0] == made[1] == made[2] == made[3]


@test
def the_next_steps_are_in_one_language(folder):
    (folder / "roster.csv").write_text("编号,姓名,领域\nC1,张三,社区\n", encoding="utf-8")
    for number, options in enumerate(([], ["--from", folder / "roster.csv"], ["--rules", "rank-sum"])):
        told = expect(biwu("new", folder / str(number), *options, locale="zh_CN.UTF-8"), 0, "接下来").stderr.decode()
        told = re.sub(r"\S*/\S*|--\w+|biwu \w+|written-and-stage|contest\.yaml", "", told)
        assert not re.search("[A-Za-z]{2,}", told), told


# ---- lists of people ----

@test
def lists_in_gbk_and_in_a_workbook(folder):
    (folder / "评委.csv").write_bytes("评委,单位,备注\n王建国,组织部,\n李评,东街,组长\n".encode("gbk"))
    Workbook([["参赛号", "选手姓名", "组别", "工作单位", "出场顺序", "参赛状态"],
              ["A7", "阿拉坦·其其格", "社区", "东街", 2, None], ["A2", "李𠮷", "街道", "西街", 1, "弃权"],
              ["A3", "-王", "社区", "北街", None, None]]).save(folder / "花名册.xlsx")
    made = folder / "比武"
    (folder / "rules.yaml").write_text("title: 例\nrounds: [{ id: stage, name: 登台 }]\nrecusal: { auto: [unit] }\n",
                                       encoding="utf-8")
    done = expect(biwu("new", made, "--rules", folder / "rules.yaml", "--from", folder / "花名册.xlsx",
                       "--judges", folder / "评委.csv"), 0, "评委.csv:1:1: warning: there is no column id",
                  "评委.csv:1:7: warning: ", "备注")
    assert b"made up" not in done.stderr and b"warnings: 2" in done.stderr, done.stderr.decode()
    assert {name: content.decode("utf-8-sig") for name, content in bytes_of(made).items()} == {
        "contest.yaml": (folder / "rules.yaml").read_text(encoding="utf-8"),
        "contestants.csv": "编号,姓名,领域,单位,出场序号,状态\nA7,阿拉坦·其其格,社区,东街,2,\n"
                           "A2,李𠮷,街道,西街,1,弃权\nA3,'-王,社区,北街,,\n",
        "judges.csv": "编号,姓名,单位\nJ1,王建国,组织部\nJ2,李评,东街\n",
        "scores/登台.csv": "选手编号,姓名,王建国,李评\nA7,阿拉坦·其其格,,回避\nA3,'-王,,\n",
    }
    assert checked(made)["complete"] is False


@test
def a_list_of_nothing_but_names(folder):
    """They are numbered in one width, and all in one sector, which is told."""
    (folder / "names.csv").write_bytes(("姓名\n" + "".join(f"选手{n}\n" for n in range(1, 101))).encode("utf-16"))
    made = folder / "made"
    expect(biwu("new", made, "--rules", "trimmed-mean", "--from", folder / "names.csv"), 0,
           "names.csv:1:1: warning: there is no column id", "names.csv:1:1: warning: there is no column sector", "全体",
           "the judges are made up")
    rows = text_of(made / "contestants.csv").splitlines()
    assert rows[:2] + rows[-1:] == ["编号,姓名,领域", "C001,选手1,全体", "C100,选手100,全体"], rows
    grid = text_of(made / "scores" / "登台.csv").splitlines()
    assert len(grid) == 101 and grid[:2] == ["选手编号,姓名,J1,J2,J3,J4,J5", "C001,选手1,,,,,"], grid[:2]
    checked(made)


@test
def what_looks_like_a_sector_is_named(folder):
    (folder / "names.csv").write_text("姓名,领城\n张三,街道\n", encoding="utf-8")
    expect(biwu("new", folder / "made", "--from", folder / "names.csv"), 0, "is “领城” meant to be it?")
    (folder / "names.csv").write_text("姓名,性别\n张三,男\n", encoding="utf-8")
    done = expect(biwu("new", folder / "other", "--from", folder / "names.csv"), 0, "column “性别” is not known here")
    assert b"meant" not in done.stderr, done.stderr


@test
def a_list_without_headings_is_told_to_have_them(folder):
    (folder / "names.csv").write_text("张三\n李四\n", encoding="utf-8")
    expect(biwu("new", folder / "made", "--from", folder / "names.csv"), 1, "the first line must name the columns: add it")
    is_untouched(folder / "made")


@test
def ids_that_a_spreadsheet_would_change_are_told_once(folder):
    for ids, told in ((["007", "008"], 1), (["202310260001", "2"], 1), (["0", "7", "12345678901"], 0), (["C07"], 0)):
        (folder / "list.csv").write_text("编号,姓名,领域\n" + "".join(f"{i},张三,社区\n" for i in ids), encoding="utf-8")
        done = expect(biwu("new", folder / "made", "--from", folder / "list.csv"), 0)
        assert done.stderr.decode().count("spreadsheets change ids") == told, (ids, done.stderr.decode())
        assert [row[0] for row in rows_of(folder / "made" / "contestants.csv")[1:]] == ids
        shutil.rmtree(folder / "made")


@test
def a_folder_is_made_anew_from_the_tables_of_another(folder):
    """So a folder whose made-up people were replaced gets tables for the real ones."""
    first, second = folder / "first", folder / "second"
    expect(biwu("new", first, "--rules", "interview"), 0)
    people = text_of(first / "contestants.csv").replace("示例选手1,", "包青松,").replace("第一评委组,\n", "第一评委组,81.5\n", 1)
    (first / "contestants.csv").write_text("\ufeff" + people, encoding="utf-8")
    expect(biwu("new", second, "--rules", first / "contest.yaml", "--from", first / "contestants.csv",
                "--judges", first / "judges.csv"), 0)
    for name in ("contest.yaml", "contestants.csv", "judges.csv"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    assert text_of(second / "scores" / "面试-第一评委组.csv").splitlines()[:2] == [
        "选手编号,姓名," + ",".join(f"示例评委{j}" for j in range(1, 6)), "C01,包青松,,,,,"]


@test
def made_up_judges_sit_in_the_panels_that_the_list_names(folder):
    (folder / "list.csv").write_text("编号,姓名,领域,考官组\nC1,张三,社区,甲组\nC2,李四,社区,乙组\n", encoding="utf-8")
    expect(biwu("new", folder / "made", "--rules", "interview", "--from", folder / "list.csv"), 0)
    assert [row[2] for row in rows_of(folder / "made" / "judges.csv")] == ["评委组", *["甲组"] * 5, *["乙组"] * 5]
    assert sorted(os.listdir(folder / "made" / "scores")) == ["面试-乙组.csv", "面试-甲组.csv"]
    checked(folder / "made")


OWN_RULES = """title: 例
rounds:
  - { id: talk, name: 讲述, weight: 40, panel: 甲组 }
  - { id: given, name: 材料, weight: 20, method: given }
  - { id: vote, name: 测评, weight: 20, method: ballot, grades: { 好: 100, 中: 60 } }
  - { id: quiz, name: 问答, weight: 20, panels: [{ name: 甲组, weight: 50 }, { name: 乙组, weight: 50 }], overtime: { limit: 60, deduct: 1 } }
promote: { quota: quota.csv }
special: [{ name: 风采奖, from: special.csv }]
awards: [{ name: 一等奖, count: { 街道: 1, 社区: 1 } }]
"""


@test
def rules_of_every_kind(folder):
    """Given marks a row each, no table for ballots, no column for a judge whose marks are void; two of one name by ids."""
    (folder / "own.yaml").write_bytes(OWN_RULES.encode("gb18030"))
    (folder / "judges.csv").write_text("id,name,panel,status,weight\nJ1,甲,甲组,,\nJ2,乙,甲组,作废,\nJ3,甲,乙组；甲组,,\nJ4,丁,乙组,,2\n",
                                       encoding="utf-8")
    (folder / "people.csv").write_text("id,name,sector,status\nC1,张三,街道,\nC2,李四,社区,exhibition\nC3,王五,街道,缺席\n",
                                       encoding="utf-8")
    own = folder / "own.yaml"
    # J3 sits in both panels of a round, which no rule allows: nothing is made.
    done = biwu("new", folder / "made", "--rules", own, "--from", folder / "people.csv", "--judges", folder / "judges.csv")
    expect(done, 1, "judges.csv:4:1: error: ", "J3")
    is_untouched(folder / "made")
    (folder / "judges.csv").write_text((folder / "judges.csv").read_text(encoding="utf-8").replace("；甲组", ""), encoding="utf-8")
    expect(biwu("new", folder / "made", "--rules", own, "--from", folder / "people.csv", "--judges", folder / "judges.csv"), 0)
    made = bytes_of(folder / "made")
    assert made.pop("contest.yaml") == own.read_bytes()
    assert {name: content.decode("utf-8-sig") for name, content in made.items()} == {
        "contestants.csv": "编号,姓名,领域,状态\nC1,张三,街道,\nC2,李四,社区,不计名次\nC3,王五,街道,缺席\n",
        "judges.csv": "编号,姓名,评委组,权重,状态\nJ1,甲,甲组,,\nJ2,乙,甲组,,作废\nJ3,甲,乙组,,\nJ4,丁,乙组,2,\n",
        "timings.csv": "选手,环节,秒数\n", "ballots.csv": "环节,选手,等次,票数\n", "quota.csv": "旗县区,领域,名额\n",
        "special.csv": "奖项,选手,单位,原因\n",
        "scores/讲述.csv": "选手编号,姓名,J1\nC1,张三,\nC2,李四,\n",
        "scores/材料.csv": "环节,选手编号,姓名,得分\n材料,C1,张三,\n材料,C2,李四,\n",
        "scores/问答.csv": "选手编号,姓名,J1,J3,J4\nC1,张三,,,\nC2,李四,,,\n",
    }
    # What cannot be made up is asked for.
    expect(biwu("check", folder / "made"), 1, "no quota is there", "errors: 1")
    with open(folder / "made" / "quota.csv", "a", encoding="utf-8") as quota:
        quota.write(",街道,1\n")
    checked(folder / "made")
    shutil.rmtree(folder / "made")
    expect(biwu("new", folder / "made", "--rules", own), 0)
    assert [row[2] for row in rows_of(folder / "made" / "contestants.csv")[1:]] == ["街道"] * 3 + ["社区"] * 3
    assert [row[2] for row in rows_of(folder / "made" / "judges.csv")[1:]] == ["甲组"] * 3 + ["乙组"] * 3


# ---- what is refused ----

@test
def faults_of_a_list_come_with_their_place(folder):
    (folder / "list.csv").write_text("编号,姓名,组别\n7,张三,街道\n7,李四,\n,王五,社区\n", encoding="utf-8")
    Workbook([["姓名", "状态"], ["甲", "没来"]]).save(folder / "people.xlsx")
    for name, text in (("empty.csv", ""), ("nobody.csv", "编号,姓名,领域\n"), ("nameless.csv", "编号,领域\n1,社区\n")):
        (folder / name).write_text(text, encoding="utf-8")
    for name, told in (("list.csv", ["list.csv:3:1: error: id 7 stands twice", "list.csv:3:6: error: ", "list.csv:4:1: error: ",
                                     "errors: 3"]),
                       ("people.xlsx", ["people.xlsx:2:2: error: ", "(B2)"]), ("empty.csv", ["empty.csv: error: "]),
                       ("nobody.csv", ["nobody.csv: error: this list names nobody"]),
                       ("nameless.csv", ["nameless.csv:1:1: error: the column name"]), ("none.csv", ["none.csv: error: "])):
        done = expect(biwu("new", folder / "a" / "b", "--from", folder / name), 1, *told)
        assert not done.stdout
        is_untouched(folder / "a")


@test
def judges_without_the_panels_of_the_rules_are_an_error(folder):
    (folder / "judges.csv").write_text("姓名\n张三\n", encoding="utf-8")
    done = expect(biwu("new", folder / "made", "--judges", folder / "judges.csv"), 1, "judges.csv: error: ", "书面组",
                  "add a column panel", "errors: 1,")
    assert b"written-and-stage" not in done.stderr, done.stderr
    is_untouched(folder / "made")
    (folder / "judges.csv").write_text("姓名,评委组\n张三,登台组\n", encoding="utf-8")
    expect(biwu("new", folder / "made", "--judges", folder / "judges.csv"), 1, "written-and-stage.yaml:", "书面组")
    is_untouched(folder / "made")


@test
def rules_with_faults_are_refused(folder):
    (folder / "own.yaml").write_text("title: 例\nrounds: [{ id: a, name: 甲, method: maen }]\n", encoding="utf-8")
    expect(biwu("new", folder / "made", "--rules", folder / "own.yaml"), 1, "own.yaml:2:", "mean")
    expect(biwu("new", folder / "made", "--rules", folder / "none.yaml"), 1, "none.yaml: error: ")
    is_untouched(folder / "made")


@test
def wrong_usage_ends_with_2(folder):
    (folder / "full").mkdir()
    (folder / "full" / "mine.txt").write_text("mine")
    for arguments, told in ((["new"], "usage: biwu new FOLDER"), (["new", folder / "x", "--rules", "rank-sun"], "mean rank-sum?"),
                            (["new", folder / "x", "--rules", "zzzz"], "biwu new --list"), (["new", "a", "b"], "too many"),
                            (["new", folder / "full"], "mine.txt is in it"), (["new", folder / "full" / "mine.txt"], "no folder"),
                            (["new", folder / "x", "--from"], "needs a value"), (["new", folder / "x", "--form", "y"], "mean --from?")):
        done = expect(biwu(*arguments), 2, told)
        assert not done.stdout, arguments
    assert bytes_of(folder) == {"full/mine.txt": b"mine"}
    expect(biwu("new", folder / "x"), 0)
    before = bytes_of(folder)
    expect(biwu("new", folder / "x", "--rules", "diving"), 2, "nothing was changed")
    assert bytes_of(folder) == before


@test
def an_empty_folder_is_filled(folder):
    (folder / "there").mkdir(0o750)
    (folder / "there" / ".hidden").write_text("mine")
    expect(biwu("new", folder / "there" / ""), 0)
    assert (folder / "there" / ".hidden").read_text() == "mine" and (folder / "there" / "scores").is_dir()
    expect(biwu("new", folder / "over" / "there" / "here" / ""), 0)
    checked(folder / "over" / "there" / "here")


# ---- the world fails ----

@test
def a_full_disk_leaves_nothing(folder):
    """The tables for the marks fit, contest.yaml does not."""
    for place in ("made", "over/there/made"):
        command = f'ulimit -f 1; exec "{BIWU}" new "{folder}/{place}" --rules trimmed-mean'
        done = subprocess.run(["sh", "-c", command], capture_output=True)
        expect(done, 3, "contest.yaml: error: ")
        assert not done.stdout and not os.listdir(folder), os.listdir(folder)
    (folder / "made").mkdir()
    expect(subprocess.run(["sh", "-c", command.replace("over/there/", "")], capture_output=True), 3)
    assert os.listdir(folder) == ["made"] and not os.listdir(folder / "made")


@test
def a_folder_without_rights_ends_with_3(folder):
    (folder / "closed").mkdir(0o555)
    folder.chmod(0o755)
    runner = [BIWU, "new", str(folder / "closed" / "made")]
    if os.geteuid() == 0:
        other = ["setpriv", "--reuid=65534", "--clear-groups"]
        if not shutil.which("setpriv") or subprocess.run([*other, "test", "-x", BIWU]).returncode:
            return
        runner = [*other, *runner]
    expect(subprocess.run(runner, capture_output=True), 3, "error: cannot write")
    assert not os.listdir(folder / "closed")


@test
def an_interruption_leaves_all_or_nothing(folder):
    """A signal at each file that is written to the disk, and at each that takes its name."""
    stopper = folder / "stop_at.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-D_GNU_SOURCE", "-o", stopper, HERE / "stop_at.c"], check=True)
    expect(biwu("new", folder / "whole"), 0)
    ended = set()
    for call in ("fsync", "rename"):
        for at in range(1, 20):
            made = folder / f"{call}{at}"
            done = biwu("new", made, LD_PRELOAD=str(stopper), STOP_CALL=call, STOP_AT=str(at), STOP_SIGNAL=str(int(signal.SIGTERM)),
                        ASAN_OPTIONS="verify_asan_link_order=0")
            if made.exists():
                assert bytes_of(made) == bytes_of(folder / "whole") and made.is_dir(), (call, at)
            ended.add((done.returncode, made.exists()))
    assert (-signal.SIGTERM, False) in ended and (0, True) in ended, ended
    assert ended <= {(-signal.SIGTERM, False), (-signal.SIGTERM, True), (0, True)}, ended


def main():
    failed = 0
    for run in TESTS:
        folder = Path(tempfile.mkdtemp(prefix="biwu-new-"))
        try:
            run(folder)
        except Exception:
            failed += 1
            print(f"FAILED {run.__name__}")
            traceback.print_exc(file=sys.stdout)
        finally:
            shutil.rmtree(folder)
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed or not TESTS else 0


sys.exit(main())
