"""What biwu prints can be opened in thirty years: PDF/A-1b by Apache's preflight, the same bytes on one processor as on
all, and colours that mean sRGB by LittleCMS.

usage: archive.py BIWU
"""
import re
import subprocess
import sys
import tempfile
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms
from printed import Checks, print_all

JARS = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"]


def preflight(folder):
    """What the validator says of each file of the folder: {name: its complaints, empty where the file is PDF/A-1b}."""
    classes = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    said = subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", classes,
                           "org.apache.pdfbox.preflight.Validator_A1b", "batch", str(folder)],
                          capture_output=True, text=True, encoding="utf-8")
    verdicts = {}
    for line in said.stdout.splitlines():
        verdict = re.match(r"The file (.*) is (not )?a valid PDF/A-1b file", line)
        if verdict:
            name = verdict[1]
            verdicts[name] = ["not valid"] if verdict[2] else []
        elif line:
            verdicts[name].append(line)
    return verdicts or {"": said.stderr}


def colours_are_srgb(pdf):
    """The profile in the file against LittleCMS's own sRGB, over a lattice of colours: the same to one step of 255."""
    packed = re.search(rb"/N 3\b[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", pdf.read_bytes(), re.S)[1]
    profile = ImageCms.ImageCmsProfile(BytesIO(zlib.decompress(packed)))
    steps = range(0, 256, 15)
    colours = [(r, g, b) for r in steps for g in steps for b in steps]
    image = Image.new("RGB", (len(colours), 1))
    image.putdata(colours)
    turned = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))
    return max(abs(a - b) for old, new in zip(colours, turned.getdata()) for a, b in zip(old, new)) <= 1


def main(biwu):
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("all", "one"):
            Path(scratch, name).mkdir()
        pdfs = print_all(biwu, Path(scratch, "all"))
        for pdf, again in zip(pdfs, print_all(biwu, Path(scratch, "one"), processors=1), strict=True):
            checks.check(pdf.read_bytes() == again.read_bytes(), f"{pdf.name} is another file on one processor")
        checks.check(colours_are_srgb(pdfs[0]), "the colours are not sRGB")

        names = {pdf.name for pdf in pdfs}
        for what, old, new in (("intent", b"/GTS_PDFA1", b"/GTS_PDFX1"), ("xmp", b"<pdfaid:part>1<", b"<pdfaid:part>7<"),
                               ("title", b"<rdf:Alt>", b"<rdf:Bag>")):
            broken = pdfs[0].read_bytes().replace(old, new, 1)
            Path(pdfs[0].parent, f"broken-{what}.pdf").write_bytes(broken)
        verdicts = preflight(pdfs[0].parent)
        for name, complaints in sorted(verdicts.items()):
            if name in names:
                checks.check(not complaints, f"{name}: {complaints}")
            else:
                checks.check(complaints, f"{name} passes for PDF/A-1b, so the validator sees nothing")
        checks.check(names <= verdicts.keys(), f"not looked at: {names - verdicts.keys()}")
    print(f"{len(names)} documents are PDF/A-1b" if not checks.failed else "")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
