"""The contests whose documents the tests of this folder look at, and their printing."""
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "secretaries": "samples/community-secretaries",
    "skating": "samples/figure-skating-cup-of-china-2017/ladies-free",  # English, landscape
    "pending": "tests/golden/pending",                                  # provisional: a watermark
    "special": "tests/golden/special",                                  # certificates of units
    "teams": "tests/golden/teams-sum",
    "criteria": "tests/golden/explain-criteria",
}
REPORTED = "secretaries"  # of which every document is printed, also those that `run` does not make

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


def make(contest, folder):
    for name, text in contest.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
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
        more = [["report"], ["report", "--blank"]] if name == REPORTED else []
        for command in [*more, ["run"]]:
            subprocess.run([biwu, *command, folder, "-o", target], check=True, capture_output=True, preexec_fn=narrow)
        for pdf in target.glob("*.pdf"):
            pdf.rename(pdfs / f"{name}-{pdf.name}")
    return sorted(pdfs.iterdir())


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
