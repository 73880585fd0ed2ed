"""`biwu seal`, `biwu verify FILE` and `biwu open`: what an archive holds, whom it convinces, and what is refused.

usage: seal.py BIWU
"""
import argparse
import base64
import hashlib
import json
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
import traceback
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import archives

TESTS = []
PASSWORD = "比武 2023"
RULES = """\
title: 故事会
rounds:
  - { id: stage, name: 讲述, method: mean, min-sheets: 2 }
awards:
  - { name: 一等奖, count: 1 }
  - { name: 优秀奖, rest: true }
sign: [计分员, 复核员]
"""
CONTESTANTS = "id,name,sector\n01,甲大海,青年组\n02,乙小山,青年组\n03,丙长河,青年组\n"
JUDGES = "id,name\nJ1,赵评委\nJ2,钱评委\n"
MARKS = "contestant,J1,J2\n01,90,91\n02,88,89\n03,80,85\n"
ROOT = Path(__file__).resolve().parents[2]
# One by each version, never made again: where a writer changes, the version does. Their keys are thrown away.
KEPT = {"0.1.0": "435b-15ef-9f0c-21d1", "0.2.0": "9581-2d62-50cc-1b50"}
SEALED = []
TEMPLATE = (ROOT / "templates/certificates/award.txt").read_text(encoding="utf-8")
SIGNED = ("--signed", "计分员=周明", "--signed", "复核员=吴亮")


def test(function):
    TESTS.append(function)
    return function


def biwu(*arguments, code=0, limit=None, **environment):
    def set_limit():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    kept = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(HOME), "BIWU_KEY_PASSWORD": PASSWORD,
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""), **environment}
    done = subprocess.run([BIWU, *map(str, arguments)], env=kept, capture_output=True, preexec_fn=set_limit, timeout=300)
    assert code is None or done.returncode == code, (arguments, done.returncode, done.stderr.decode(errors="replace"))
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def contest(place, **files):
    (place / "scores").mkdir(parents=True)
    for path, content in {"contest.yaml": RULES, "contestants.csv": CONTESTANTS, "judges.csv": JUDGES,
                          "scores/讲述.csv": MARKS, **files}.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(content, encoding="utf-8")
    biwu("finalise", place, *SIGNED)
    return place


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}


def fingerprint(home=None):
    shown, _, _ = biwu("key", "show", **({"XDG_CONFIG_HOME": str(home)} if home else {}))
    return shown.split()[1]


def refused(path, *named, options=()):
    """verify ends with 1, says nothing good, and names these."""
    out, said, _ = biwu("verify", path, *options, code=1)
    assert out == "", out
    for name in named:
        assert name in said, (name, said)
    return said


@test
def the_same_bytes_twice_and_back(folder):
    place = contest(folder / "比武")
    out, said, _ = biwu("seal", place, "-o", folder / "1.biwu")
    assert out == f"{folder}/1.biwu\n" and fingerprint() in said
    biwu("seal", place, "-o", folder / "2.biwu")
    assert (folder / "1.biwu").read_bytes() == (folder / "2.biwu").read_bytes()
    out, said, _ = biwu("open", folder / "1.biwu", "-o", folder / "又 一份")
    assert fingerprint() in said
    assert tree(folder / "又 一份") == tree(place)
    biwu("seal", folder / "又 一份", "-o", folder / "3.biwu")
    assert (folder / "1.biwu").read_bytes() == (folder / "3.biwu").read_bytes()
    # Inputs may be corrected; what was signed may not.
    assert os.stat(folder / "又 一份" / "contest.yaml").st_mode & stat.S_IWUSR
    assert not os.stat(folder / "又 一份" / "revisions/001/manifest.json").st_mode & stat.S_IWUSR


@test
def what_it_holds(folder):
    place = contest(folder / "比武")
    biwu("seal", place, "-o", folder / "1.biwu")
    files = dict(archives.entries(folder / "1.biwu"))
    assert {name.removeprefix("contest/"): data for name, data in files.items() if name.startswith("contest/")} == tree(place)
    json_, _, _ = biwu("rank", place, "--format", "json")
    assert files["standings.json"].decode() == json_ and json.loads(json_)["status"] == "official"
    biwu("rank", place, "--format", "csv", "-o", folder / "s.csv")
    assert files["standings.csv"] == (folder / "s.csv").read_bytes()
    biwu("run", place, "-o", folder / "out")
    for name in ("leaderboard.pdf", "leaderboard-青年组.pdf", "scoresheets.pdf", "rules.pdf", "certificates.pdf"):
        assert files[f"documents/{name}"] == (folder / "out" / name).read_bytes(), name
    manifest = json.loads(files["manifest.json"])
    own = hashlib.sha256((place / "revisions/001/manifest.json").read_bytes()).hexdigest()
    assert manifest["revision"] == 1 and manifest["manifest"] == own and manifest["contest"] == "故事会"
    assert "sha256sum -c SHA256SUMS" in files["README.txt"].decode()


@test
def other_tools_check_it(folder):
    biwu("seal", contest(folder / "比武"), "-o", folder / "1.biwu")
    with zipfile.ZipFile(folder / "1.biwu") as archive:
        assert archive.testzip() is None
        assert all(item.date_time == (1980, 1, 1, 0, 0, 0) and item.compress_type == 0 for item in archive.infolist())
        archive.extractall(folder / "x")
    # The second writer, which knows the format and not our code, gives the same bytes.
    assert archives.build(archives.entries(folder / "1.biwu")) == (folder / "1.biwu").read_bytes()
    done = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder / "x", capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    named = {line.rsplit(": ", 1)[0] for line in done.stdout.splitlines()}
    assert done.returncode == 0 and named == set(tree(folder / "x")) - {"SHA256SUMS", "signature.txt"}, done
    first, key, signature = (folder / "x/signature.txt").read_text().splitlines()
    raw = {word.split()[0]: base64.urlsafe_b64decode(word.split()[1] + "==") for word in (key, signature)}
    (folder / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + raw["key"])  # RFC 8410
    (folder / "signature").write_bytes(raw["signature"])
    (folder / "message").write_bytes(first.encode() + b"\n" + (folder / "x/SHA256SUMS").read_bytes())
    checked = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin",
                              "-in", "message", "-sigfile", "signature"], cwd=folder, capture_output=True, text=True)
    assert "Verified Successfully" in checked.stdout, checked


@test
def whom_it_convinces(folder):
    place = contest(folder / "比武")
    biwu("seal", place, "-o", folder / "1.biwu")
    own, other = fingerprint(), folder / "other"
    biwu("key", "new", XDG_CONFIG_HOME=str(other))
    out, said, _ = biwu("verify", folder / "1.biwu")
    assert out.startswith("Genuine") and own in out and "周明" in out and said == "", (out, said)
    out, said, _ = biwu("verify", folder / "1.biwu", "--key", own.upper(), XDG_CONFIG_HOME=str(folder / "none"))
    assert out.startswith("Genuine") and said == ""
    out, said, _ = biwu("verify", folder / "1.biwu", XDG_CONFIG_HOME=str(other))
    assert "Genuine" not in out and own in out and "whose key" in said
    # Signed anew by somebody else: whole, and yet not the one that was printed.
    biwu("open", folder / "1.biwu", "-o", folder / "copy")
    biwu("seal", folder / "copy", "-o", folder / "anew.biwu", XDG_CONFIG_HOME=str(other))
    said = refused(folder / "anew.biwu", "not genuine", options=("--key", own))
    assert fingerprint(other) in said
    biwu("verify", folder / "anew.biwu", "--key", fingerprint(other))


@test
def without_a_key(folder):
    place = contest(folder / "比武")
    none = {"XDG_CONFIG_HOME": str(folder / "none")}
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1, **none)
    assert "--unsigned" in said and not (folder / "1.biwu").exists()
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1, BIWU_KEY_PASSWORD="wrong")
    assert "password" in said and not (folder / "1.biwu").exists()
    _, said, _ = biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    assert "not signed" in said and "signature.txt" not in dict(archives.entries(folder / "1.biwu"))
    out, said, _ = biwu("verify", folder / "1.biwu")
    assert "Genuine" not in out and "not signed" in out and "not signed" in said
    refused(folder / "1.biwu", "not signed", options=("--key", fingerprint()))
    biwu("seal", place, "--unsigned", "-o", folder / "2.biwu", **none)
    assert (folder / "1.biwu").read_bytes() == (folder / "2.biwu").read_bytes()


@test
def only_an_official_result(folder):
    place = folder / "比武"
    contest(place)
    shutil.rmtree(place / "revisions")
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1)
    assert "not official" in said and "biwu finalise" in said
    biwu("finalise", place, *SIGNED)
    (place / "scores/讲述.csv").write_text(MARKS.replace("90", "99"), encoding="utf-8")
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1)
    assert "not official" in said and "changed since revision 001" in said and not (folder / "1.biwu").exists()
    biwu("finalise", place, *SIGNED, "--reason", "更正")
    biwu("seal", place, "-o", folder / "1.biwu")
    out, _, _ = biwu("verify", folder / "1.biwu")
    assert "002" in out and "更正" in out
    # An earlier revision that is no longer what was signed.
    path = place / "revisions/001/standings.json"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    _, said, _ = biwu("seal", place, "-o", folder / "2.biwu", code=1)
    assert "revisions/001/standings.json" in said and "changed since it was signed" in said
    assert not (folder / "2.biwu").exists()


@test
def a_forged_history_reads_no_other_file(folder):
    """A manifest, made by whoever made the archive, names a file outside: it is not looked at."""
    place = contest(folder / "比武")
    (folder / "outside").write_text("x")
    manifest = place / "revisions/001/manifest.json"
    manifest.chmod(0o644)
    document = json.loads(manifest.read_text(encoding="utf-8"))
    document["files"].insert(0, {"name": "../../../outside", "size": 1, "sha256": hashlib.sha256(b"x").hexdigest()})
    manifest.write_text(json.dumps(document), encoding="utf-8")
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1)
    assert "../../../outside: error: this file of revision 001 is gone" in said and not (folder / "1.biwu").exists()


@test
def what_the_paper_was_made_from(folder):
    place = contest(folder / "比武", **{"contest.yaml": RULES + "certificate: { template: 奖状.txt }\n",
                                      "templates/奖状.txt": TEMPLATE,
                                      "protests.csv": "contestant,time,about,decision\n01,10:00,计分,维持\n"})
    biwu("seal", place, "-o", folder / "1.biwu")
    biwu("open", folder / "1.biwu", "-o", folder / "copy")
    assert tree(folder / "copy") == tree(place)
    biwu("seal", folder / "copy", "-o", folder / "2.biwu")
    assert (folder / "1.biwu").read_bytes() == (folder / "2.biwu").read_bytes()


@test
def a_seal_is_whole_or_not_made(folder):
    place = contest(folder / "比武")
    former = archives.build([("README.txt", "这是一次比武正式成绩的档案，上一份。".encode())])
    (folder / "1.biwu").write_bytes(former)
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=3, limit=100000)
    assert "cannot write" in said and (folder / "1.biwu").read_bytes() == former
    assert sorted(path.name for path in folder.iterdir()) == ["1.biwu", "比武"]


@test
def a_slip_of_the_hand_costs_no_file(folder):
    place = contest(folder / "比武", **{"protests.csv": "contestant,time,about,decision\n01,10:00,计分,维持\n"})
    (folder / "letter.txt").write_text("kept")
    (folder / "link.biwu").symlink_to(place / "judges.csv")
    before = tree(place)
    for over in ("contest.yaml", "contestants.csv", "scores/讲述.csv", "protests.csv", "revisions/001/manifest.json", "../link.biwu"):
        for command in ("seal", "rank", "promote"):
            _, said, _ = biwu(command, place, "-o", place / over, code=2)
            assert "would write over" in said and tree(place) == before, (command, over)
    _, said, _ = biwu("seal", place, "-o", folder / "letter.txt", code=1)
    assert "is no archive" in said and (folder / "letter.txt").read_text() == "kept"
    (folder / "other.xlsx").write_bytes(archives.build([("[Content_Types].xml", b"x" * 40)]))
    biwu("seal", place, "-o", folder / "other.xlsx", code=1)
    (place / "own.txt").write_text(TEMPLATE, encoding="utf-8")
    biwu("rank", place, "--format", "csv", "-o", place / "own.txt", code=2)
    (place / "own.txt").unlink()
    # What certificates look like, wherever it lies and whatever it is called.
    looks = {"奖状.txt": TEMPLATE.encode("utf-16"), "样式": TEMPLATE.encode(), "标志": b"\x89PNG\r\n\x1a\n...", "章.jpg": b"\xff\xd8\xff\xe0...", "字体": b"OTTO..."}
    (folder / "印刷").mkdir()
    for name, data in looks.items():
        (folder / "印刷" / name).write_bytes(data)
        (folder / "链接").symlink_to(folder / "印刷" / name)
        for path in (folder / "印刷" / name, folder / "链接"):
            assert "would write over" in biwu("rank", place, "-o", path, code=2)[1]
        assert (folder / "印刷" / name).read_bytes() == data
        (folder / "链接").unlink()
    (folder / "foreign.zip").write_bytes(archives.build([("README.txt", b"my photographs, all of them" * 9)]))
    assert "is no archive" in biwu("seal", place, "-o", folder / "foreign.zip", code=1)[1]
    # A pipe is written to, and not looked into.
    biwu("seal", place, "--unsigned", "-o", folder / "file.biwu")
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"):
        piped = subprocess.run(f"{BIWU} seal '{place}' --unsigned -o {name} | cat", shell=True, capture_output=True, timeout=60,
                               env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(HOME)})
        assert piped.stdout == (folder / "file.biwu").read_bytes(), name
    (folder / "empty").touch()
    biwu("seal", place, "-o", folder / "empty")
    biwu("seal", place, "-o", folder / "empty")
    # An archive with a template in it is one all the same, and a title may look like one.
    own = contest(folder / "自制", **{"contest.yaml": RULES.replace("故事会", '"[box 1] 故事会"') + "certificate: { template: own.txt }\n", "own.txt": TEMPLATE})
    for _ in range(2):
        biwu("seal", own, "--unsigned", "-o", folder / "own.biwu")
        for form in ("json", "csv", "table"):
            biwu("rank", own, "--format", form, "-o", folder / f"standings.{form}")
    # Nor does any make a file that would be read from now on.
    for name in ("timings.csv", "ballots.xlsx", "scores/x.csv", "scores/x.biwu", "scores/x", "revisions/001/x.biwu", "revisions/x.biwu"):
        for command in ("seal", "rank"):
            assert "among files there" in biwu(command, place, "-o", place / name, code=2)[1]
            assert tree(place) == before, (command, name)
    biwu("rank", place, "--format", "csv", "-o", place / "standings.csv")
    (place / "standings.csv").unlink()
    # Filling in the running order is what draw is for.
    biwu("draw", place, "--seed", "种子", "-o", place / "scores/讲述.csv", code=2)
    biwu("draw", place, "--seed", "种子", "-o", place / "contestants.csv")


@test
def what_was_signed_is_no_destination(folder):
    place = contest(folder / "比武")
    before = tree(place)
    for command in ("run", "report", "certificates"):
        for over in ("revisions/001", "revisions", "scores", "revisions/001/inputs"):
            more = ("--split",) if command == "certificates" else ()
            assert "would write over" in biwu(command, place, "-o", place / over, *more, code=2)[1]
            assert tree(place) == before, (command, over)


@test
def nothing_that_is_there_is_opened_over(folder):
    biwu("seal", contest(folder / "比武"), "-o", folder / "1.biwu")
    (folder / "full").mkdir()
    (folder / "full/a").write_text("kept")
    (folder / "empty").mkdir()
    _, said, _ = biwu("open", folder / "1.biwu", "-o", folder / "full", code=1)
    assert "is no empty folder" in said and tree(folder / "full") == {"a": b"kept"}
    _, said, _ = biwu("open", folder / "1.biwu", "-o", folder / "full/a", code=1)
    assert "is no empty folder" in said and tree(folder / "full") == {"a": b"kept"}
    biwu("open", folder / "1.biwu", "-o", f"{folder}/empty/")
    assert (folder / "empty/contest.yaml").is_file()
    biwu("open", folder / "1.biwu", "-o", folder / "a/b/c")
    assert (folder / "a/b/c/contest.yaml").is_file()
    _, said, _ = biwu("open", folder / "1.biwu", "-o", folder / "1.biwu/x", code=3)
    _, said, _ = biwu("open", folder / "none.biwu", "-o", folder / "y", code=1)
    assert "No such file" in said and not (folder / "y").exists()
    refused(folder, "no file")
    refused(folder / "none.biwu", "No such file")


@test
def an_empty_folder_is_filled_by_whatever_name(folder):
    place = contest(folder / "比武")
    biwu("seal", place, "-o", folder / "1.biwu")
    for name in ("e1", "e2", "e3", "e4", "e 5"):
        (folder / name).mkdir()
    (folder / "link").symlink_to("e2")
    (folder / "e1").chmod(0o700)
    for path, filled in (("e1/.", "e1"), ("link", "e2"), ("none/.", "none"), ("none/../e3", "e3")):
        out, said, _ = biwu("open", folder / "1.biwu", "-o", f"{folder}/{path}")
        assert out == f"{folder}/{path}\n" and tree(folder / filled) == tree(place) and "cd ." not in said, path
    assert (folder / "link").is_symlink() and stat.S_IMODE((folder / "e1").stat().st_mode) == 0o700
    # Where the shell stands: the path told on standard output holds for it, too.
    for path, filled in ((".", "e4"), ("../e 5/", "e 5")):
        done = subprocess.run(["sh", "-c", '"$0" open ../1.biwu -o "$1" && cd . && ls', BIWU, path], cwd=folder / filled,
                              capture_output=True, text=True, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        told, *listed = done.stdout.splitlines()
        assert done.returncode == 0 and told == str((folder / filled).resolve()) and "cd ." in done.stderr, done
        assert "contest.yaml" in listed and tree(folder / filled) == tree(place), done
    (folder / "nowhere").symlink_to("gone")
    assert "is no empty folder" in biwu("open", folder / "1.biwu", "-o", folder / "nowhere", code=1)[1]
    assert not list(folder.glob(".biwu*")) and not (folder / "gone").exists()


@test
def forged_archives_are_refused(folder):
    biwu("seal", contest(folder / "比武"), "-o", folder / "1.biwu")
    good = archives.entries(folder / "1.biwu")
    data = dict(good)
    victim = "contest/scores/讲述.csv"
    at = [name for name, _ in good].index(victim)
    ordered = lambda files: sorted(files, key=lambda file: file[0].encode())
    forgeries = {
        "added": (ordered([*good, ("contest/extra.csv", b"x")]), "contest/extra.csv was added"),
        "removed": ([file for file in good if file[0] != victim], f"{victim} is missing"),
        "swapped": ([*good[:at], good[at + 1], good[at], *good[at + 2:]], victim),
        "twice": ([*good[:at], good[at], *good[at:]], victim),
        "exchanged": ([(name, {victim: data["contest/judges.csv"], "contest/judges.csv": data[victim]}.get(name, content))
                       for name, content in good], victim),
        "outside": (ordered([*good, ("../outside", b"x")]), "damaged"),
        "within": (ordered([*good, ("contest/../../outside", b"x")]), "damaged"),
        "absolute": (ordered([*good, (f"{folder}/outside", b"x")]), "damaged"),
        "windows": (ordered([*good, ("contest\\..\\outside", b"x")]), "damaged"),
        "drive": (ordered([*good, ("C:outside", b"x")]), "damaged"),
        "latin": (sorted([*((name.encode(), content) for name, content in good), (b"contest/\xe9", b"x")]), "damaged"),
        "elsewhere": (ordered([*good, ("outside", b"x")]), "outside"),
        "folder": (ordered([*good, ("contest/scores", b"x")]), "contest/scores"),
        "summed": (archives.unsigned([*good, ("../outside", b"x")]), "damaged"),
        "placed": (archives.unsigned([*good, ("outside", b"x")]), "outside is no file of an archive"),
        "empty": ([], "no archive"),
    }
    before = set(path.name for path in folder.iterdir()) | {"forged.biwu"}
    for name, (files, said) in forgeries.items():
        (folder / "forged.biwu").write_bytes(archives.build(files))
        refused(folder / "forged.biwu", said)
        biwu("open", folder / "forged.biwu", "-o", folder / "opened", code=1)
        assert set(path.name for path in folder.iterdir()) == before, name


@test
def other_forms_of_a_zip_are_refused(folder):
    """What other tools would open, with files that nobody has hashed or other bytes than were: biwu reads one form alone."""
    biwu("seal", contest(folder / "比武"), "-o", folder / "1.biwu")
    good, files = (folder / "1.biwu").read_bytes(), archives.entries(folder / "1.biwu")
    end, directory = len(good) - 22, len(good) - 22 - int.from_bytes(good[-10:-6], "little")
    record = good[directory:end]

    def rewritten(change, compression=zipfile.ZIP_STORED):
        with zipfile.ZipFile(folder / "other.zip", "w", compression) as archive:
            for name, data in files:
                item = zipfile.ZipInfo(name)
                item.compress_type, item.external_attr = compression, 0o100644 << 16
                change(item)
                archive.writestr(item, data)
        return (folder / "other.zip").read_bytes()

    def link(item):
        if item.filename == "contest/judges.csv":
            item.external_attr = 0o120777 << 16

    def symbolic(mode):
        at = record.index(b"contest/judges.csv") - 46 + 38
        return good[:directory] + record[:at] + (mode << 16).to_bytes(4, "little") + record[at + 4:] + good[end:]

    other = record.replace(b"contest/judges.csv", b"contest/judgez.csv", 1)
    zip64 = b"PK\6\6" + (44).to_bytes(8, "little") + bytes(44) + b"PK\6\7" + bytes(4) + end.to_bytes(8, "little") + b"\1\0\0\0"
    forms = {
        "deflated": (rewritten(lambda item: None, zipfile.ZIP_DEFLATED), "README.txt"),
        "by another tool": (rewritten(lambda item: None), "damaged in README.txt"),
        "extra field": (rewritten(lambda item: setattr(item, "extra", b"\1\0\4\0abcd")), "README.txt"),
        "comment": (good[:-2] + b"\5\0hello", "directory"),
        "comment not told": (good + b"hello", "directory"),
        "prefix": (b"#!/bin/sh\n" + good, "no archive"),
        "another before it": (archives.build([("README.txt", b"x")]) + good, "directory"),
        "another behind it": (good + archives.build([("README.txt", b"x")]), "directory"),
        "two ends": (good + good[end:], "directory"),
        "zip64": (good[:end] + zip64 + good[end:], "directory"),
        "symbolic link": (symbolic(0o120777), "damaged in contest/judges.csv"),
        "link by another tool": (rewritten(link), "damaged"),
        "set user id": (symbolic(0o104755), "damaged in contest/judges.csv"),
        "directory with another name": (good[:directory] + other + good[end:], "damaged in contest/judges.csv"),
        "directory alone": (good[directory:], "no archive"),
        "gap": (good[:directory] + b"hidden" + good[directory:], "damaged"),
        "NUL": (archives.build(sorted([*files, ("contest/judges.csv\0.txt", b"x")])), "damaged in #"),
    }
    for form, (data, said) in forms.items():
        assert data != good, form
        (folder / "forged.biwu").write_bytes(data)
        assert said in refused(folder / "forged.biwu"), form
        biwu("open", folder / "forged.biwu", "-o", folder / "opened", code=1)
        assert not (folder / "opened").exists(), form


@test
def bombs_are_refused(folder):
    with zipfile.ZipFile(folder / "bomb.biwu", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", b"\0" * 200_000_000)
    biwu("verify", folder / "bomb.biwu", code=1)
    good = archives.build([("README.txt", b"x"), ("SHA256SUMS", b"y")])
    # Sizes that the file does not have, and a directory that tells more files than there are.
    for size in (4, 0x7FFFFFFF, 0xFFFFFFFF):
        (folder / "size.biwu").write_bytes(good[:18] + size.to_bytes(4, "little") * 2 + good[26:])
        refused(folder / "size.biwu", "README.txt")
    (folder / "count.biwu").write_bytes(good[:-14] + b"\xFF\xFF\xFF\xFF" + good[-10:])
    refused(folder / "count.biwu", "directory")


@test
def a_result_that_its_files_do_not_give(folder):
    place = contest(folder / "比武")
    biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    good = archives.entries(folder / "1.biwu")

    def forge(name, old, new):
        files = [(other, content.replace(old.encode(), new.encode()) if other == name else content) for other, content in good]
        assert files != good
        (folder / "forged.biwu").write_bytes(archives.build(archives.unsigned(files)))

    assert archives.build(archives.unsigned(good)) == (folder / "1.biwu").read_bytes()
    forge("standings.json", "90.50", "95.50")
    refused(folder / "forged.biwu", "standings.json is not what the archived files give")
    forge("standings.csv", "90.50", "95.50")
    refused(folder / "forged.biwu", "standings.csv is not what the archived files give")
    forge("manifest.json", "故事会", "故事汇")
    refused(folder / "forged.biwu", "manifest.json is not what the archived files give")
    forge("contest/scores/讲述.csv", "01,90", "01,99")
    refused(folder / "forged.biwu", "newest revision")
    forge("contest/scores/讲述.csv", "01,90", "01,900")
    refused(folder / "forged.biwu", "forged.biwu/contest/scores/讲述.csv:2:4", "900")
    forge("contest/revisions/001/inputs/scores/讲述.csv", "01,90", "01,99")
    refused(folder / "forged.biwu", "contest/revisions/001/inputs/scores/讲述.csv", "changed since it was signed")


@test
def verify_leaves_nothing_behind(folder):
    place = contest(folder / "比武")
    biwu("seal", place, "-o", folder / "1.biwu")
    (folder / "tmp").mkdir()
    biwu("verify", folder / "1.biwu", TMPDIR=str(folder / "tmp"))
    assert list((folder / "tmp").iterdir()) == []
    _, said, _ = biwu("verify", folder / "1.biwu", code=3, TMPDIR=str(folder / "missing"))
    assert "TMPDIR" in said
    biwu("verify", folder / "1.biwu", code=3, limit=10, TMPDIR=str(folder / "tmp"))
    assert list((folder / "tmp").iterdir()) == []


@test
def wrong_usage(folder):
    for arguments in (("verify",), ("verify", "a", "b"), ("verify", "a", "--key", "xyz"), ("seal", "a"), ("open", "a"),
                      ("seal", "a", "b", "-o", "c")):
        out, said, _ = biwu(*arguments, code=2)
        assert out == "" and "error" in said


@test
def archives_of_older_versions(folder):
    found = sorted((ROOT / "tests/sealed").glob("*.biwu"))
    assert {path.stem for path in found} == set(KEPT)
    for path in found:
        out, said, _ = biwu("verify", path, "--key", KEPT[path.stem])
        assert out.startswith("Genuine") and "录入有误" in out and said == ""
        refused(path, KEPT[path.stem], options=("--key", fingerprint()))
        biwu("open", path, "-o", folder / path.stem)
        standings, _, _ = biwu("rank", folder / path.stem, "--format", "json")
        assert standings.encode() == dict(archives.entries(path))["standings.json"]


def of_version(files, version, change=lambda name, text: text):
    """The archive of revision 001 as another version would have made it: hashes and manifests fit, and are not signed."""
    data = {name: change(name, text.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape") for name, text in files}

    def rewrite(name, **values):
        data[name] = json.dumps({**json.loads(data[name]), **values}, ensure_ascii=False, indent=1).encode() + b"\n"

    own = "contest/revisions/001/"
    rewrite(own + "manifest.json", version=version, files=[
        {**file, "size": len(data[own + file["name"]]), "sha256": hashlib.sha256(data[own + file["name"]]).hexdigest()}
        for file in json.loads(data[own + "manifest.json"])["files"]])
    rewrite("manifest.json", version=version, manifest=hashlib.sha256(data[own + "manifest.json"]).hexdigest())
    return archives.build(archives.unsigned(data.items()))


@test
def archives_of_other_versions(folder):
    """What another version writes may look otherwise and tell more; what this one reads of it is the same result."""
    biwu("seal", contest(folder / "比武"), "--unsigned", "-o", folder / "1.biwu")
    good = archives.entries(folder / "1.biwu")
    version = json.loads(dict(good)["manifest.json"])["version"]

    def verify(version, change, *said):
        (folder / "other.biwu").write_bytes(of_version(good, version, change))
        if said:
            return refused(folder / "other.biwu", *said)
        return biwu("verify", folder / "other.biwu")[0]

    def other_looks(name, text):
        if name.endswith("standings.json"):
            document = json.loads(text)
            document["sectors"][0]["ranking"][0]["colour"] = {"of": "later"}
            document["sectors"][0]["ranking"][0]["rounds"]["stage"]["median"] = "90"
            return json.dumps({"program": "biwu", **document}, indent=4)
        return text.replace("\n", ",x\n") if name == "standings.csv" else text

    assert (folder / "1.biwu").read_bytes() == of_version(good, version)
    out = verify("0.0.9", other_looks)
    assert out.startswith("Whole") and re.search(r"not made again +documents/ \(\d+\), README.txt, standings.csv, contest/revisions/001/manifest.json\n", out), out
    assert re.search(r"not made again +documents/ \(\d+\)\n", biwu("verify", folder / "1.biwu")[0])
    verify(version, other_looks, ": error: standings.json is not", "revisions/001/standings.json is not", "standings.csv is not")

    # Another result is told, in whichever version's name it comes.
    def wrong(which, old, new):
        def change(name, text):
            assert name != which or old in text
            return text.replace(old, new) if name == which else text
        return change

    for which in ("standings.json", "contest/revisions/001/standings.json"):
        for old, new in (('"rank": 1', '"rank": 2'), ("90.50", "95.50"), ("一等奖", "二等奖"), ('"official"', '"provisional"'),
                         ('"digits"', '"decimals"'), ('"乙小山"', '"乙大山"'), ("{\n", "[\n")):
            assert "version 0.0.9" in verify("0.0.9", wrong(which, old, new), f"{which} is not what the archived files give")
    for old, new in (("故事会", "故事汇"), ('"revision": 1', '"revision": 2'), ('"time": "2', '"time": "3'), ('"result"', '"outcome"')):
        verify("0.0.9", wrong("manifest.json", old, new), "manifest.json is not what the archived files give")
    verify("0.0.9", wrong("contest/scores/讲述.csv", "01,90", "01,99"), "newest revision")


def manifest_changed(**values):
    """A change of the newest revision's manifest, for of_version()."""
    def change(name, text):
        if name != "contest/revisions/001/manifest.json":
            return text
        return json.dumps({**json.loads(text), **values}, ensure_ascii=False, indent=1) + "\n"
    return change


@test
def a_revision_made_by_hand(folder):
    """Whoever has the folder can write what finalise would refuse, with hashes that fit."""
    biwu("seal", contest(folder / "比武"), "--unsigned", "-o", folder / "1.biwu")
    good = archives.entries(folder / "1.biwu")
    manifest = json.loads(dict(good)["contest/revisions/001/manifest.json"])
    version, rows = manifest["version"], manifest["certificates"]

    def forged(change, *said):
        (folder / "forged.biwu").write_bytes(of_version(good, version, change))
        refused(folder / "forged.biwu", *said)
        shutil.rmtree(folder / "copy", ignore_errors=True)
        biwu("open", folder / "forged.biwu", "-o", folder / "copy")
        return biwu("seal", folder / "copy", "--unsigned", "-o", folder / "2.biwu", code=None)

    signed = lambda *pairs: [{"role": role, "name": name} for role, name in pairs]
    for people, said in ((signed(), "not signed in each role"),
                         (signed(("计分员", "周明")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("院长", "吴亮")), "not signed in each role"),
                         (signed(("复核员", "吴亮"), ("计分员", "周明")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "周 明")), "cannot check themselves"),
                         (signed(("计分员", "周明"), ("复核员", "周明\u200b")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "甲\u2060大海")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "\u3000")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "\u3164")), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "周明\u200d")), "cannot check themselves"),
                         (signed(("计分员", "周明"), ("复核员", "甲大海\ufe00")), "a contestant has this name"),
                         (signed(("计分员", "周明"), ("复核员", "\x1b[31m吴亮")), "not signed in each role"),
                         (signed(*(("计分员", f"人{n}") for n in range(10000))), "not signed in each role"),
                         (signed(("计分员", "周明"), ("复核员", "甲大海")), "a contestant has this name")):
        _, told, code = forged(manifest_changed(signed=people), said)
        assert code == 1 and said in told and "\x1b" not in told, told
    for values in ({"certificates": rows[:-1]}, {"certificates": [{**rows[0], "award": "特等奖"}, *rows[1:]]},
                   {"certificates": [{**rows[0], "number": 7}, *rows[1:]]}, {"contest": "故事汇"}, {"moves": []}):
        _, told, code = forged(manifest_changed(**values), "contest/revisions/001/manifest.json is not what the archived files give")
        assert code == 1 and "revisions/001/manifest.json is not what" in told, "what verify refuses is not sealed"
    # A version is told as it is: it must be nothing that a terminal obeys.
    (folder / "forged.biwu").write_bytes(of_version(good, "9\x1b[31m", lambda name, text: text))
    assert "\x1b" not in refused(folder / "forged.biwu")
    (folder / "forged.biwu").write_bytes(of_version(good, "0.1.9", lambda name, text: text))
    assert "contest/revisions/001/manifest.json" in biwu("verify", folder / "forged.biwu")[0], "it is not compared, and named"
    shutil.rmtree(folder / "copy")
    biwu("open", folder / "forged.biwu", "-o", folder / "copy")
    assert "moves and certificates of its manifest are not computed again" in biwu("seal", folder / "copy", "--unsigned", "-o", folder / "2.biwu")[1]


@test
def papers_by_the_thousand_keep_nobody_waiting(folder):
    """One certificate, alike 20,000 times: compared in pairs they would take minutes and gigabytes."""
    place = contest(folder / "比武")
    path = place / "revisions/001/manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.chmod(0o644)
    row = {"number": 1, "kind": "contestant", "id": "x", "name": "x"}
    path.write_text(json.dumps({**manifest, "certificates": [row] * 20000}), encoding="utf-8")
    (place / "scores/讲述.csv").write_text(MARKS.replace("90", "99"), encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "更正")
    biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    assert biwu("verify", folder / "1.biwu")[0].startswith("Whole")


@test
def what_blocked_it_blocks_it(folder):
    """Revisions of results that finalise refuses: one that lacks marks, and one with a tie to be decided."""
    version = json.loads((contest(folder / "规矩") / "revisions/001/manifest.json").read_text(encoding="utf-8"))["version"]
    for name, files, said in (
            ("缺", {"scores/讲述.csv": MARKS.replace("03,80,85", "03,80,")}, "03"),
            ("并列", {"scores/讲述.csv": MARKS.replace("02,88,89", "02,90,91"), "contest.yaml": RULES.replace("count: 1", "count: 1, tie: error")},
             "一等奖")):
        place = folder / name
        shutil.copytree(folder / "规矩", place)
        for path, content in files.items():
            (place / path).write_text(content, encoding="utf-8")
        own = place / "revisions/001"
        for path in own.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        for path in files:
            shutil.copy(place / path, own / "inputs" / path)
        standings = biwu("rank", place, "--format", "json", code=None)[0].replace('"provisional"', '"official"')
        (own / "standings.json").write_text(standings, encoding="utf-8")
        document = json.loads(standings)
        for key in ("status", "complete"):
            del document[key]
        for sector in document["sectors"]:
            for row in sector["ranking"]:
                row.pop("standing", None)
        held = {str(path.relative_to(own)): path.read_bytes() for path in own.rglob("*")
                if path.is_file() and path.name != "manifest.json"}
        listed = sorted(held, key=str.encode)
        sums = "".join(f"{hashlib.sha256(held[n]).hexdigest()}  {n.removeprefix('inputs/')}\n" for n in listed if n.startswith("inputs/"))
        manifest = {**json.loads((own / "manifest.json").read_text(encoding="utf-8")),
                    "result": hashlib.sha256(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest(),
                    "fingerprint": hashlib.sha256(sums.encode()).hexdigest(),
                    "files": [{"name": n, "size": len(held[n]), "sha256": hashlib.sha256(held[n]).hexdigest()} for n in listed]}
        (own / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        assert json.loads(biwu("rank", place, "--format", "json")[0])["status"] == "official", name
        _, told, _ = biwu("seal", place, "--unsigned", "-o", folder / "x.biwu", code=1)
        assert said in told and "error" in told and not (folder / "x.biwu").exists(), (name, told)


@test
def what_was_not_made_again_is_named(folder):
    place = contest(folder / "比武", **{"contest.yaml": RULES + "certificate: { template: 奖状.txt }\n", "templates/奖状.txt": TEMPLATE})
    biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    assert "contest/templates/奖状.txt\n" in biwu("verify", folder / "1.biwu")[0]
    good = archives.entries(folder / "1.biwu")
    extra = [(f"contest/out/{n}.sh", b"x") for n in range(6)]
    (folder / "2.biwu").write_bytes(archives.build(archives.unsigned([*good, *extra])))
    assert "contest/out/0.sh" in biwu("verify", folder / "2.biwu")[0] and "… (7)" in biwu("verify", folder / "2.biwu")[0]
    foreign = [("documents/evil.html", b"x"), ("documents/leaderboard-x.exe", b"x"), ("documents/leaderboard-甲.pdf", b"x")]
    (folder / "2.biwu").write_bytes(archives.build(archives.unsigned(sorted([*good, *foreign], key=lambda file: file[0].encode()))))
    printed = 1 + sum(name.startswith("documents/") for name, _ in good)
    assert f"documents/ ({printed}), documents/evil.html, documents/leaderboard-x.exe, contest/templates/奖状.txt\n" in biwu("verify", folder / "2.biwu")[0]
    other = [(name, b"x" if name == "README.txt" else data) for name, data in good]
    (folder / "2.biwu").write_bytes(archives.build(archives.unsigned(other)))
    refused(folder / "2.biwu", "README.txt is not what")


@test
def formats_that_are_not_known(folder):
    biwu("seal", contest(folder / "比武"), "--unsigned", "-o", folder / "1.biwu")
    good = archives.entries(folder / "1.biwu")
    for old, new in (('"format": 1', '"format": 2'), ('"program": "biwu",', ""), ('"version"', '"edition"')):
        files = [(name, data.replace(old.encode(), new.encode()) if name == "manifest.json" else data) for name, data in good]
        (folder / "2.biwu").write_bytes(archives.build(archives.unsigned(files)))
        refused(folder / "2.biwu", "manifest.json is of no format that this version of biwu knows")
    # What a later version may bring: it is the version that is told, too.
    change = lambda name, text: text + "newkey: 1\n" if name.endswith("contest.yaml") else text
    (folder / "2.biwu").write_bytes(of_version(good, "9.0.0", change))
    refused(folder / "2.biwu", "version 9.0.0 has made this archive")


@test
def later_formats_are_not_called_changed(folder):
    later = "of no format that this version of biwu knows"
    place = contest(folder / "比武")
    biwu("seal", place, "-o", folder / "1.biwu")
    files = [(name, data.replace(b"biwu archive 1", b"biwu archive 2") if name == "signature.txt" else data)
             for name, data in archives.entries(folder / "1.biwu")]
    (folder / "2.biwu").write_bytes(archives.build(files))
    said = refused(folder / "2.biwu", f"signature.txt is {later}")
    assert "changed" not in said, said
    biwu("finalise", place, "--stage", "notice", "--by", "周明", "--period", "2099-10-27..2099-11-02")
    for name in ("revisions/stages/001/stage.json", "revisions/001/manifest.json"):
        path = place / name
        path.chmod(0o644)
        path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'), encoding="utf-8")
        said = biwu("seal", place, "-o", folder / "3.biwu", code=1)[1]
        assert f"{name}: " in said and f"this is {later}" in said and "it was changed" not in said, said


@test
def a_notice_that_never_stood(folder):
    """Records made by hand: the stages that finalise would not have recorded."""
    place = contest(folder / "比武")
    own = hashlib.sha256((place / "revisions/001/manifest.json").read_bytes()).hexdigest()
    result = json.loads((place / "revisions/001/manifest.json").read_text(encoding="utf-8"))["result"]
    base = {"program": "biwu", "format": 1, "by": "周明", "result": result, "revision": 1, "manifest": own}
    notice = {"stage": "notice", "time": "2098-01-01T09:00:00+08:00", "from": "2098-01-01", "to": "2098-01-09", "working_days": 7}
    expired = {"stage": "expired", "time": "2098-01-10T09:00:00+08:00"}
    for records, said in (
            ([notice, expired], None),
            ([expired], "stages/001/stage.json: error: no public notice of this revision is recorded before it"),
            ([{**notice, "manifest": "0" * 64}, expired], "is about another revision"),
            ([notice, {**expired, "time": "2098-01-09T09:00:00+08:00"}], "before the notice had passed, which stood until 2098-01-09"),
            ([notice, {**notice, "to": "2098-01-12"}, {**expired, "time": "2098-01-13T09:00:00+08:00"}], None),
            ([notice, {**notice, "to": "2098-01-12"}, expired], "which stood until 2098-01-12"),
            ([{**notice, "revision": 0, "manifest": ""}], "stages/001/stage.json: error: this is no record of biwu finalise --stage"),
            ([{**notice, "from": "2001-01-01"}, expired], "this notice begins on 2001-01-01, before revision 001 was signed"),
            *(([{**notice, **changed}], "stages/001/stage.json: error: this is no record of biwu finalise --stage")
              for changed in ({"to": "2097-12-31"}, {"to": ""}, {"to": 5}, {"from": "9"}, {"from": "2098-02-30"}, {"time": "x"}))):
        shutil.rmtree(place / "revisions/stages", ignore_errors=True)
        former = {}
        for number, record in enumerate(records, 1):
            path = place / f"revisions/stages/{number:03}/stage.json"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps({**base, **record, **former}), encoding="utf-8")
            former = {"former": hashlib.sha256(path.read_bytes()).hexdigest()}
        _, told, _ = biwu("seal", place, "--unsigned", "-o", folder / "1.biwu", code=1 if said else 0)
        assert not said or said in told, (records, told)


@test
def earlier_revisions_are_what_their_manifests_say(folder):
    place = contest(folder / "比武")
    (place / "scores/讲述.csv").write_text(MARKS.replace("90", "99"), encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "更正")
    biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    data = dict(archives.entries(folder / "1.biwu"))
    first, second = "contest/revisions/001/", "contest/revisions/002/"
    data[first + "standings.json"] = data[first + "standings.json"].replace(b"90.50", b"80.50")
    whole = hashlib.sha256(data[first + "standings.json"]).hexdigest().encode()
    former = hashlib.sha256(data[first + "manifest.json"]).hexdigest().encode()
    old = hashlib.sha256(dict(archives.entries(folder / "1.biwu"))[first + "standings.json"]).hexdigest().encode()
    data[first + "manifest.json"] = data[first + "manifest.json"].replace(old, whole)
    now = hashlib.sha256(data[first + "manifest.json"]).hexdigest().encode()
    was = hashlib.sha256(data[second + "manifest.json"]).hexdigest().encode()
    data[second + "manifest.json"] = data[second + "manifest.json"].replace(former, now)
    data["manifest.json"] = data["manifest.json"].replace(was, hashlib.sha256(data[second + "manifest.json"]).hexdigest().encode())
    (folder / "forged.biwu").write_bytes(archives.build(archives.unsigned(data.items())))
    refused(folder / "forged.biwu", first + "standings.json does not give the result hash that its manifest tells")


@test
def no_number_keeps_it_busy(folder):
    place = contest(folder / "比武")
    for name in ("revisions/999999999", "revisions/20231026", "revisions/stages/999999999", "revisions/0002"):
        (place / name).mkdir(parents=True)
    biwu("seal", place, "--unsigned", "-o", folder / "1.biwu")
    assert biwu("verify", folder / "1.biwu")[0].startswith("Whole")
    data = dict(archives.entries(folder / "1.biwu"))
    for name, said in (("revisions/9999/manifest.json", "revisions/9999/manifest.json"),
                       ("revisions/stages/9999/stage.json", "revisions/stages/9999/stage.json")):
        (folder / "2.biwu").write_bytes(archives.build(archives.unsigned([*data.items(), ("contest/" + name, b"{}")])))
        assert refused(folder / "2.biwu", said).count("error") <= 2


@test
def a_correction_that_was_taken_back(folder):
    """The record of its notice is left, and vouches for it."""
    place = contest(folder / "比武")
    (place / "scores/讲述.csv").write_text(MARKS.replace("90", "99"), encoding="utf-8")
    biwu("finalise", place, *SIGNED, "--reason", "更正")
    biwu("finalise", place, "--stage", "notice", "--by", "周明", "--period", "2099-10-27..2099-11-02")
    shutil.rmtree(place / "revisions/002")
    (place / "scores/讲述.csv").write_text(MARKS, encoding="utf-8")
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1)
    assert "stages/001/stage.json" in said and "this record is about revision 002, which is gone" in said, said
    (place / "scores/讲述.csv").write_text(MARKS.replace("90", "98"), encoding="utf-8")
    _, said, _ = biwu("finalise", place, *SIGNED, "--reason", "另一更正")
    assert "which is gone" in said
    _, said, _ = biwu("seal", place, "-o", folder / "1.biwu", code=1)
    assert "this record is about another revision 002 than there is" in said, said
    assert not (folder / "1.biwu").exists()


@test
def every_sample(folder):
    samples = [path.parent for path in sorted((ROOT / "samples").rglob("contest.yaml"))]
    assert len(samples) > 5
    for number, sample in enumerate(samples):
        place = folder / str(number)
        shutil.copytree(sample, place)
        lacking = re.findall('--signed "?(.*)=NAME', biwu("finalise", place, code=None)[1])
        people = [part for role, name in zip(lacking, "甲乙丙丁戊") for part in ("--signed", f"{role}=签字人{name}")]
        if biwu("finalise", place, *people, code=None)[2]:
            continue  # blocked: a sample of a contest that goes on
        biwu("seal", place, "-o", folder / f"{number}.biwu")
        assert biwu("verify", folder / f"{number}.biwu")[0].startswith("Genuine"), sample
        SEALED.append(sample)
    assert len(SEALED) > 3, SEALED


def main():
    failed = 0
    for function in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Path(folder))
            except Exception:
                failed += 1
                print(f"--- {function.__name__}", file=sys.stderr)
                traceback.print_exc()
            for path in Path(folder).rglob("*"):
                if path.is_dir():
                    path.chmod(0o755)
    print(f"{len(TESTS) - failed} of {len(TESTS)} tests passed")
    return failed > 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("biwu")
    options = parser.parse_args()
    BIWU = os.path.abspath(options.biwu)
    with tempfile.TemporaryDirectory() as home:
        HOME = Path(home)
        biwu("key", "new")
        sys.exit(main())
