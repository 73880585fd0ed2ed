"""`biwu finalise`: what blocks a result, who signs it, what a revision holds, what has changed since, and what has moved.

usage: finalise.py BIWU
"""
import base64
import datetime
import hashlib
import json
import os
import re
import resource
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from workbooks import Workbook

BIWU = os.path.abspath(sys.argv[1])
TESTS = []

RULES = """\
title: 故事会
rounds:
  - { id: stage, name: 讲述, method: mean, min-sheets: 2 }
awards:
  - { name: 一等奖, count: 1, tie: error }
  - { name: 优秀奖, rest: true }
promote: { count: 1 }
sign: [计分员, 复核员]
"""
CONTESTANTS = "id,name,sector\n01,甲大海,青年组\n02,乙小山,青年组\n03,丙长河,青年组\n"
JUDGES = "id,name\nJ1,赵评委\nJ2,钱评委\nJ3,孙评委\n"
# Means: 91, 89 and 85.
MARKS = "contestant,J1,J2,J3\n01,90,91,92\n02,88,89,90\n03,80,85,90\n"
SIGNED = ("--signed", "计分员=周明", "--signed", "复核员=吴亮")


def test(function):
    TESTS.append(function)
    return function


def contest(folder, name="比赛", **files):
    place = Path(folder, name)
    (place / "scores").mkdir(parents=True)
    for path, content in {"contest.yaml": RULES, "contestants.csv": CONTESTANTS, "judges.csv": JUDGES,
                          "scores/讲述.csv": MARKS, **files}.items():
        (place / path).write_text(content, encoding="utf-8")
    return place


def biwu(*arguments, code=0, limit=None, stdin="", **environment):
    def set_limit():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    done = subprocess.run([BIWU, *(word if isinstance(word, bytes) else str(word) for word in arguments)], input=stdin,
                          capture_output=True, text=True, errors="replace", timeout=120, preexec_fn=set_limit,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                               "XDG_CONFIG_HOME": os.environ.get("XDG_CONFIG_HOME", ""), **environment})
    assert done.returncode == code, f"biwu {arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def has(text, *parts):
    for part in parts:
        assert part in text, f"no {part!r} in\n{text}"


def edit(path, old, new):
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def manifest_of(place, number):
    return json.loads(Path(place, "revisions", f"{number:03}", "manifest.json").read_bytes())


def status(place):
    return json.loads(biwu("rank", place, "--format", "json").stdout)["status"]


def bytes_of(place):
    return {str(path.relative_to(place)): path.read_bytes() for path in sorted(Path(place).rglob("*")) if path.is_file()}


# ---- what blocks ----

def blocked(place, kind, line):
    """By this kind alone, at this place; and nothing is written."""
    before = bytes_of(place)
    done = biwu("finalise", place, *SIGNED, code=1)
    has(done.stderr, f"{place}/{line}", "error: ", "nothing was written")
    assert done.stdout == "", done.stdout
    document = json.loads(biwu("finalise", place, *SIGNED, "--format", "json", code=1).stdout)
    assert document["official"] is False and document["written"] is False, document
    assert {found["kind"] for found in document["blockers"]} == {kind}, document["blockers"]
    assert document["counted"] == [{"kind": kind, "count": len(document["blockers"])}], document
    assert bytes_of(place) == before and not (place / "revisions").exists()
    return done, document["blockers"]


@test
def a_pending_sheet_blocks(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,", "02,,")})
    _, found = blocked(place, "pending", "contestants.csv:3:1: error: round 讲述: the sheet of judge J1 for contestant 02 is pending")
    assert len(found) == 1 and found[0]["line"] == 3, found


@test
def many_are_counted(folder):
    people = "".join(f"{n:02},选手{n},青年组\n" for n in range(1, 11))
    place = contest(folder, **{"contestants.csv": "id,name,sector\n" + people,
                               "scores/讲述.csv": "contestant,J1,J2,J3\n" + "".join(f"{n:02},,,\n" for n in range(1, 11))})
    done = biwu("finalise", place, *SIGNED, "--format", "json", code=1)
    counted = {found["kind"]: found["count"] for found in json.loads(done.stdout)["counted"]}
    assert counted == {"pending": 30, "no-score": 10}, counted
    has(done.stderr, "errors: 40,")


@test
def a_contestant_without_a_score_blocks(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,89,", "02,缺评,缺评,")})
    blocked(place, "no-score", "contestants.csv:3:1: error: contestant 02 has no final score and no rank")


@test
def a_tie_across_the_cut_of_an_award_blocks(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,89,90", "02,90,91,92")})
    rules = RULES.replace("promote: { count: 1 }\n", "")
    (place / "contest.yaml").write_text(rules, encoding="utf-8")
    done, found = blocked(place, "tie", "contestants.csv:2:1: error: contestant 01 is tied across the cut of 一等奖")
    assert len(found) == 2
    has(done.stderr, "hint: by playoff.csv or decisions.csv, named in ties")
    # It is decided: nothing blocks any more.
    (place / "contest.yaml").write_text(rules + "ties: [playoff]\n", encoding="utf-8")
    (place / "playoff.csv").write_text("contestant,score\n01,9\n02,8\n", encoding="utf-8")
    biwu("finalise", place, *SIGNED)
    assert "inputs/playoff.csv" in {file["name"] for file in manifest_of(place, 1)["files"]}


@test
def a_tie_across_the_cut_of_promotion_blocks(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,89,90", "02,90,91,92")})
    edit(place / "contest.yaml", "count: 1, tie: error }", "count: 1 }")
    blocked(place, "tie", "contestants.csv:2:1: error: contestant 01 is tied across the cut for the next level")


@test
def a_tie_that_the_rules_settle_does_not_block(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,89,90", "02,90,91,92")})
    edit(place / "contest.yaml", "count: 1, tie: error }", "count: 1 }")
    edit(place / "contest.yaml", "promote: { count: 1 }", "promote: { count: 1, tie: extend }")
    biwu("finalise", place, *SIGNED)


@test
def an_open_protest_blocks(folder):
    place = contest(folder, **{"protests.csv": "选手,时间,事由,决定\n02,2023-10-26 17:10,J1 漏计一项,\n"})
    has(biwu("rank", place).stderr, "protests.csv:2:29: warning: the protest of contestant 02 is open")
    done, _ = blocked(place, "protest", "protests.csv:2:29: error: the protest of contestant 02 is open")
    has(done.stderr, "hint: once it is decided")
    edit(place / "protests.csv", "漏计一项,", "漏计一项,复核无误，维持")
    biwu("finalise", place, *SIGNED)


@test
def errors_block(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,", "02,880,")})
    blocked(place, "error", "scores/讲述.csv:3:4")


@test
def a_protest_names_a_contestant_and_what_it_is_about(folder):
    place = contest(folder, **{"protests.csv": "contestant,about,decision\n09,x,\n01,,\n"})
    has(biwu("check", place, code=1).stderr, "protests.csv:2:1: error", "protests.csv:3:4: error: the cell about is empty")
    (place / "protests.csv").write_text("contestant,about\n01,x\n", encoding="utf-8")
    has(biwu("check", place, code=1).stderr, "decision")


# ---- who signs ----

def refused(place, *signed, parts):
    done = biwu("finalise", place, *(word for one in signed for word in ("--signed", one)), code=2)
    has(done.stderr, *parts)
    assert not (place / "revisions").exists() and done.stdout == ""


@test
def every_role_signs_once(folder):
    place = contest(folder)
    found = json.loads(biwu("finalise", place, "--signed", "计分员=周明", "--format", "json", code=2).stdout)
    assert [(one["kind"], one["message"]) for one in found["blockers"]] == [("signature", "复核员 has not signed yet")]
    assert found["counted"] == [{"kind": "signature", "count": 1}] and not found["official"], found
    refused(place, parts=["error: 计分员 has not signed yet", "error: 复核员 has not signed yet", "nothing else blocks"])
    refused(place, "计分员=周明", parts=["error: 复核员 has not signed yet", "hint: --signed 复核员=NAME"])
    refused(place, "计分员=周明", "复核=吴亮", parts=["复核 signs nothing here", "did you mean 复核员?"])
    refused(place, "计分员=周明", "公证=吴亮", parts=["公证 signs nothing here", "计分员, 复核员"])
    refused(place, "计分员=周明", "计分员=王安", "复核员=吴亮", parts=["计分员 has signed twice: 周明 and 王安"])
    refused(place, "计分员=周明", "复核员=　", parts=["复核员: the name of who signed is missing"])
    refused(place, "计分员=周明", "吴亮", parts=["--signed 吴亮 is not of the form ROLE=NAME"])
    refused(place, "计分员=", "复核员", "公证=x", parts=["计分员: the name", "is not of the form", "公证 signs nothing"])


@test
def a_hint_can_be_pasted(folder):
    """A shell gets one word of it, whatever the role is."""
    roles = ["计分员", "Chief judge", "裁判长(代)", "It's me", 'a "b" $c']
    place = contest(folder, **{"contest.yaml": RULES.replace("[计分员, 复核员]", json.dumps(roles, ensure_ascii=False))})
    said = biwu("finalise", place, code=2).stderr
    has(said, "hint: --signed 计分员=NAME\n", 'hint: --signed "Chief judge=NAME"\n', "hint: --signed 'a \"b\" $c=NAME'\n")
    assert [words for line in re.findall("hint: (--signed .*)", said) for words in [shlex.split(line)]] == [
        ["--signed", f"{role}=NAME"] for role in roles], said
    has(biwu("finalise", place, "--signed", "x", LC_ALL="zh_CN.UTF-8", code=2).stderr, "--signed 计分员=张三")
    edit(place / "contest.yaml", '"计分员", ', "")
    refused(place, "x", parts=['as in: --signed "Chief judge=张三"'])


@test
def nobody_signs_twice_and_no_contestant_signs(folder):
    place = contest(folder)
    for other in ("周明", " 周　明 ", "周 明"):
        refused(place, "计分员=周明", f"复核员={other}", parts=["one person cannot check themselves"])
    refused(place, "计分员=Ｌｉ Ming", "复核员=LiMing", parts=["one person cannot check themselves"])
    refused(place, "计分员=周明", "复核员=甲 大海", parts=["甲 大海 cannot sign as 复核员: a contestant has this name"])
    refused(place, "计分员=周明", "复核员=周\u2003明", parts=["one person cannot check themselves"])
    refused(place, "计分员=Zhou Ming", "复核员=zhou ming", parts=["one person cannot check themselves"])
    refused(place, "计分员=周明", "复核员=周\u200b明", parts=["holds a character that cannot be seen"])
    # Somebody else of that name, and a judge, may.
    biwu("finalise", place, "--signed", "计分员=甲大海（组织部）", "--signed", "复核员=赵评委")
    assert manifest_of(place, 1)["signed"] == [{"role": "计分员", "name": "甲大海（组织部）"},
                                               {"role": "复核员", "name": "赵评委"}]


@test
def a_role_that_stands_twice_is_told(folder):
    place = contest(folder, **{"contest.yaml": RULES.replace("[计分员, 复核员]", "[计分员, 计 分员]")})
    refused(place, "计分员=周明", parts=["contest.yaml names 计 分员 twice under sign"])


@test
def wrong_usage_is_told(folder):
    place = contest(folder)
    has(biwu("finalise", place, "--format", "xml", code=2).stderr, "unknown format xml")
    has(biwu("finalise", place, "--by", "周明", code=2).stderr, "go with --stage")
    has(biwu("finalise", place, "--stage", "announced", "--by", "周明", *SIGNED, code=2).stderr, "--stage goes with")
    has(biwu("finalise", place, *(word for n in range(33) for word in ("--signed", f"计分员={n}")), code=2).stderr, "32")
    for words in (("--reason", "x\ny"), ("--reason", b"\xb8\xfc"), ("--stage", "announced", "--by", b"\xb8"),
                  ("--signed", b"\xb8=x", "--signed", "复核员=吴亮"), ("--signed", "计分员=周\t明", "--signed", "复核员=吴亮")):
        biwu("finalise", place, *words, code=2)
    has(biwu("finalise", Path(folder, "none"), code=1).stderr, "there is no such folder")
    assert not (place / "revisions").exists()


# ---- what a revision holds ----

def check_revision(place, number):
    """By the contract of docs/reference/revisions.md alone."""
    own = place / "revisions" / f"{number:03}"
    manifest = manifest_of(place, number)
    held = {str(path.relative_to(own)): path.read_bytes() for path in own.rglob("*") if path.is_file()}
    told = {file["name"]: (file["size"], file["sha256"]) for file in manifest["files"]}
    assert {name: (len(data), sha256(data)) for name, data in held.items() if name != "manifest.json"} == told
    assert list(told) == sorted(told, key=str.encode)
    lines = "".join(f"{sha}  {name.removeprefix('inputs/')}\n" for name, (_, sha) in told.items()
                    if name.startswith("inputs/") and not name.startswith("inputs/protests."))
    assert sha256(lines.encode()) == manifest["fingerprint"]
    standings = json.loads(held["standings.json"])
    assert standings.pop("status") == "official" and standings.pop("complete") is True
    for sector in standings["sectors"]:
        for row in sector["ranking"]:
            row.pop("standing", None)
    assert sha256(json.dumps(standings, ensure_ascii=False, separators=(",", ":")).encode()) == manifest["result"]
    if number > 1:
        former = (place / "revisions" / f"{number - 1:03}" / "manifest.json").read_bytes()
        assert manifest["former"] == sha256(former)
    return manifest, held


@test
def a_revision_holds_what_was_signed(folder):
    place = contest(folder, **{"scores/旧.xls.txt": "not read", "adjustments.csv": "contestant,round,points,reason\n03,,1,加分\n",
                               "notes.txt": "not read"})
    (place / "protests.csv").write_text("选手,事由,决定\n02,x,维持\n", encoding="utf-8")
    hash_before = json.loads(biwu("rank", place, "--format", "json").stdout)
    started = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    told = biwu("finalise", place, *SIGNED)
    manifest, held = check_revision(place, 1)
    inputs = {name.removeprefix("inputs/"): data for name, data in held.items() if name.startswith("inputs/")}
    assert inputs == {name: data for name, data in bytes_of(place).items()
                      if not name.startswith("revisions/") and not name.endswith(".txt")}
    assert manifest["signed"] == [{"role": "计分员", "name": "周明"}, {"role": "复核员", "name": "吴亮"}]
    assert manifest["revision"] == 1 and manifest["contest"] == "故事会" and "moves" not in manifest
    assert "former" not in manifest and "reason" not in manifest and "encoding" not in manifest
    signed_at = datetime.datetime.fromisoformat(manifest["time"])
    assert started <= signed_at <= started + datetime.timedelta(minutes=2), manifest["time"]
    has(told.stdout, "001", "计分员 周明", "复核员 吴亮", manifest["result"], f"{place}/revisions/001",
        sha256((place / "revisions/001/manifest.json").read_bytes()))
    after = json.loads(biwu("rank", place, "--format", "json").stdout)
    assert hash_before["status"] == "provisional" and after["status"] == "official"
    assert {**after, "status": ""} == {**hash_before, "status": ""}
    assert after == json.loads(held["standings.json"])
    for path in (place / "revisions" / "001").rglob("*"):
        assert path.is_dir() or stat.S_IMODE(path.stat().st_mode) & 0o222 == 0, path


@test
def an_unchanged_result_is_not_signed_again(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    before = bytes_of(place)
    for more in ((), SIGNED, ("--reason", "x")):
        done = biwu("finalise", place, *more)
        has(done.stderr, "official already", "nothing was written")
        has(done.stdout, "001", "official")
    document = json.loads(biwu("finalise", place, "--format", "json").stdout)
    assert document["official"] and not document["written"] and document["stage"] == "official"
    assert document["manifest"] == manifest_of(place, 1) and document["blockers"] == []
    assert document["sha256"] == sha256((place / "revisions/001/manifest.json").read_bytes())
    assert bytes_of(place) == before


@test
def another_encoding_is_kept(folder):
    place = contest(folder)
    for path in (place / "contest.yaml", *place.rglob("*.csv")):
        path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    biwu("finalise", place, *SIGNED, "--encoding", "gb18030")
    assert manifest_of(place, 1)["encoding"] == "gb18030"
    check_revision(place, 1)
    assert status(place) == "official"


# ---- what has changed since ----

@test
def every_command_tells_what_has_changed(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    told = f"{place}/scores/讲述.csv:3:4: warning: changed since revision 001: 88 → 95"
    for command in (("check",), ("rank",), ("explain", "01"), ("report", "-o", "out"), ("certificates", "-o", "out"),
                    ("run", "-o", "out"), ("promote",)):
        words = [str(Path(folder, word)) if word == "out" else word for word in command[1:]]
        has(biwu(command[0], place, *words).stderr, told, "the result is provisional again", "--reason")
    assert status(place) == "provisional"
    document = json.loads(biwu("check", place, "--format", "json").stdout)
    assert any(fault["message"] == "changed since revision 001: 88 → 95" for fault in document["faults"])
    edit(place / "scores/讲述.csv", "02,95,", "02,88,")
    done = biwu("rank", place, "--format", "json")
    assert json.loads(done.stdout)["status"] == "official" and done.stderr == ""


def changes(place):
    return [line.partition("/比赛/")[2] for line in biwu("rank", place).stderr.splitlines() if "revision 001" in line][:-1]


@test
def changes_are_told_by_their_place(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    marks = place / "scores/讲述.csv"

    def after(text, *expected):
        marks.write_text(text, encoding="utf-8", newline="")
        assert changes(place) == list(expected), changes(place)
        assert status(place) == "provisional"
    after(MARKS.replace("\n", "\r\n"),
          "scores/讲述.csv: warning: this file was saved anew since revision 001; nothing that is read in it has changed")
    after(MARKS.replace("01,90,", "01,,"), "scores/讲述.csv:2:4: warning: changed since revision 001: 90 → empty (B2)")
    after(MARKS.replace("01,90,91,92", "01,90,91.5,99"),
          "scores/讲述.csv:2:7: warning: changed since revision 001: 91 → 91.5 (C2)",
          "scores/讲述.csv:2:12: warning: changed since revision 001: 92 → 99 (D2)")
    # A line between others that stay, and a cell beside: the lines behind are not told.
    after(MARKS.replace("02,88", "01,90,91,92\n02,88").replace("03,80", "03,81"),
          "scores/讲述.csv:3: warning: this line is new since revision 001: 01,90,91,92",
          "scores/讲述.csv:5:4: warning: changed since revision 001: 80 → 81 (B5)")
    after(MARKS.replace("02,88,89,90\n", ""),
          "scores/讲述.csv: warning: line 3 of revision 001 is gone: 02,88,89,90")
    marks.write_text(MARKS, encoding="utf-8")
    edit(place / "contest.yaml", "count: 1, tie", "count: 2, tie")
    assert changes(place) == ["contest.yaml:5: warning: changed since revision 001: - { name: 一等奖, count: 1, tie: error } "
                              "→ - { name: 一等奖, count: 2, tie: error }"], changes(place)
    (place / "contest.yaml").write_text(RULES, encoding="utf-8")
    (place / "adjustments.csv").write_text("contestant,round,points,reason\n", encoding="utf-8")
    (place / "scores/讲述.csv").rename(place / "scores/讲述-2.csv")
    assert sorted(changes(place)) == [
        "adjustments.csv: warning: this file is new since revision 001",
        "revisions/001/inputs/scores/讲述.csv: warning: this file of revision 001 is not in the folder any more",
        "scores/讲述-2.csv: warning: this file is new since revision 001"], changes(place)


@test
def at_most_twenty_of_a_file_are_told(folder):
    people = "".join(f"{n:02},选手{n},青年组\n" for n in range(1, 31))
    rows = "".join(f"{n:02},{n + 50},60,60\n" for n in range(1, 31))
    place = contest(folder, **{"contestants.csv": "id,name,sector\n" + people, "scores/讲述.csv": "contestant,J1,J2,J3\n" + rows})
    biwu("finalise", place, *SIGNED)
    (place / "scores/讲述.csv").write_text("contestant,J1,J2,J3\n" + rows.replace(",60,", ",61,"), encoding="utf-8")
    told = biwu("rank", place).stderr
    assert told.count("60 → 61") == 20, told
    has(told, "10 more")


@test
def a_cell_of_a_workbook_is_told(folder):
    place = contest(folder)
    (place / "scores/讲述.csv").unlink()
    table = [line.split(",") for line in MARKS.splitlines()]
    Workbook(table).save(place / "scores/讲述.xlsx")
    biwu("finalise", place, *SIGNED)
    table[2][1] = "95"
    Workbook(table).save(place / "scores/讲述.xlsx")
    has(biwu("rank", place).stderr, "scores/讲述.xlsx:3:2: warning: changed since revision 001: 88 → 95 (B3)")


@test
def protests_come_in_without_making_it_provisional(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    (place / "protests.csv").write_text("选手,事由,决定\n02,x,\n", encoding="utf-8")
    done = biwu("rank", place, "--format", "json")
    assert json.loads(done.stdout)["status"] == "official"
    has(done.stderr, "the protest of contestant 02 is open")
    has(biwu("finalise", place).stderr, "official already", "the protest of contestant 02 is open")
    biwu("finalise", place, "--signed", "计分员=周明", "--signed", "复核员=郑洁", "--reason", "换人", code=1)
    assert not (place / "revisions/002").exists()


@test
def a_damaged_revision_is_told_and_nothing_follows_it(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    path = place / "revisions/001/manifest.json"
    whole = path.read_text(encoding="utf-8")
    os.chmod(path, 0o644)
    for damaged in (whole[:100], "", "[]", whole.replace('"revision": 1', '"revision": 2'),
                    whole.replace('"name": "inputs/contest.yaml"', '"name": "inputs/other.yaml"')):
        path.write_text(damaged, encoding="utf-8")
        done = biwu("rank", place, "--format", "json")
        assert json.loads(done.stdout)["status"] == "provisional"
        has(done.stderr, f"{path}: warning: this is no manifest of revision 001, or it was changed")
        has(biwu("finalise", place, *SIGNED, "--reason", "x", code=1).stderr, "nothing follows it")
    assert os.listdir(place / "revisions") == ["001"]
    path.unlink()
    has(biwu("rank", place).stderr, f"{path}: warning: this file cannot be read")


@test
def a_damaged_chain_is_told_by_finalise(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    for number, mark in enumerate(("95", "96"), start=2):
        edit(place / "scores/讲述.csv", "02,88," if number == 2 else "02,95,", f"02,{mark},")
        biwu("finalise", place, *SIGNED, "--reason", "x")
    assert "warning" not in biwu("finalise", place).stderr
    revisions = place / "revisions"
    for damaged in ("001/inputs/judges.csv", "003/standings.json"):
        path = revisions / damaged
        whole = path.read_bytes()
        os.chmod(path, 0o644)
        for content in (whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:], whole[:-1], whole + b" ", None):
            path.unlink() if content is None else path.write_bytes(content)
            has(biwu("finalise", place).stderr, f"{path}: warning: this file of revision {damaged[:3]} is gone, or was changed",
                "errors: 0, warnings: 1")
        path.write_bytes(whole)
    os.chmod(revisions / "001/manifest.json", 0o644)
    edit(revisions / "001/manifest.json", "周明", "周朋")
    has(biwu("finalise", place).stderr, "001/manifest.json: warning: this is not the manifest that revision 002 follows")
    os.rename(revisions / "002", revisions / "away")
    done = biwu("finalise", place)
    has(done.stderr, "002/manifest.json: warning: this file cannot be read", "official already")
    assert "001" not in done.stderr, done.stderr


@test
def a_damaged_record_of_a_stage_is_told_by_finalise(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    for first, last in ((1, 5), (1, 6), (1, 7)):
        stage(place, "notice", "--period", f"{day(first)}..{day(last)}")
    assert "warning" not in biwu("finalise", place).stderr
    stages = place / "revisions/stages"
    os.chmod(stages / "001/stage.json", 0o644)
    edit(stages / "001/stage.json", "周明", "周朋")
    has(biwu("finalise", place).stderr, "001/stage.json: warning: this is not the record that record 002 follows",
        "errors: 0, warnings: 1")
    os.rename(stages / "002", stages / "away")
    has(biwu("finalise", place).stderr, "002/stage.json: warning: this is no record", "errors: 0, warnings: 1")
    os.rename(stages / "001", stages / "gone")
    os.rename(stages / "003", stages / "001")  # no record tells its own number
    has(biwu("finalise", place).stderr, "001/stage.json: warning: this follows another that is not there",
        "errors: 0, warnings: 1")


@test
def a_changed_copy_is_not_compared_with(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    for path in (place / "revisions/001/inputs/scores/讲述.csv", place / "scores/讲述.csv"):
        os.chmod(path, 0o644)
        edit(path, "02,88,", "02,95,")
    done = biwu("rank", place)
    has(done.stderr, f"{place}/scores/讲述.csv: warning: this file has changed since revision 001, whose copy of it is gone")
    assert "saved anew" not in done.stderr, done.stderr


@test
def another_result_of_the_same_files_is_provisional(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    path = place / "revisions/001/manifest.json"
    os.chmod(path, 0o644)
    edit(path, manifest_of(place, 1)["result"], "0" * 64)
    edit(path, '"version": "', '"version": "0.0.9-')
    done = biwu("rank", place, "--format", "json")
    assert json.loads(done.stdout)["status"] == "provisional"
    has(done.stderr, f"{place}: warning: these are the files of revision 001, and yet the result is another", "0.0.9-")
    edit(path, '"result"', '"encoding": "gb18030",\n "result"')
    has(biwu("rank", place).stderr, "revision 001 was read with --encoding gb18030", "hint: give --encoding here, too")


# ---- corrections ----

# 02 has (95 + 89 + 90) ÷ 3 = 274 ÷ 3 = 91.333… → 91.33 and overtakes 01 with 91; 03 stays.
MOVES = [
    {"contestant": "02", "name": "乙小山", "sector": "青年组",
     "from": {"rank": 2, "final": "89.00", "award": "优秀奖", "promoted": False},
     "to": {"rank": 1, "final": "91.33", "award": "一等奖", "promoted": True}},
    {"contestant": "01", "name": "甲大海", "sector": "青年组",
     "from": {"rank": 1, "final": "91.00", "award": "一等奖", "promoted": True},
     "to": {"rank": 2, "final": "91.00", "award": "优秀奖", "promoted": False}},
]


@test
def a_correction_needs_a_reason_and_tells_whom_it_moves(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    first = bytes_of(place / "revisions/001")
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    done = biwu("finalise", place, *SIGNED, code=2)
    has(done.stderr, "revision 001 is official: the next one needs a reason", "88 → 95")
    biwu("finalise", place, *SIGNED, "--reason", " ", code=2)
    done = biwu("finalise", place, *SIGNED, "--reason", "J1 登记有误")
    has(done.stderr, "88 → 95")
    assert "provisional again" not in done.stderr, done.stderr
    for line in (r"02 +乙小山 +青年组 +2 → 1 +89\.00 → 91\.33 +优秀奖 → 一等奖 +- → promoted",
                 r"01 +甲大海 +青年组 +1 → 2 +91\.00 +一等奖 → 优秀奖 +promoted → -"):
        assert re.search(line, done.stdout), done.stdout
    assert "丙长河" not in done.stdout
    manifest, _ = check_revision(place, 2)
    assert manifest["moves"] == MOVES and manifest["reason"] == "J1 登记有误", manifest
    assert status(place) == "official" and bytes_of(place / "revisions/001") == first
    # Back again: what is in revision 001 is not what holds now.
    edit(place / "scores/讲述.csv", "02,95,", "02,88,")
    has(biwu("rank", place).stderr, "changed since revision 002: 95 → 88")
    document = json.loads(biwu("finalise", place, *SIGNED, "--reason", "误改", "--format", "json").stdout)
    assert document["written"] and document["manifest"]["moves"] == [
        {**move, "from": move["to"], "to": move["from"]} for move in reversed(MOVES)]
    check_revision(place, 3)


@test
def teams_and_units_are_moved(folder):
    """By hand: 东街 has 91 + 85 = 176.00, 西街 89.00 and then (95 + 89 + 90) / 3 = 91.33; the award goes from one to the other."""
    people = "id,name,sector,unit\n01,甲大海,青年组,东街\n02,乙小山,青年组,西街\n03,丙长河,青年组,东街\n"
    rules = RULES + "teams: { by: unit, method: sum }\nspecial: [{ name: 组织奖 }]\n"
    place = contest(folder, **{"contest.yaml": rules, "contestants.csv": people,
                               "special.csv": "award,unit,reason\n组织奖,东街,\n"})
    biwu("finalise", place, *SIGNED)
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    edit(place / "special.csv", "东街", "西街")
    done = biwu("finalise", place, *SIGNED, "--reason", "登记有误")
    for line in (r"西街 +team +2 +89\.00 → 91\.33", r"西街 +unit +.*- → 组织奖", r"东街 +unit +.*组织奖 → -"):
        assert re.search(line, done.stdout), done.stdout
    assert check_revision(place, 2)[0]["moves"] == [
        *MOVES,
        {"team": "西街", "from": {"rank": 2, "final": "89.00"}, "to": {"rank": 2, "final": "91.33"}},
        {"unit": "西街", "to": {"award": "组织奖"}},
        {"unit": "东街", "from": {"award": "组织奖"}}]


def numbers_printed(place, folder):
    """Name and number of each certificate, as the paper has them."""
    biwu("certificates", place, "-o", Path(folder, "x.pdf"))
    text = subprocess.run(["pdftotext", Path(folder, "x.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    return [(re.search(r"(\S+)同志", page)[1], re.search(r"BW-(\d+)", page)[1]) for page in text.split("\f") if page.strip()]


@test
def a_number_is_given_once(folder):
    """Who keeps an award keeps its number; a number that was taken back goes to nobody else."""
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-{n:03}" }\n'})
    first = [("甲大海", "001"), ("乙小山", "002"), ("丙长河", "003")]
    second = [("乙小山", "004"), ("甲大海", "005"), ("丙长河", "003")]

    def certificates(number):
        assert all(row["kind"] == "contestant" and row["sector"] == "青年组" for row in check_revision(place, number)[0]["certificates"])
        return [(row["id"], row["award"], row["number"], row.get("recalled", False))
                for row in check_revision(place, number)[0]["certificates"]]

    assert numbers_printed(place, folder) == first
    biwu("finalise", place, *SIGNED)
    assert numbers_printed(place, folder) == first
    assert certificates(1) == [("01", "一等奖", 1, False), ("02", "优秀奖", 2, False), ("03", "优秀奖", 3, False)]
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    assert numbers_printed(place, folder) == second
    # Until the correction is signed the papers of the first result hold.
    biwu("report", place, "-o", Path(folder, "before"))
    assert "作废" not in subprocess.run(["pdftotext", Path(folder, "before/register.pdf"), "-"], capture_output=True, text=True).stdout
    done = biwu("finalise", place, *SIGNED, "--reason", "登记有误")
    for line in ("BW-001 +01 +甲大海 +一等奖 +take it back", "BW-002 +02 +乙小山 +优秀奖 +take it back",
                 "BW-004 +02 +乙小山 +一等奖 +new", "BW-005 +01 +甲大海 +优秀奖 +new"):
        assert re.search(line, done.stdout), done.stdout
    assert "BW-003" not in done.stdout and numbers_printed(place, folder) == second
    assert certificates(2) == [("01", "一等奖", 1, True), ("02", "优秀奖", 2, True), ("03", "优秀奖", 3, False),
                               ("02", "一等奖", 4, False), ("01", "优秀奖", 5, False)]
    biwu("report", place, "-o", Path(folder, "out"))
    register = subprocess.run(["pdftotext", "-layout", Path(folder, "out/register.pdf"), "-"], capture_output=True, text=True).stdout
    valid, void = register.split("已作废的证书", 1)
    assert re.findall(r"BW-(\d+) +(\S+)", valid) == [("003", "丙长河"), ("004", "乙小山"), ("005", "甲大海")], register
    assert re.findall(r"BW-(\d+) +(\S+).* (\S+奖)", void) == [("001", "甲大海", "一等奖"), ("002", "乙小山", "优秀奖")], register
    has(void, "收回人")
    edit(place / "scores/讲述.csv", "02,95,", "02,88,")
    done = biwu("finalise", place, *SIGNED, "--reason", "误改")
    assert re.search("BW-001 +01 +甲大海 +一等奖 +holds again", done.stdout), done.stdout
    assert re.search("BW-004 +02 +乙小山 +一等奖 +take it back", done.stdout), done.stdout
    assert numbers_printed(place, folder) == first


@test
def two_people_exchanged_are_moved_and_get_other_numbers(folder):
    """The commonest mistake: the marks are right, and the names stood in each other's rows."""
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-{n:03}" }\n'})
    biwu("finalise", place, *SIGNED)
    (place / "contestants.csv").write_text(CONTESTANTS.replace("甲大海", "丁").replace("乙小山", "甲大海").replace("丁", "乙小山"),
                                           encoding="utf-8")
    done = biwu("finalise", place, *SIGNED, "--reason", "两人姓名登记时互换")
    moves = [(move["contestant"], move["name"], move.get("from", {}).get("award"), move.get("to", {}).get("award"))
             for move in check_revision(place, 2)[0]["moves"]]
    assert moves == [("01", "乙小山", None, "一等奖"), ("02", "甲大海", None, "优秀奖"),
                     ("01", "甲大海", "一等奖", None), ("02", "乙小山", "优秀奖", None)], moves
    for line in ("BW-001 +01 +甲大海 +一等奖 +take it back", "BW-002 +02 +乙小山 +优秀奖 +take it back",
                 "BW-004 +01 +乙小山 +一等奖 +new", "BW-005 +02 +甲大海 +优秀奖 +new"):
        assert re.search(line, done.stdout), done.stdout
    assert numbers_printed(place, folder) == [("乙小山", "004"), ("甲大海", "005"), ("丙长河", "003")]
    # Whoever is spelt otherwise needs another paper, too; and so does who is printed with another unit.
    edit(place / "contestants.csv", "丙长河", "丙长江")
    done = biwu("finalise", place, *SIGNED, "--reason", "姓名有误")
    assert re.search("BW-003 +03 +丙长河 +优秀奖 +take it back", done.stdout) and re.search("BW-006 +03 +丙长江 +优秀奖 +new", done.stdout)


@test
def a_printed_number_stays_as_it_was_printed(folder):
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-{n:03}" }\n'})
    biwu("finalise", place, *SIGNED)
    edit(place / "contest.yaml", "BW-{n:03}", "BW-1{n:02}")
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    done = biwu("finalise", place, *SIGNED, "--reason", "换编号")
    assert re.search("BW-001 +01 +甲大海 +一等奖 +take it back", done.stdout), done.stdout
    assert numbers_printed(place, folder) == [("乙小山", "104"), ("甲大海", "105"), ("丙长河", "003")]


@test
def papers_that_read_alike_keep_their_numbers(folder):
    """One award named twice for one person: two papers, whose numbers are those of the manifest."""
    rules = RULES + 'special: [{ name: 创新奖 }]\ncertificate: { number: "BW-{n:03}" }\n'
    place = contest(folder, **{"contest.yaml": rules, "special.csv": "award,contestant,reason\n创新奖,01,\n创新奖,01,\n"})
    biwu("finalise", place, *SIGNED)
    assert [row["printed"] for row in check_revision(place, 1)[0]["certificates"]] == [f"BW-00{n}" for n in range(1, 6)]
    assert [number for _, number in numbers_printed(place, folder)] == ["001", "002", "003", "004", "005"]
    edit(place / "scores/讲述.csv", "03,80,", "03,81,")
    assert "Certificates:" not in biwu("finalise", place, *SIGNED, "--reason", "误记").stdout
    assert [number for _, number in numbers_printed(place, folder)] == ["001", "002", "003", "004", "005"]


@test
def no_two_papers_bear_one_printed_number(folder):
    """BW-1 and a 2 behind it, and then the twelfth of all: the other pattern leaves that out."""
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-0{n}" }\n'})
    biwu("finalise", place, *SIGNED)
    edit(place / "contest.yaml", "BW-0{n}", "BW-{n:02}")
    (place / "contestants.csv").write_text(CONTESTANTS.replace("甲大海", "丁一").replace("乙小山", "丁二"), encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "姓名有误")
    printed = [row["printed"] for row in check_revision(place, 2)[0]["certificates"]]
    assert printed == ["BW-01", "BW-02", "BW-03", "BW-04", "BW-05"], printed
    edit(place / "contest.yaml", "BW-{n:02}", "BW-0{n}")
    (place / "contestants.csv").write_text(CONTESTANTS.replace("甲大海", "戊一"), encoding="utf-8")
    edit(place / "contest.yaml", "BW-0{n}", "BW-{n}")
    biwu("finalise", place, *SIGNED, "--reason", "姓名有误")
    printed = [row["printed"] for row in check_revision(place, 3)[0]["certificates"]]
    assert len(set(printed)) == len(printed), printed


@test
def another_team_of_the_same_result_is_another_paper(folder):
    """丙 and 乙 have the same marks: who of them counts is not to be seen from the team's rank and score."""
    people = "id,name,sector,unit\n01,甲大海,青年组,东街\n02,乙小山,青年组,东街\n03,丙长河,青年组,西街\n"
    place = contest(folder, **{"contest.yaml": RULES + "teams: { by: unit, method: sum }\ncertificate: { number: 'BW-{n:03}' }\n",
                               "contestants.csv": people})
    biwu("finalise", place, *SIGNED)
    teams = [row for row in check_revision(place, 1)[0]["certificates"] if row["kind"] == "team"]
    assert [(row["name"], row["members"], row["award"]) for row in teams] == [("东街", "甲大海、乙小山", "团体第一名"),
                                                                             ("西街", "丙长河", "团体第二名")], teams
    edit(place / "contestants.csv", "02,乙小山", "02,丁小川")
    done = biwu("finalise", place, *SIGNED, "--reason", "姓名有误")
    assert re.search(teams[0]["printed"] + " +东街 +团体第一名 +take it back", done.stdout), done.stdout
    assert teams[1]["printed"] not in done.stdout


@test
def the_notice_bears_the_days_on_record(folder):
    """What was planned before the result was signed cannot stand on the paper that is put up after it."""
    notice = "notice: { from: 2023-10-27, to: 2023-11-02, phone: 0000-0000000 }\n"
    place = contest(folder, **{"contest.yaml": RULES + notice})

    def printed():
        done = biwu("report", place, "-o", Path(folder, "out"))
        text = subprocess.run(["pdftotext", Path(folder, "out/notice.pdf"), "-"], capture_output=True, text=True).stdout
        return "".join(text.split()), done.stderr

    assert "2023年10月27日至2023年11月2日" in printed()[0]
    biwu("finalise", place, *SIGNED)
    text, told = printed()
    assert "2023年10月27日" in text
    has(told, "contest.yaml:", "warning: the notice begins on 2023-10-27, and the result was signed on", "--period FROM..TO")
    done = biwu("finalise", place, "--stage", "公示", "--by", "周明", "--period", "2099-10-26..2099-10-30")
    record = (place / "revisions/stages/001/stage.json").read_bytes()
    has(done.stdout, f"SHA-256 of the record: {sha256(record)}")
    text, told = printed()
    assert "2099年10月26日至2099年10月30日" in text and "2023年10月27日" not in text and "begins on" not in told, text
    # A weekend has no working day.
    has(biwu("finalise", place, "--stage", "公示", "--by", "周明", "--period", "2099-10-31..2099-11-01").stderr, "is a working day")


@test
def a_record_that_was_changed_lets_no_notice_pass(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    biwu("finalise", place, "--stage", "公示", "--by", "周明", "--period", "2099-10-26..2099-10-30")
    path = place / "revisions/stages/001/stage.json"
    os.chmod(path, 0o644)
    path.write_text(path.read_text(encoding="utf-8").replace("2099", "2001"), encoding="utf-8")
    has(biwu("finalise", place, "--stage", "公示期满", "--by", "周明", code=1).stderr, "before the result was signed")


@test
def certificates_that_are_all_void_are_registered(folder):
    """Nobody has an award any more: the papers that are out are to be fetched all the same."""
    place = contest(folder, **{"contest.yaml": RULES.replace("  - { name: 优秀奖, rest: true }\n", "").replace("count: 1, tie: error", "min-score: 91") + 'certificate: { number: "BW-{n:03}" }\n'})
    biwu("finalise", place, *SIGNED)
    edit(place / "scores/讲述.csv", "01,90,", "01,80,")
    biwu("finalise", place, *SIGNED, "--reason", "登记有误")
    biwu("report", place, "-o", Path(folder, "out"))
    register = subprocess.run(["pdftotext", "-layout", Path(folder, "out/register.pdf"), "-"], capture_output=True, text=True).stdout
    has(register, "已作废的证书", "BW-001", "甲大海")


@test
def help_is_in_paragraphs(folder):
    has(biwu("help", "finalise").stdout, "\n\n--stage")


@test
def numbers_that_an_early_version_has_not_told(folder):
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-{n:03}" }\n'})
    biwu("finalise", place, *SIGNED)
    path = place / "revisions/001/manifest.json"
    os.chmod(path, 0o644)
    early = {key: value for key, value in manifest_of(place, 1).items() if key != "certificates"} | {"version": "0.1.0"}
    path.write_text(json.dumps(early), encoding="utf-8")
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    has(biwu("finalise", place, *SIGNED, "--reason", "登记有误").stderr,
        "revision 001, made by version 0.1.0, does not tell the numbers of its certificates", "take back all certificates")
    edit(place / "scores/讲述.csv", "02,95,", "02,88,")
    assert "does not tell" not in biwu("finalise", place, *SIGNED, "--reason", "误改").stderr


@test
def numbers_that_may_still_change_are_told(folder):
    place = contest(folder, **{"contest.yaml": RULES + 'certificate: { number: "BW-{n:03}" }\n'})
    told = "they may change"
    printing = [("certificates", place, "-o", Path(folder, "x.pdf")), ("report", place, "-o", Path(folder, "out")), ("run", place)]
    for command in printing:
        has(biwu(*command).stderr, told)
    biwu("finalise", place, *SIGNED)
    for command in printing:
        assert told not in biwu(*command).stderr


@test
def who_comes_and_goes_is_moved(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    (place / "contestants.csv").write_text(CONTESTANTS.replace("03,丙长河", "04,丁秋水"), encoding="utf-8")
    edit(place / "scores/讲述.csv", "03,", "04,")
    biwu("finalise", place, *SIGNED, "--reason", "编号有误")
    standing = {"rank": 3, "final": "85.00", "award": "优秀奖", "promoted": False}
    assert check_revision(place, 2)[0]["moves"] == [
        {"contestant": "04", "name": "丁秋水", "sector": "青年组", "to": standing},
        {"contestant": "03", "name": "丙长河", "sector": "青年组", "from": standing}]


@test
def another_signer_is_a_correction_that_moves_nobody(folder):
    place = contest(folder)
    biwu("finalise", place, *SIGNED)
    other = ("--signed", "计分员=周明", "--signed", "复核员=郑洁")
    has(biwu("finalise", place, *other, code=2).stderr, "needs a reason")
    has(biwu("finalise", place, *other, "--reason", "姓名有误").stdout, "Nobody is moved")
    manifest = check_revision(place, 2)[0]
    assert manifest["moves"] == [] and manifest["signed"][1]["name"] == "郑洁" and status(place) == "official"


# ---- codes of an earlier revision ----

DER_OF_PRIVATE = bytes.fromhex("302e020100300506032b657004220420")


def code_of(folder, name, award, result, number=1):
    """A code as RFC 8032 and the contract of `verify` have it, signed by openssl; and how to demand its key."""
    seed, key, text = os.urandom(32), Path(folder, "key.der"), Path(folder, "text")
    key.write_bytes(DER_OF_PRIVATE + seed)
    public = subprocess.run(["openssl", "pkey", "-inform", "DER", "-in", key, "-pubout", "-outform", "DER"],
                            capture_output=True, check=True).stdout[-32:]
    said = f"biwu1/故事会/{number}/{name}/{award}/{result}/" + base64.urlsafe_b64encode(public).decode().rstrip("=")
    text.write_bytes(said.encode())
    signature = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-keyform", "DER", "-inkey", key, "-in", text],
                               capture_output=True, check=True).stdout
    return ("--qr", f"{said}/" + base64.urlsafe_b64encode(signature).decode().rstrip("="), "--key", sha256(public)[:16])


@test
def a_code_of_a_former_revision_is_superseded(folder):
    place, elsewhere = contest(folder), contest(folder, "别处")
    biwu("finalise", place, *SIGNED)
    old = manifest_of(place, 1)["result"]
    code, unsigned = code_of(folder, "甲大海", "一等奖", old), f"biwu1/故事会/1/甲大海/一等奖/{old}//"
    done = biwu("verify", *code, elsewhere, place)
    has(done.stdout, "Genuine", f"It is of the result that holds: revision 001 of {place}")
    has(done.stderr, f"{elsewhere}: warning: this folder has no revisions")
    for forged in (("--qr", unsigned), (*code[:3], "0" * 16)):
        done = biwu("verify", *forged, place, code=1)
        assert "holds" not in done.stdout, done.stdout
        has(done.stderr, f"{place}: warning: the result that it tells holds, by revision 001; the paper is not proven")
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    biwu("finalise", place, *SIGNED, "--reason", "J1 登记有误")
    today = manifest_of(place, 2)["time"][:10]
    done = biwu("verify", *code, place, code=1)
    has(done.stderr, f"{place}: error: superseded: this paper is of revision 001, and revision 002 holds since {today}; "
        "reason: J1 登记有误", "hint: the award of 甲大海 is now: 优秀奖")
    has(done.stdout, "甲大海")
    has(biwu("verify", *code_of(folder, "无名氏", "一等奖", old), place, code=1).stderr, "does not name 无名氏")
    # 03 keeps number and award: the paper is of the old result, and was not taken back.
    (place / "contest.yaml").write_text(RULES + 'certificate: { number: "{n}" }\n', encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "编号")
    kept = next(row for row in manifest_of(place, 3)["certificates"] if row["name"] == "丙长河")
    assert kept["printed"] == "3"
    done = biwu("verify", *code_of(folder, "丙长河", "优秀奖", old, number=3), place, code=1)
    has(done.stderr, "superseded", "hint: number, name and award are the same in revision 003: the certificate was not taken back")
    assert "not taken back" not in biwu("verify", *code_of(folder, "甲大海", "一等奖", old, number=1), place, code=1).stderr
    has(biwu("verify", *code_of(folder, "甲大海", "一等奖", "0" * 64), place, code=1).stderr, "no revision has this result")
    assert biwu("verify", *code).stderr == ""
    # Nobody signed the text: that is said, and so is what became of the result.
    has(biwu("verify", "--qr", unsigned, place, code=1).stderr, "not signed", "superseded")
    has(biwu("verify", *code, Path(folder, "none"), code=1).stderr, "none: error: there is no such folder")
    # What cannot be read is not said to have never been.
    (place / "revisions/001/manifest.json").unlink()
    done = biwu("verify", *code, place, code=1)
    has(done.stderr, "cannot be told: a revision cannot be read")
    assert "never official" not in done.stderr, done.stderr


@test
def who_gave_a_certificate_back_has_another_award(folder):
    """With a number the certificate is known, and so is whose it was, by the id where two have the name."""
    rules = RULES.replace("  - { name: 优秀奖, rest: true }", "  - { name: 二等奖, count: 1 }\n  - { name: 三等奖, count: 1 }")
    place = contest(folder, **{"contest.yaml": rules + 'certificate: { number: "BW-{n:03}" }\n',
                               "contestants.csv": CONTESTANTS + "04,甲大海,青年组\n",
                               "scores/讲述.csv": MARKS + "04,70,70,70\n"})
    biwu("finalise", place, *SIGNED)
    old = manifest_of(place, 1)["result"]
    # 01 falls from the first place to the third, 03 from the third to the fourth.
    (place / "scores/讲述.csv").write_text("contestant,J1,J2,J3\n01,80,80,80\n02,88,89,90\n03,70,70,70\n04,99,99,99\n", encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "登记有误")

    def told(name, award, number):
        return biwu("verify", *code_of(folder, name, award, old, number=number), place, code=1).stderr

    has(told("甲大海", "一等奖", "BW-001"), f"{place}: error: superseded: this paper is of revision 001",
        f"{place}: error: this certificate was taken back: revision 002 has it no more\nhint: the award of 甲大海 is now: 三等奖")
    has(told("丙长河", "三等奖", "BW-003"), "was taken back", "hint: 丙长河 has no award now")
    has(told("乙小山", "二等奖", "BW-002"), "hint: number, name and award are the same in revision 002")
    # Without a number it may be either's.
    said = told("甲大海", "一等奖", "")
    has(said, "superseded", "does not name 甲大海, or more than once")
    assert "taken back" not in said, said


@test
def a_copy_that_stayed_behind_vouches_for_nothing(folder):
    place, stale, back = contest(folder), Path(folder, "旧副本"), Path(folder, "改回")
    biwu("finalise", place, *SIGNED)
    old = manifest_of(place, 1)["result"]
    code = code_of(folder, "甲大海", "一等奖", old)
    shutil.copytree(place, stale)
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    biwu("finalise", place, *SIGNED, "--reason", "J1 登记有误")

    def told(*folders, code_=1):
        done = [biwu("verify", *code, *order, code=code_) for order in (folders, folders[::-1])]
        assert done[0].stderr == done[1].stderr and done[0].stdout == done[1].stdout, done
        return done[0]

    has(biwu("verify", *code, stale).stdout, "It is of the result that holds")
    done = told(stale, place)
    has(done.stderr, f"{place}: error: superseded: this paper is of revision 001", "the award of 甲大海 is now: 优秀奖")
    assert "holds:" not in done.stdout, done.stdout
    # A correction that was taken back: what the copy calls superseded holds again.
    shutil.copytree(place, back)
    edit(back / "scores/讲述.csv", "02,95,", "02,88,")
    biwu("finalise", back, *SIGNED, "--reason", "误改")
    has(told(place, back, code_=0).stdout, f"It is of the result that holds: revision 003 of {back}")
    has(told(stale, back, code_=0).stdout, f"It is of the result that holds: revision 003 of {back}")
    # Histories that have parted since the paper was made: in one of them it does not hold.
    biwu("finalise", stale, "--signed", "计分员=王安", "--signed", "复核员=吴亮", "--reason", "换人签字")
    has(told(stale, place).stderr, f"{place}: error: superseded")
    # What the longer one tells last cannot be read, and the shorter one is known to be behind.
    (back / "revisions/003/manifest.json").unlink()
    has(told(place, back).stderr, "cannot be told: a revision cannot be read")


# ---- stages ----

def stage(place, name, *more, code=0, by="周明"):
    return biwu("finalise", place, "--stage", name, *(("--by", by) if by else ()), *more, code=code)


def records(place):
    return [json.loads(path.read_bytes()) for path in sorted(Path(place, "revisions", "stages").glob("*/stage.json"))]


def stage_now(place, *more):
    return json.loads(biwu("finalise", place, "--format", "json", *more).stdout)["stage"]


def day(difference):
    return (datetime.date.today() + datetime.timedelta(days=difference)).isoformat()


def backdate(place, days):
    """As if it had been signed so many days ago."""
    path = place / "revisions/001/manifest.json"
    os.chmod(path, 0o644)
    edit(path, manifest_of(place, 1)["time"][:10], day(-days))


@test
def an_announcement_comes_before_signing(folder):
    place = contest(folder, **{"scores/讲述.csv": MARKS.replace("02,88,", "02,,")})
    has(stage(place, "announced", code=1).stderr, "contestants.csv:3:1: error: round 讲述")
    assert not (place / "revisions").exists()
    (place / "scores/讲述.csv").write_text(MARKS, encoding="utf-8")
    stage(place, "announced")
    record, = records(place)
    assert record["stage"] == "announced" and record["by"] == "周明" and "revision" not in record, record
    assert status(place) == "provisional"
    has(stage(place, "announced").stdout, "Recorded already")
    assert len(records(place)) == 1
    assert json.loads(biwu("finalise", place, "--format", "json", code=2).stdout)["stage"] == "announced"
    biwu("finalise", place, *SIGNED)
    assert stage_now(place) == "official" and manifest_of(place, 1)["result"] == record["result"]
    stage(place, "notice", "--period", f"{day(1)}..{day(5)}")
    has(stage(place, "announced").stdout, "Recorded already")
    assert len(records(place)) == 2


@test
def a_notice_has_to_pass(folder):
    place = contest(folder)
    has(stage(place, "notice", "--period", f"{day(0)}..{day(5)}", code=1).stderr, "the result is not official")
    biwu("finalise", place, *SIGNED)
    backdate(place, 10)
    has(stage(place, "notice", code=2).stderr, "how long the notice stands is not known")
    has(stage(place, "notice", by=None, code=2).stderr, "--by NAME")
    for period in (f"{day(0)}", f"{day(5)}..{day(1)}", "2023-13-01..2023-13-02", "2027-02-28..2027-02-29", "2023-1-1..2023-1-2", "..", ""):
        stage(place, "notice", "--period", period, code=2)
    has(stage(place, "notice", "--period", f"{day(-11)}..{day(5)}", code=1).stderr, "the notice cannot begin on")
    has(stage(place, "expired", code=1).stderr, "no public notice of this revision is recorded")
    has(stage(place, "xpired", code=2).stderr, "did you mean expired?")
    assert records(place) == []
    stage(place, "notice", "--period", f"{day(-3)}..{day(0)}")
    assert stage_now(place) == "notice"
    has(stage(place, "expired", code=1).stderr, f"the notice stands until {day(0)} has passed, and today is {day(0)}")
    has(stage(place, "notice", "--period", f"{day(-3)}..{day(0)}").stdout, "Recorded already")
    # A mistake in the period is followed by the right one.
    stage(place, "notice", "--period", f"{day(-9)}..{day(-1)}")
    (place / "protests.csv").write_text("选手,事由,决定\n02,x,\n", encoding="utf-8")
    has(stage(place, "expired", code=1).stderr, "protests.csv:2:6: error: the protest of contestant 02 is open")
    (place / "protests.csv").write_text("选手,事由,决定\n02,x,维持\n", encoding="utf-8")
    stage(place, "公示期满", by="吴亮")
    # What has passed is not put up again.
    for period in (f"{day(-9)}..{day(-1)}", f"{day(0)}..{day(5)}"):
        has(stage(place, "notice", "--period", period, code=1).stderr, "the notice of this revision has passed")
    found = records(place)
    assert [record["stage"] for record in found] == ["notice", "notice", "expired"] and stage_now(place) == "expired"
    weekdays = sum(datetime.date.fromisoformat(day(n)).weekday() < 5 for n in range(-9, 0))
    assert found[1]["from"] == day(-9) and found[1]["to"] == day(-1) and found[1].get("working_days", 0) == weekdays
    assert found[2]["by"] == "吴亮" and all(record["revision"] == 1 for record in found)
    manifest = sha256((place / "revisions/001/manifest.json").read_bytes())
    assert all(record["manifest"] == manifest for record in found)
    paths = sorted((place / "revisions/stages").glob("*/stage.json"))
    assert "former" not in found[0] and [record["former"] for record in found[1:]] == [
        sha256(path.read_bytes()) for path in paths[:-1]]
    # A correction starts again: the notice was of another result.
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    biwu("finalise", place, *SIGNED, "--reason", "x")
    assert stage_now(place) == "official" and status(place) == "official"
    has(stage(place, "expired", code=1).stderr, "no public notice of this revision is recorded")


@test
def the_notice_of_contest_yaml_is_taken(folder):
    place = contest(folder)
    with (place / "contest.yaml").open("a", encoding="utf-8") as rules:
        rules.write(f"notice: {{ from: {day(0)}, to: {day(6)} }}\n")
    biwu("finalise", place, *SIGNED)
    stage(place, "notice")
    record, = records(place)
    assert (record["from"], record["to"], record["working_days"]) == (day(0), day(6), 5)  # any seven days have five


# ---- on paper ----

@test
def paper_tells_its_revision(folder):
    place, out = contest(folder), Path(folder, "out")

    def footers():
        biwu("report", place, "-o", out)
        return subprocess.run(["pdftotext", "-layout", out / "leaderboard.pdf", "-"], capture_output=True, text=True,
                              check=True).stdout
    has(footers(), "未签发")
    biwu("finalise", place, *SIGNED)
    year, month, number = map(int, manifest_of(place, 1)["time"][:10].split("-"))
    signed = footers()
    assert "未签发" not in signed and f"正式结果第1版{year}年{month}月{number}日" in signed.replace(" ", ""), signed
    edit(place / "scores/讲述.csv", "02,88,", "02,95,")
    has(footers(), "未签发")


# ---- whole or not at all ----

@test
def a_full_disk_leaves_nothing(folder):
    place = contest(folder, **{"scores/附加.csv": "contestant,judge,score\n" + "01,J1,90\n" * 2000})
    before = bytes_of(place)
    for limit in (0, 100, 1000, 8000):
        done = biwu("finalise", place, *SIGNED, code=3, limit=limit)
        has(done.stderr, "cannot write", "revisions")
        assert bytes_of(place) == before and list(place.rglob(".biwu*")) == []
    biwu("finalise", place, *SIGNED)
    assert status(place) == "official"
    has(stage(place, "announced").stdout, "Recorded as 001")


@test
def a_folder_that_cannot_be_written_to_leaves_nothing(folder):
    place = contest(folder)
    (place / "revisions").write_text("in the way", encoding="utf-8")
    before = bytes_of(place)
    has(biwu("finalise", place, *SIGNED, code=3).stderr, "cannot write")
    assert bytes_of(place) == before
    (place / "revisions").unlink()
    if os.geteuid() != 0:  # nothing is read-only to root
        os.chmod(place, 0o555)
        has(biwu("finalise", place, *SIGNED, code=3).stderr, "cannot write")
        os.chmod(place, 0o755)
    biwu("finalise", place, *SIGNED)


@test
def what_a_killed_run_left_is_swept(folder):
    place = contest(folder)
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = [place / "revisions" / f".biwu-{gone.pid}-0.tmp", place / "revisions" / f".biwu-{os.getpid()}-0.tmp",
            place / "revisions" / ".biwu-0-0.tmp", place / "revisions" / ".biwu-x.tmp"]
    for path in left:
        (path / "inputs").mkdir(parents=True)
        (path / "inputs" / "contest.yaml").write_text(RULES, encoding="utf-8")
    assert status(place) == "provisional"
    biwu("finalise", place, *SIGNED)
    assert [path.exists() for path in left] == [False, True, True, True]
    assert status(place) == "official"


def stopped(folder, place, call, at, signal_number, path=""):
    """finalise as it sends itself a signal at one of its calls."""
    stopper = Path(folder, "stop_at.so")
    source = Path(__file__).resolve().parent / "stop_at.c"
    if not stopper.exists():
        subprocess.run(["cc", "-shared", "-fPIC", "-D_GNU_SOURCE", "-o", stopper, source], check=True)
    return subprocess.Popen([BIWU, "finalise", place, *SIGNED], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "STOP_CALL": call, "STOP_AT": str(at),
                                 "STOP_SIGNAL": str(int(signal_number)), "STOP_PATH": path,
                                 "LD_PRELOAD": str(stopper), "ASAN_OPTIONS": "verify_asan_link_order=0"})


@test
def a_file_that_is_saved_meanwhile_is_noticed(folder):
    """It is opened for its first digest, to be read, and to be copied."""
    for at in (2, 3):
        place = contest(folder, f"比赛{at}")
        running = stopped(folder, place, "open", at, signal.SIGSTOP, "讲述.csv")
        os.waitid(os.P_PID, running.pid, os.WSTOPPED | os.WNOWAIT)
        edit(place / "scores/讲述.csv", "02,88,", "02,95,")
        running.send_signal(signal.SIGCONT)
        _, told = running.communicate(timeout=120)
        assert running.returncode == 3, (at, running.returncode, told)
        has(told, "a file was changed while the result was computed: nothing was written")
        assert not (place / "revisions").exists()


@test
def an_interruption_waits_for_the_whole(folder):
    for at in (1, 3, 6):
        place = contest(folder, f"比赛{at}")
        running = stopped(folder, place, "fsync", at, signal.SIGINT)
        _, told = running.communicate(timeout=120)
        assert running.returncode == -signal.SIGINT, (at, running.returncode, told)
        check_revision(place, 1)
        assert status(place) == "official"


@test
def of_two_at_once_one_wins(folder):
    won = lost = 0
    for attempt in range(8):
        place = contest(folder, f"比赛{attempt}")
        running = [subprocess.Popen([BIWU, "finalise", place, "--signed", "计分员=周明", "--signed", f"复核员=吴亮{n}",
                                     "--reason", "同时"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                    env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}) for n in range(6)]
        told = [(process.communicate(timeout=120), process.returncode) for process in running]
        for (out, err), code in told:
            assert code in (0, 1), (code, err)
            assert code == 0 or "another biwu finalise has made revision" in err, err
        numbers = sorted(path.name for path in (place / "revisions").iterdir())
        written = sum(code == 0 for _, code in told)
        # Who came later followed with another signer; nobody took anybody's place, and nothing is left over.
        assert numbers == [f"{n:03}" for n in range(1, written + 1)], (numbers, told)
        for number in range(1, written + 1):
            check_revision(place, number)
        won, lost = won + written, lost + len(told) - written
    assert won >= 8 and lost > 0, f"{won} won, {lost} lost: they were never at once"


def main():
    failed = 0
    for function in TESTS:
        folder = tempfile.mkdtemp()
        try:
            function(folder)
        except Exception:
            failed += 1
            print(f"{function.__name__}:")
            traceback.print_exc(file=sys.stdout)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return failed > 0 or not TESTS


sys.exit(main())
