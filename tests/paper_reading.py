"""The PDFs that a command has printed, and what they say."""
import re
import subprocess
from pathlib import Path

from paper_margins import seen_edges


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("FAILED:", what)


def joined(text):
    """Without any blank: where lines are broken is not the matter."""
    return re.sub(r"\s+", "", text)


class Paper:
    """The PDFs of one command, page by page."""

    def __init__(self, checks, biwu, folder, out, *options):
        self.checks, self.out, self.name = checks, Path(out), f"{Path(folder).name} {' '.join(options)}"
        self.tried = run(biwu, "report", folder, "-o", out, *options)
        checks.check(self.tried.returncode == 0, f"{self.name}: {self.tried.stderr}")

    def files(self):
        return sorted(path.name for path in self.out.glob("*.pdf"))

    def pages(self, document):
        path = self.out / f"{document}.pdf"
        if not path.exists():
            self.checks.check(False, f"{self.name}: there is no {document}.pdf")
            return [""]
        checked = run("qpdf", "--check", path)
        self.checks.check(checked.returncode == 0, f"{document}: {checked.stdout}{checked.stderr}")
        return run("pdftotext", "-raw", path, "-").stdout.split("\f")[:-1]

    def says(self, document, *parts):
        text = joined("".join(self.pages(document)))
        for part in parts:
            self.checks.check(joined(part) in text, f"{self.name}: {document} does not say {part}")

    def lacks(self, document, *parts):
        text = joined("".join(self.pages(document)))
        for part in parts:
            self.checks.check(joined(part) not in text, f"{self.name}: {document} says {part}")

    def has_pages(self, document, count):
        pages = len(self.pages(document))
        self.checks.check(pages == count, f"{self.name}: {document} has {pages} pages, not {count}")

    def orders(self, document, *parts):
        text = joined("".join(self.pages(document)))
        places = [text.find(joined(part)) for part in parts]
        self.checks.check(-1 not in places and places == sorted(places), f"{self.name}: {document}: {parts} at {places}")

    def words(self, document):
        """Page, left, top, right and bottom edge of each word, in points."""
        page = -1
        for line in run("pdftotext", "-bbox", self.out / f"{document}.pdf", "-").stdout.splitlines():
            page += "<page " in line
            word = re.search(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line)
            if word:
                yield (page, *map(float, word.groups()[:4]), word[5])

    def keeps_margins(self, document, left, right):
        seen = [(*seen_edges(x1, x2, word), word) for _, x1, _, x2, y2, word in self.words(document) if x2 - x1 < 200]
        beyond = [word for x1, x2, word in seen if x1 < left - 2 or x2 > right + 2]
        self.checks.check(not beyond, f"{self.name}: {document}: beyond the margins: {beyond}")
