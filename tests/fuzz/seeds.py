"""Seeds for the fuzz targets, made of the folders of tests/ and samples/, and of tests/fuzz/seeds.

usage: seeds.py FOLDER

Writes FOLDER/{csv,encoding,xlsx,contest_yaml,template}, each small file once.
"""
import csv
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
sys.path.insert(0, str(TESTS))
from workbooks import Workbook, as_cell  # noqa: E402
MOST = 4096
MARKS = "scores/stage.csv"
TABLES = {path.name for path in (HERE / "sound").glob("*.csv")}
# The first byte of an encoding's seed is what the user names: nothing, UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030.
ENCODINGS = [("utf-8", 1), ("utf-16", 2), ("utf-16-le", 3), ("utf-16-be", 4), ("gb18030", 5), ("utf-8-sig", 0)]


def files(*patterns):
    for pattern in patterns:
        for parent in (HERE / "sound", TESTS / "broken", TESTS / "golden", TESTS / "presets"):
            yield from (path for path in sorted(parent.rglob(pattern)) if path.is_file())


def of_csv():
    for path in files("*.csv"):
        name = MARKS if path.parent.name == "scores" else path.name
        if name == MARKS or name in TABLES:
            yield name.encode() + b"\n" + path.read_bytes()


def of_encoding():
    for path in sorted(TESTS.glob("broken/cases/*encod*/*.*")):
        yield b"\0" + path.read_bytes()
    for path in sorted((HERE / "sound").rglob("*.csv")):
        text = path.read_text(encoding="utf-8")
        for codec, asked in ENCODINGS:
            yield b"\0" + text.encode(codec)
            yield bytes([asked]) + text.encode(codec)


def of_contest_yaml():
    for path in files("contest.yaml"):
        yield path.read_bytes()
    for path in sorted((TESTS.parent / "templates" / "rules").rglob("*.yaml")):
        yield path.read_bytes()


def of_template():
    for path in sorted((TESTS.parent / "templates" / "certificates").glob("*.txt")):
        # Without remarks, of which most are longer than a seed may be.
        yield b"\n".join(line for line in path.read_bytes().split(b"\n") if line and not line.startswith(b"#"))


def unpacked(path):
    with zipfile.ZipFile(path) as archive:
        return b"\n".join(b"== " + name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def sound_workbooks(folder):
    """The sound contest's tables as workbooks, unpacked, as fuzz_xlsx.c names them."""
    for name in ("scores/stage", "contestants", "judges", "timings"):
        with open(HERE / "sound" / f"{name}.csv", encoding="utf-8", newline="") as lines:
            rows = [[as_cell(cell) for cell in row] for row in csv.reader(lines)]
        Workbook(rows, styles=["00", "h:mm", "[h]:mm:ss", 14]).save(folder / "x.xlsx")
        yield f"{name}.xlsx\n".encode() + unpacked(folder / "x.xlsx")


def of_xlsx():
    """Sound workbooks, and the broken ones as they are and, where that can be done, unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        yield from sound_workbooks(Path(folder))
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "PYTHONDONTWRITEBYTECODE": "1"}
    for case in sorted(TESTS.glob("broken/cases/xlsx-*")):
        if not (case / "make.py").exists():
            continue
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent) / "contest"
            shutil.copytree(TESTS / "broken" / "sound", folder)
            subprocess.run([sys.executable, case / "make.py"], cwd=folder, env=environment, check=True)
            for path in sorted(folder.rglob("*.xlsx")):
                if path.stat().st_size > MOST:
                    continue
                name = b"" if path.parent.name == "scores" else path.name.encode() + b"\n"
                yield path.read_bytes()
                try:
                    yield name + unpacked(path)
                except Exception:  # that archive is the broken thing
                    continue


def main(target):
    for name, seeds in (("csv", of_csv), ("encoding", of_encoding), ("xlsx", of_xlsx), ("contest_yaml", of_contest_yaml),
                        ("template", of_template)):
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        own = [path.read_bytes() for path in sorted((HERE / "seeds" / name).glob("*"))]
        for seed in [*seeds(), *own]:
            if len(seed) <= MOST:
                (folder / hashlib.sha1(seed).hexdigest()[:16]).write_bytes(seed)
        print(f"{name}: {len(list(folder.iterdir()))} seeds")


main(Path(sys.argv[1]))
