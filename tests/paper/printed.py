"""The contests whose documents the tests of this folder look at, and their printing."""
import io
import os
import re
import subprocess
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "secretaries": "samples/community-secretaries",
    "skating": "samples/figure-skating-cup-of-china-2017/ladies-free",  # English, landscape
    "pending": "tests/golden/pending",                                  # provisional: a watermark
    "special": "tests/golden/special",                                  # certificates of units
    "teams": "tests/golden/teams-sum",
    "criteria": "tests/golden/explain-criteria",
}
REPORTED = ("secretaries", "notice")  # of which every document is printed, also those that `run` does not make

MADE = {
    "rare": {  # names that few fonts have, told in several ways
        "contest.yaml": "title: 冷僻字比武 <甲 & 乙>\ndate: 2023-10-26\nhost: [某市委组织部, 𠮷县]\n"
                        "rounds: [{ id: stage, name: 登台述评, method: given }]\nawards: [{ name: 一等奖, count: 6 }]\n",
        "contestants.csv": "id,name,sector,unit\n"
                           "C1,李䶮,社区,𠮸街道\nC2,𠮷田丽,社区,赵𬭎工作室\nC3,阿拉坦·其其格,社区,〇一社区\n"
                           "C4,Zoë O’Neill,社区,Ålesund\nC5,张　三,社区,葛\U000E0100城社区\nC6,e\u0301a,社区,㒮\n",
        "scores/stage.csv": "contestant,score\n" + "".join(f"C{n},{90 + n}\n" for n in range(1, 7)),
    },
    "english": {
        "contest.yaml": "title: Open Debate\nlanguage: en\nlevel: City\ndate: 2023-10-26\nhost: [City Council]\n"
                        "rounds: [{ id: final, name: Final, method: given }]\nawards: [{ name: First prize, count: 1 }]\n",
        "contestants.csv": "id,name,sector,unit\nC1,Zoë O’Neill,Open,Ålesund School\nC2,Ana Łuczak,Open,Gdańsk School\n",
        "scores/final.csv": "contestant,score\nC1,91.5\nC2,90\n",
    },
}

MADE["notice"] = {
    "contest.yaml": "title: 2023年度全市街道社区党组织书记“学习贯彻党的二十大精神”擂台比武\nlevel: 市级\ndate: 2023-10-26\nplace: 市会议中心\n"
                    "host: [中共某市委组织部, 某市民政局]\nrounds: [{ id: final, name: 登台述评, method: given }]\n"
                    "awards: [{ name: 一等奖, count: 1 }, { name: 二等奖, count: 2 }, { name: 优秀奖, rest: true }]\n"
                    "notice: { from: 2023-10-27, to: 2023-11-02, office: 市委组织部组织科, phone: 0000-8012222, address: 新城大街1号 }\n",
    "contestants.csv": "id,name,sector,unit\nC1,李䶮,社区,春晖街道\nC2,阿拉坦其其格·敖登格日勒,社区,向阳坡街道\nC3,王建华,社区,书院街道\nC4,张三,社区,\n",
    "scores/final.csv": "contestant,score\nC1,91.5\nC2,90\nC3,89\nC4,80\n",
}
PREVIEWS = ["team", "team.en", "honour-portrait.en", "stock.en"]
LONG = "红山区松州街道园林社区党总支部委员会和居民委员会联合办公室"  # 29 characters
# The certificates of each template that is not the usual one.
for name, language, template in [("honour", "zh", "honour"), ("upright", "zh", "honour-portrait"), ("modern", "zh", "modern"),
                                 ("stock", "zh", "stock"), ("english-honour", "en", "honour"), ("english-modern", "en", "modern")]:
    title, awards, host = ("Open Debate", "First prize", "City Council") if language == "en" else \
        ("全市社区党组织书记比武争星", "一等奖", "中共某市委组织部")
    MADE[name] = {
        "contest.yaml": f"title: {title}\nlanguage: {language}\ndate: 2023-10-26\nhost: {host}\n"
                        "rounds: [{ id: final, name: Final, method: given }]\n"
                        f"awards: [{{ name: {awards}, count: 2 }}]\n"
                        f"certificate: {{ template: {template}, number: \"BW-2023-{{n:04}}\" }}\n",
        "contestants.csv": f"id,name,sector,unit\nC1,李䶮,社区,春晖街道\nC2,阿拉坦其其格·敖登格日勒,社区,{LONG}\n" if language == "zh"
                           else "id,name,sector,unit\nC1,Zoë O’Neill,Open,Ålesund School\nC2,Ana Łuczak,Open,Gdańsk School\n",
        "scores/final.csv": "contestant,score\nC1,91.5\nC2,90\n",
    }


def drawing(kind, mode, size=(240, 240)):
    """A lozenge in a ring; what lies around it is transparent, where the mode knows that."""
    image = Image.new(mode, size, (255, 255, 255, 0)[:len(mode)])
    draw, red = ImageDraw.Draw(image), (142, 27, 31, 255)[:len(mode)]
    draw.ellipse((20, 20, 220, 220), outline=red, width=16)
    draw.polygon([(120, 60), (180, 120), (120, 180), (60, 120)], fill=red)
    made = io.BytesIO()
    image.save(made, kind)
    return made.getvalue()


# A template of one's own: pictures, text that goes down, bleed, and a page that is enlarged.
MADE["own"] = {
    "contest.yaml": MADE["honour"]["contest.yaml"].replace("template: honour", "template: own.txt"),
    "contestants.csv": MADE["honour"]["contestants.csv"], "scores/final.csv": MADE["honour"]["scores/final.csv"],
    "logo.png": drawing("PNG", "RGBA"), "mark.jpg": drawing("JPEG", "RGB"),
    "own.txt": """heading = 荣誉证书
page = A5
orientation = portrait
background = fret
bleed = 3
printed-on = A4
[box logo]
shows = image
image = logo.png
left = 30
top = 32
width = 20
height = 20
[box mark]
shows = image
image = mark.jpg
left = 30
top = 54
width = 20
height = 10
align = centre
[box heading]
text = {heading}
direction = vertical
left = 103
top = 32
width = 14
height = 90
size = 32
letter-spacing = 8
font = title
colour = red
[box body]
text = [{unit}]
text = **{name}**同志
text = 在“{contest}”（{sector}）中，荣获**{award}**！编号：{number}
direction = vertical
left = 38
top = 34
width = 58
height = 108
size = 15
line-height = 1.6
strong-size = 20
strong-letter-spacing = 2
strong-colour = red
[box hosts]
shows = hosts
left = 24
top = 152
width = 100
height = 31.2
size = 12
""",
}


def make(contest, folder):
    for name, text in contest.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def print_all(biwu, out, processors=None):
    """Prints every contest into `out`, a flat folder of CONTEST-DOCUMENT.pdf; on so many processors at most."""
    def narrow():
        if processors:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])

    folders = {name: ROOT / folder for name, folder in FOLDERS.items()}
    folders |= {name: make(contest, Path(out, name)) for name, contest in MADE.items()}
    pdfs = Path(out, "pdfs")
    pdfs.mkdir()
    for name, folder in folders.items():
        target = Path(out, "of-" + name)
        more = [["report"], ["report", "--blank"]] if name in REPORTED else []
        for command in [*more, ["run"]]:
            subprocess.run([biwu, *command, folder, "-o", target], check=True, capture_output=True, preexec_fn=narrow)
        for pdf in target.glob("*.pdf"):
            pdf.rename(pdfs / f"{name}-{pdf.name}")
    for name in PREVIEWS:
        subprocess.run([biwu, "template", "preview", ROOT / "templates/certificates" / f"{name}.txt",
                        "-o", pdfs / f"preview-certificates-{name}.pdf"], check=True, capture_output=True, preexec_fn=narrow)
    return sorted(pdfs.iterdir())


def code_boxes(pdf, page):
    """The QR codes on a page: how many modules wide each is, and left, top, right and bottom in points from the upper left corner."""
    plain = subprocess.run(["qpdf", "--qdf", pdf, "--pages", ".", str(page), "--", "-"], check=True, capture_output=True).stdout
    shared = re.search(rb"/MediaBox (\d+) 0 R", plain)
    start = re.search(rb"\n%s 0 obj" % shared[1], plain) if shared else re.search(rb"/MediaBox", plain)
    edge, _, _, head = map(float, re.search(rb"\[([^\]]*)\]", plain[start.end():])[1].split())
    boxes = []
    for numbers in re.findall(rb"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm\s+BI/W (\d+)/H \5/IM true", plain):
        width, tall, x, y, modules = map(float, numbers)
        boxes.append((int(modules), (x - edge, head - y - tall, x + width - edge, head - y)))
    return boxes


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("FAILED:", what)

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return self.failed > 0 or self.passed == 0
