"""The command line as its users meet it: exit codes, streams, languages, whole files.

usage: run.py BIWU
"""
import csv
import hashlib
import json
import os
import pty
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import workbooks

BIWU = os.path.abspath(sys.argv[1])
DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs")
COMMANDS = ["new", "check", "rank", "explain", "report", "certificates", "run", "promote", "draw", "key", "verify",
            "help"]
NAMES = ["阿拉坦·其其格", "𠮷野", "䶮明", "王𬭎", "李雪梅", "=SUM(A1)", "赵丽", "刘洋"]
STOPPER = os.path.join(tempfile.mkdtemp(prefix="biwu-cli-"), "stop_at.so")
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Done:
    def __init__(self, process):
        self.code, self.out, self.err = process.returncode, process.stdout, process.stderr

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out.decode(errors='replace')}\n--- stderr\n" \
               f"{self.err.decode(errors='replace')}"


def biwu(*arguments, locale="C.UTF-8", stdout=subprocess.PIPE, **environment):
    kept = {"PATH": os.environ["PATH"], "LC_ALL": locale}
    process = subprocess.run([BIWU, *arguments], stdout=stdout, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                             env={**kept, **environment}, timeout=120)
    done = Done(process)
    assert done.code in (0, 1, 2, 3), done
    return done


def expect(done, code, err=None, out=None):
    assert done.code == code, done
    for wanted, stream in ((err, done.err), (out, done.out)):
        for part in [wanted] if isinstance(wanted, str) else wanted or []:
            assert part in stream.decode(), f"no {part!r} in\n{done}"
    return done


def put(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def contest(folder, sectors=("街道", "社区"), rules=""):
    """Eight contestants in two sectors, seven judges, one trimmed round; the first is the newspaper's 91.96."""
    put(folder, "contest.yaml", "title: 比武争星\ndate: 2023-10-26\nrounds:\n"
        "  - { id: stage, name: 登台述评, method: trimmed-mean }\n"
        "awards:\n  - { name: 一等奖, count: 1 }\n  - { name: 二等奖, count: 2 }\n" + rules)
    put(folder, "judges.csv", "id,name\n" + "".join(f"J{j},评委{j}\n" for j in range(1, 8)))
    put(folder, "contestants.csv", "id,name,sector,unit\n" + "".join(
        f"C{i},{name},{sectors[i % 2]},第{i}社区\n" for i, name in enumerate(NAMES, 1)))
    rows = ["round,contestant,judge,score"]
    for i in range(1, len(NAMES) + 1):
        for j, mark in enumerate([92.5, 91.0, 93.2, 90.8, 92.6, 91.4, 92.3], 1):
            rows.append(f"stage,C{i},J{j},{round(mark - (i - 1) * 0.7, 2)}")
    put(folder, "scores/stage.csv", "\n".join(rows) + "\n")
    return folder


def stopped(call, at, number, *arguments):
    """The command, sent the signal `number` at its `at`-th call of one of the functions; how it ended: < 0 by a signal."""
    if not os.path.exists(STOPPER):
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stop_at.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-D_GNU_SOURCE", "-o", STOPPER, source], check=True)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LD_PRELOAD": STOPPER, "STOP_CALL": call,
                   "STOP_AT": str(at), "STOP_SIGNAL": str(int(number)), "ASAN_OPTIONS": "verify_asan_link_order=0"}
    return subprocess.run([BIWU, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=120).returncode


def named_by_manifest(out):
    manifest = json.loads(read(out, "manifest.json"))
    return {entry["name"] for entry in manifest["files"]} | set(manifest.get("leftover", []))


class Skipped(Exception):
    """What the test needs is not to be had on this machine."""


def open_terminal():
    try:
        return pty.openpty()
    except OSError as error:
        raise Skipped(f"no pseudo-terminal: {error}") from error


def in_terminal(*arguments, **environment):
    """What a terminal on standard error and standard output shows."""
    leader, follower = open_terminal()
    process = subprocess.Popen([BIWU, *arguments], stdin=subprocess.DEVNULL, stdout=follower, stderr=follower,
                               env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment})
    os.close(follower)
    shown = b""
    while True:
        try:
            block = os.read(leader, 65536)
        except OSError:
            break
        if not block:
            break
        shown += block
    os.close(leader)
    assert process.wait(60) in (0, 1, 2, 3)
    return shown


# ---- usage ----

@test
def help_is_on_standard_output(folder):
    for arguments in (["--help"], ["-h"], ["help"], *([c, "--help"] for c in COMMANDS), *(["help", c] for c in COMMANDS)):
        done = expect(biwu(*arguments), 0, out="usage: biwu ")
        assert not done.err, done
        for name in (arguments[:1] if arguments[0] in COMMANDS else []):
            assert f"biwu {name}" in done.out.decode() or name == "help", done
    assert all(c in biwu("help").out.decode() for c in COMMANDS)


@test
def version_is_told(folder):
    assert biwu("--version").out.decode().startswith("biwu ")


@test
def help_rules_lists_every_key(folder):
    out = expect(biwu("help", "rules"), 0, out=["half-even", "contest.yaml, rounds.drop"]).out.decode()
    for key in "title rounds awards min-sheets too-few at-most judge-marks".split():
        assert key in out, key


@test
def help_files_lists_every_column(folder):
    expect(biwu("help", "files"), 0, out=["contestants.csv", "出场序号", "judges.csv", "评委组"])


@test
def wrong_usage_ends_with_2_and_a_hint(folder):
    contest(folder)
    cases = [
        ([], "hint: "), (["rnak", folder], "did you mean rank?"), (["help", "chekc"], "did you mean check?"),
        (["zzzzzzzz"], "biwu help"), (["rank"], "usage: biwu rank"), (["rank", folder, "more"], "usage: biwu rank"),
        (["rank", folder, "--fromat", "csv"], "did you mean --format?"), (["rank", folder, "-z"], "biwu help rank"),
        (["rank", folder, "--format"], "needs a value"), (["rank", folder, "--format", "xml"], "csv, json and xlsx"),
        (["rank", folder, "--format", "xlsx"], "-o standings.xlsx"), (["rank", folder, "--sector", "街到"], "街道"),
        (["rank", folder, "--sector", "zzzzzz"], "街道"), (["explain", folder, "C99"], "hint: "),
        (["explain", folder, "C1", "--format", "csv"], "text and json"), (["report", folder], "-o OUT"),
        (["certificates", folder, "-o", folder + "/c", "--award", "一等奖", "--award", "二等奖"], "twice"),
        (["certificates", folder], "-o OUT"), (["report", folder, "-o", "x.pdf"], "name a folder"),
        (["run", folder, "-o", "x.pdf"], "name a folder"), (["check", folder, "--split"], "unknown option"),
        (["certificates", folder, "-o", "x.pdf", "--split"], "name a folder"),
        (["certificates", folder, "-o", "x", "--award", "一等将"], "一等奖"),
        (["certificates", folder, "-o", "x", "--split=yes"], "takes no value"),
        (["promote"], "usage: biwu promote"), (["promote", folder, "--seed", "1"], "unknown option"),
        (["draw", folder, folder], "usage: biwu draw"), (["draw", folder, "--seed", ""], "cannot be published"),
        (["draw", folder, "--seed", " 5"], "cannot be published"), (["draw", folder, "--seed", "5\t1"], "can be seen"),
        (["draw", folder, "--seed", b"\xff"], "cannot be published"),
        (["check", folder, "--encoding"], "needs a value"), (["check", folder, "--encoding", "utf8"], "mean utf-8?"),
        (["draw", folder, "--encoding", "shift_jis"], "gb18030"), (["help", "--encoding", "gbk"], "unknown option"),
        *(([command, folder, "-o", ""], "the value of -o is empty") for command in
          ("rank", "report", "certificates", "run", "promote", "draw", "seal", "open")),
        (["template", "preview", "award", "--output="], "usage: biwu template"),
    ]
    for arguments, hint in cases:
        done = expect(biwu(*arguments), 2, err=hint)
        assert not done.out, (arguments, done)


@test
def data_errors_end_with_1_and_write_nothing(folder):
    contest(folder)
    put(folder, "scores/more.csv", "round,contestant,judge,score\nstage,C1,J9,90\nstage,C2,J1,190\n")
    for command in (["check"], ["rank"], ["rank", "-o", folder + "/x.json"], ["run"], ["report", "-o", folder + "/out"]):
        done = expect(biwu(command[0], folder, *command[1:]), 1, err=["more.csv:2:", "more.csv:3:", "error: ", "errors: 2"])
        assert not done.out, done
    assert not os.path.exists(folder + "/x.json") and not os.path.exists(folder + "/out")


@test
def a_missing_folder_is_an_error(folder):
    done = expect(biwu("rank", folder + "/none"), 1, err="error: ")
    assert not done.out


PENDING_RULES = ("title: 比武争星\nrounds:\n  - { id: written, name: 书面, method: given, weight: 40 }\n"
                 "  - { id: stage, name: 登台, weight: 60, criteria: [{ id: a, max: 60 }, { id: b, max: 40 }] }\n")


def pending_contest(folder):
    """C1 lacks J2's sheet and half of J1's; C2 the written mark; C3 withdrew; C4 is whole."""
    put(folder, "contest.yaml", PENDING_RULES)
    put(folder, "judges.csv", "id,name\nJ1,甲\nJ2,乙\n")
    put(folder, "contestants.csv", "id,name,sector,status\nC1,张三,街道,\nC2,李四,街道,\nC3,王五,街道,弃权\nC4,赵六,街道,\n")
    put(folder, "scores/written.csv", "round,contestant,score\nwritten,C1,80\nwritten,C4,90\n")
    put(folder, "scores/stage.csv", "round,contestant,judge,criterion,score\nstage,C1,J1,a,50\n" + "".join(
        f"stage,{c},{j},{k},30\n" for c in ("C2", "C4") for j in ("J1", "J2") for k in "ab"))


@test
def check_ends_with_what_is_still_to_come(folder):
    pending_contest(folder)
    lines = expect(biwu("check", folder), 0).out.decode().splitlines()
    assert lines[-5].startswith("not complete: sheets pending: 3,"), lines
    assert [line.split() for line in lines[-4:]] == [
        ["Round", "Judge", "Sheets", "Contestants"],
        ["书面", "1", "C2", "李四"], ["登台", "J1", "甲", "1", "C1", "张三"], ["登台", "J2", "乙", "1", "C1", "张三"]]


@test
def check_as_json_holds_all_of_it(folder):
    pending_contest(folder)
    done = expect(biwu("check", "--format", "json", folder), 0)
    assert not done.err and done.out.endswith(b"}\n"), done
    found = json.loads(done.out)
    assert (found["contest"], found["complete"], found["errors"]) == ("比武争星", False, 0)
    assert len(found["faults"]) == found["warnings"]
    assert all(set(f) >= {"severity", "file", "message"} and f["severity"] == "warning" for f in found["faults"])
    assert found["pending"] == [{"round": "written", "contestants": ["C2"]},
                                {"round": "stage", "judge": "J1", "contestants": ["C1"]},
                                {"round": "stage", "judge": "J2", "contestants": ["C1"]}]

    put(folder, "scores/more.csv", "round,contestant,judge,criterion,score\n" + "stage,C4,J1,a,70\n" * 25)
    done = expect(biwu("check", "--format", "json", folder, LANGUAGE="zh_CN"), 1)
    found = json.loads(done.out)
    assert not done.err and "pending" not in found and "contest" not in found and found["errors"] == 25, done
    first = found["faults"][0]
    assert (first["file"], first["line"], first["column"]) == (folder + "/scores/more.csv", 2, 15), first
    assert first["cell"] == "E2", first
    assert "最高分" in first["message"], first
    assert [(kind["file"], kind["count"]) for kind in found["counted"]] == [(folder + "/scores/more.csv", 25)]
    expect(biwu("check", "--format", "yaml", folder), 2, err="the forms are text and json")


@test
def check_as_json_names_the_cell_of_a_workbook(folder):
    contest(folder)
    book = workbooks.Workbook([["轮次", "选手", "评委", "得分"], ["stage", "C1", "J1", 190]])
    book.save(os.path.join(folder, "scores", "more.xlsx"))
    faults = json.loads(expect(biwu("check", "--format", "json", folder), 1).out)["faults"]
    found = [fault for fault in faults if fault["severity"] == "error"]
    assert [(fault["file"], fault["line"], fault["column"], fault["cell"]) for fault in found] == [
        (folder + "/scores/more.xlsx", 2, 4, "D2")], faults

    os.remove(os.path.join(folder, "scores", "more.xlsx"))
    os.remove(os.path.join(folder, "judges.csv"))
    faults = json.loads(expect(biwu("check", "--format", "json", folder), 1).out)["faults"]
    assert faults and all("cell" not in fault for fault in faults), faults


@test
def the_same_fault_is_counted_after_twenty(folder):
    contest(folder)
    put(folder, "scores/more.csv", "round,contestant,judge,score\n" + "stage,C1,J1,190\n" * 50)
    err = expect(biwu("check", folder), 1, err=["30 more", "errors: 50"]).err.decode()
    places = [int(line.split(":")[1]) for line in err.splitlines() if "error: mark 190" in line]
    assert len(places) == 20, err
    assert places == sorted(places) and places[0] == 2, places


@test
def warnings_leave_the_result(folder):
    contest(folder)
    rows = read(folder, "scores/stage.csv").decode().splitlines()
    put(folder, "scores/stage.csv", "\n".join(rows[:-1]) + "\n")
    done = expect(biwu("rank", folder, "--format", "json"), 0, err="warning: ")
    assert json.loads(done.out)["complete"] is False
    expect(biwu("check", folder), 0, out="not complete: sheets pending: 1,")
    expect(biwu("certificates", folder, "-o", folder + "/out"), 1, err="--force")
    assert not os.path.exists(folder + "/out")
    expect(biwu("certificates", folder, "-o", folder + "/out", "--force"), 0)
    assert read(folder, "out/certificates.pdf").startswith(b"%PDF")
    expect(biwu("run", folder, "-o", folder + "/all"), 0, err="not complete")
    assert not os.path.exists(folder + "/all/certificates.pdf") and os.path.exists(folder + "/all/leaderboard.pdf")


# ---- results ----

@test
def json_is_the_contracts_document(folder):
    document = json.loads(expect(biwu("rank", contest(folder), "--format", "json"), 0).out)
    assert list(document) == ["contest", "status", "complete", "digits", "sectors"]
    assert [s["sector"] for s in document["sectors"]] == ["社区", "街道"]
    first = document["sectors"][0]["ranking"][0]
    assert list(first) == ["rank", "contestant", "name", "unit", "final", "exact", "award", "rounds"], first
    assert (first["final"], first["exact"], first["award"], first["name"]) == ("91.96", "2299/25", "一等奖", NAMES[0])
    assert first["rounds"]["stage"] == {"score": "91.96", "exact": "2299/25", "counted": 5, "dropped": ["J3", "J4"],
                                        "pending": 0}
    one = json.loads(biwu("rank", folder, "--format", "json", "--sector", "街道").out)
    assert one["sectors"] == [document["sectors"][1]]


@test
def csv_is_plain_on_standard_output_and_guarded_in_a_file(folder):
    contest(folder)
    plain = expect(biwu("rank", folder, "--format", "csv"), 0).out.decode()
    assert plain.splitlines()[0] == "sector,rank,contestant,name,unit,final,award,status,stage"
    assert plain.splitlines()[1] == f"社区,1,C1,{NAMES[0]},第1社区,91.96,一等奖,competing,91.96"
    assert ",=SUM(A1)," in plain
    expect(biwu("rank", folder, "-o", folder + "/x.csv"), 0)
    kept = read(folder, "x.csv").decode()
    assert kept == "\ufeff" + plain.replace(",=SUM", ",'=SUM")


@test
def each_beginning_of_a_formula_is_guarded_in_a_file_and_numbers_are_not(folder):
    contest(folder)
    put(folder, "contestants.csv", "id,name,sector,unit\nC1,=1+1,街道,+1\nC2,-2,街道,@SUM(A1)\nC3,a=b,街道,甲-乙\n")
    put(folder, "scores/marks.csv", "contestant,judge,score\nC1,J1,90\nC1,J2,90\nC1,J3,90\n")
    put(folder, "adjustments.csv", "contestant,round,points,reason\nC1,,-95,x\n")
    for path in os.listdir(folder + "/scores"):
        if path != "marks.csv":
            os.remove(f"{folder}/scores/{path}")
    expect(biwu("rank", folder, "-o", folder + "/x.csv"), 0)
    rows = read(folder, "x.csv").decode().splitlines()
    assert rows[0].startswith("\ufeffsector,"), rows
    assert rows[1].startswith("街道,1,C1,'=1+1,'+1,-5.00,"), rows
    assert rows[2].startswith("街道,,C2,'-2,'@SUM(A1),,"), rows
    assert rows[3].startswith("街道,,C3,a=b,甲-乙,,"), rows


@test
def the_table_is_aligned_and_plain_in_a_pipe(folder):
    out = expect(biwu("rank", contest(folder)), 0, out=[*NAMES, "91.96", "一等奖"]).out
    assert b"\x1b" not in out and not any(line.endswith(b" ") for line in out.splitlines())


@test
def the_table_tells_who_goes_on(folder):
    contest(folder, rules="promote: { count: 1, reserves: 1 }\n")
    out = expect(biwu("rank", folder, "--sector", "街道"), 0, out=["Next level", "goes on", "reserve 1"]).out
    assert out.count(b"goes on") == 1 and out.count(b"reserve") == 1, out


@test
def the_table_ranks_teams(folder):
    contest(folder, rules="teams: { by: unit, best: 1 }\n")
    out = expect(biwu("rank", folder), 0, out=["Teams", "第1社区"]).out.decode()
    assert out.split("Teams\n")[1].splitlines()[1].split() == ["1", "第1社区", "91.96", NAMES[0]], out
    assert b"Teams" not in biwu("rank", folder, "--sector", "街道").out


@test
def explain_tells_every_mark(folder):
    contest(folder)
    expect(biwu("explain", folder, "C1"), 0, out=["92.5", "(93.2)", "(90.8)", "459.8 ÷ 5 = 91.96", "rank 1 of 4"])
    assert biwu("explain", folder, NAMES[0]).out == biwu("explain", folder, "C1").out
    document = json.loads(expect(biwu("explain", folder, "C1", "--format", "json"), 0).out)
    assert document["standing"]["final"] == "91.96"
    steps = [step["step"] for step in document["steps"]]
    assert steps.count("sheet") == 7 and steps[-1] == "final", steps


@test
def run_writes_a_manifest_that_holds(folder):
    contest(folder)
    done = expect(biwu("run", folder), 0)
    out = os.path.join(folder, "out")
    manifest = json.loads(read(out, "manifest.json"))
    listed = {entry["name"] for entry in manifest["files"]}
    assert listed == {"standings.json", "standings.csv", "leaderboard.pdf", "leaderboard-街道.pdf",
                      "leaderboard-社区.pdf", "scoresheets.pdf", "rules.pdf", "certificates.pdf"}, listed
    assert set(os.listdir(out)) == listed | {"manifest.json"}
    assert sorted(done.out.decode().splitlines()) == sorted(f"{out}/{name}" for name in os.listdir(out))
    for entry in manifest["files"]:
        content = read(out, entry["name"])
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["size"], entry["sha256"]), entry


@test
def the_result_hash_can_be_made_from_the_document(folder):
    """By the program that the documents give."""
    expect(biwu("run", contest(folder)), 0)
    program, = re.findall(r"^```python\n(.*?)^```", read(DOCS, "reference/standings-json.md").decode(), re.S | re.M)
    made = subprocess.run([sys.executable, "-c", program], cwd=folder + "/out", capture_output=True, check=True).stdout
    assert made.decode().strip() == json.loads(read(folder, "out/manifest.json"))["result"]


@test
def the_document_has_no_key_that_the_documents_lack(folder):
    contest(folder, rules="ties: [exact]\n")
    rows = read(folder, "contestants.csv").decode().splitlines()
    put(folder, "contestants.csv", "\n".join([rows[0] + ",status", *(row + "," for row in rows[1:-1]),
                                              rows[-1] + ",withdrawn"]) + "\n")
    described = set(re.findall(r"`([a-z_]+)`", read(DOCS, "reference/standings-json.md").decode()))

    def keys(piece):
        if isinstance(piece, list):
            return set().union(*map(keys, piece))
        return set(piece) | keys(list(piece.values())) if isinstance(piece, dict) else set()
    shown = keys(json.loads(expect(biwu("rank", folder, "--format", "json"), 0).out)) - {"stage"}
    assert {"status", "award", "dropped"} <= shown <= described, shown - described


@test
def run_twice_gives_the_same_bytes(folder):
    contest(folder)
    expect(biwu("run", folder), 0)
    first = {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}
    expect(biwu("run", folder), 0)
    assert first == {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}


@test
def run_removes_what_it_listed_and_no_longer_makes(folder):
    contest(folder)
    expect(biwu("run", folder), 0)
    put(folder, "out/mine.txt", "keep")
    put(folder, "victim.txt", "keep")
    manifest = json.loads(read(folder, "out/manifest.json"))
    manifest["files"] += [{"name": name} for name in ("../victim.txt", "stale.pdf", "/etc/hostname", "..", "", 7)]
    put(folder, "out/manifest.json", json.dumps(manifest))
    put(folder, "out/stale.pdf", "old")
    contest(folder, sectors=("机关", "社区"))
    expect(biwu("run", folder), 0)
    left = set(os.listdir(folder + "/out"))
    assert "leaderboard-街道.pdf" not in left and "leaderboard-机关.pdf" in left, left
    assert "stale.pdf" not in left and "mine.txt" in left and os.path.exists(folder + "/victim.txt"), left


@test
def a_run_that_could_not_list_leaves_nothing_unnamed(folder):
    contest(folder)
    expect(biwu("run", folder), 0)
    contest(folder, sectors=("社区", "社区"))
    with open("/dev/full", "wb") as full:
        expect(biwu("run", folder, stdout=full), 3, err="standard output")
    expect(biwu("run", folder), 0)
    assert set(os.listdir(folder + "/out")) == named_by_manifest(folder + "/out") | {"manifest.json"}


@test
def a_killed_run_leaves_nothing_that_the_next_does_not_know(folder):
    out, mine = folder + "/out", {"manifest.json", "mine.txt"}
    contest(folder)
    expect(biwu("run", folder), 0)
    put(out, "mine.txt", "keep")
    steps = 0
    while True:
        steps += 1
        contest(folder, sectors=("机关", "社区") if steps % 2 else ("街道", "社区"))
        ended = stopped("fsync rename unlink", steps, signal.SIGKILL, "run", folder)
        visible = {name for name in os.listdir(out) if not name.startswith(".")}
        assert visible <= named_by_manifest(out) | mine, (steps, visible)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL, ended
        if steps % 5 == 0:
            contest(folder, sectors=("学校", "社区"))
            expect(biwu("run", folder), 0)
            assert set(os.listdir(out)) == named_by_manifest(out) | mine, steps
    assert steps > 20, steps  # ten files and the manifest twice: written, named; what is left removed
    assert set(os.listdir(out)) == named_by_manifest(out) | mine and "result" in json.loads(read(out, "manifest.json"))


@test
def an_interrupted_run_tidies_up(folder):
    contest(folder)
    expect(biwu("run", folder), 0)
    first = {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}
    contest(folder, sectors=("机关", "社区"))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        assert stopped("fsync", 3, number, "run", folder) == -number
        assert first == {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}
    assert stopped("rename", 2, signal.SIGTERM, "run", folder) == -signal.SIGTERM
    assert not [name for name in os.listdir(folder + "/out") if name.startswith(".")]
    expect(biwu("run", folder), 0)
    assert set(os.listdir(folder + "/out")) == named_by_manifest(folder + "/out") | {"manifest.json"}


@test
def what_a_dead_process_left_is_swept(folder):
    contest(folder)
    dead = subprocess.Popen(["true"])
    dead.wait()
    swept = {f".biwu-{dead.pid}-0.tmp", f".biwu-{dead.pid}-12.tmp"}
    kept = {f".biwu-{os.getpid()}-0.tmp", f".biwu-{dead.pid}-.tmp", f".biwu-{dead.pid}-0.tmp.bak", ".biwu-0-0.tmp",
            f".biwu-0{dead.pid}-0.tmp", f".biwu-{dead.pid}-1x.tmp", f".biwu--{dead.pid}-1.tmp", f"biwu-{dead.pid}-0.tmp",
            ".biwu-99999999999999999999-0.tmp", f".biwu-{dead.pid}-0.TMP"}
    for name in swept | kept:
        put(folder, "out/" + name, "")
    os.symlink("x", f"{folder}/out/.biwu-{dead.pid}-2.tmp")
    os.mkdir(f"{folder}/out/.biwu-{dead.pid}-3.tmp")
    kept |= {f".biwu-{dead.pid}-2.tmp", f".biwu-{dead.pid}-3.tmp"}
    if os.geteuid() == 0:
        put(folder, f"out/.biwu-{dead.pid}-4.tmp", "another user's")
        os.chown(f"{folder}/out/.biwu-{dead.pid}-4.tmp", 65534, 65534)
        kept.add(f".biwu-{dead.pid}-4.tmp")
    expect(biwu("rank", folder, "-o", folder + "/out/x.csv"), 0)
    assert set(os.listdir(folder + "/out")) == kept | {"x.csv"}, os.listdir(folder + "/out")


@test
def endings_are_told_in_capitals_too(folder):
    contest(folder)
    for name, form in (("X.CSV", "csv"), ("X.Json", "json")):
        expect(biwu("rank", folder, "-o", f"{folder}/{name}"), 0)
        made = read(folder, name).decode().replace("\ufeff", "").replace("'=SUM", "=SUM")
        assert made == biwu("rank", folder, "--format", form).out.decode(), name
    expect(biwu("rank", folder, "-o", folder + "/x.XLSX"), 0)
    assert read(folder, "x.XLSX").startswith(b"PK\3\4")
    for command in (["report"], ["run"], ["certificates", "--split"]):
        expect(biwu(command[0], folder, "-o", folder + "/X.PDF", *command[1:]), 2, err="name a folder")
    expect(biwu("certificates", folder, "-o", folder + "/X.PDF"), 0)
    assert read(folder, "X.PDF").startswith(b"%PDF")


@test
def sectors_with_odd_names_make_safe_files(folder):
    contest(folder, sectors=("../a/b", ".a/b"))
    expect(biwu("run", folder), 0)
    names = os.listdir(folder + "/out")
    assert len([n for n in names if n.startswith("leaderboard-")]) == 2 and "victim" not in os.listdir(folder), names


@test
def certificates_split_and_choose(folder):
    contest(folder)
    expect(biwu("certificates", folder, "-o", folder + "/split", "--split"), 0)
    assert len(os.listdir(folder + "/split")) == 6 and any(name.startswith("certificate-C1-") for name in os.listdir(folder + "/split"))
    expect(biwu("certificates", folder, "-o", folder + "/first.pdf", "--award", "一等奖"), 0)
    expect(biwu("certificates", folder, "-o", folder + "/one.pdf", "--contestant", "C1"), 0)
    assert read(folder, "first.pdf")[:4] == read(folder, "one.pdf")[:4] == b"%PDF"
    expect(biwu("certificates", folder, "-o", folder + "/none", "--contestant", "C8"), 0, err="warning: ")
    assert not os.path.exists(folder + "/none")


# ---- from level to level ----

@test
def only_what_is_too_long_is_told(folder):
    """A name without any room is told by every list that holds it, and not the ranks and awards that stand beside it."""
    contest(folder)
    long, unit = "王" * 48, "社" * 100
    people = read(folder, "contestants.csv").decode().replace(NAMES[0], long).replace("第1社区", unit)
    put(folder, "contestants.csv", people)
    for more in ([], ["--blank"]):
        done = expect(biwu("report", folder, "-o", folder + "/out", *more), 1, err=f"“{long}” is too long for")
        told = {line.split("error: ")[1].split("”")[0][1:] for line in done.err.decode().splitlines() if "error: " in line}
        assert told <= {long, unit}, done
        assert not os.path.exists(folder + "/out"), done


def level(folder, rules="promote: { count: 1 }\n", prefix="C"):
    """A contest of eight, with what a roster has and what it must not take over; C1 of 社区 and C2 of 街道 go on."""
    contest(folder, rules=rules)
    put(folder, "contestants.csv", "id,name,sector,county,title,panel,draw,lot,veto\n" + "".join(
        f'{prefix}{i},{name},{("街道", "社区")[i % 2]},红山区,"书记,主任",,{9 - i},{i},\n' for i, name in enumerate(NAMES, 1)))
    if prefix != "C":
        put(folder, "scores/stage.csv", read(folder, "scores/stage.csv").decode().replace(",C", "," + prefix))
    return folder


def rows_of(done_or_path):
    text = done_or_path.out.decode() if isinstance(done_or_path, Done) else read(done_or_path).decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))


@test
def promote_writes_the_next_contestants(folder):
    east = level(folder + "/东区")
    expected = ["id,name,sector,title,county", f'C1,{NAMES[0]},社区,"书记,主任",红山区', f'C2,{NAMES[1]},街道,"书记,主任",红山区']
    done = expect(biwu("promote", east), 0)
    assert done.out.decode() == "\n".join(expected) + "\n" and not done.err, done
    done = expect(biwu("promote", east, "-o", folder + "/next.csv"), 0)
    assert read(folder, "next.csv").decode() == "\ufeff" + "\n".join(expected) + "\n" and not done.out + done.err, done
    assert biwu("promote", east, "-o", "-").out == read(folder, "next.csv")
    contest(folder + "/next")
    shutil.copy(folder + "/next.csv", folder + "/next/contestants.csv")
    put(folder, "next/scores/stage.csv", "contestant,judge,score\nC1,J1,90\n")
    expect(biwu("check", folder + "/next"), 0, out="contestants: 2")


@test
def promote_guards_cells_in_a_file(folder):
    level(folder, rules="promote: { count: 4 }\n")
    expect(biwu("promote", folder), 0, out="C6,=SUM(A1),")
    expect(biwu("promote", folder, "-o", folder + "/next.csv"), 0)
    assert "C6,'=SUM(A1)," in read(folder, "next.csv").decode()
    contest(folder + "/next")
    shutil.copy(folder + "/next.csv", folder + "/next/contestants.csv")
    put(folder, "next/scores/stage.csv", "contestant,judge,score\n")
    assert ",=SUM(A1)," in expect(biwu("rank", folder + "/next", "--format", "csv"), 0).out.decode()


@test
def promote_goes_folder_by_folder_and_by_rank(folder):
    west, east = level(folder + "/西区", "promote: { count: 2 }\n"), level(folder + "/东区", prefix="D")
    ids = [row[0] for row in rows_of(expect(biwu("promote", west, east), 0))]
    assert ids == ["id", "C1", "C3", "C2", "C4", "D1", "D2"], ids
    ids = [row[0] for row in rows_of(expect(biwu("promote", east, west), 0))]
    assert ids == ["id", "D1", "D2", "C1", "C3", "C2", "C4"], ids


@test
def promote_tells_doubled_ids_apart_by_their_folders(folder):
    west, east, other = level(folder + "/西区"), level(folder + "/东区", "promote: { count: 2 }\n"), level(folder + "/x", prefix="D")
    ids = [row[0] for row in rows_of(expect(biwu("promote", west + "/", other, east), 0))]
    assert ids == ["id", "西区-C1", "西区-C2", "D1", "D2", "东区-C1", "C3", "东区-C2", "C4"], ids
    shown = subprocess.run([BIWU, "promote", ".", "../东区"], cwd=west, env={"LC_ALL": "C.UTF-8"}, capture_output=True)
    assert "\n西区-C1," in shown.stdout.decode(), shown
    for again in ([west, west], [west, level(folder + "/again/西区")], [west, east, level(folder + "/y", prefix="西区-C")]):
        done = expect(biwu("promote", *again, "-o", folder + "/next.csv"), 1, err="西区-C1 stands twice")
        assert not done.out and not os.path.exists(folder + "/next.csv"), done


@test
def promote_needs_sound_contests_that_promote(folder):
    sound, silent, broken = level(folder + "/sound"), level(folder + "/silent", ""), level(folder + "/broken")
    put(broken, "scores/more.csv", "round,contestant,judge,score\nstage,C1,J1,190\n")
    done = expect(biwu("promote", silent, broken, folder + "/none", sound, "-o", folder + "/next.csv"), 1, err=[
        "silent/contest.yaml: error: these rules do not say who is promoted", "broken/scores/more.csv:2:", "none: error: "])
    assert not done.out and not os.path.exists(folder + "/next.csv"), done
    expect(biwu("promote", sound, "-o", "/dev/full"), 3)
    expect(biwu("promote", sound, "-o", folder + "/gone/next.csv"), 3)


@test
def promote_warns_of_what_may_still_change(folder):
    level(folder, "promote: { count: 2 }\n")
    marks = read(folder, "scores/stage.csv").decode()
    tied = re.sub(r"C5,(J.),.*", lambda m: re.search(rf"C3,{m[1]},(.*)", marks)[0].replace("C3", "C5"), marks)
    put(folder, "scores/stage.csv", tied)
    done = expect(biwu("promote", folder), 0, err="contestant C3 is tied across the cut for the next level")
    assert [row[0] for row in rows_of(done)] == ["id", "C1", "C2", "C4"], done
    put(folder, "scores/stage.csv", "\n".join(marks.splitlines()[:-1]) + "\n")
    done = expect(biwu("promote", folder), 0, err=["contest.yaml: warning: the contest is not complete", "is pending"])
    assert [row[0] for row in rows_of(done)] == ["id", "C1", "C3", "C2", "C4"], done
    level(folder, "promote: { count: 2, min-score: 99 }\n")
    done = expect(biwu("promote", folder), 0, err="nobody is promoted")
    assert done.out == b"id,name,sector\n", done


# ---- the draw ----

def digest(seed, who):
    """By sha256sum, as anybody would."""
    made = subprocess.run(["sha256sum"], input=f"{seed}\0{who}".encode(), capture_output=True, check=True).stdout
    return made.split()[0].decode()


def drawn(seed, *ids):
    return sorted(ids, key=lambda who: digest(seed, who))


@test
def draw_is_what_sha256sum_says(folder):
    contest(folder)
    for seed in ("517", "开奖号码 5 1 7", "a" * 1000, "-", "é"):
        done = expect(biwu("draw", folder, "--seed=" + seed), 0)
        assert not done.err, done
        odd, even = drawn(seed, "C1", "C3", "C5", "C7"), drawn(seed, "C2", "C4", "C6", "C8")
        rows = rows_of(done)
        assert [row[:2] for row in rows] == [["draw", "id"]] + [[str(n), who] for order in (odd, even)
                                                               for n, who in enumerate(order, 1)], (seed, rows)
        assert rows[0] == ["draw", "id", "name", "sector", "unit"] and all(
            row[2:] == [NAMES[int(row[1][1]) - 1], ("街道", "社区")[int(row[1][1]) % 2], f"第{row[1][1]}社区"] for row in rows[1:])
    assert len({biwu("draw", folder, "--seed", "é", locale=name).out for name in ("C", "zh_CN.UTF-8", "tr_TR.UTF-8")}) == 1


@test
def draw_leaves_out_who_does_not_take_part(folder):
    contest(folder)
    states = ["", "弃权", "缺席", "不计名次", "取消资格", "参赛", "DNS", ""]
    put(folder, "contestants.csv", "id,name,sector,status\n" + "".join(
        f"C{i},{NAMES[i - 1]},街道,{state}\n" for i, state in enumerate(states, 1) if state != "DNS"))
    rows = rows_of(expect(biwu("draw", folder, "--seed", "517"), 0))
    assert [row[1] for row in rows[1:]] == drawn("517", "C1", "C4", "C6", "C8"), rows
    expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv"), 0)
    assert {row[0]: row[4] for row in rows_of(folder + "/x.csv")[1:]} == {
        **{f"C{i}": "" for i in (2, 3, 5)}, **{row[1]: row[0] for row in rows[1:]}}


@test
def draw_fills_its_column_and_nothing_else(folder):
    contest(folder)
    number = {who: n for who, n in zip(drawn("517", "a1", "a2", "a3"), "123")}
    cases = [
        "\ufeffid,name,draw,sector,备注,unit\r\na1, 张三 ,{a1},一,\"x, \"\"y\"\"\",甲\r\n\r\na2,李四,{a2},一,,\r\n\"a3\",王五,{a3},一,,z\r\n",
        "编号;姓名;领域;出场序号\na1;张三;一;{a1}\n;;;\na2;李四;一;{a2}\na3;\"王\"\"五\";一;{a3}",
        "编号\t姓名\t领域\t出场序号\na3\t张三\t一\t{a3}\na2\t李四\t一\t{a2}\na1\t王五\t一\t{a1}\n",
    ]
    for text in cases:
        filled = text.format(**number)
        put(folder, "contestants.csv", re.sub(r"\{a.\}", "", text))
        expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv"), 0)
        assert read(folder, "x.csv").decode() == filled, (filled, read(folder, "x.csv").decode())
        shutil.move(folder + "/x.csv", folder + "/contestants.csv")
        done = expect(biwu("draw", folder, "--seed", "517"), 0)
        assert {row[1]: row[0] for row in rows_of(done)[1:]} == number
    quoted = 'id,draw,name,sector\na1," ",张三,一\na2,"",李四,一\na3,,王五,一\n'
    put(folder, "contestants.csv", quoted)
    expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/contestants.csv"), 0)
    assert read(folder, "contestants.csv").decode() == "id,draw,name,sector\n" + "".join(
        f"{who},{number[who]},{name},一\n" for who, name in (("a1", "张三"), ("a2", "李四"), ("a3", "王五")))


@test
def draw_fills_files_in_other_encodings_as_utf8(folder):
    contest(folder)
    text = "编号,姓名,领域,出场序号\r\na1,张䶮,一,{a1}\r\na2,李四,一,{a2}\r\n"
    number = {who: n for who, n in zip(drawn("517", "a1", "a2"), "12")}
    for codec in ("gb18030", "utf-16", "utf-16-le", "utf-16-be"):
        with open(os.path.join(folder, "contestants.csv"), "wb") as file:
            file.write(text.format(a1="", a2="").encode(codec))
        expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv"), 0)
        assert read(folder, "x.csv").decode() == "\ufeff" + text.format(**number), (codec, read(folder, "x.csv"))


@test
def a_doubt_about_an_encoding_is_told_once(folder):
    contest(folder)
    put(folder, "contest.yaml", "\ufeff" + read(folder, "contest.yaml").decode())
    with open(os.path.join(folder, "contestants.csv"), "wb") as file:
        file.write(b"id,name,sector\n1,\xc3\xa9,A\n2,B,A\n")
    for name, told in (("茅", []), ("茅", ["--encoding", "gb18030"]), ("é", ["--encoding", "utf-8"])):
        done = expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv", *told), 0)
        assert done.err.decode().count("both are possible") == (not told), done
        assert name in read(folder, "x.csv").decode()


@test
def every_command_on_a_folder_takes_an_encoding(folder):
    contest(folder)
    files = [os.path.join(folder, name) for name in ("contest.yaml", "judges.csv", "contestants.csv")]
    files += [os.path.join(folder, "scores", name) for name in os.listdir(folder + "/scores")]
    put(folder, "contest.yaml", read(folder, "contest.yaml").decode() + "promote: { count: 1, tie: extend }\n")
    for path in files:
        with open(path, "rb") as file:
            text = file.read().decode()
        with open(path, "wb") as file:
            file.write(text.encode("utf-16-be"))
    out = folder + "/x"
    for command in (["check", folder], ["rank", folder], ["explain", folder, "C1"], ["report", folder, "-o", out],
                    ["certificates", folder, "-o", out], ["run", folder, "-o", out], ["promote", folder, "-o", out + ".csv"],
                    ["draw", folder, "--seed", "517"]):
        expect(biwu(*command, "--encoding", "utf-16be"), 0)
        expect(biwu(*command, "--encoding", "UTF-16"), 0)
        expect(biwu(*command), 0)
        expect(biwu(*command, "--encoding", "utf-8"), 1, err=["contest.yaml:1:1: error: ", "NUL"])


@test
def draw_adds_its_column(folder):
    contest(folder)
    number = {who: n for who, n in zip(drawn("517", "a1", "a2"), "12")}
    for text, filled in (
            ("id,name,sector,unit,手机\na1,张三,一,甲,1\na2,李四,一\n,,,,\n",
             "id,name,sector,unit,手机,draw\na1,张三,一,甲,1,{a1}\na2,李四,一,,,{a2}\n,,,,\n"),
            ("编号;姓名;领域;\na1;张三;一;\na2;李四;一;;", "编号;姓名;领域;;出场序号\na1;张三;一;;{a1}\na2;李四;一;;{a2}"),
            ("id,name,sector,unit,draw\na1,张三,一\na2,李四,一,,\n",
             "id,name,sector,unit,draw\na1,张三,一,,{a1}\na2,李四,一,,{a2}\n")):
        put(folder, "contestants.csv", text)
        expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv"), 0)
        assert read(folder, "x.csv").decode() == filled.format(**number), read(folder, "x.csv").decode()
        assert read(folder, "contestants.csv").decode() == text
        shutil.move(folder + "/x.csv", folder + "/contestants.csv")
        expect(biwu("draw", folder, "--seed", "517"), 0)


@test
def what_was_drawn_is_not_drawn_again(folder):
    contest(folder)
    rows = read(folder, "contestants.csv").decode().splitlines()
    put(folder, "contestants.csv", "\n".join([rows[0] + ",draw", *(row + "," for row in rows[1:6]), rows[6] + ",7",
                                              *(row + "," for row in rows[7:])]) + "\n")
    before = read(folder, "contestants.csv")
    for more in ([], ["--seed", "517"], ["-o", folder + "/contestants.csv"], ["-o", folder + "/x.csv", "--seed", "517"]):
        done = expect(biwu("draw", folder, *more), 1, err=["contestants.csv:7:", "C6 has the number 7 already", "hint: empty"])
        assert not done.out and b"seed" not in done.err, done
    assert read(folder, "contestants.csv") == before and not os.path.exists(folder + "/x.csv")


@test
def a_made_seed_is_told_and_gives_the_order_again(folder):
    contest(folder)
    done = expect(biwu("draw", folder), 0, err=["warning: the seed has been made just now: ", "before witnesses"])
    seed = re.search(r"just now: ([0-9a-f]{32})\n", done.err.decode())[1]
    assert biwu("draw", folder, "--seed", seed).out == done.out
    other = expect(biwu("draw", folder, "-o", folder + "/x.csv"), 0, err="just now: ")
    assert seed not in other.err.decode() and not other.out


@test
def draw_needs_rules_and_contestants_alone(folder):
    contest(folder)
    os.remove(folder + "/judges.csv")
    shutil.rmtree(folder + "/scores")
    assert not expect(biwu("draw", folder, "--seed", "517"), 0).err
    put(folder, "contestants.csv", "id,name,sector\nC1,甲,一\nC1,乙,一\n")
    done = expect(biwu("draw", folder, "--seed", "517", "-o", folder + "/x.csv"), 1, err="contestants.csv:3:1: error: ")
    assert not done.out and not os.path.exists(folder + "/x.csv")
    put(folder, "contestants.csv", "id,name,sector\nC1,甲,一\n")
    expect(biwu("draw", folder, "--seed", "517", "-o", "/dev/full"), 3)


@test
def draw_is_a_table_on_a_terminal(folder):
    contest(folder)
    shown = in_terminal("draw", folder, "--seed", "开奖 517", NO_COLOR="1").decode().replace("\r\n", "\n")
    order = drawn("开奖 517", "C2", "C4", "C6", "C8")
    assert "seed: 开奖 517\n" in shown and "\n街道\n" in shown and "draw,id" not in shown, shown
    assert re.search(r"街道\n *Draw +Id +Name +Unit\n" + "".join(rf" *{n}  {who}  .*\n" for n, who in enumerate(order, 1)), shown), shown


# ---- whole or not at all ----

@test
def a_full_disk_ends_with_3(folder):
    contest(folder)
    with open("/dev/full", "wb") as full:
        expect(biwu("rank", folder, stdout=full), 3, err="error: ")
    expect(biwu("rank", folder, "-o", "/dev/full"), 3, err="error: ")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@test
def a_failing_write_leaves_the_old_file(folder):
    contest(folder)
    put(folder, "taken/x", "")
    expect(biwu("rank", folder, "-o", folder + "/taken"), 3, err="error: ")
    expect(biwu("rank", folder, "-o", folder + "/none/x.csv"), 3, err="error: ")
    put(folder, "out/leaderboard.pdf/x", "")
    put(folder, "out/standings.json", "old")
    expect(biwu("run", folder), 3, err="leaderboard.pdf")
    assert read(folder, "out/standings.json") == b"old"
    assert set(os.listdir(folder + "/out")) == {"leaderboard.pdf", "standings.json"}
    put(folder, "file", "")
    expect(biwu("report", folder, "-o", folder + "/file/out"), 3, err="error: ")


@test
def a_file_size_limit_leaves_the_old_file(folder):
    contest(folder)
    put(folder, "x.json", "old")
    command = f'ulimit -f 1; exec "{BIWU}" rank "{folder}" -o "{folder}/x.json"'
    expect(Done(subprocess.run(["sh", "-c", command], capture_output=True)), 3, err="error: ")
    assert read(folder, "x.json") == b"old" and not [n for n in os.listdir(folder) if n.startswith(".biwu")]
    command = f'ulimit -f 20; exec "{BIWU}" run "{folder}" -o "{folder}/out"'
    expect(Done(subprocess.run(["sh", "-c", command], capture_output=True)), 3, err="error: ")
    assert os.listdir(folder + "/out") == []


@test
def a_folder_without_rights_ends_with_3(folder):
    contest(folder)
    os.mkdir(folder + "/closed", 0o555)
    os.chmod(folder, 0o755)
    runner = [BIWU, "rank", folder, "-o", folder + "/closed/x.csv"]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            return
        runner = ["setpriv", "--reuid=65534", "--clear-groups", *runner]
        if subprocess.run(["setpriv", "--reuid=65534", "--clear-groups", "test", "-x", BIWU]).returncode:
            return
    done = subprocess.run(runner, capture_output=True)
    assert done.returncode == 3 and not os.listdir(folder + "/closed"), done


@test
def an_unreadable_file_ends_with_3_and_a_hint(folder):
    contest(folder)
    os.chmod(folder, 0o755)
    os.chmod(folder + "/judges.csv", 0)
    runner = [BIWU, "check", folder]
    if os.geteuid() == 0:
        runner = ["setpriv", "--reuid=65534", "--clear-groups", *runner]
        if subprocess.run([*runner[:3], "test", "-x", BIWU], capture_output=True).returncode:
            raise Skipped("another user cannot run the program here")
    done = subprocess.run(runner, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
    assert done.returncode == 3 and not done.stdout, done
    assert b"/judges.csv: error: you are not allowed to read this file\nhint: " in done.stderr, done


@test
def a_replaced_file_keeps_its_mode_and_a_link_stays_one(folder):
    contest(folder)
    put(folder, "x.csv", "old")
    os.chmod(folder + "/x.csv", 0o640)
    os.symlink("x.csv", folder + "/link.csv")
    expect(biwu("rank", folder, "-o", folder + "/link.csv"), 0)
    assert os.path.islink(folder + "/link.csv") and read(folder, "x.csv").startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE(os.stat(folder + "/x.csv").st_mode) == 0o640


@test
def a_reader_that_goes_away_is_no_crash(folder):
    contest(folder)
    reader, writer = os.pipe()
    os.close(reader)
    done = biwu("rank", folder, stdout=writer)
    os.close(writer)
    assert done.code == 3 and b"error" not in done.err, done


@test
def a_closed_standard_output_is_noticed(folder):
    contest(folder)
    done = subprocess.run(["sh", "-c", f'exec "{BIWU}" rank "{folder}" >&-'], capture_output=True)
    assert done.returncode == 3, done
    assert subprocess.run(["sh", "-c", f'exec "{BIWU}" rank "{folder}" -o "{folder}/x.csv" >&- 2>&- <&-']).returncode == 0
    assert read(folder, "x.csv") == read(folder, "x.csv") and b"errors:" not in read(folder, "x.csv")


@test
def too_little_memory_ends_with_3(folder):
    contest(folder)
    put(folder, "scores/more.csv", "round,contestant,judge,score\n" + "stage,C1,J1,92.5\n" * 600000)
    command = f'ulimit -v 30000; exec "{BIWU}" rank "{folder}"'
    done = subprocess.run(["sh", "-c", command], capture_output=True)
    if b"Sanitizer" in done.stderr or done.returncode == 127:
        return  # neither a sanitizer nor, on some systems, the loader lives with so little
    assert done.returncode == 3 and b"memory" in done.stderr and not done.stdout, done


# ---- languages and terminals ----

@test
def chinese_needs_no_generated_locale(folder):
    contest(folder)
    for locale in ("zh_CN.UTF-8", "zh_CN", "zh_CN.GB18030", "zh_TW.UTF-8"):
        expect(biwu("help", locale=locale), 0, out="用法：")
        expect(biwu("rnak", locale=locale), 2, err=["错误: ", "提示: "])
    expect(biwu("rank", folder, locale="zh_CN.UTF-8"), 0, out=["名次", "最终得分"])
    expect(biwu("rank", folder, "-z", locale="zh_CN.UTF-8"), 2)
    expect(biwu("rank", locale="zh_CN.UTF-8"), 2, err="biwu rank 文件夹 ")
    expect(biwu("help", locale="en_US.UTF-8", LANGUAGE="zh_CN:en"), 0, out="用法：")
    for environment in ({"locale": "zh_CN.UTF-8", "LANGUAGE": "en"}, {"locale": "C", "LANGUAGE": "zh_CN"},
                        {"locale": "de_DE.UTF-8"}, {"locale": "nonsense"}):
        expect(biwu("help", **environment), 0, out="usage:")


@test
def usage_is_in_one_language(folder):
    for command in COMMANDS:
        out = expect(biwu("help", command, locale="zh_CN.UTF-8"), 0, out="用法：").out.decode()
        words = set(re.findall(r"\b[A-Z]{2,}\b", out)) - {"BOM", "CSV", "PDF", "QR", "SHA"}
        assert not words, (command, words)
    out = biwu("help", "run").out.decode()
    assert "usage: biwu run FOLDER [-o OUT]" in out and "--output OUT" in out and "OUT is FOLDER/out" in out, out


@test
def results_do_not_depend_on_the_locale(folder):
    contest(folder)
    for form in ("csv", "json"):
        texts = {biwu("rank", folder, "--format", form, locale=locale).out
                 for locale in ("C", "POSIX", "de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8", "C.UTF-8")}
        assert len(texts) == 1, texts
    made = []
    for locale in ("C", "de_DE.UTF-8", "zh_CN.UTF-8"):
        expect(biwu("run", folder, "-o", folder + "/" + locale, locale=locale), 0)
        made.append({name: read(folder, locale, name) for name in os.listdir(folder + "/" + locale)})
    assert made[0] == made[1] == made[2]


@test
def a_decimal_comma_changes_nothing(folder):
    """A locale of its own, made here, since minimal systems have none generated."""
    contest(folder)
    subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", folder + "/de_DE.UTF-8"], check=True)
    comma = subprocess.run(["locale", "decimal_point"], check=True, capture_output=True,
                           env={"PATH": os.environ["PATH"], "LC_ALL": "de_DE.UTF-8", "LOCPATH": folder}).stdout
    assert comma == b",\n", comma
    for arguments in (["rank", folder], ["rank", folder, "--format", "csv"], ["explain", folder, "C2"]):
        assert biwu(*arguments, locale="de_DE.UTF-8", LOCPATH=folder).out == biwu(*arguments).out, arguments
    expect(biwu("run", folder, locale="de_DE.UTF-8", LOCPATH=folder), 0)
    comma = {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}
    expect(biwu("run", folder), 0)
    assert comma == {name: read(folder, "out", name) for name in os.listdir(folder + "/out")}


@test
def colour_is_for_terminals(folder):
    contest(folder)
    assert b"\x1b[1m" in in_terminal("rank", folder)
    assert b"\x1b[" not in in_terminal("rank", folder, NO_COLOR="1")
    assert b"\x1b[" not in in_terminal("rank", folder, TERM="dumb")
    assert b"\x1b[1m" in in_terminal("rnak") and b"\x1b[" not in in_terminal("rnak", NO_COLOR="1")


@test
def progress_is_erased(folder):
    shown = in_terminal("run", contest(folder))
    assert b"%" in shown and shown.rindex(b"\r\x1b[K") > shown.rindex(b"%"), shown
    assert b"%" not in in_terminal("run", folder, TERM="dumb")
    told = biwu("run", folder).err.decode().splitlines()
    assert len(told) == 3 and "no signing key" in told[0] and told[2] == "errors: 0, warnings: 1", told


def main():
    failed = skipped = 0
    for run in TESTS:
        folder = tempfile.mkdtemp(prefix="biwu-cli-")
        try:
            run(folder)
        except Skipped as why:
            skipped += 1
            print(f"skipped {run.__name__}: {why}")
        except Exception:
            failed += 1
            print(f"FAILED {run.__name__}")
            traceback.print_exc(file=sys.stdout)
        finally:
            shutil.rmtree(folder)
    shutil.rmtree(os.path.dirname(STOPPER))
    passed = len(TESTS) - failed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


sys.exit(main())
