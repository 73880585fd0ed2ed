"""QR codes are read again from pages as a camera would: what each certificate and leaderboard says is what the result says,
its signature is true by openssl and by `biwu verify`, and nothing of it can be changed.

usage: codes.py BIWU
"""
import base64
import csv
import hashlib
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

from printed import FOLDERS, MADE, ROOT, Checks, code_boxes, make

RESOLUTION = 200
DER_OF_PUBLIC = bytes.fromhex("302a300506032b6570032100")
SEAL_RADIUS = 22.5 * 72 / 25.4
KEYS = ("contest", "number", "name", "award", "hash", "key", "signature")


def biwu(*arguments, code=0, **environment):
    done = subprocess.run([BIWU, *map(str, arguments)], capture_output=True, timeout=600, start_new_session=True,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment})
    assert done.returncode == code, f"biwu {arguments}: {done}"
    return done


def pictures(pdf, folder):
    """Each page as grey dots: a file, its width and height, and the dots."""
    subprocess.run(["pdftoppm", "-gray", "-r", str(RESOLUTION), pdf, folder / pdf.stem], check=True)
    for file in sorted(folder.glob(pdf.stem + "-*.pgm")):
        _, size, _, dots = file.read_bytes().split(b"\n", 3)
        yield file, *map(int, size.split()), dots
        file.unlink()


def read_code(picture):
    """What zbarimg reads; None where it finds nothing."""
    found = subprocess.run(["zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True)
    lines = found.stdout.decode().splitlines()
    assert len(lines) <= 1, f"{picture} has {len(lines)} codes"
    return lines[0] if lines else None


def fields_of(text):
    parts = text.split("/")
    assert parts[0] == "biwu1" and len(parts) == 8, text
    return dict(zip(KEYS, (urllib.parse.unquote(part) for part in parts[1:])))


def is_signed_by(text, public, folder):
    """Whether openssl says so."""
    signed, _, signature = text.rpartition("/")
    for name, content in (("public.der", DER_OF_PUBLIC + public), ("signed", signed.encode()),
                          ("signature", base64.urlsafe_b64decode(signature + "=="))):
        (folder / name).write_bytes(content)
    return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", folder / "public.der", "-rawin",
                           "-in", folder / "signed", "-sigfile", folder / "signature"], capture_output=True).returncode == 0


# ---- where a code lies on its page ----

def words_on(pdf, page):
    told = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), pdf, "-"], check=True, capture_output=True)
    pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    for *box, word in re.findall(pattern, told.stdout.decode(errors="replace")):
        yield tuple(map(float, box)), html.unescape(word)


def has_white_around(box, modules, width, dots):
    """Four modules at each side are white, but for a dot at the edge, which the module beside it may share."""
    scale = RESOLUTION / 72
    left, top, right, bottom = (n * scale for n in box)
    quiet = (right - left) / modules * 4
    for y in range(round(top - quiet) + 1, round(bottom + quiet) - 1):
        row = dots[y * width:(y + 1) * width]
        is_beside = y < top - 1 or y > bottom + 1
        parts = [(left - quiet + 1, right + quiet - 1)] if is_beside else [(left - quiet + 1, left - 1), (right + 1, right + quiet - 1)]
        for start, end in parts:
            if any(dot != 255 for dot in row[round(start):round(end)]):
                return False
    return True


def lies_free(box, modules, words):
    quiet = (box[2] - box[0]) / modules * 4
    left, top, right, bottom = box[0] - quiet, box[1] - quiet, box[2] + quiet, box[3] + quiet
    return all(word[2] <= left or word[0] >= right or word[3] <= top or word[1] >= bottom for word, _ in words)


def seal_lies_free(box, words):
    """The seal's circle, about the middle of the date and 3 mm above the middle of it and the host."""
    date, = (word for word, text in words if text.startswith("二〇"))
    x, y = (date[0] + date[2]) / 2, date[3] - (5 + 3) * 72 / 25.4
    across = max(box[0] - x, x - box[2], 0)
    return (across ** 2 + max(box[1] - y, y - box[3], 0) ** 2) ** 0.5 > SEAL_RADIUS


def look_at(checks, pdf, folder):
    """What the code of each page says, None for a page without; where it lies is checked."""
    said = []
    for page, (picture, width, _, dots) in enumerate(pictures(pdf, folder), 1):
        said.append(read_code(picture))
        boxes = code_boxes(pdf, page)
        checks.check(len(boxes) == (said[-1] is not None), f"{pdf.name}, page {page}: {len(boxes)} codes, read: {said[-1]}")
        for modules, box in boxes:
            words = list(words_on(pdf, page))
            checks.check(21.99 <= (box[2] - box[0]) * 25.4 / 72 <= 24, f"{pdf.name}, page {page}: size of {box}")
            checks.check(has_white_around(box, modules, width, dots), f"{pdf.name}, page {page}: no white around the code")
            checks.check(lies_free(box, modules, words), f"{pdf.name}, page {page}: a word lies on the code")
            if "certificate" in pdf.name and any(text.startswith("二〇") for _, text in words):
                checks.check(seal_lies_free(box, words), f"{pdf.name}, page {page}: the seal lies on the code")
    return said


# ---- what the codes say ----

def winners(standings):
    return [(row["name"], row["award"]) for sector in standings["sectors"] for row in sector["ranking"] if "award" in row]


def printed(contest, out, environment):
    biwu("run", contest, "-o", out, **environment)
    standings = json.loads((out / "standings.json").read_text(encoding="utf-8"))
    return standings, json.loads((out / "manifest.json").read_text(encoding="utf-8"))["result"]


def the_sample(checks, folder, environment, public, fingerprint):
    """Every certificate, in the order of the ranking; a code in each sector's part of the leaderboard."""
    sample = ROOT / FOLDERS["secretaries"]
    standings, result = printed(sample, folder / "out", environment)
    codes = look_at(checks, folder / "out" / "certificates.pdf", folder)
    expected = [("全市街道社区党组织书记比武争星", f"CFBW-2023-{n:04}", name, award, result)
                for n, (name, award) in enumerate(winners(standings), 1)]
    found = [tuple(fields_of(code or "biwu1///////")[key] for key in KEYS[:5]) for code in codes]
    checks.check(found == expected and len(found) > 50, f"certificates: {[pair for pair in zip(found, expected) if pair[0] != pair[1]]}")
    for code in codes:
        checks.check(is_signed_by(code, public, folder), f"openssl: {code}")
        told = biwu("verify", "--qr", code, "--key", fingerprint).stdout.decode()
        checks.check(told.startswith("Genuine: ") and fields_of(code)["name"] in told, f"verify: {told}")

    board = [code for code in look_at(checks, folder / "out" / "leaderboard.pdf", folder) if code]
    checks.check(len(board) == len(standings["sectors"]) == 2 and len(set(board)) == 1, f"leaderboard: {board}")
    checks.check(fields_of(board[0]) | {"key": "", "signature": ""} == dict.fromkeys(KEYS, "") | {
        "contest": "全市街道社区党组织书记比武争星", "hash": result}, f"leaderboard: {board[0]}")
    checks.check(is_signed_by(board[0], public, folder), "leaderboard: signature")
    footers = subprocess.run(["pdftotext", folder / "out" / "leaderboard.pdf", "-"], capture_output=True, check=True).stdout.decode()
    checks.check(result[:12] in footers and footers.count(fingerprint) == 2, "leaderboard: hash and fingerprint in print")
    return codes[0]


def nothing_can_be_changed(checks, code, fingerprint):
    """Bits flipped one at a time, one in each byte; other people, other awards, other results."""
    whole = code.encode()
    chance = random.Random(1)
    changed = []
    for place in range(len(whole)):
        changed.append(bytearray(whole))
        changed[-1][place] ^= 1 << chance.randrange(8)
    fields = fields_of(code)
    changed += [code.replace(f"/{urllib.parse.quote(fields[key])}/", f"/{other}/").replace(f"/{fields[key]}/", f"/{other}/").encode()
                for key, other in (("name", "张三"), ("award", "特等奖"), ("number", "CFBW-2023-0099"), ("hash", "0" * 64))]
    for text in changed:
        assert bytes(text) != whole
        done = subprocess.run([BIWU, "verify", "--qr", "-", "--key", fingerprint], input=bytes(text) + b"\n", capture_output=True)
        # A line that ends earlier is another text; a blank that a bit made at its end is none.
        checks.check(done.returncode == 1 and b"enuine:" not in done.stdout, f"{bytes(text)}: {done}")


def strange_names(checks, folder, environment, fingerprint):
    """Names that few fonts have, English pages, units: read again and verified."""
    for name in ("rare", "english", "special", "teams"):
        contest = make(MADE[name], folder / name) if name in MADE else ROOT / FOLDERS[name]
        standings, result = printed(contest, folder / f"of-{name}", environment)
        people = {row["name"] for sector in standings["sectors"] for row in sector["ranking"]}
        for document in ("certificates", "leaderboard"):
            pdf = folder / f"of-{name}" / f"{document}.pdf"
            codes = [code for code in look_at(checks, pdf, folder) if code] if pdf.exists() else []
            checks.check(codes or not pdf.exists(), f"{pdf}: no code at all")
            for code in codes:
                biwu("verify", "--qr", code, "--key", fingerprint)
                checks.check(fields_of(code)["hash"] == result, f"{pdf}: {code}")
                checks.check(document == "leaderboard" or name == "special" or fields_of(code)["name"] in people, f"{pdf}: {code}")
    checks.check({"李䶮", "𠮷田丽", "Zoë O’Neill"} <= people_of_certificates(folder / "of-rare", folder), "rare: names")


def people_of_certificates(out, folder):
    return {fields_of(read_code(picture[0]))["name"] for picture in pictures(out / "certificates.pdf", folder)}


def many_hosts(checks, folder, environment):
    """One to eight hosts, beside whom the code moves aside; the longest texts that a certificate takes."""
    hosts = ["中共某某市委员会组织部", "某某市民政局", "某某市总工会", "某某市妇女联合会", "共青团某某市委员会", "某某市文化广电旅游局",
             "某某市农牧局", "某某市教育局"]
    title = "全市街道社区党组织书记抓基层党建促乡村振兴暨城市基层治理比武争星活动决赛（第三届）"
    for count in (1, 2, 3, 4, 5, 8):
        contest = make({
            "contest.yaml": f"title: {title}\ndate: 2023-10-26\nhost: [{', '.join(hosts[:count])}]\nawards: [{{ name: 一等奖, count: 1 }}]\n"
                            "rounds: [{ id: stage, name: 登台述评, method: given }]\n",
            "contestants.csv": "id,name,sector,unit\nC1,阿拉坦·其其格,社区农村牧区机关企事业单位离退休干部国有企业高校领域,元宝山区平庄镇东城街道第一社区\n",
            "scores/stage.csv": "contestant,score\nC1,90\n"}, folder / f"hosts-{count}")
        printed(contest, folder / f"of-hosts-{count}", environment)
        for document in ("certificates", "leaderboard"):
            codes = look_at(checks, folder / f"of-hosts-{count}" / f"{document}.pdf", folder)
            checks.check(any(codes) and fields_of([code for code in codes if code][0])["contest"] == title, f"{count} hosts: {codes}")


def every_template(checks, folder, environment, fingerprint):
    """Those that the program brings, with as many hosts as stand in a row; a team's is told by its place."""
    for name in ("award", "honour", "honour-portrait", "modern", "stock"):
        pdf = folder / f"certificates-{name}.pdf"
        biwu("certificates", folder / "hosts-3", "-o", pdf, "--template", name, **environment)
        codes = look_at(checks, pdf, folder)
        checks.check(len(codes) == 1 and fields_of(codes[0])["name"] == "阿拉坦·其其格", f"{name}: {codes}")
    pdf = folder / "certificates-team.pdf"
    biwu("certificates", ROOT / FOLDERS["teams"], "-o", pdf, "--template", "team", "--teams", 2, **environment)
    codes = look_at(checks, pdf, folder)
    pages = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True).stdout.decode().split("\f")
    checks.check(len(codes) == 2, f"teams: {codes}")
    for code, page in zip(codes, pages):
        fields = fields_of(code)
        biwu("verify", "--qr", code, "--key", fingerprint)
        checks.check(fields["name"] and fields["award"] and fields["name"] in page and fields["award"] in page.replace("\n", ""), code)


def unseen_characters(checks, folder, environment, fingerprint):
    """A title and an award with characters that paper does not show; a title that no code holds."""
    contest = {"contest.yaml": 'title: "比\\u200b武\\u202e争星"\nawards: [{ name: "一\\u2060等奖", count: 1 }]\n'
                               "rounds: [{ id: stage, name: 登台述评, method: given }]\n",
               "contestants.csv": "id,name,sector\nC1,甲,社区\n", "scores/stage.csv": "contestant,score\nC1,90\n"}
    printed(make(contest, folder / "unseen"), folder / "of-unseen", environment)
    code, = look_at(checks, folder / "of-unseen" / "certificates.pdf", folder)
    biwu("verify", "--qr", code, "--key", fingerprint)
    checks.check(tuple(fields_of(code)[key] for key in KEYS[:4]) == ("比武争星", "", "甲", "一等奖"), f"unseen: {code}")
    contest["contest.yaml"] = contest["contest.yaml"].replace("争星", "争星" * 500)
    done = biwu("report", make(contest, folder / "long"), "-o", folder / "of-long", **environment)
    checks.check(done.stderr.decode().count("too long for a QR code") == 1, f"long: {done.stderr.decode()}")
    checks.check(not any(look_at(checks, folder / "of-long" / "leaderboard.pdf", folder)), "long: a code")


def only_what_can_be_read_is_drawn(checks, folder, environment):
    """One name is too long for a code that phones read, in a template that shows it nowhere else."""
    contest = make({"contest.yaml": "title: 比武争星\nawards: [{ name: 一等奖, count: 2 }]\nrounds: [{ id: stage, name: 登台述评, method: given }]\n",
                    "contestants.csv": "id,name,sector\nC1,甲,社区\nC2," + "乙" * 300 + ",社区\n",
                    "scores/stage.csv": "contestant,score\nC1,91\nC2,90\n"}, folder / "long-name")
    template = folder / "codes.txt"
    template.write_text("heading = 证书\n[box heading]\ntext = {heading}\nleft = 100\ntop = 20\nwidth = 90\nheight = 20\n"
                        "[box code]\nshows = qr\nleft = 40\ntop = 100\nwidth = 22\nheight = 22\n", encoding="utf-8")
    pdf = folder / "certificates-long-name.pdf"
    done = biwu("certificates", contest, "-o", pdf, "--template", template, **environment)
    told = [line for line in done.stderr.decode().splitlines() if "warning: " in line]
    checks.check(len(told) == 1 and "contestants.csv:3" in told[0] and "too long for a QR code" in told[0], f"long name: {told}")
    codes = look_at(checks, pdf, folder)
    checks.check(codes[1:] == [None] and fields_of(codes[0])["name"] == "甲", f"long name: {codes}")


def as_a_phone_sees_it(picture, width, dots, box, resolution):
    """The surroundings of a code, out of focus, grey on grey, with noise."""
    chance = random.Random(1)
    left, top, right, bottom = (round(n * resolution / 72) for n in box)
    edge = (right - left) // 5
    rows = range(top - edge, bottom + edge)
    columns = range(left - edge, right + edge)
    seen = bytearray()
    for y in rows:
        for x in columns:
            blurred = sum(dots[(y + b) * width + x + a] for b in (-1, 0, 1) for a in (-1, 0, 1)) // 9
            seen.append(60 + blurred // 2 + chance.randrange(-12, 13))
    picture.write_bytes(b"P5\n%d %d\n255\n" % (len(columns), len(rows)) + seen)


def out_of_focus(checks, folder):
    """The sample's papers on a photo that is not good."""
    for document, page in (("certificates", 1), ("certificates", 10), ("leaderboard", 3)):
        pdf, resolution = folder / "out" / f"{document}.pdf", 300
        subprocess.run(["pdftoppm", "-gray", "-singlefile", "-f", str(page), "-r", str(resolution), pdf, folder / "sharp"], check=True)
        _, size, _, dots = (folder / "sharp.pgm").read_bytes().split(b"\n", 3)
        (_, box), = code_boxes(pdf, page)
        as_a_phone_sees_it(folder / "photo.pgm", int(size.split()[0]), dots, box, resolution)
        checks.check((read_code(folder / "photo.pgm") or "").startswith("biwu1/"), f"photo of {document}, page {page}")


def without_a_signature(checks, folder, environment):
    """The hash alone, and a warning that says why; of a result that is not complete without one."""
    sample = ROOT / FOLDERS["secretaries"]
    wrong = environment | {"BIWU_KEY_PASSWORD": "wrong"}
    nobody = {"XDG_CONFIG_HOME": str(folder / "nobody")}
    mute = {key: value for key, value in environment.items() if key != "BIWU_KEY_PASSWORD"}
    shared = folder / "shared" / "biwu"
    shared.mkdir(parents=True)
    (shared / "key").write_bytes(Path(environment["XDG_CONFIG_HOME"], "biwu", "key").read_bytes())
    (shared / "key").chmod(0o644)
    for case, told in ((nobody, "there is no signing key; QR codes have"), (wrong, "password of the signing key is wrong"),
                       (mute, "no terminal to ask"), (environment | {"BIWU_KEY_PASSWORD": ""}, "no password was given"),
                       (environment | {"XDG_CONFIG_HOME": str(folder / "shared")}, "others may read or write this key")):
        done = biwu("certificates", sample, "-o", folder / "unsigned.pdf", "--contestant", first_id(sample), **case)
        warnings = [line for line in done.stderr.decode().splitlines() if "warning: " in line]
        checks.check(len(warnings) == 1 and told in warnings[0], f"{told}: {done.stderr.decode()}")
        code, = look_at(checks, folder / "unsigned.pdf", folder)
        checks.check(code.endswith("//") and len(fields_of(code)["hash"]) == 64, f"unsigned: {code}")
        checks.check("not signed" in biwu("verify", "--qr", code, code=1).stderr.decode(), "unsigned: verify")
    done = biwu("run", ROOT / FOLDERS["pending"], "-o", folder / "pending", **environment)
    checks.check("signed" not in done.stderr.decode(), f"pending: {done.stderr.decode()}")
    codes = [code for code in look_at(checks, folder / "pending" / "leaderboard.pdf", folder) if code]
    checks.check(codes and all(code.endswith("//") for code in codes), f"pending: {codes}")


def first_id(sample):
    """Of a winner."""
    ranked = biwu("rank", sample, "--format", "csv").stdout.decode()
    return next(row["contestant"] for row in csv.DictReader(ranked.splitlines()) if row["award"])


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"XDG_CONFIG_HOME": str(folder / "configuration"), "BIWU_KEY_PASSWORD": "秘密"}
        told = dict(line.split("  ", 1) for line in biwu("key", "new", **environment).stdout.decode().splitlines())
        public = base64.urlsafe_b64decode(told["public key"].strip() + "=")
        fingerprint = told["fingerprint"].strip()
        checks.check(fingerprint.replace("-", "") == hashlib.sha256(public).hexdigest()[:16], "fingerprint")
        code = the_sample(checks, folder, environment, public, fingerprint)
        out_of_focus(checks, folder)
        nothing_can_be_changed(checks, code, fingerprint)
        only_what_can_be_read_is_drawn(checks, folder, environment)
        strange_names(checks, folder, environment, fingerprint)
        many_hosts(checks, folder, environment)
        every_template(checks, folder, environment, fingerprint)
        unseen_characters(checks, folder, environment, fingerprint)
        without_a_signature(checks, folder, environment)
    return checks.finish()


BIWU = os.path.abspath(sys.argv[1])
sys.exit(main())
