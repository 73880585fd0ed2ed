"""The signing key, and what its signatures prove: prompts on a terminal, files, and texts signed by another program.

usage: keys.py BIWU
"""
import base64
import hashlib
import os
import pty
import select
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
    done = biwu("verify", "--qr", text)
    assert "if the key below is the one" in done.stdout and fingerprint in done.stdout and done.stderr == ""
    for name in (fingerprint, fingerprint.upper().replace("-", " "), text.split("/")[6]):
        done = biwu("verify", "--qr", text, "--key", name)
        assert done.stdout.startswith("Genuine: ") and done.stderr == ""
        told = table(done.stdout)
        assert [told[k].strip() for k in ("contest", "certificate", "name", "award", "result hash", "signed with key")] == [
            "比武争星", "BW-2023-0001", "阿拉坦·其其格", "一等奖", "0123456789abcdef" * 4, fingerprint]
    assert biwu("verify", "--qr", "-", stdin=text + "\n").stdout == biwu("verify", "--qr", text).stdout


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
    done = biwu("verify", "--qr", other, "--key", fingerprint, code=1)
    assert f"another key, {other_fingerprint}" in done.stderr and done.stdout == ""


@test
def wrong_usage_of_verify(folder):
    assert "--qr TEXT is missing" in biwu("verify", code=2).stderr
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
