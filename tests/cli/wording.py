"""The user's own sentences: wording.txt in a contest folder.

usage: wording.py BIWU
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "community-secretaries"
WRONG = """# 改过的话
leaderboard.title = 成绩榜
leaderboard.titel = 成绩榜
leaderboard.basis = 根据{host}安排，{contest}[（{level}
page.hash 校验
leaderboard.title = 再来
leaderboard.rank = {x} [a [b]] }
"""
FAULTS = ["3:1: error: there is no sentence leaderboard.titel", "4:23: error: this sentence knows no host",
          "4:41: error: this bracket has no other to it", "5:1: error: this line has no =",
          "6:1: error: leaderboard.title stands twice", "7:20: error: this sentence knows no x",
          "7:24: error: this bracket has no other to it", "7:30: error: this bracket has no other to it",
          "7:32: error: this brace has no other to it"]
failed = passed = 0


def check(holds, what):
    global failed, passed
    passed += bool(holds)
    failed += not holds
    if not holds:
        print("FAILED:", what)


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def says(pdf):
    return re.sub(r"\s", "", run("pdftotext", "-raw", pdf, "-").stdout)


def sample(folder, language, wording):
    shutil.copytree(SAMPLE, folder)
    rules = (folder / "contest.yaml").read_text(encoding="utf-8")
    (folder / "contest.yaml").write_text(re.sub("(?m)^language:.*", f"language: {language}", rules), encoding="utf-8")
    (folder / "wording.txt").write_bytes(wording if isinstance(wording, bytes) else wording.encode())
    return folder


def sentences(biwu, topic):
    lines = run(biwu, "help", topic).stdout.splitlines()
    return dict(re.split(r"\s*=\s*", line, maxsplit=1) for line in lines if "=" in line and not line.startswith("#"))


def check_changes(biwu, scratch):
    changed = "leaderboard.title = 成绩榜\n\npage.hash = \" 校验 {hash}\"\n"
    for encoding in ("utf-8", "gbk", "utf-16"):
        folder = sample(scratch / encoding, "zh", changed.encode(encoding))
        done = run(biwu, "report", folder, "-o", scratch / "out" / encoding)
        text = says(scratch / "out" / encoding / "leaderboard.pdf")
        check(done.returncode == 0 and "成绩榜" in text and "成绩公告" not in text, f"a title in {encoding}")
        check("校验cea896c113aa" in text and "结果校验码" not in text, f"a footer in {encoding}")
    english = sample(scratch / "english", "en", "leaderboard.title = The Board\n")
    check(run(biwu, "report", english, "-o", scratch / "out/en").returncode == 0 and
          "TheBoard" in says(scratch / "out/en/leaderboard.pdf"), "a title in English")
    refused = run(biwu, "rank", folder, "-o", folder / "wording.txt")
    check(refused.returncode == 2 and "would write over" in refused.stderr, "no result over it")


def check_faults(biwu, scratch):
    folder = sample(scratch / "wrong", "zh", WRONG)
    for command in (["check", folder], ["report", folder, "-o", scratch / "out/wrong"]):
        done = run(biwu, *command)
        found = [line for line in done.stderr.splitlines() if "wording.txt" in line]
        check(done.returncode == 1 and found == [f"{folder}/wording.txt:{fault}" for fault in FAULTS], command[0])
        check("did you mean leaderboard.title?" in done.stderr, "the nearest key")
    check(not (scratch / "out/wrong").exists(), "nothing is printed")


def check_letters(biwu, scratch):
    """What cannot be printed is told where it stands, by check too; U+31350 is in no font."""
    long = "名" * 100_000
    folder = sample(scratch / "letters", "zh", f"leaderboard.title = 成绩\U00031350\nleaderboard.rank = {long}\n")
    for command in (["check", folder], ["report", folder, "-o", scratch / "out/letters"],
                    ["report", folder, "--blank", "-o", scratch / "out/letters"]):
        done = run(biwu, *command)
        found = [line for line in done.stderr.splitlines() if ": error: " in line]
        check(done.returncode == 1 and found == [
            f"{folder}/wording.txt:1:21: error: no font has the character “\U00031350” (U+31350) of leaderboard.title",
            f"{folder}/wording.txt:2:20: error: a sentence has at most 1000 characters"], f"{command}: {found}")
        check("name a font file that has it in contest.yaml" in done.stderr, "and what to do")
    check(not (scratch / "out/letters").exists(), "nothing is printed")


def check_long(biwu, scratch):
    """The longest sentences are printed, or told to be too long for their place, in little memory and time."""
    for key, told in (("slip.title", 0), ("list.blank", 1), ("leaderboard.rank", 1)):
        folder = sample(scratch / key, "zh", f"{key} = {'名' * 1000}\n")
        with subprocess.Popen([biwu, "report", folder, "-o", scratch / "out" / key], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        check(process.returncode == told, f"{key}: {process.returncode}")
        check(used.ru_maxrss < 500_000, f"{key}: {used.ru_maxrss} KiB")


def check_archive(biwu, scratch):
    folder = sample(scratch / "sealed", "zh", "leaderboard.title = 成绩榜\n")
    signers = [("计分员", "周明"), ("复核员", "吴亮"), ("监督员", "钱海"), ("总裁判", "郑洁")]
    options = [option for role, name in signers for option in ("--signed", f"{role}={name}")]
    check(run(biwu, "finalise", folder, *options).returncode == 0, "finalise")
    check(run(biwu, "seal", folder, "-o", scratch / "a.biwu", "--unsigned").returncode == 0, "seal")
    with zipfile.ZipFile(scratch / "a.biwu") as archive:
        check("contest/wording.txt" in archive.namelist(), "the archive has it")
        (scratch / "leaderboard.pdf").write_bytes(archive.read("documents/leaderboard.pdf"))
    check("成绩榜" in says(scratch / "leaderboard.pdf"), "and what was printed with it")
    check(run(biwu, "verify", scratch / "a.biwu").returncode == 0, "verify")
    check(run(biwu, "open", scratch / "a.biwu", "-o", scratch / "back").returncode == 0 and
          run(biwu, "seal", scratch / "back", "-o", scratch / "b.biwu", "--unsigned").returncode == 0 and
          (scratch / "a.biwu").read_bytes() == (scratch / "b.biwu").read_bytes(), "and back")


def check_teams(biwu, scratch):
    """How a team's award is printed is not by what its certificate is known."""
    folder = scratch / "teams"
    shutil.copytree(ROOT / "tests" / "golden" / "teams-points", folder)
    rules = (folder / "contest.yaml").read_text(encoding="utf-8")
    (folder / "contest.yaml").write_text(rules + 'certificate: { number: "T-{n:03}" }\n', encoding="utf-8")
    (folder / "wording.txt").write_text("team.award = 团体奖第{rank}名\n", encoding="utf-8")
    options = ["--signed", "计分员=张一", "--signed", "复核员=张二", "--signed", "总裁判=张三"]
    check(run(biwu, "finalise", folder, *options).returncode == 0, "finalise")
    (manifest,) = folder.glob("revisions/001/manifest.json")
    numbers = re.findall(r"T-\d+", manifest.read_text(encoding="utf-8"))
    out = scratch / "teams.pdf"
    check(run(biwu, "certificates", folder, "-o", out, "--teams", len(numbers), "--template", "team").returncode == 0,
          "certificates")
    check(numbers and re.findall(r"T-\d+", says(out)) == numbers, f"printed as they were given: {numbers}")
    check("团体奖第一名" in says(out), "in the words of the contest")
    check(run(biwu, "seal", folder, "-o", scratch / "teams.biwu", "--unsigned").returncode == 0 and
          run(biwu, "verify", scratch / "teams.biwu").returncode == 0, "sealed")


def check_places(biwu, scratch):
    folder = sample(scratch / "place", "zh", "")
    (folder / "wording.txt").unlink()
    (folder / "wording.txt").symlink_to("nowhere.txt")
    done = run(biwu, "check", folder)
    check(done.returncode == 1 and "wording.txt" in done.stderr, "a link that leads nowhere")
    preview = scratch / "preview"
    preview.mkdir()
    (preview / "wording.txt").write_text("wrong\n", encoding="utf-8")
    done = subprocess.run([biwu, "template", "preview", "award", "-o", "p.pdf"], capture_output=True, cwd=scratch)
    check(done.returncode == 0, "a preview is of no contest")


def check_any_sentence(biwu, scratch):
    """Whatever the sentences are, documents come out whole, or a fault does."""
    for language, topic in (("zh", "wording"), ("en", "wording.en")):
        keys = sentences(biwu, topic)
        check(len(keys) > 400, f"{len(keys)} sentences")
        for number, value in enumerate(("", "x", "**x")):
            folder = sample(scratch / f"{language}{number}", language, "".join(f"{key} = {value}\n" for key in keys))
            out = scratch / f"out-{language}{number}"
            for command in (["run", folder, "-o", out], ["report", folder, "--blank", "-o", out / "blank"]):
                check(run(biwu, *command).returncode == 0, f"{command[0]} with {value!r} for all")
            for pdf in out.rglob("*.pdf"):
                check(run("qpdf", "--check", pdf).returncode == 0, f"{pdf.name} with {value!r} for all")
        folder = sample(scratch / f"{language}-same", language, "".join(f"{k} = {v}\n" for k, v in keys.items()))
        check(run(biwu, "report", folder, "-o", scratch / f"same-{language}").returncode == 0, "all its own")
        (folder / "wording.txt").unlink()
        run(biwu, "report", folder, "-o", scratch / f"plain-{language}")
        for pdf in (scratch / f"plain-{language}").glob("*.pdf"):
            check((scratch / f"same-{language}" / pdf.name).read_bytes() == pdf.read_bytes(), f"the same {pdf.name}")


def main(biwu):
    biwu = Path(biwu).resolve()
    for checks in (check_changes, check_faults, check_letters, check_long, check_archive, check_teams, check_places,
                   check_any_sentence):
        with tempfile.TemporaryDirectory() as scratch:
            checks(biwu, Path(scratch))
    print(f"own sentences: {passed} of {passed + failed} checks hold")
    return failed > 0


sys.exit(main(*sys.argv[1:]))
