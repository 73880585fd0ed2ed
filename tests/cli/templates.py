"""Templates of certificates, from the command line: which one is taken, what is wrong with one, what becomes of its keys.

usage: templates.py BIWU
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "templates" / "certificates"
NAMES = ["award", "honour", "honour-portrait", "modern", "stock", "team"]
RULES = """title: 比武
date: 2023-10-26
host: 某市委组织部
rounds: [{ id: stage, name: 登台述评, method: given }]
awards: [{ name: 一等奖, count: 1 }, { name: 优秀奖, rest: true }]
teams: { by: unit, method: sum }
"""
TEMPLATE = """heading = 奖状
page = A4
[box heading]
text = {heading}
left = 20
top = 20
width = 200
height = 20
[box name]
text = 获奖人：{name}[（职务：{title}）]
left = 20
top = 60
width = 200
height = 20
"""
MM = 72 / 25.4
failed = passed = 0


def check(holds, what):
    global failed, passed
    passed += bool(holds)
    failed += not holds
    if not holds:
        print("FAILED:", what)


def run(*command, cwd=None):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd=cwd, timeout=300)


def contest(folder, more="", template=None):
    folder.mkdir()
    (folder / "scores").mkdir()
    (folder / "contest.yaml").write_text(RULES + more, encoding="utf-8")
    (folder / "contestants.csv").write_text("id,name,sector,unit,title\nC1,李䶮,社区,甲街道,书记\nC2,王五,社区,乙街道,\n"
                                            "C3,赵六,社区,乙街道,\n", encoding="utf-8")
    (folder / "scores" / "stage.csv").write_text("contestant,score\nC1,95\nC2,90\nC3,80\n", encoding="utf-8")
    for name, text in (template or {}).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def says(pdf):
    return re.sub(r"\s", "", run("pdftotext", "-raw", pdf, "-").stdout)


def words(pdf):
    """Left, top, right and bottom edge of each word of the first page, in points."""
    page = run("pdftotext", "-bbox", "-l", "1", pdf, "-").stdout
    return {w[5]: tuple(map(float, w.groups()[:4])) for w in
            re.finditer(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', page)}


def refuses(biwu, command, code, *parts, out=None):
    done = run(biwu, *command)
    for part in parts:
        check(part in done.stderr, f"{command}: no {part!r} in {done.stderr}")
    check(done.returncode == code, f"{command}: exit {done.returncode}, {done.stderr}")
    check(done.stderr.count(": error: ") == 1, f"{command}: one error, not {done.stderr}")
    check(not out or not out.exists(), f"{command}: {out} was written")


def which_is_taken(biwu, scratch):
    out = scratch / "out.pdf"
    folder = contest(scratch / "plain")
    run(biwu, "certificates", folder, "-o", out)
    check("获奖证书" in says(out), "without the key: the award's")
    run(biwu, "certificates", folder, "-o", out, "--template", "honour")
    check("荣誉证书" in says(out), "--template honour")
    run(biwu, "certificates", contest(scratch / "named", "certificate: { template: honour }\n"), "-o", out)
    check("荣誉证书" in says(out), "template: honour")
    own = contest(scratch / "own", "certificate: { template: own.txt }\n", {"own.txt": TEMPLATE})
    run(biwu, "certificates", own, "-o", out)
    check("获奖人：李䶮（职务：书记）" in says(out) and "获奖人：王五" in says(out), f"a file of the folder: {says(out)}")
    check("王五（" not in says(out), "brackets without a value go")
    beneath = contest(scratch / "beneath", "certificate: { template: own.txt }\n", {"templates/own.txt": TEMPLATE.encode("gb18030")})
    run(biwu, "certificates", beneath, "-o", out)
    check("奖状" in says(out), "a GB18030 file of its folder templates")
    done = run(biwu, "certificates", folder, "-o", out, "--template", "own.txt", cwd=own)
    check("奖状" in says(out) and done.returncode == 0, "--template seen from where one is")
    run(biwu, "run", own)
    check("奖状" in says(own / "out" / "certificates.pdf"), "run takes it, too")


def what_is_refused(biwu, scratch):
    out = scratch / "refused.pdf"
    misspelt = contest(scratch / "misspelt", "certificate: { template: honuor }\n")
    for command in (["certificates", misspelt, "-o", out], ["check", misspelt], ["run", misspelt, "-o", scratch / "refused"]):
        refuses(biwu, command, 1, "contest.yaml:7:", "there is no template honuor", "honour", out=out)
    check(not (scratch / "refused").exists(), "run wrote files")
    lost = contest(scratch / "lost", "certificate: { template: own.txt }\n")
    refuses(biwu, ["certificates", lost, "-o", out], 1, "there is no template own.txt", "folder", out=out)
    plain = contest(scratch / "refusing")
    refuses(biwu, ["certificates", plain, "-o", out, "--template", "modren"], 2, "modern", out=out)
    for line, wrong, parts in ((10, TEMPLATE.replace("{name}", "{nmae}"), ["there is no placeholder nmae", "“name”"]),
                               (1, TEMPLATE.replace("heading = 奖状\n", ""), ["the key heading is missing"]),
                               (9, TEMPLATE.replace("left = 20\ntop = 60", "top = 60"), ["the key left is missing"]),
                               (8, TEMPLATE.replace("height = 20\n[", "height = 20 米\n["), ["height takes a number"])):
        path = scratch / "wrong.txt"
        path.write_text(wrong, encoding="utf-8")
        refuses(biwu, ["certificates", plain, "-o", out, "--template", path], 1, f"wrong.txt:{line}:", *parts, out=out)
        refuses(biwu, ["template", "check", path], 1, f"wrong.txt:{line}:", *parts)
        refuses(biwu, ["template", "preview", path, "-o", out], 1, f"wrong.txt:{line}:", out=out)
    full = run("sh", "-c", f"'{biwu}' template preview honour -o /dev/full")
    check(full.returncode == 3 and full.stderr.count("error:") + full.stderr.count("failure:") == 1, f"a full disk: {full.stderr}")
    narrow = scratch / "narrow.txt"
    narrow.write_text(TEMPLATE.replace("top = 60\nwidth = 200", "top = 60\nwidth = 30").replace(
        "height = 20\n", "height = 20\nlines = 1\n"), encoding="utf-8")
    refuses(biwu, ["certificates", plain, "-o", out, "--template", narrow, "--contestant", "C1"], 1, "contestants.csv:2:",
            "李䶮", "the box name", out=out)


def faults_have_places(biwu, scratch):
    """What contest.yaml is to blame for is told by line and column of the value that has to be changed."""
    out = scratch / "places.pdf"
    folder = contest(scratch / "places")

    def told(rules, wanted):
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        done = run(biwu, "certificates", folder, "-o", out)
        found = re.findall(r"([\w.]+:\d+:\d+): error: (.*)", done.stderr)
        check(done.returncode == 1 and not out.exists() and done.stderr.count(": error: ") == len(wanted),
              f"{rules}{done.stderr}")
        check(len(found) == len(wanted) and all(place == at and part in what for (place, what), (at, part) in
                                                zip(found, wanted)), f"{wanted}: {done.stderr}")

    keys = ("title", "body", "name", "heading", "notice")
    told(RULES + "fonts:\n" + "".join(f"  {key}: lost.ttf\n" for key in keys),
         [(f"contest.yaml:{line}:{len(key) + 5}", "there is no font “lost.ttf”") for line, key in enumerate(keys, 8)])
    told(RULES + 'fonts: { body: "No Such Family" }\n', [("contest.yaml:7:16", "there is no font “No Such Family”")])
    crowd = "".join(f"  - 某市第{n}局\n" for n in "一二三四五六七八九")
    told(RULES.replace("host: 某市委组织部\n", "host:\n" + crowd), [("contest.yaml:4:5", "hosts, not for 9")])
    told(RULES.replace("host: 某市委组织部", "host: [某市委组织部, " + "部" * 400 + "]"),
         [("contest.yaml:3:16", "has no room in the box hosts")])
    told(RULES.replace("title: 比武", "title: " + "比武" * 400), [("contest.yaml:1:8", "has no room in the box body")])
    (folder / "contest.yaml").write_text(RULES.replace("host: 某市委组织部", "host: [甲局, 乙\U00031350局]"), encoding="utf-8")
    done = run(biwu, "certificates", folder, "-o", out)
    check("contest.yaml:3:12: error: no font has the character" in done.stderr, f"a host's character: {done.stderr}")
    lines = len(RULES.splitlines())
    told(RULES + "sign: [计分员, 复核\U00031350员]\nprotest: { office: 监督\U00031351科, phone: \"\U00031352\" }\n",
         [(f"contest.yaml:{lines + 1}:13", "of 复核"), (f"contest.yaml:{lines + 2}:20", "of 监督"),
          (f"contest.yaml:{lines + 2}:33", "(U+31352)")])
    (folder / "contest.yaml").write_text(RULES + "notice: { from: 2023-10-27, to: 2023-10-30, office: 甲\U00031350, "
                                         "phone: 乙\U00031350, address: 丙\U00031350 }\n", encoding="utf-8")
    done = run(biwu, "report", folder, "-o", scratch / "notice")
    check(re.findall(r"contest.yaml:(\d+:\d+): error: no font", done.stderr) ==
          [f"{lines + 1}:{column}" for column in (53, 64, 77)], f"a notice's characters: {done.stderr}")


def scripts_that_are_not_set(biwu, scratch):
    """Hebrew and Mongolian are refused whatever fonts there are; what DejaVu Sans alone has is printed."""
    out = scratch / "scripts.pdf"
    folder = contest(scratch / "scripts")
    for letters, number in (("\u05d0\u05d1\u05d2", "U+05D0"), ("\u182e\u1823", "U+182E")):
        (folder / "contest.yaml").write_text(RULES.replace("某市委组织部", letters), encoding="utf-8")
        done = run(biwu, "certificates", folder, "-o", out)
        check(f"contest.yaml:3:7: error: letters such as “{letters[0]}” ({number})" in done.stderr, f"{number}: {done.stderr}")
        check("hint: they run from right to left or join" in done.stderr and "package" not in done.stderr and
              not out.exists(), f"{number}: {done.stderr}")
    (folder / "contest.yaml").write_text(RULES.replace("某市委组织部", "某市\u2687局"), encoding="utf-8")
    done = run(biwu, "certificates", folder, "-o", out)
    check(done.returncode == 0 and "某市\u2687局" in says(out), f"a sign of DejaVu Sans: {done.stderr}")


def fonts_that_cannot_do_it(biwu, scratch):
    """What is no font is not told as absent; a font without hanzi, and Song in the place of Kai, are warned of once."""
    out, folder = scratch / "fonts.pdf", contest(scratch / "fonts")
    (folder / "t.ttf").write_bytes(b"this is no font")
    (folder / "contest.yaml").write_text(RULES + "fonts: { title: t.ttf }\n", encoding="utf-8")
    refuses(biwu, ["certificates", folder, "-o", out], 1, "contest.yaml:7:17: error: “t.ttf” is no font, or damaged",
            "hint: ", out=out)
    (folder / "contest.yaml").write_text(RULES + 'fonts: { title: "DejaVu Sans" }\n', encoding="utf-8")
    done = run(biwu, "certificates", folder, "-o", out)
    check(done.returncode == 0 and done.stderr.count("hanzi") == 1 and
          "contest.yaml:7:17: warning: font “DejaVu Sans” has no hanzi" in done.stderr, f"no hanzi: {done.stderr}")
    (folder / "contest.yaml").write_text("language: en\n" + RULES + 'fonts: { title: "DejaVu Sans" }\n', encoding="utf-8")
    done = run(biwu, "certificates", folder, "-o", out)
    check("hanzi" not in done.stderr, f"none are wanted: {done.stderr}")

    (folder / "contest.yaml").write_text(RULES, encoding="utf-8")
    found = run("fc-match", "-f", "%{file}", "Noto Serif CJK SC").stdout
    only = scratch / "only"
    only.mkdir()
    (only / Path(found).name).symlink_to(found)
    (only / "fonts.conf").write_text(f'<?xml version="1.0"?><fontconfig><dir>{only}</dir>'
                                     f'<cachedir>{only}</cachedir></fontconfig>', encoding="utf-8")
    told = "warning: certificates and name plates are set in Kai, which is not installed: Song stands in"
    for command in (["certificates", folder, "-o", out], ["certificates", folder, "-o", scratch / "split", "--split"],
                    ["report", folder, "--blank", "-o", scratch / "blank"], ["run", folder, "-o", scratch / "all"]):
        done = run("env", f"FONTCONFIG_FILE={only}/fonts.conf", biwu, *command)
        check(done.returncode == 0 and done.stderr.count(told) == 1, f"no Kai, {command[0]}: {done.stderr}")
        check(told not in run(biwu, *command).stderr, f"with Kai, {command[0]}")


def what_has_no_end(biwu, scratch):
    """Pipes, devices and files of any size are not read, whoever names them, and hold nobody up."""
    out = scratch / "endless.pdf"
    folder = contest(scratch / "endless", "certificate: { template: own.txt }\n")
    os.mkfifo(folder / "own.txt")
    for command in (["check", folder], ["certificates", folder, "-o", out]):
        refuses(biwu, command, 1, "contest.yaml:7:14: error: own.txt is not a plain file", "hint: ", out=out)
    refuses(biwu, ["template", "check", folder / "own.txt"], 1, "own.txt: error: this is not a plain file")
    refuses(biwu, ["template", "check", "/dev/zero"], 1, "/dev/zero: error: this is not a plain file")
    (folder / "own.txt").unlink()
    (folder / "own.txt").write_text(TEMPLATE + "#" * (1 << 20), encoding="utf-8")
    refuses(biwu, ["check", folder], 1, "contest.yaml:7:14: error: own.txt is too large: at most 1048576 bytes are read")
    refuses(biwu, ["certificates", folder, "-o", out, "--template", "own.txt"], 1,
            "own.txt: error: this file is too large: at most 1048576 bytes are read", "hint: ", out=out)
    (folder / "own.txt").write_text(TEMPLATE, encoding="utf-8")
    with open(scratch / "large.ttf", "wb") as large:
        large.truncate((256 << 20) + 1)
    os.mkfifo(scratch / "pipe.ttf")
    for name, words in (("../large.ttf", "../large.ttf is too large: at most 268435456 bytes are read"),
                        ("../pipe.ttf", "../pipe.ttf is not a plain file"), ("/dev/zero", "/dev/zero is not a plain file")):
        rules = RULES + "fonts: { name: %s }\n" % name
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        refuses(biwu, ["certificates", folder, "-o", out], 1, f"contest.yaml:7:16: error: {words}", "hint: ", out=out)


def every_shipped_one(biwu, scratch):
    files = sorted(path.name for path in SHIPPED.glob("*.txt"))
    check(files == sorted([f"{name}.txt" for name in NAMES] + [f"{name}.en.txt" for name in NAMES]), f"shipped: {files}")
    for name in files:
        out = scratch / f"{name}.pdf"
        checked = run(biwu, "template", "check", SHIPPED / name)
        check(checked.returncode == 0 and checked.stdout, f"{name}: {checked.stderr}")
        shown = run(biwu, "template", "preview", SHIPPED / name, "-o", out)
        check(shown.returncode == 0 and not shown.stderr, f"{name}: {shown.stderr}")
        check(run("qpdf", "--check", out).returncode == 0, f"{name}: qpdf")
        text = says(out)
        people = ["Zoë", "O’Neill-Fitzgerald", "李䶮"] if ".en." in name else ["𠮷䶮", "阿拉坦其其格·敖登格日勒", "欧阳𬭎", "O’Neill"]
        for person in people:
            check(person in text, f"{name} does not show {person}: {text}")
    check(run(biwu, "template", "check", "honour").returncode == 0, "by its name")


def boxes_of(path):
    """The numbers of each box; sizes of 三号 and the like are not among them."""
    boxes = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = (part.strip() for part in line.partition("="))
        if line.startswith("[box "):
            box = boxes.setdefault(line[5:-1], {})
        elif boxes and re.fullmatch(r"[\d.]+", value):
            box[key] = float(value)
    return boxes


def names_are_the_largest_text(biwu, scratch):
    """A long name is never smaller than what the certificate says of it: it takes a second line before that."""
    for path in sorted(SHIPPED.glob("*.txt")):
        boxes = boxes_of(path)
        for name in {"person", "team", "name"} & set(boxes):
            box, body = boxes[name], boxes["body"]
            least = box.get("strong-size", box["size"]) * box.get("min-size", box["size"] / 2) / box["size"]
            check(least >= body["size"], f"{path.name}: {name} of {least} pt, body of {body['size']}")
    long, parted = "阿拉坦其其格" * 3 + "敖登", "古丽努尔·阿卜杜热合曼·买买提依明·玉素甫江·艾合买提"
    folder = contest(scratch / "largest")
    (folder / "contestants.csv").write_text(f"id,name,sector,unit\nC1,{long},社区,甲街道\nC2,{parted},社区,乙街道\n"
                                            "C3,赵六,社区,乙街道\n", encoding="utf-8")
    for name in NAMES:
        if name == "team":
            continue
        out = scratch / f"largest-{name}.pdf"
        done = run(biwu, "certificates", folder, "-o", out, "--template", name)
        check(done.returncode == 0, f"{name}: {done.stderr}")
        text = says(out)
        check(long in text and parted in text, f"{name}: {text}")


def the_stamp_has_room():
    """A stamp of 45 mm, 3 mm above the middle of host and date, which stand 10 mm apart: 22.5 + 3 + 5 mm above the date."""
    for path in SHIPPED.glob("*.txt"):
        boxes = boxes_of(path)
        hosts = boxes.pop("hosts")
        stamp = hosts["top"] + hosts["height"] - 0.12 * 16 / MM - 30.5
        low = [name for name, box in boxes.items()
               if box["top"] + box["height"] > stamp and box["left"] + box["width"] > hosts["left"]]
        check(not low, f"{path.name}: the stamp covers {low}")


QR_BOX = "[box note]\nshows = qr\nleft = %s\ntop = %s\nwidth = 22\nheight = 22\n"


def the_stamp_is_checked(biwu, scratch):
    """By hand, of 45 mm over one host 66 * 1.3 = 85.8 mm from the right: its middle is 200 - 42.9 = 157.1 mm from the left, and
    8 mm above the date, which stands 0.12 * 16 / 2.83 = 0.68 mm above 150: at 141.3. So it begins at 118.8 mm from above and
    at 134.6 mm from the left; two hosts' second stamp is 66 * 1.5 = 99 mm from the right, and begins at 78.5."""
    hosts = "[box hosts]\nshows = hosts\nleft = 100\ntop = 120\nwidth = 100\nheight = 30\n"
    wide = hosts.replace("left = 100", "left = 60").replace("width = 100", "width = 140")
    box = "[box note]\ntext = 说明\nleft = %s\ntop = %s\nwidth = 30\nheight = 10\n"
    for where, more, is_told in ((box % (142, 108.7), hosts, False), (box % (142, 109), hosts, True),  # above it
                                 (box % (104.4, 136), hosts, False), (box % (104.8, 136), hosts, True),  # beside it
                                 (box % (80, 136), hosts, False), (box % (80, 136), wide, True),  # beside the second
                                 (QR_BOX % (142, 120), hosts, True),
                                 (box.replace("text = 说明", "shows = ornament") % (142, 120), hosts, False)):
        path = scratch / "stamp.txt"
        path.write_text("heading = 奖状\npage = A4\n" + where + more, encoding="utf-8")
        done = run(biwu, "template", "check", path)
        told = f"{path}:3:1: warning: a stamp over hosts and date would reach into the box note" in done.stderr
        check(done.returncode == 0 and told == is_told and bool(done.stdout) != is_told, f"{where}{more}{done.stdout}{done.stderr}")
    # Of 50 mm, 2.5 mm further in each direction: it begins at 116.3 mm from above and 132.1 mm from the left; and its column is
    # 71 mm in place of 66, so that one host's middle is 46.15 mm from the right, at 153.85, and two need 142 mm.
    large, larger = (text.replace("shows = hosts\n", "shows = hosts\nseal = 50\n") for text in (hosts, wide))
    for where, more, is_told in ((box % (142, 106.2), large, False), (box % (142, 106.5), large, True),
                                 (box % (98.7, 136), large, False), (box % (99, 136), large, True),
                                 (box % (80, 136), larger, False),  # one alone has room, in the middle of its column
                                 (box % (80, 136), larger.replace("left = 60", "left = 58").replace("140", "142"), True)):
        path.write_text("heading = 奖状\npage = A4\n" + where + more, encoding="utf-8")
        done = run(biwu, "template", "check", path)
        check(("hint: by seal, a stamp is 50 mm wide" in done.stderr) == is_told, f"seal = 50, {where}: {done.stderr}")
    for wrong in ("19.9", "60.1", "x"):
        path.write_text("heading = 奖状\n" + hosts.replace("shows = hosts", f"shows = hosts\nseal = {wrong}"), encoding="utf-8")
        refuses(biwu, ["template", "check", path], 1, ":4:8: error: seal ")
    # Smaller on paper of 148 mm in place of 210, under the same stamp, which is 45 / 0.70476 = 63.85 mm to the template:
    # its middle is 5 + 3 / 0.70476 = 9.26 mm above the date, and it begins 31.93 mm above that, at 108.14. A3: at 126.29.
    for paper, top, is_told in (("A5", 98, False), ("A5", 98.3, True), ("A3", 116.1, False), ("A3", 116.5, True)):
        path.write_text(f"heading = 奖状\npage = A4\nprinted-on = {paper}\n" + box % (142, top) + hosts, encoding="utf-8")
        done = run(biwu, "template", "check", path)
        check(("a stamp over hosts and date" in done.stderr) == is_told, f"{paper}, {top}: {done.stdout}{done.stderr}")
    for path in SHIPPED.glob("*.txt"):
        done = run(biwu, "template", "check", path)
        check("no faults" in done.stdout, f"{path.name}: {done.stdout}{done.stderr}")


def stamps_part_the_hosts(biwu, scratch):
    """Two hosts stand as far apart as a stamp is wide, and 21 mm."""
    hosts = "[box hosts]\nshows = hosts\nleft = 120\ntop = 150\nwidth = 150\nheight = 30\n"
    folder = contest(scratch / "stamped", template={"own.txt": TEMPLATE + hosts, "wide.txt": TEMPLATE + hosts + "seal = 50\n"})
    (folder / "contest.yaml").write_text(RULES.replace("某市委组织部", "[某市财政局, 某市教育局]"), encoding="utf-8")
    for name, wanted in (("own.txt", 66), ("wide.txt", 71)):
        out = scratch / "stamped.pdf"
        done = run(biwu, "certificates", folder, "-o", out, "--template", name)
        placed = words(out)
        left, right = ((placed[host][0] + placed[host][2]) / 2 for host in ("某市财政局", "某市教育局"))
        check(done.returncode == 0 and abs(right - left - wanted * MM) < 0.1, f"{name}: {(right - left) / MM} mm, {done.stderr}")


def hosts_share_an_axis(biwu, scratch):
    """Three hosts have no room side by side on an upright page: each has a line, all about one axis with the date."""
    folder = contest(scratch / "axis")
    hosts = ["某市某区委员会组织部", "某市社会工作部", "中国共产主义青年团某市委员会"]
    for shown in (hosts, [hosts[0], hosts[1], hosts[2] * 2]):
        rules = RULES.replace("host: 某市委组织部", f"host: [{', '.join(shown)}]")
        (folder / "contest.yaml").write_text(rules, encoding="utf-8")
        out = scratch / "axis.pdf"
        done = run(biwu, "certificates", folder, "-o", out, "--template", "honour-portrait")
        found = words(out)
        check(done.returncode == 0 and set(shown) <= set(found), f"{shown}: {done.stderr} {found}")
        lines = [found[text] for text in shown + [next(word for word in found if word.startswith("二〇"))]]
        middles = [(left + right) / 2 for left, _, right, _ in lines]
        check(max(middles) - min(middles) < 1, f"{shown}: {middles}")
        check([top for _, top, _, _ in lines] == sorted(top for _, top, _, _ in lines), f"{shown}: {lines}")


def page_keys(biwu, scratch):
    def boxes(more, pdf=scratch / "page.pdf"):
        path = scratch / "page.txt"
        path.write_text(TEMPLATE.replace("page = A4\n", more), encoding="utf-8")
        done = run(biwu, "template", "preview", path, "-o", pdf)
        check(done.returncode == 0, done.stderr)
        found = re.findall(r"(Media|Trim|Bleed)Box: +([-\d. ]+)", run("pdfinfo", "-box", pdf).stdout)
        return {kind: [float(n) for n in numbers.split()] for kind, numbers in found}, words(pdf)

    def near(numbers, wanted):
        return all(abs(a - b * MM) < 0.1 for a, b in zip(numbers, wanted))

    plain, placed = boxes("page = A4\n")
    check(near(plain["Media"], [0, 0, 297, 210]), f"A4 lies: {plain}")
    check(near(boxes("page = A3\norientation = portrait\n")[0]["Media"], [0, 0, 297, 420]), "A3 upright")
    bled, _ = boxes("page = A4\nbleed = 3\n")
    check(near(bled["Media"], [-3, -3, 300, 213]) and near(bled["Trim"], [0, 0, 297, 210]), f"3 mm of bleed: {bled}")
    large, enlarged = boxes("page = A4\nprinted-on = A3\nbleed = 3\n")
    check(near(large["Trim"], [0, 0, 420, 297]) and near(large["Media"], [-3, -3, 423, 300]), f"printed on A3: {large}")
    _, moved = boxes("page = A4\noffset = 5, -2\n")
    x, y = placed["奖状"][:2]
    check(abs(moved["奖状"][0] - x - 5 * MM) < 0.01 and abs(moved["奖状"][1] - y + 2 * MM) < 0.01, f"moved: {moved['奖状']}")
    wide = [right - left for left, _, right, _ in (placed["奖状"], enlarged["奖状"])]
    check(abs(wide[1] / wide[0] - 420 / 297) < 0.01, f"enlarged: {wide}")


def paper_has_its_size(biwu, scratch):
    """The page is as large as the paper that it is printed on, in whose middle it lies; 210 × 148 mm are A5."""
    for name, paper, width, height, scale in (("A5", "A5", 210, 148, 148 / 210), ("wide", "299 x 210", 299, 210, 1)):
        own, out = scratch / f"{name}.txt", scratch / f"{name}.pdf"
        own.write_text(TEMPLATE.replace("page = A4\n", f"page = A4\nprinted-on = {paper}\nbleed = 3\n"), encoding="utf-8")
        check(run(biwu, "template", "preview", own, "-o", out).returncode == 0, name)
        found = re.search(r"TrimBox: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)", run("pdfinfo", "-box", out).stdout)
        sides = [float(found[n + 2]) - float(found[n]) for n in (1, 2)]
        check(max(abs(sides[0] - width * MM), abs(sides[1] - height * MM)) < 0.02, f"{name}: {sides}")
        left = words(out)["奖状"][0] - 3 * MM
        wanted = (width * MM - 297 * MM * scale) / 2 + 20 * MM * scale
        check(abs(left - wanted) < 0.1, f"{name}: {left}, not {wanted}")


def teams(biwu, scratch):
    out = scratch / "teams.pdf"
    folder = contest(scratch / "teams")
    done = run(biwu, "certificates", folder, "-o", out, "--teams", "1", "--template", "team")
    # 乙街道 90 + 80, 甲街道 95.
    check(done.returncode == 0 and "乙街道：" in says(out) and "团体第一名" in says(out), f"teams: {says(out)}")
    check("参赛选手：王五、赵六。" in says(out) and "甲街道" not in says(out), "the first team alone, with its members")
    run(biwu, "certificates", folder, "-o", out, "--teams", "9")
    check("团体第二名" in says(out) and "李䶮" not in says(out), "all teams, by the usual template, and nobody else")
    each = scratch / "each"
    run(biwu, "certificates", folder, "-o", each, "--teams", "2", "--template", "team", "--split")
    check(sorted(path.name for path in each.iterdir()) == ["certificate-乙街道.pdf", "certificate-甲街道.pdf"], "a file a team")
    alone = says(each / "certificate-甲街道.pdf")
    check("团体第二名" in alone and "乙街道" not in alone, f"a file of the team alone: {alone}")
    report = scratch / "report"
    run(biwu, "report", folder, "-o", report, "--teams", "1")
    register = says(report / "register.pdf")
    check("乙街道团体第一名" in register and "团体第二名" not in register, f"the first team is in the register: {register}")
    run(biwu, "report", folder, "-o", report)
    check("团体第一名" not in says(report / "register.pdf"), "without --teams none is")
    check(run(biwu, "report", folder, "-o", report, "--blank", "--teams", "1").returncode == 2, "--blank knows no teams")
    for more in (["--teams", "0"], ["--teams", "x"], ["--teams", "1", "--award", "一等奖"]):
        check(run(biwu, "certificates", folder, "-o", out, *more).returncode == 2, f"{more} is wrong usage")


def main(biwu):
    the_stamp_has_room()
    with tempfile.TemporaryDirectory() as scratch:
        for function in (which_is_taken, what_is_refused, scripts_that_are_not_set, faults_have_places, fonts_that_cannot_do_it, what_has_no_end, every_shipped_one,
                         names_are_the_largest_text, the_stamp_is_checked, stamps_part_the_hosts,
                         hosts_share_an_axis, page_keys,
                         paper_has_its_size, teams):
            function(biwu, Path(scratch))
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
