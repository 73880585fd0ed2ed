"""The signing key, and what its signatures prove: prompts on a terminal, files, and texts signed by another program.

usage: keys.py BIWU
"""
import base64
import fcntl
import hashlib
import os
import pty
import re
import select
import shutil
import stat
import subprocess
import sys
import tempfile
import termios
import time
import traceback

BIWU = os.path.abspath(sys.argv[1])
DER_OF_PRIVATE, DER_OF_PUBLIC = bytes.fromhex("302e020100300506032b657004220420"), bytes.fromhex("302a300506032b6570032100")
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def biwu(*arguments, stdin="", code=0, **environment):
    """Without a controlling terminal; the exit code is checked."""
    done = subprocess.run([BIWU, *arguments], input=stdin, capture_output=True, text=True, timeout=120,
                          start_new_session=True, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment})
    assert done.returncode == code, f"biwu {arguments}: {done}"
    return done


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def fingerprint_of(public):
    digits = hashlib.sha256(public).hexdigest()[:16]
    return "-".join(digits[i:i + 4] for i in range(0, 16, 4))


def table(text):
    return dict(line.split("  ", 1) for line in text.splitlines() if "  " in line)


class Terminal:
    """biwu with a controlling terminal of its own."""

    def __init__(self, *arguments, **environment):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execve(BIWU, [BIWU, *arguments], {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment})
        self.shown = ""

    def read(self, seconds):
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.master, 4096)
        except OSError:
            return False
        self.shown += piece.decode()
        return bool(piece)

    def answer(self, prompt, line):
        """Types the line once the prompt is there and the terminal mute: before that nobody would type, either."""
        until = time.monotonic() + 60
        while not self.shown.endswith(prompt) and time.monotonic() < until:
            self.read(1)
        assert self.shown.endswith(prompt), f"no {prompt!r} at the end of {self.shown!r}"
        while self.echoes() and time.monotonic() < until:
            time.sleep(0.01)
        os.write(self.master, line.encode())
        self.read(1)  # the line's end: the same prompt may come again

    def wait_for(self, holds):
        """What it gives once that is something, which the program has a minute for."""
        until = time.monotonic() + 60
        while not (found := holds()):
            assert time.monotonic() < until, self.shown
            self.read(0.1)
        return found

    def echoes(self):
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def end(self):
        until = time.monotonic() + 60
        while time.monotonic() < until and self.read(60):
            pass
        echoes = self.echoes()
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.master)
        assert echoes, "the terminal stays mute"
        return status


NEW, AGAIN = "Password for the new key: ", "The same again: "
SIGN = "Password of the signing key (nothing: do not sign): "
CONTEST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden", "special")


@test
def a_key_is_made_shown_and_not_replaced(folder):
    done = biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="秘密")
    path = os.path.join(folder, "biwu", "key")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600 and stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    assert os.listdir(os.path.dirname(path)) == ["key"]
    before = open(path, "rb").read()
    told = table(done.stdout)
    public = base64.urlsafe_b64decode(told["public key"].strip() + "=")
    assert len(public) == 32 and told["fingerprint"].strip() == fingerprint_of(public) and told["file"].strip() == path
    assert "Publish the fingerprint" in done.stderr and "秘密" not in done.stdout + done.stderr + before.decode()
    assert biwu("key", "show", XDG_CONFIG_HOME=folder).stdout == done.stdout
    assert "not replaced" in biwu("key", "new", code=1, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x").stderr
    assert open(path, "rb").read() == before


@test
def a_link_is_not_followed_to_write_a_key(folder):
    os.mkdir(os.path.join(folder, "biwu"))
    os.symlink(os.path.join(folder, "elsewhere"), os.path.join(folder, "biwu", "key"))
    biwu("key", "new", code=1, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
    assert not os.path.exists(os.path.join(folder, "elsewhere"))


@test
def its_place_follows_xdg(folder):
    place = os.path.join(folder, ".config", "biwu", "key")
    assert place in biwu("key", "show", code=1, HOME=folder).stderr
    assert place in biwu("key", "show", code=1, HOME=folder, XDG_CONFIG_HOME="").stderr
    assert place in biwu("key", "show", code=1, HOME=folder, XDG_CONFIG_HOME="relative").stderr
    assert f"{folder}/xdg/biwu/key" in biwu("key", "show", code=1, HOME=folder, XDG_CONFIG_HOME=f"{folder}/xdg").stderr
    assert "HOME" in biwu("key", "show", code=2).stderr


@test
def wrong_usage_says_what_to_do(folder):
    assert "biwu key new makes the key" in biwu("key", "shwo", code=2, XDG_CONFIG_HOME=folder).stderr
    assert "BIWU_KEY_PASSWORD" in biwu("key", "new", code=2, XDG_CONFIG_HOME=folder).stderr
    assert "no key is made" in biwu("key", "new", code=2, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="").stderr
    assert "no key is made" in biwu("key", "new", code=2, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x" * 1025).stderr
    assert os.listdir(folder) == []


@test
def a_key_that_others_may_read_is_refused(folder):
    os.mkdir(os.path.join(folder, "biwu"))
    path = os.path.join(folder, "biwu", "key")
    for mode in (0o644, 0o640, 0o602):
        open(path, "w").close()
        os.chmod(path, mode)
        assert f"chmod 600 {path}" in biwu("key", "show", code=1, XDG_CONFIG_HOME=folder).stderr
    os.chmod(path, 0o600)
    assert f"{path}:1: error: this is no key" in biwu("key", "show", code=1, XDG_CONFIG_HOME=folder).stderr


@test
def what_is_no_file_is_no_key(folder):
    """A pipe, from which one would wait for ever, and a folder; a link to nowhere is not said to be free."""
    path = os.path.join(folder, "biwu", "key")
    os.makedirs(path)
    assert f"{path}: error: this is no key" in biwu("key", "show", code=1, XDG_CONFIG_HOME=folder).stderr
    os.rmdir(path)
    os.mkfifo(path, 0o600)
    assert f"{path}: error: this is no key" in biwu("key", "show", code=1, XDG_CONFIG_HOME=folder).stderr
    os.remove(path)
    os.symlink(os.path.join(folder, "nowhere"), path)
    told = biwu("key", "show", code=3, XDG_CONFIG_HOME=folder).stderr
    assert f"{path}: error: the key cannot be read" in told and "key new" not in told


@test
def where_it_cannot_be_written_the_world_has_failed(folder):
    """A file in the place of the folder, and one too small a limit, which is as a full disk: nothing is left."""
    open(os.path.join(folder, "biwu"), "w").close()
    assert "cannot write" in biwu("key", "new", code=3, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x").stderr
    done = subprocess.run(["prlimit", "--fsize=100", BIWU, "key", "new"], capture_output=True, text=True, timeout=120,
                          env={"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder + "/full", "BIWU_KEY_PASSWORD": "x"})
    assert done.returncode == 3 and "the key cannot be written" in done.stderr and done.stdout == "", done
    assert os.listdir(folder + "/full/biwu") == []


@test
def of_several_at_once_one_makes_the_key(folder):
    """Each waits for the others, or they would take away each other's unfinished file."""
    os.mkdir(os.path.join(folder, "biwu"))
    environment = {"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder, "BIWU_KEY_PASSWORD": "x"}
    held = os.open(os.path.join(folder, "biwu"), os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    several = [subprocess.Popen([BIWU, "key", "new"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=environment) for _ in range(3)]
    time.sleep(6)
    assert os.listdir(os.path.join(folder, "biwu")) == [] and all(process.poll() is None for process in several)
    os.close(held)
    told = [process.communicate(timeout=120) for process in several]
    assert sorted(process.returncode for process in several) == [0, 1, 1], told
    assert all("not replaced" in error for out, error in told if not out), told
    assert [out for out, _ in told if out] == [biwu("key", "show", XDG_CONFIG_HOME=folder).stdout], told
    assert os.listdir(os.path.join(folder, "biwu")) == ["key"]


@test
def a_killed_run_is_in_nobody_s_way(folder):
    """Whenever it is killed, there is a whole key or none, and what it left of one does not stay."""
    path = os.path.join(folder, "biwu", "key")
    environment = {"LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder, "BIWU_KEY_PASSWORD": "x"}
    for tenths in range(0, 12, 2):
        process = subprocess.Popen([BIWU, "key", "new"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        time.sleep(tenths / 10)
        process.kill()
        process.communicate()
        if os.path.exists(path):
            biwu("key", "show", XDG_CONFIG_HOME=folder)
            os.remove(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".new", "w") as file:
        file.write("biwu signing key 1\npubl")
    biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
    assert os.listdir(os.path.dirname(path)) == ["key"]


@test
def a_damaged_key_signs_nothing(folder):
    """A letter of each line is another: what is refused, and what cannot be told from a wrong password."""
    biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
    path = os.path.join(folder, "biwu", "key")
    lines = open(path).read().splitlines()
    for number, told in ((0, "key:1: warning: this is no key"), (1, "file of the signing key is damaged"), (2, "put its copy back"),
                         (3, "put its copy back"), (4, "put its copy back"), (5, "put its copy back")):
        other = lines[number][:-9] + ("1" if lines[number][-9] != "1" else "2") + lines[number][-8:]
        with open(path, "w") as file:
            file.write("".join(line + "\n" for line in lines[:number] + [other] + lines[number + 1:]))
        done = biwu("certificates", CONTEST, "-o", os.path.join(folder, "x.pdf"), XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
        assert told in done.stderr and done.stderr.count("warning: ") == 1, (number, done.stderr)


@test
def the_terminal_is_asked_twice_and_shows_nothing(folder):
    terminal = Terminal("key", "new", XDG_CONFIG_HOME=folder)
    terminal.answer(NEW, "秘密\n")
    terminal.answer(AGAIN, "秘蜜\n")
    terminal.answer(NEW, "秘密 2\n")
    terminal.answer(AGAIN, "秘密 2\n")
    assert terminal.end() == 0, terminal.shown
    assert "the two differ" in terminal.shown and "fingerprint" in terminal.shown and "秘" not in terminal.shown
    assert os.path.exists(os.path.join(folder, "biwu", "key"))


@test
def an_empty_password_is_refused_on_the_terminal(folder):
    for typed in ("\n", "\x04"):
        terminal = Terminal("key", "new", XDG_CONFIG_HOME=folder)
        terminal.answer(NEW, typed)
        assert os.waitstatus_to_exitcode(terminal.end()) == 2, terminal.shown
    assert os.listdir(folder) == []


@test
def an_interruption_leaves_the_terminal_as_it_was(folder):
    terminal = Terminal("key", "new", XDG_CONFIG_HOME=folder)
    terminal.answer(NEW, "secr\x03")
    assert os.waitstatus_to_exitcode(terminal.end()) == -2, terminal.shown
    assert os.listdir(folder) == []


@test
def neither_stopped_nor_dumped_while_it_is_mute(folder):
    """Ctrl-Z and Ctrl-\\ would leave the terminal mute: they are letters of the password."""
    terminal = Terminal("key", "new", XDG_CONFIG_HOME=folder)
    terminal.answer(NEW, "a\x1a\x1c\n")
    terminal.answer(AGAIN, "a\x1a\x1c\n")
    assert terminal.end() == 0, terminal.shown


@test
def many_papers_ask_once(folder):
    """Many files, a command that prints all, and again whenever something is saved."""
    biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
    contest = os.path.join(folder, "contest")
    shutil.copytree(CONTEST, contest)
    for arguments in (("certificates", contest, "-o", folder + "/many", "--split"), ("run", contest, "-o", folder + "/all")):
        terminal = Terminal(*arguments, XDG_CONFIG_HOME=folder)
        terminal.answer(SIGN, "x\n")
        assert terminal.end() == 0 and terminal.shown.count(SIGN) == 1, terminal.shown
    assert len(os.listdir(folder + "/many")) > 1

    board = os.path.join(folder, "watched", "leaderboard.pdf")
    terminal = Terminal("run", contest, "-o", os.path.dirname(board), "--watch", XDG_CONFIG_HOME=folder)
    terminal.answer(SIGN, "x\n")
    first = terminal.wait_for(lambda: os.path.exists(board) and os.stat(board).st_mtime_ns)
    with open(os.path.join(contest, "contest.yaml"), "a") as file:
        file.write("\n# saved again\n")
    terminal.wait_for(lambda: os.stat(board).st_mtime_ns != first)
    os.write(terminal.master, b"\x03")
    terminal.end()
    assert terminal.shown.count(SIGN) == 1 and "not signed" not in terminal.shown, terminal.shown


@test
def signing_asks_for_the_password(folder):
    """Until it is right, three times at most; nothing typed signs nothing; an interruption writes nothing."""
    biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="秘密")
    pdf = os.path.join(folder, "certificates.pdf")
    for typed, wrong, warning, code in ((["秘密\n"], 0, None, 0), (["x\n", "秘密\n"], 1, None, 0),
                                        (["x\n", "y\n", "z\n"], 3, "not signed: the password of the signing key is wrong", 0),
                                        (["\n"], 0, "not signed: no password was given", 0), (["\x03"], 0, None, -2)):
        terminal = Terminal("certificates", CONTEST, "-o", pdf, XDG_CONFIG_HOME=folder)
        for line in typed:
            terminal.answer(SIGN, line)
        status = os.waitstatus_to_exitcode(terminal.end())
        assert status == code and os.path.exists(pdf) == (code == 0), (status, terminal.shown)
        assert terminal.shown.count("biwu: the password is wrong") == wrong, terminal.shown
        assert warning in terminal.shown if warning else "not signed" not in terminal.shown, terminal.shown
        assert "秘" not in terminal.shown
        if status == 0:
            os.remove(pdf)


@test
def a_template_without_a_code_asks_for_no_key(folder):
    own, pdf = os.path.join(folder, "own.txt"), os.path.join(folder, "certificates.pdf")
    boxes = {"plain": "", "coded": "\n[box code]\nshows = qr\nleft = 40\ntop = 40\nwidth = 22\nheight = 22\n"}
    for kind, box in boxes.items():
        with open(own, "w", encoding="utf-8") as file:
            file.write("heading = 奖状\npage = A4\n\n[box name]\ntext = {name}\nleft = 40\ntop = 100\nwidth = 130\n"
                       f"height = 20\n{box}")
        done = biwu("certificates", CONTEST, "--template", own, "-o", pdf, XDG_CONFIG_HOME=folder)
        assert ("not signed" in done.stderr) == (kind == "coded"), (kind, done)
    biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="秘密")
    with open(own, "r+", encoding="utf-8") as file:
        text = file.read().replace(boxes["coded"], "")
        file.seek(0), file.truncate(), file.write(text)
    terminal = Terminal("certificates", CONTEST, "--template", own, "-o", pdf, XDG_CONFIG_HOME=folder)
    assert os.waitstatus_to_exitcode(terminal.end()) == 0 and SIGN not in terminal.shown, terminal.shown


@test
def a_template_may_print_the_key(folder):
    shown = table(biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="a").stdout)
    template = os.path.join(folder, "key.txt")
    with open(template, "w", encoding="utf-8") as file:
        file.write("heading = 奖状\npage = A4\n[box a]\ntext = {name}\ntext = 校验码 {hash}\ntext = [密钥 {key}]\n"
                   "left = 20\ntop = 20\nwidth = 170\nheight = 100\nsize = 16\n")

    def printed(**environment):
        pdf = os.path.join(folder, "x.pdf")
        biwu("certificates", CONTEST, "-o", pdf, "--template", template, BIWU_KEY_PASSWORD="a", **environment)
        return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout

    text = printed(XDG_CONFIG_HOME=folder)
    assert f"密钥 {shown['fingerprint'].strip()}" in text, text
    board = os.path.join(folder, "out")
    biwu("report", CONTEST, "-o", board, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="a")
    footer = subprocess.run(["pdftotext", os.path.join(board, "leaderboard.pdf"), "-"], capture_output=True, text=True).stdout
    hash_, = set(re.findall("校验码 ([0-9a-f]{12})", text))
    assert hash_ in footer
    assert "密钥" not in printed(XDG_CONFIG_HOME=os.path.join(folder, "none"))


def signed(folder, text, seed=b"\x01" * 32):
    """The text with key and signature by openssl, and the fingerprint."""
    private, message = os.path.join(folder, "private.der"), os.path.join(folder, "message")
    with open(private, "wb") as file:
        file.write(DER_OF_PRIVATE + seed)
    der = subprocess.run(["openssl", "pkey", "-inform", "DER", "-in", private, "-pubout", "-outform", "DER"],
                         capture_output=True, check=True).stdout
    assert der.startswith(DER_OF_PUBLIC)
    public = der[len(DER_OF_PUBLIC):]
    with open(message, "w", encoding="utf-8") as file:
        file.write(f"{text}/{base64url(public)}")
    signature = subprocess.run(["openssl", "pkeyutl", "-sign", "-keyform", "DER", "-inkey", private, "-rawin", "-in", message],
                               capture_output=True, check=True).stdout
    return f"{text}/{base64url(public)}/{base64url(signature)}", fingerprint_of(public)


TEXT = "biwu1/比武争星/BW-2023-0001/阿拉坦·其其格/一等奖/" + "0123456789abcdef" * 4


@test
def what_another_program_signed_is_genuine(folder):
    text, fingerprint = signed(folder, TEXT)
    for name in (fingerprint, fingerprint.upper().replace("-", " "), text.split("/")[6]):
        done = biwu("verify", "--qr", text, "--key", name)
        assert done.stdout.startswith("Genuine: ") and done.stderr == ""
        told = table(done.stdout)
        assert [told[k].strip() for k in ("contest", "certificate", "name", "award", "result hash", "signed with key")] == [
            "比武争星", "BW-2023-0001", "阿拉坦·其其格", "一等奖", "0123456789abcdef" * 4, fingerprint]
    assert biwu("verify", "--qr", "-", "--key", fingerprint, stdin=text + "\n").stdout == done.stdout
    assert biwu("verify", "--qr", "-", "--key", fingerprint, stdin=text + "\r\n").stdout == done.stdout
    board, _ = signed(folder, "biwu1/比武争星////" + "0123456789abcdef" * 4)
    assert "from             a leaderboard: on a certificate it proves nothing\n" in biwu("verify", "--qr", board, "--key", fingerprint).stdout


@test
def a_key_that_nobody_vouches_for_makes_nothing_genuine(folder):
    """Anybody may have signed; with one's own key only oneself."""
    text, fingerprint = signed(folder, TEXT)
    done = biwu("verify", "--qr", text, code=1, XDG_CONFIG_HOME=folder)
    assert done.stdout.startswith("Not proven. What it claims:\n") and fingerprint in done.stdout
    assert "is not known here" in done.stderr and "not from this paper" in done.stderr and "enuine" not in done.stdout

    own = table(biwu("key", "new", XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x").stdout)["fingerprint"].strip()
    done = biwu("verify", "--qr", text, code=1, XDG_CONFIG_HOME=folder)
    assert "is not known here" in done.stderr and own not in done.stdout + done.stderr
    own_text = code_of_certificates(folder, XDG_CONFIG_HOME=folder, BIWU_KEY_PASSWORD="x")
    done = biwu("verify", "--qr", own_text, XDG_CONFIG_HOME=folder)
    assert done.stdout.startswith("Genuine: signed with your own key") and own in done.stdout and done.stderr == ""
    assert "another key" in biwu("verify", "--qr", own_text, "--key", fingerprint, code=1, XDG_CONFIG_HOME=folder).stderr
    os.chmod(os.path.join(folder, "biwu", "key"), 0o622)  # others may have put theirs there
    done = biwu("verify", "--qr", own_text, code=1, XDG_CONFIG_HOME=folder)
    assert "warning: others may read or write" in done.stderr and done.stdout.startswith("Not proven.")


def code_of_certificates(folder, **environment):
    """What zbarimg reads from the first."""
    pdf, picture = os.path.join(folder, "certificates.pdf"), os.path.join(folder, "certificate")
    biwu("certificates", CONTEST, "-o", pdf, **environment)
    subprocess.run(["pdftoppm", "-gray", "-r", "200", "-singlefile", pdf, picture], check=True)
    return subprocess.run(["zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture + ".pgm"],
                          capture_output=True, text=True, check=True).stdout.strip()


@test
def what_is_not_genuine_ends_with_1(folder):
    text, fingerprint = signed(folder, TEXT)
    other, other_fingerprint = signed(folder, TEXT, b"\x02" * 32)
    for bad, why in ((text.replace("一等奖", "特等奖"), "was changed"), (text.replace("0001", "0002"), "was changed"),
                     (text[:-1], "not all of it"), (text[1:], "not all of it"), ("", "not all of it"),
                     (text.replace("武", "武\x1b[2J"), "not all of it"), (text.replace("武", "\u202e武"), "not all of it"),
                     ("/".join(text.split("/")[:6]) + "//", "not signed")):
        done = biwu("verify", "--qr", bad, "--key", fingerprint, code=1)
        assert why in done.stderr and "enuine:" not in done.stdout and "\x1b" not in done.stdout + done.stderr, done
        assert done.stdout.startswith("Not proven. What it claims:") == (why == "not signed"), done
    for more in ("\0", "\0 \n", "x" * 5000):  # bytes that an argument cannot have
        assert "not all of it" in biwu("verify", "--qr", "-", "--key", fingerprint, stdin=text + more, code=1).stderr
    done = biwu("verify", "--qr", other, "--key", fingerprint, code=1)
    assert f"another key, {other_fingerprint}" in done.stderr and done.stdout == ""


@test
def wrong_usage_of_verify(folder):
    assert "FILE, or --qr TEXT, is missing" in biwu("verify", code=2).stderr
    assert "no fingerprint" in biwu("verify", "--qr", "x", "--key", "1234", code=2).stderr


def main():
    failed = 0
    for function in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(folder)
            except Exception:
                failed += 1
                print(f"{function.__name__}:")
                traceback.print_exc(file=sys.stdout)
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return failed > 0 or not TESTS


sys.exit(main())
