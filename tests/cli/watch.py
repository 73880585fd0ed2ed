"""--watch: what is shown is always the result of whole files, and follows each of them.

usage: watch.py BIWU

Offices save in four ways: in place, in place with pauses, through a second file that takes the name, and by putting the
old one away first. Each save here leads from one whole state of the contest to the next, and what `rank` says of every
state is asked beforehand; whatever --watch then writes must be among them, the last one at the end, and nothing else.
"""
import fcntl
import json
import os
import pty
import random
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import zlib

BIWU = os.path.abspath(sys.argv[1])
ROOT = tempfile.mkdtemp(prefix="biwu-watch-")
PATIENCE = 60  # seconds for what must come; a sanitized program on a busy machine is slow
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm"}
JUDGES, CONTESTANTS, SAVES = 5, 30, 24


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def marks(state):
    """Everybody's marks differ from state to state, and so does everybody's final score."""
    rows = [f"C{c:02},J{j},{60 + (7 * c + 3 * state) % 35}.{j}" for c in range(CONTESTANTS) for j in range(JUDGES)]
    return "contestant,judge,score\n" + "\n".join(rows) + "\n"


def contest(name):
    folder = os.path.join(ROOT, name)
    put(os.path.join(folder, "contest.yaml"), "title: 比武\nrounds:\n  - { id: stage, name: 登台 }\n")
    put(os.path.join(folder, "judges.csv"), "id,name\n" + "".join(f"J{j},评委{j}\n" for j in range(JUDGES)))
    put(os.path.join(folder, "contestants.csv"),
        "id,name,sector\n" + "".join(f"C{c:02},选手{c},街道\n" for c in range(CONTESTANTS)))
    put(os.path.join(folder, "scores", "stage.csv"), marks(0))
    time.sleep(0.05)
    return folder


def rank(folder, *options):
    done = subprocess.run([BIWU, "rank", folder, *options], capture_output=True, env=ENVIRONMENT, timeout=120)
    assert done.returncode == 0, done
    return done.stdout.decode()


# ---- ways to save ----

def in_place(path, text, chance):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def with_pauses(path, text, chance):
    cuts = sorted(chance.sample(range(1, len(text)), 3))
    with open(path, "w", encoding="utf-8") as file:
        for begin, end in zip([0, *cuts], [*cuts, len(text)]):
            file.write(text[begin:end])
            file.flush()
            time.sleep(chance.choice([0.02, 0.3, 0.6]))


def through_another(path, text, chance):
    beside = os.path.join(os.path.dirname(path), ".~saving")
    with_pauses(beside, text, chance)
    os.replace(beside, path)


def old_put_away(path, text, chance):
    away = path + ".bak"
    os.rename(path, os.path.join(ROOT, "away"))
    time.sleep(chance.choice([0.02, 0.3, 0.8]))
    in_place(path, text, chance)
    assert not os.path.exists(away)


WAYS = [in_place, with_pauses, through_another, old_put_away]


# ---- the program ----

class Watching:
    """The program with its standard output in a file, so that it never waits for us."""

    def __init__(self, *arguments, **environment):
        self.out = tempfile.TemporaryFile(dir=ROOT)
        self.err = tempfile.TemporaryFile(dir=ROOT)
        self.process = subprocess.Popen([BIWU, *arguments], stdout=self.out, stderr=self.err,
                                        env={**ENVIRONMENT, **environment})

    def text(self, file):
        return os.pread(file.fileno(), 1 << 26, 0).decode()

    def until(self, condition, what):
        end = time.time() + PATIENCE
        while not condition():
            assert self.process.poll() is None, f"ended: {self.process.returncode}\n{self.text(self.err)}"
            assert time.time() < end, f"waited in vain for {what}\n{self.text(self.err)}\n{self.text(self.out)[-500:]}"
            time.sleep(0.05)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(PATIENCE) == -signal.SIGINT


def documents(text):
    """The JSON documents, which follow each other, as their texts; one that is not whole yet is left out."""
    found, at, decoder = [], 0, json.JSONDecoder()
    while at < len(text):
        try:
            _, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            break
        end += 1  # its newline
        found.append(text[at:end])
        at = end
    return found


# ---- tests ----

def saved_in_every_way():
    folder = contest("saved")
    path = os.path.join(folder, "scores", "stage.csv")
    chance = random.Random(20231026)
    expected = []
    for state in range(SAVES):
        in_place(path, marks(state), chance)
        expected.append(rank(folder, "--format", "json"))
    assert len(set(expected)) == SAVES
    in_place(path, marks(0), chance)

    watching = Watching("rank", folder, "--format", "json", "--watch")
    watching.until(lambda: documents(watching.text(watching.out)), "the first standings")
    for state in range(1, SAVES):
        WAYS[state % len(WAYS)](path, marks(state), chance)
        time.sleep(chance.choice([0, 0.1, 0.5, 2.5]))
    watching.until(lambda: documents(watching.text(watching.out))[-1:] == [expected[-1]], "the last standings")
    watching.stop()

    shown = [expected.index(document) for document in documents(watching.text(watching.out))]
    assert shown == sorted(set(shown)) and shown[0] == 0, f"in no order: {shown}"
    assert len(shown) > SAVES // 3, f"too few were seen to prove anything: {shown}"
    return f"{SAVES} saves in {len(WAYS)} ways, {len(shown)} standings shown, each of whole files"


def errors_leave_what_stands():
    folder, out = contest("errors"), os.path.join(ROOT, "standings.csv")
    path = os.path.join(folder, "scores", "stage.csv")
    watching = Watching("rank", folder, "-o", out, "--watch")
    watching.until(lambda: os.path.exists(out), "the file")
    good = open(out, "rb").read()
    put(path, marks(1).replace("C07,J3,", "C07,J9,"))
    watching.until(lambda: "stage.csv:40:5: error:" in watching.text(watching.err), "the fault, in the line of C07 and J3")
    watching.until(lambda: "there are errors; what stands is of" in watching.text(watching.err), "the state")
    assert open(out, "rb").read() == good
    put(path, marks(1))
    watching.until(lambda: open(out, "rb").read() != good, "the mended standings")
    watching.stop()
    assert open(out, encoding="utf-8-sig", newline="").read().replace("\r\n", "\n") == \
        rank(folder, "--format", "csv").replace("\r\n", "\n")
    return "an error says its place and leaves the file; mended, it follows"


def written_while_it_is_read():
    """The program stands still as it is about to open the marks; then somebody saves them, and does not finish."""
    stopper = os.path.join(ROOT, "stop_at.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stop_at.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-D_GNU_SOURCE", "-o", stopper, source], check=True)
    folder = contest("torn")
    path = os.path.join(folder, "scores", "stage.csv")
    lines = marks(1).splitlines(keepends=True)
    watching = Watching("rank", folder, "--format", "json", "--watch", LD_PRELOAD=stopper, STOP_CALL="open",
                        STOP_PATH="/stage.csv", STOP_AT="1", STOP_SIGNAL=str(int(signal.SIGSTOP)),
                        ASAN_OPTIONS="verify_asan_link_order=0")
    assert os.WIFSTOPPED(os.waitpid(watching.process.pid, os.WUNTRACED)[1])
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(lines[:50]))
        file.flush()
        watching.process.send_signal(signal.SIGCONT)
        time.sleep(2)
        assert not watching.text(watching.out), "half a file was shown"
        file.write("".join(lines[50:]))
    watching.until(lambda: documents(watching.text(watching.out)), "the whole file")
    watching.stop()
    assert documents(watching.text(watching.out)) == [rank(folder, "--format", "json")]
    return "what was read while somebody saved is thrown away"


def a_file_that_stays_open():
    folder = contest("open")
    path = os.path.join(folder, "scores", "stage.csv")
    watching = Watching("rank", folder, "--format", "json", "--watch")
    watching.until(lambda: documents(watching.text(watching.out)), "the first standings")
    with open(path, "w", encoding="utf-8") as file:
        file.write(marks(1)[:200])
        file.flush()
        watching.until(lambda: "stage.csv is being written; what stands is of" in watching.text(watching.err),
                       "who is waited for")
        assert len(documents(watching.text(watching.out))) == 1
        file.write(marks(1)[200:])
    watching.until(lambda: len(documents(watching.text(watching.out))) == 2, "the second standings")
    watching.stop()
    return "while somebody writes, nothing is read, and it is said for whom it waits"


def the_folder_comes_later():
    folder = contest("later")
    shutil.rmtree(os.path.join(folder, "scores"))
    watching = Watching("rank", folder, "--format", "json", "--watch")
    watching.until(lambda: documents(watching.text(watching.out)), "standings without marks")
    os.mkdir(os.path.join(folder, "scores"))
    put(os.path.join(folder, "scores", "stage.csv"), marks(2))
    expected = rank(folder, "--format", "json")
    watching.until(lambda: documents(watching.text(watching.out))[-1] == expected, "the marks")
    os.remove(os.path.join(folder, "scores", "stage.csv"))
    watching.until(lambda: len(documents(watching.text(watching.out))) == 3, "the removal")
    shown = documents(watching.text(watching.out))
    assert shown[2] == shown[0]
    watching.stop()
    return "a folder of marks that comes later is followed, a file that is removed for good counts no more"


def own_files_are_not_news():
    folder = contest("own")
    watching = Watching("rank", folder, "-o", os.path.join(folder, "standings.json"), "--watch")
    watching.until(lambda: "as of" in watching.text(watching.err), "the first standings")
    put(os.path.join(folder, "notes.txt"), "not ours")
    put(os.path.join(folder, "scores", "~$stage.xlsx"), "a lock")
    time.sleep(3)
    assert watching.text(watching.err).count("as of") == 1, watching.text(watching.err)
    watching.stop()
    return "neither its own files nor others' start it again"


def run_makes_all_again():
    folder = contest("run")
    put(os.path.join(folder, "contest.yaml"),
        "title: 比武\nrounds:\n  - { id: stage, name: 登台 }\nawards:\n  - { name: 一等奖, count: 1 }\n")
    out = os.path.join(folder, "out")
    watching = Watching("run", folder, "--watch")
    watching.until(lambda: "as of" in watching.text(watching.err), "the first run")
    first = json.load(open(os.path.join(out, "manifest.json"), encoding="utf-8"))
    assert open(os.path.join(out, "standings.json"), encoding="utf-8").read() == rank(folder, "--format", "json")
    put(os.path.join(folder, "scores", "stage.csv"), marks(3))  # another winner
    watching.until(lambda: watching.text(watching.err).count("as of") == 2, "the second run")
    second = json.load(open(os.path.join(out, "manifest.json"), encoding="utf-8"))
    assert open(os.path.join(out, "standings.json"), encoding="utf-8").read() == rank(folder, "--format", "json")
    changed = [name for name in ("standings.json", "leaderboard.pdf", "certificates.pdf")
               if entry(first, name) != entry(second, name)]
    assert changed == ["standings.json", "leaderboard.pdf", "certificates.pdf"], changed
    watching.stop()
    return "run makes every document again"


def a_template_of_one_s_own_is_followed():
    """Built for it: a line of its text, then its image."""
    folder = contest("template")
    put(os.path.join(folder, "contest.yaml"), "title: 比武\nrounds:\n  - { id: stage, name: 登台 }\n"
        "awards:\n  - { name: 一等奖, count: 1 }\ncertificate: { template: own.txt }\n")
    template = ("heading = 奖状\npage = 100 x 100\n[box logo]\nshows = image\nimage = logo.png\nleft = 10\ntop = 10\n"
                "width = 20\nheight = 20\n[box name]\ntext = {name}%s\nleft = 10\ntop = 40\nwidth = 80\nheight = 20\n")
    put(os.path.join(folder, "own.txt"), template % "")
    os.makedirs(os.path.join(folder, "away"))

    def png(dot):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
                + chunk(b"IDAT", zlib.compress(bytes([0, dot]))) + chunk(b"IEND", b""))

    def put_image(dot):
        with open(os.path.join(folder, "away", "new.png"), "wb") as file:
            file.write(png(dot))
        os.replace(os.path.join(folder, "away", "new.png"), os.path.join(folder, "logo.png"))

    def certificates():
        manifest = json.load(open(os.path.join(folder, "out", "manifest.json"), encoding="utf-8"))
        return entry(manifest, "certificates.pdf")["sha256"]

    watching = Watching("run", folder, "--watch")
    watching.until(lambda: "there is no image" in watching.text(watching.err), "the image that is missing")
    put_image(10)
    watching.until(lambda: "as of" in watching.text(watching.err), "the first run")
    seen = [certificates()]
    put(os.path.join(folder, "own.txt"), template % "同志")
    watching.until(lambda: watching.text(watching.err).count("as of") == 2, "the run with another template")
    seen.append(certificates())
    put_image(200)
    watching.until(lambda: watching.text(watching.err).count("as of") == 3, "the run with another image")
    seen.append(certificates())
    assert len(set(seen)) == 3, seen
    time.sleep(3)
    assert watching.text(watching.err).count("as of") == 3, watching.text(watching.err)
    watching.stop()
    return "template and image, also one that comes later"


def entry(manifest, name):
    return next(file for file in manifest["files"] if file["name"] == name)


def nothing_to_follow():
    for arguments, code in ((("rank", os.path.join(ROOT, "nowhere"), "--watch"), 1),
                            (("rank", contest("sectors"), "--sector", "农村", "--watch"), 2),
                            (("check", contest("check"), "--watch"), 2)):
        done = subprocess.run([BIWU, *arguments], capture_output=True, env=ENVIRONMENT, timeout=PATIENCE)
        assert done.returncode == code and b"error" in done.stderr, done
    return "no folder, no such sector, no such option: it ends"


def on_a_terminal():
    folder = contest("terminal")
    rows, columns = 20, 80
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen([BIWU, "rank", folder, "--watch"], stdout=theirs, stderr=theirs, env=ENVIRONMENT)

    def picture(last):
        """What is drawn from the upper left corner to the clearing below, once it holds `last`."""
        got, end = "", time.time() + PATIENCE
        while time.time() < end:
            if select.select([ours], [], [], 0.2)[0]:
                got += os.read(ours, 65536).decode(errors="replace")
            for drawn in reversed(re.findall(r"\x1b\[H(.*?)\x1b\[J", got, re.S)):
                if last in drawn:
                    return re.sub(r"\x1b\[[0-9;]*[mK]", "", drawn).split("\r\n")
        raise AssertionError(f"no {last!r} in {got!r}")

    first = picture("as of")
    assert len(first) == rows and first[0] == "比武" and re.fullmatch(r"… and \d+ more lines", first[-2]), first
    leader = next(line for line in first if re.match(r" +1 ", line))
    put(os.path.join(folder, "scores", "stage.csv"), marks(1).replace(",J3,", ",J8,", 1))
    faulty = picture("there are errors")
    assert len(faulty) <= rows and leader in faulty and any("stage.csv:5:5: error" in line for line in faulty), faulty
    put(os.path.join(folder, "scores", "stage.csv"), marks(1))
    mended = picture("as of")
    assert len(mended) == rows and leader not in mended and not any("error" in line for line in mended), mended
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    return "on a terminal it is one picture that fits, errors below the table that stands"


def main():
    try:
        for test in (saved_in_every_way, errors_leave_what_stands, written_while_it_is_read,
                     a_file_that_stays_open, the_folder_comes_later,
                     own_files_are_not_news, run_makes_all_again, a_template_of_one_s_own_is_followed, nothing_to_follow, on_a_terminal):
            print(f"{test.__name__}: {test()}")
    finally:
        shutil.rmtree(ROOT, ignore_errors=True)


main()
