"""The command line as its users meet it: exit codes, streams, languages, whole files.

usage: run.py BIWU
"""
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

BIWU = os.path.abspath(sys.argv[1])
DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs")
COMMANDS = ["check", "rank", "explain", "report", "certificates", "run", "help"]
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
        (["rank", folder, "--format"], "needs a value"), (["rank", folder, "--format", "xlsx"], "table, csv and json"),
        (["rank", folder, "-o", "x.xlsx"], "table, csv and json"), (["rank", folder, "--sector", "街到"], "街道"),
        (["rank", folder, "--sector", "zzzzzz"], "街道"), (["explain", folder, "C99"], "hint: "),
        (["explain", folder, "C1", "--format", "csv"], "text and json"), (["report", folder], "-o OUT"),
        (["certificates", folder], "-o OUT"), (["report", folder, "-o", "x.pdf"], "name a folder"),
        (["run", folder, "-o", "x.pdf"], "name a folder"), (["check", folder, "--split"], "unknown option"),
        (["certificates", folder, "-o", "x.pdf", "--split"], "name a folder"),
        (["certificates", folder, "-o", "x", "--award", "一等将"], "一等奖"),
        (["certificates", folder, "-o", "x", "--split=yes"], "takes no value"),
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
def the_table_is_aligned_and_plain_in_a_pipe(folder):
    out = expect(biwu("rank", contest(folder)), 0, out=[*NAMES, "91.96", "一等奖"]).out
    assert b"\x1b" not in out and not any(line.endswith(b" ") for line in out.splitlines())


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
    expect(biwu("rank", folder, "-o", folder + "/x.XLSX"), 2, err="table, csv and json")
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
    assert len(os.listdir(folder + "/split")) == 6 and "certificate-C1.pdf" in os.listdir(folder + "/split")
    expect(biwu("certificates", folder, "-o", folder + "/first.pdf", "--award", "一等奖"), 0)
    expect(biwu("certificates", folder, "-o", folder + "/one.pdf", "--contestant", "C1"), 0)
    assert read(folder, "first.pdf")[:4] == read(folder, "one.pdf")[:4] == b"%PDF"
    expect(biwu("certificates", folder, "-o", folder + "/none", "--contestant", "C8"), 0, err="warning: ")
    assert not os.path.exists(folder + "/none")


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
        words = set(re.findall(r"\b[A-Z]{2,}\b", out)) - {"BOM", "CSV", "PDF"}
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
    assert not biwu("run", folder).err


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
