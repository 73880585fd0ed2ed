"""Compares the program's standings with the second implementation's on random contests.

    python3 compare.py BIWU_BINARY [--count N] [--seed S] [--only N] [--keep DIR]

Case N of seed S is always the same contest. Where the two differ, the contest is made smaller while
it still differs, and its folder is kept.
"""

import argparse
import json
import multiprocessing
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import random_contest
import reference
import smaller

# The keys that the contract names, by where they stand; the program may write more than these.
TOP = ["contest", "status", "complete", "digits", "special"]
PLACE = ["rank", "contestant", "name", "unit", "final", "exact", "award", "promoted", "reserve"]
TIE = ["key", "value"]
ROUND = ["score", "exact", "counted", "dropped", "pending", "adjustments"]
UNRANKED = ["contestant", "name", "status"]
TEAM = ["rank", "team", "score", "exact", "members"]


def picked(mapping, keys):
    """The named keys. Absent and empty are the same; nothing else is."""
    return {key: mapping[key] for key in keys if mapping.get(key) not in (None, "", [])}


def comparable_place(place):
    shown = picked(place, PLACE)
    shown["rounds"] = {r: picked(result, ROUND) for r, result in place.get("rounds", {}).items()}
    if "tie" in place:
        shown["tie"] = picked(place["tie"], TIE)
        shown["tie"]["against"] = {other["contestant"]: other.get("value")
                                   for other in place["tie"]["against"]}
    return shown


def comparable(standings):
    shown = picked(standings, TOP)
    shown["sectors"] = [
        {"sector": sector["sector"],
         "ranking": [comparable_place(place) for place in sector["ranking"]],
         "unranked": [picked(entry, UNRANKED) for entry in sector.get("unranked", [])]}
        for sector in standings["sectors"]]
    shown["teams"] = [picked(team, TEAM) for team in standings.get("teams", [])]
    return shown


def differences(program, expected, path=""):
    """Lines that say where two values differ."""
    if isinstance(program, dict) and isinstance(expected, dict):
        for key in list(expected) + [key for key in program if key not in expected]:
            yield from differences(program.get(key), expected.get(key), f"{path}.{key}")
    elif isinstance(program, list) and isinstance(expected, list) \
            and len(program) == len(expected):
        for n, pair in enumerate(zip(program, expected)):
            yield from differences(*pair, f"{path}[{n}]")
    elif program != expected:
        yield f"{path}: program {program!r}, reference {expected!r}"


def program_standings(binary, folder):
    """The program's standings, or the text that says why there are none."""
    run = subprocess.run([binary, "rank", "--format", "json", str(folder)],
                         capture_output=True, check=False, timeout=60)
    if run.returncode != 0:
        return f"exit {run.returncode}: " + run.stderr.decode("utf-8", "replace")[:400]
    return json.loads(run.stdout.decode("utf-8"))


def compare_folder(binary, folder):
    """The differences of one folder, as lines; none where the two agree."""
    expected = comparable(reference.standings(folder))
    program = program_standings(binary, folder)
    if isinstance(program, str):
        return [program]
    return list(differences(comparable(program), expected))


def compare_case(binary, case):
    with tempfile.TemporaryDirectory() as folder:
        random_contest.write_case(case, Path(folder))
        return compare_folder(binary, folder)


def kind_of(lines):
    """What a difference is about: the fault the program reports, or the key that differs first."""
    if lines[0].startswith("exit"):
        return re.sub(r"[0-9]+|'[^']*'", "", lines[0].partition("error:")[2].splitlines()[0])
    return lines[0].partition(":")[0].rpartition(".")[2]


def differs_alike(binary, case, kind):
    """Whether a smaller case still differs, and in the same thing."""
    try:
        lines = compare_case(binary, case)
    except Exception:                   # made invalid by taking something away: any error will do
        return False
    return bool(lines) and kind_of(lines) == kind


def run_case(job):
    """One random case: None where it agrees, else what differs and where the folder is kept."""
    binary, seed, n, keep = job
    case = random_contest.random_case(random.Random(f"{seed}/{n}"))
    try:
        lines = compare_case(binary, case)
        if not lines:
            return None
        kind = kind_of(lines)
        case = smaller.smallest(case, lambda less: differs_alike(binary, less, kind))
        lines = compare_case(binary, case)
    except Exception as problem:        # a defect of this test itself is a failure too
        lines = [f"{type(problem).__name__}: {problem}"]
    folder = Path(keep) / f"case-{seed}-{n}"
    shutil.rmtree(folder, ignore_errors=True)
    random_contest.write_case(case, folder)
    return "\n  ".join([f"case {n}: {folder}"] + lines[:6])


ENOUGH_DIFFERENCES = 3


def main():
    parser = argparse.ArgumentParser(description="the program against the second implementation")
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", type=int, help="one case, by its number")
    parser.add_argument("--keep", help="where folders that differ are kept")
    options = parser.parse_args()
    keep = options.keep or tempfile.mkdtemp(prefix="biwu-differ-")
    numbers = range(options.count) if options.only is None else [options.only]
    jobs = [(options.binary, options.seed, n, keep) for n in numbers]

    tried = failed = 0
    with multiprocessing.Pool(2) as pool:
        for difference in pool.imap(run_case, jobs, chunksize=8):
            tried += 1
            if difference:
                failed += 1
                print(difference, file=sys.stderr, flush=True)
            if failed == ENOUGH_DIFFERENCES:  # each is shrunk, and that takes its time
                break
    if not failed and not options.keep:
        shutil.rmtree(keep)
    print(f"{tried - failed} passed, {failed} failed")
    sys.exit(1 if failed or not tried else 0)


if __name__ == "__main__":
    main()
