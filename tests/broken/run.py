"""Broken contest folders and what `biwu check` must say about them.

usage: run.py BIWU [CASE …]

A case is a folder in cases/: its files are laid over sound/, after what its file `absent` lists was taken away.
`expected` is written by hand from the contract: first `exit CODE`, then a line a fault, FILE[:LINE:COLUMN]: SEVERITY:
and a part of what it says; `hint:` and a part of its hint may follow, `hint: -` where it has none. Every expected fault
must come, and no other error. Where there is one, `biwu run` must end with the same code and write nothing. Warnings
that are not expected are overlooked. What cannot lie here as text is made by the case's `make.py`, which is run in the
folder: it may use tests/workbooks.py.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PATIENCE = 600  # seconds: a cell of 200 MB takes an instrumented program on a busy machine more than one minute
FAULT = re.compile(r"(?P<place>.*?): (?P<severity>error|warning): (?P<what>.*)")


def laid_out(case, folder):
    shutil.copytree(HERE / "sound", folder)
    absent = case / "absent"
    for name in absent.read_text(encoding="utf-8").split() if absent.exists() else []:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected", "absent", "make.py"))
    if (case / "make.py").exists():
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run([sys.executable, case / "make.py"], cwd=folder, env=environment, check=True)


def faults_in(lines):
    faults = []
    for line in lines:
        fault = FAULT.fullmatch(line)
        if fault:
            faults.append({**fault.groupdict(), "hint": ""})
        elif line.startswith("hint: ") and faults:
            faults[-1]["hint"] = line[len("hint: "):]
    return faults


def reported(biwu, folder):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "NO_COLOR": "1"}
    run = subprocess.run([biwu, "check", folder], capture_output=True, env=environment, timeout=PATIENCE)
    faults = faults_in(run.stderr.decode("utf-8", "replace").splitlines())
    for fault in faults:
        fault["place"] = "." if fault["place"] == str(folder) else fault["place"].removeprefix(f"{folder}/")
    return run.returncode, faults


def written_by_run(biwu, folder):
    """The exit code of `biwu run`, and the names that are there afterwards and were not before."""
    before = set(folder.rglob("*"))
    run = subprocess.run([biwu, "run", folder], capture_output=True, timeout=PATIENCE)
    return run.returncode, set(folder.rglob("*")) - before


def fits(expected, found):
    return (
        expected["place"] == found["place"]
        and expected["severity"] == found["severity"]
        and expected["what"] in found["what"]
        and (found["hint"] == "" if expected["hint"] == "-" else expected["hint"] in found["hint"])
    )


def complaints(case, biwu, folder):
    first, *rest = (case / "expected").read_text(encoding="utf-8").splitlines()
    laid_out(case, folder)
    code, found = reported(biwu, folder)
    if f"exit {code}" != first:
        yield f"exit {code}, expected {first}"
    if first != "exit 0":
        code, written = written_by_run(biwu, folder)
        if f"exit {code}" != first or written:
            yield f"run: exit {code}, and wrote {sorted(written)}"
    for expected in faults_in(rest):
        match = next((fault for fault in found if fits(expected, fault)), None)
        if match:
            found.remove(match)
        else:
            yield f"did not come: {expected}"
    for fault in found:
        if fault["severity"] == "error":
            yield f"not expected: {fault}"


def main(biwu, wanted):
    passed = failed = 0
    for case in sorted((HERE / "cases").iterdir()):
        if wanted and case.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as parent:
            wrong = list(complaints(case, biwu, Path(parent) / "contest"))
        failed += bool(wrong)
        passed += not wrong
        for complaint in wrong:
            print(f"{case.name}: {complaint}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
