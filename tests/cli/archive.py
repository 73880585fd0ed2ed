"""`biwu archive list` and `search`: against a search of our own, over archives written by a second writer.

usage: archive.py BIWU [--seed N]

What is found is compared with a plain loop over the same results: a word is found where its characters stand one behind the
other in a field, blanks, dots and ASCII punctuation left out, capitals and full-width forms as their plain ones.
"""
import argparse
import base64
import csv
import hashlib
import io
import itertools
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import archives

TESTS = []
ROOT = Path(__file__).resolve().parents[2]
PASSED_OVER = " \u00a0\u3000·•‧・･"


def test(function):
    TESTS.append(function)
    return function


def biwu(*arguments, code=0, **environment):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, text=True, env={**ENVIRONMENT, **environment})
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return done


def found(folder, *words, code=0, **environment):
    return json.loads(biwu("archive", "search", folder, *words, "--format", "json", code=code, **environment).stdout)


def listed(folder, code=0, **environment):
    return json.loads(biwu("archive", "list", folder, "--format", "json", code=code, **environment).stdout)


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def archive(path, contest, date, sectors, former=(), manifest="", told_besides={}, **more):
    """An archive of this result; the manifests of its revisions are these texts, `former` of those before."""
    manifest = manifest or f"{contest} {date}"
    told = {"program": "biwu", "format": 1, "version": "0.2.0", "contest": contest, "level": "市级", "date": date,
            "revision": len(former) + 1, "time": "2026-01-02T10:00:00+08:00", "manifest": hash_of(manifest), "result": hash_of(""), **told_besides}
    files = {"README.txt": "", "contest/contest.yaml": "", "standings.csv": "", "manifest.json": json.dumps(told),
             "standings.json": json.dumps({"contest": contest, "sectors": sectors, **more}, ensure_ascii=False)}
    for number, text in enumerate([*former, manifest], 1):
        files[f"contest/revisions/{number:03}/manifest.json"] = text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(archives.build(archives.unsigned([(name, text.encode()) for name, text in files.items()])))


def ranked(rank, number, name, **more):
    return {"rank": rank, "contestant": number, "name": name, "final": f"{100 - rank}.50", "exact": "1/1", "rounds": {}, **more}


def sector(name, ranking, unranked=()):
    return {"sector": name, "ranking": ranking, "unranked": list(unranked)}


@test
def names_are_found_by_any_of_their_parts(folder):
    """The two words that SQLite's own tokenizers miss, rare characters, dots, capitals, full-width letters."""
    archive(folder / "一.biwu", "故事会", "2023-10-26", [sector("青年组", [
        ranked(1, "A1", "王小明", unit="春晖街道"), ranked(2, "A2", "王伟", unit="朝阳街道"), ranked(3, "A3", "𠮷𬭎䶮"),
        ranked(4, "A4", "阿拉坦·其其格"), ranked(5, "A5", "Anne-Marie O’Neil", unit="ＡＢＣ Club")])])
    for words, expected in ((["小明"], ["A1"]), (["王伟"], ["A2"]), (["王"], ["A1", "A2"]), (["𬭎"], ["A3"]), (["𠮷"], ["A3"]),
                            (["阿拉坦其其格"], ["A4"]), (["坦·其"], ["A4"]), (["anne marie"], ["A5"]), (["ANNEMARIE"], ["A5"]),
                            (["abc"], ["A5"]), (["ａ１"], ["A1"]), (["街道", "王小"], ["A1"]), (["明王"], []), (["春晖 明"], ["A1"]),
                            (["春晖　明"], ["A1"]), (["王　伟"], ["A2"]), (["  王   小 "], ["A1"]),
                            (["青年组"], ["A1", "A2", "A3", "A4", "A5"]), (["故事会", "王"], ["A1", "A2"]), (["明春"], [])):
        assert [result["contestant"] for result in found(folder, *words)] == expected, words
    assert "nothing was found" in biwu("archive", "search", folder, "无此人").stderr


@test
def results_are_told_as_they_stand(folder):
    first = ranked(1, "1", "甲", unit="街道甲", award="一等奖", special=["最佳表达", "最佳选题"])
    archive(folder / "b" / "二.biwu", "第二届", "2024-01-01", [
        sector("青年组", [first, ranked(2, "2", "乙")], [{"contestant": "3", "name": "丙", "status": "withdrawn"}])],
        teams=[{"rank": 1, "team": "甲队", "score": "180.00", "exact": "180/1", "members": ["1", "2"]}],
        special=[{"award": "最佳表达", "contestant": "1", "reason": ""}, {"award": "优秀组织奖", "unit": "乙单位", "reason": ""}])
    archive(folder / "一.biwu", "第一届", "2023-01-01", [sector("青年组", [ranked(1, "9", "甲", award="二等奖")])])
    common = {"contest": "第二届", "level": "市级", "date": "2024-01-01", "file": f"{folder}/b/二.biwu"}
    assert found(folder)[1:] == [
        {**common, "sector": "青年组", "contestant": "1", "name": "甲", "unit": "街道甲", "rank": 1, "of": 2, "final": "99.50",
         "award": "一等奖、最佳表达、最佳选题"},
        {**common, "sector": "青年组", "contestant": "2", "name": "乙", "rank": 2, "of": 2, "final": "98.50"},
        {**common, "sector": "青年组", "contestant": "3", "name": "丙", "status": "withdrawn"},
        {**common, "name": "甲队", "rank": 1, "of": 1, "final": "180.00"},
        {**common, "unit": "乙单位", "award": "优秀组织奖"}]
    assert [result["date"] for result in found(folder, "甲")] == ["2023-01-01", "2024-01-01", "2024-01-01"], "the oldest first"
    rows = list(csv.DictReader(io.StringIO(biwu("archive", "search", folder, "丙", "--format", "csv").stdout)))
    assert [(row["name"], row["status"], row["rank"]) for row in rows] == [("丙", "withdrawn", "")]
    table = biwu("archive", "search", folder, "甲", LANGUAGE="zh_CN", LC_ALL="C.UTF-8").stdout
    assert "一等奖、最佳表达、最佳选题" in table and "状态" not in table and table.count("\n") == 4, table
    assert "弃权" in biwu("archive", "search", folder, "丙", LANGUAGE="zh_CN", LC_ALL="C.UTF-8").stdout
    assert len(found(folder, "--sector", "青年组")) == 4 and found(folder, "--sector", "青年") == []
    assert [len(found(folder, "甲", "--sector", "青年组")), len(found(folder, "乙单位"))] == [2, 1]


@test
def a_correction_takes_the_place_of_what_it_corrects(folder):
    archive(folder / "1.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])], manifest="one")
    archive(folder / "2.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲甲")])], ["one"], "two")
    archive(folder / "copy.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲甲")])], ["one"], "two")
    archive(folder / "other.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲乙")])], manifest="other")
    replaced = {Path(item["file"]).name: Path(item.get("replaced_by", "")).name for item in listed(folder)}
    assert replaced == {"1.biwu": "2.biwu", "2.biwu": "", "copy.biwu": "2.biwu", "other.biwu": ""}, replaced
    assert [item["revision"] for item in listed(folder)] == [1, 2, 2, 1]
    assert [result["name"] for result in found(folder, "甲")] == ["甲甲", "甲乙"]
    (folder / "2.biwu").unlink()
    assert [Path(result["file"]).name for result in found(folder, "甲甲")] == ["copy.biwu"]


@test
def nobody_hides_what_is_signed(folder):
    """Copies with another result, unsigned: one that claims to be the same revision, and one that claims to correct it."""
    source = ROOT / "tests/sealed/0.1.0.biwu"
    files = dict(archives.entries(source))
    files["standings.json"] = files["standings.json"].replace("甲大海".encode(), "甲小海".encode())
    same = archives.build(archives.unsigned(list(files.items())))
    files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), "revision": 3, "manifest": hash_of("3")}).encode()
    files["contest/revisions/003/manifest.json"] = b"3"
    correction = archives.build(archives.unsigned(list(files.items())))
    shutil.copy(source, folder / "m.biwu")
    (folder / "a.biwu").write_bytes(same)
    assert [item.get("replaced_by") for item in listed(folder)] == [f"{folder}/m.biwu", None], "an unsigned copy gives way"
    assert [len(found(folder, name)) for name in ("甲大海", "甲小海")] == [1, 0]
    (folder / "b.biwu").write_bytes(correction)
    replaced = {Path(item["file"]).name: Path(item.get("replaced_by", "")).name for item in listed(folder)}
    assert replaced == {"a.biwu": "b.biwu", "b.biwu": "", "m.biwu": ""}, replaced
    assert [Path(found(folder, name)[0]["file"]).name for name in ("甲大海", "甲小海")] == ["m.biwu", "b.biwu"]
    # The forged one does not stand beside the genuine one without a word.
    assert [found(folder, name)[0].get("key") for name in ("甲大海", "甲小海")] == ["435b-15ef-9f0c-21d1", None]
    assert biwu("archive", "search", folder, "甲大海").stderr == ""
    told = biwu("archive", "search", folder, "甲小海").stderr
    assert f"{folder}/b.biwu: warning: not signed: anybody can have made this archive" in told and "biwu verify" in told


@test
def two_that_claim_to_correct_each_other_hide_nothing(folder):
    for name, own, other in (("a", "one", "two"), ("b", "two", "one")):
        archive(folder / f"{name}.biwu", name, "2023-10-26", [sector("组", [ranked(1, "1", "甲")])], [other], own)
    assert len(found(folder, "甲")) == 2


@test
def the_latest_correction_is_named(folder):
    texts = ["one", "two", "three"]
    for number, name in enumerate("cab"):
        archive(folder / f"{name}.biwu", "x", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])], texts[:number], texts[number])
    assert {Path(item["file"]).stem: Path(item.get("replaced_by", "")).stem for item in listed(folder)} == {"c": "b", "a": "b", "b": ""}


@test
def what_no_contest_can_hold_is_refused(folder):
    """Texts that reach terminals and tables: control characters, ends of lines, a time cut within a character; and JSON of
    any depth and any numbers. One that is sound stands beside them, and is found all the same."""
    archive(folder / "sound.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    bad = folder / "bad.biwu"
    one = ranked(1, "1", "甲")
    people = [{**one, key: value} for key in ("name", "unit", "contestant", "final", "award", "status")
              for value in ("\x1b[2J", "a\0b", "a\nb", "\x9b31m", "\u2028", "\x7f")] + [{**one, "special": ["\x07"]}]
    forged = [lambda person=person: archive(bad, "x", "2023-10-26", [sector("组", [person])]) for person in people]
    forged += [lambda told=told: archive(bad, "x", "2023-10-26", [sector("组", [one])], told_besides=told) for told in (
        {"time": "2026-01-0一二"}, {"time": "2026"}, {"time": "\x1b[31m2026-01"}, {"contest": "\x1b]0;x\x07"}, {"level": "\n"},
        {"date": "\x1b"}, {"revision": 0}, {"revision": -1}, {"revision": 2**63}, {"contest": ""}, {"manifest": "1"}, {"format": 2})]
    forged += [lambda: archive(bad, "x", "2023-10-26", [sector("\x1b", [])]), lambda: archive(bad, "x", "2023-10-26", None),
               lambda: archive(bad, "x", "2023-10-26", [sector("组", [])], teams=[{"rank": 1, "team": "\x1b", "score": "1"}]),
               lambda: archive(bad, "x", "2023-10-26", [sector("组", [])], special=[{"award": "\x1b", "unit": "x"}]),
               lambda: archive(bad, "x", "2023-10-26", [sector("组", [{**one, "rank": 2**63}])]),
               lambda: archive(bad, "x", "2023-10-26", [sector("组", [{**one, "name": "x" * (2**24 + 1)}])])]
    for number, forge in enumerate(forged):
        forge()
        done = biwu("archive", "list", folder, "--format", "json", code=1)
        assert len(json.loads(done.stdout)) == 1 and "bad.biwu: error: this archive is not as" in done.stderr, (number, done)
    archive(bad, "x", "2023-10-26", [])
    files = dict(archives.entries(bad))
    for standings in (b"[" * 100000 + b"]" * 100000, b'{"sectors": [], "x": ' + b"[" * 100000, b'{"sectors": [], "x": 1e99999}', b""):
        bad.write_bytes(archives.build(archives.unsigned([*files.items(), ("standings.json", standings)])))
        assert len(listed(folder, code=1)) == 1, standings[:40]
    archive(bad, "x", "2023-10-26", [sector("组", [{**ranked(-1, "2", "王" * 1000000), "award": 7}, 1, None])], teams={}, special=1)
    [person] = found(folder, "王王")
    assert "rank" not in person and "award" not in person and len(person["name"]) == 1000000


@test
def what_has_changed_is_read_again(folder):
    path, other = folder / "a.biwu", folder / "b.biwu"
    archive(path, "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    assert len(found(folder, "甲")) == 1
    before = path.stat()
    archive(path, "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "乙")])])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size, "as large, and as old to look at"
    assert found(folder, "甲") == [] and len(found(folder, "乙")) == 1
    path.rename(other)
    assert [result["file"] for result in found(folder, "乙")] == [str(other)]
    other.unlink()
    assert found(folder, "乙") == [] and "there are no archives" in biwu("archive", "list", folder).stderr


@test
def a_damaged_one_is_told_and_not_searched(folder):
    for name in "ab":
        archive(folder / f"{name}.biwu", name, "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    whole = (folder / "b.biwu").read_bytes()
    (folder / "b.biwu").write_bytes(whole.replace("甲".encode(), "乙".encode()))
    (folder / "c.biwu").write_bytes(whole[:200])
    (folder / "d.biwu").write_text("nothing")
    (folder / "e.txt").write_text("no archive")
    (folder / "f.biwu").mkdir()
    done = biwu("archive", "list", folder, "--format", "csv", code=1)
    assert [row["contest"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["a"]
    for name in "bcd":
        assert f"{folder}/{name}.biwu: error: " in done.stderr, done.stderr
    assert len(found(folder, "甲", code=1)) == 1 and "b.biwu: error: damaged in standings.json" in done.stderr, done.stderr
    files = dict(archives.entries(folder / "a.biwu"))
    files["manifest.json"] = files["manifest.json"].replace(b'"format": 1', b'"format": 2')
    (folder / "d.biwu").write_bytes(archives.build(archives.unsigned(list(files.items()))))
    assert "d.biwu: error: this archive is not as this version" in biwu("archive", "list", folder, code=1).stderr


@test
def the_index_is_of_no_importance(folder):
    """It lies apart, for its owner alone; a damaged one, one of another version, a missing one and none at all do the same."""
    shelf, cache = folder / "shelf", folder / "cache"
    archive(shelf / "a.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    right = found(shelf, "甲", XDG_CACHE_HOME=str(cache))
    [index] = list((cache / "biwu").iterdir())
    assert index.stat().st_mode & 0o777 == 0o600 and [path.name for path in shelf.iterdir()] == ["a.biwu"]
    whole = index.read_bytes()
    for bytes in (b"", b"nothing" * 1000, whole[:5000], whole[:60] + b"\0\0\0\x63" + whole[64:], whole[:4096] + bytes_of(len(whole) - 4096)):
        index.write_bytes(bytes)
        assert found(shelf, "甲", XDG_CACHE_HOME=str(cache)) == right, bytes[:100]
    assert found(shelf, "甲", XDG_CACHE_HOME="/dev/null/none") == right, "no such folder can be made"
    assert found(shelf, "甲", XDG_CACHE_HOME="", HOME="") == right, "no place"
    with ThreadPoolExecutor(8) as crew:
        shutil.rmtree(cache)
        for result in crew.map(lambda _: found(shelf, "甲", XDG_CACHE_HOME=str(cache)), range(16)):
            assert result == right, "several at once"


def bytes_of(count):
    return random.Random(5).randbytes(count)


@test
def what_is_no_archive_any_more_is_none(folder):
    """Files and folders that come and go while they are listed; none that stays is missed, and nothing is said of the others."""
    archive(folder / "z.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    goes = threading.Event()

    def come_and_go():
        for number in itertools.count():
            if goes.is_set():
                return
            place = folder / str(number % 50)
            place.mkdir()
            shutil.copy(folder / "z.biwu", place / "a.biwu")
            shutil.rmtree(place)
    crew = threading.Thread(target=come_and_go)
    crew.start()
    try:
        for _ in range(60):
            done = biwu("archive", "list", folder)
            assert "z.biwu" in done.stdout and not done.stderr, done
    finally:
        goes.set()
        crew.join()


@test
def what_cannot_be_read_does_not_hide_the_rest(folder):
    archive(folder / "a" / "a.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    archive(folder / "b" / "b.biwu", "故事会", "2023-10-27", [sector("组", [ranked(1, "1", "甲")])])
    deep = folder / "/".join("c" * 16)
    archive(deep / "c.biwu", "故事会", "2023-10-28", [sector("组", [ranked(1, "1", "甲")])])
    archive(deep / "c" / "d.biwu", "故事会", "2023-10-29", [sector("组", [ranked(1, "1", "甲")])])
    archive(folder / "\x1b[31m\n.biwu", "故事会", "2023-10-30", [sector("组", [ranked(1, "1", "甲")])])
    (folder / "b\x1b[2J.biwu").write_text("nothing")
    (folder / "x").mkdir()
    archive(folder / "x.biwu", "故事会", "2023-10-30", [sector("组", [ranked(1, "1", "甲")])])
    os.rename(folder / "x.biwu", os.fsencode(folder / "x") + b"/\xff.biwu")
    done = subprocess.run([BIWU, "archive", "list", folder, "--format", "csv"], capture_output=True, env=ENVIRONMENT)
    told = done.stderr.decode(errors="replace")
    assert [row["date"][-2:] for row in csv.DictReader(io.StringIO(done.stdout.decode()))] == ["26", "27", "28"], done
    assert done.returncode == 1 and "\x1b" not in told and f"{deep}/c: error: too many folders" in told, told
    assert f"{folder}/?[31m?.biwu: error: the name" in told and f"{folder}/b?[2J.biwu: error: the name" in told, told
    shutil.rmtree(folder / "c")
    shutil.rmtree(folder / "x")
    for path in folder.glob("*.biwu"):
        path.unlink()
    if os.getuid() == 0:  # whom nothing forbids to read a folder: as nobody then
        for parent in (folder, *folder.parents[:-2]):
            parent.chmod(0o755)
        (folder / "b").chmod(0)
        reader = ["setpriv", "--reuid", "65534", "--clear-groups", BIWU]
    else:
        (folder / "b").chmod(0)
        reader = [BIWU]
    done = subprocess.run([*reader, "archive", "list", folder], capture_output=True, text=True, env=ENVIRONMENT)
    (folder / "b").chmod(0o755)
    assert done.returncode == 3 and "a/a.biwu" in done.stdout and f"{folder}/b: error: you are not allowed" in done.stderr, done


@test
def a_folder_of_any_name_is_listed(folder):
    """Python's own bytes: one that no UTF-8 is, in the forms that can hold it; one that is a link; one that ends in slashes."""
    archive(folder / "x" / "a.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    odd = os.fsencode(folder) + b"/\xc4\xfa"
    os.rename(folder / "x", odd)
    done = subprocess.run([BIWU, "archive", "list", odd, "--format", "csv"], capture_output=True, env=ENVIRONMENT)
    assert done.returncode == 0 and odd + b"/a.biwu" in done.stdout, done
    done = subprocess.run([BIWU, "archive", "list", odd, "--format", "json"], capture_output=True, env=ENVIRONMENT)
    assert done.returncode == 2 and b"is no UTF-8, as JSON has to be" in done.stderr, done
    done = subprocess.run([BIWU, "archive", "list", ".", "--format", "json"], capture_output=True, env=ENVIRONMENT, cwd=odd)
    assert [item["file"] for item in json.loads(done.stdout)] == ["./a.biwu"], done
    os.rename(odd, folder / "x")
    (folder / "link").symlink_to("x")
    assert [item["file"] for item in listed(folder / "link")] == [f"{folder}/link/a.biwu"]


@test
def a_run_that_is_killed_harms_nothing(folder):
    """SIGKILL and Ctrl-C at any moment of the first run, and the disk full: the next finds what one without a cache finds."""
    for number in range(40):
        people = [ranked(rank, str(rank), "王小明" if rank % 9 == 0 else "李伟") for rank in range(1, 200)]
        archive(folder / f"{number}.biwu", f"第{number}届", "2023-10-26", [sector("组", people)])
    right = found(folder, "小明", XDG_CACHE_HOME="", HOME="")
    assert len(right) == 40 * 22
    draw = random.Random(SEED)
    for moment in range(20):
        sent = draw.choice((signal.SIGKILL, signal.SIGINT))
        run = subprocess.Popen([BIWU, "archive", "list", folder], env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        time.sleep(draw.uniform(0, 0.25))
        run.send_signal(sent)
        assert run.wait() in (0, -sent)
        if moment % 5 == 4:
            assert found(folder, "小明") == right
            shutil.rmtree(Path(ENVIRONMENT["XDG_CACHE_HOME"]))
    full = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))
    done = subprocess.run([BIWU, "archive", "search", folder, "小明", "--format", "json"], capture_output=True, env=ENVIRONMENT,
                          preexec_fn=full)
    assert done.returncode == 0 and json.loads(done.stdout) == right, done
    [left] = Path(ENVIRONMENT["XDG_CACHE_HOME"], "biwu").iterdir()
    empty = folder.parent / "empty"
    empty.mkdir()
    biwu("archive", "list", empty, XDG_CACHE_HOME=str(empty / "cache"))
    [index] = Path(empty, "cache", "biwu").iterdir()
    assert left.stat().st_size == index.stat().st_size, "nothing is left of what could not be finished"
    assert found(folder, "小明") == right


@test
def what_is_misused_is_told(folder):
    archive(folder / "a.biwu", "故事会", "2023-10-26", [sector("组", [ranked(1, "1", "甲")])])
    for arguments in (("search", folder, " 　"), ("search", folder, "甲 ·"), ("find", folder), ("list", folder, "甲"), ("list", folder, "--sector", "组"), ("search", folder, "··"),
                      ("search", folder, ""), ("list", folder, "--format", "xlsx"), ("list",)):
        biwu("archive", *arguments, code=2)
    assert "there is no such folder" in biwu("archive", "list", folder / "none", code=1).stderr
    assert "not a folder" in biwu("archive", "list", folder / "a.biwu", code=1).stderr
    (folder / "loop").symlink_to(folder)
    assert len(listed(folder)) == 1, "a link that leads back is not followed"


@test
def sealed_archives_are_found(folder):
    """One that biwu seal has made; what is expected is read from it with Python's zipfile."""
    source = ROOT / "tests/sealed/0.1.0.biwu"
    shutil.copy(source, folder / "sealed.biwu")
    files = dict(archives.entries(source))
    standings, told = json.loads(files["standings.json"]), json.loads(files["manifest.json"])
    everybody = [one["name"] for part in standings["sectors"] for one in part["ranking"] + part["unranked"]]
    assert [one["name"] for one in found(folder) if "contestant" in one] == everybody
    [item] = listed(folder)
    key = base64.urlsafe_b64decode(dict(line.split(" ", 1) for line in files["signature.txt"].decode().splitlines())["key"] + "=")
    assert item["contest"] == standings["contest"] and item["revision"] == told["revision"] and item["contestants"] == len(everybody)
    assert item["key"].replace("-", "") == hashlib.sha256(key).hexdigest()[:16]


def folded(text):
    plain = (chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)
    return "".join(c.lower() if c.isascii() else c for c in plain
                   if c not in PASSED_OVER and (not c.isascii() or c.isalnum()))


@test
def random_questions_find_what_a_plain_loop_finds(folder):
    draw = random.Random(SEED)
    letters = "王小明伟丽华阿𠮷𬭎·AaｂＢ1１ -"

    def text(least, most):
        return "".join(draw.choice(letters) for _ in range(draw.randint(least, most)))

    everything = []
    for number in range(12):
        contest, date = text(1, 6), f"20{draw.randint(10, 29)}-0{draw.randint(1, 9)}-11"
        parts = []
        for _ in range(draw.randint(1, 3)):
            name = text(1, 3)
            people = [ranked(rank, text(1, 3), text(1, 5), **({"unit": text(1, 4)} if draw.random() < 0.5 else {}))
                      for rank in range(1, draw.randint(2, 20))]
            parts.append(sector(name, people))
            everything += [(date, number, name, person, contest) for person in people]
        archive(folder / f"{number:02}.biwu", contest, date, parts, manifest=str(number))
    everything.sort(key=lambda item: item[:2])
    for _ in range(300):
        words = [word for word in (text(1, 2) for _ in range(draw.randint(1, 2))) if folded(word) and " " not in word and word[0] != "-"]
        expected = [(date, person["name"], person["rank"]) for date, _, part, person, contest in everything
                    if all(any(folded(word) in folded(field) for field in (
                        person["name"], person.get("unit", ""), part, contest, person["contestant"])) for word in words)]
        actual = [(one["date"], one["name"], one["rank"]) for one in found(folder, *words)]
        assert actual == expected, words


def main():
    global BIWU, ENVIRONMENT, SEED
    reader = argparse.ArgumentParser()
    reader.add_argument("biwu")
    reader.add_argument("--seed", type=int, default=20231026)
    arguments = reader.parse_args()
    BIWU, SEED, failed = os.path.abspath(arguments.biwu), arguments.seed, 0
    for function in TESTS:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "folder"
            folder.mkdir()
            ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "XDG_CACHE_HOME": f"{scratch}/cache",
                           "XDG_CONFIG_HOME": f"{scratch}/config"}
            try:
                function(folder)
            except Exception:
                failed += 1
                print(f"FAILED {function.__name__}")
                traceback.print_exc()
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
