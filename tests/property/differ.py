"""Runs random cases in two processes, keeps the folders of those that fail, and counts."""

import argparse
import multiprocessing
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ENOUGH_FAILURES = 3


def program_output(binary, folder):
    """The program's standings as text, or the text that says why there are none."""
    run = subprocess.run([binary, "rank", "--format", "json", str(folder)],
                         capture_output=True, check=False, timeout=60)
    if run.returncode != 0:
        return f"exit {run.returncode}: " + run.stderr.decode("utf-8", "replace")[:400]
    return run.stdout.decode("utf-8")


def run_job(job):
    """One case: what it counted, and what is wrong with it, if anything."""
    try_case, binary, seed, n, keep = job
    folder = Path(keep) / f"case-{seed}-{n}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        counts, lines = try_case(binary, random.Random(f"{seed}/{n}"), folder)
    except Exception as problem:        # a defect of this test itself is a failure too
        counts, lines = {}, [f"{type(problem).__name__}: {problem}"]
    if not lines:
        shutil.rmtree(folder, ignore_errors=True)
        return counts, None
    return counts, "\n  ".join([f"case {n}: {folder}"] + lines[:6])


def run(description, try_case, count):
    """Runs `try_case(binary, random, folder) -> (counts, lines)` so many times, and exits."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", type=int, help="one case, by its number")
    parser.add_argument("--keep", help="where folders that fail are kept")
    options = parser.parse_args()
    keep = options.keep or tempfile.mkdtemp(prefix="biwu-differ-")
    numbers = range(options.count) if options.only is None else [options.only]
    jobs = [(try_case, options.binary, options.seed, n, keep) for n in numbers]
    tried = failed = 0
    totals = {}
    with multiprocessing.Pool(2) as pool:
        for counts, failure in pool.imap(run_job, jobs, chunksize=8):
            tried += 1
            for what, number in counts.items():
                totals[what] = totals.get(what, 0) + number
            if failure:
                failed += 1
                print(failure, file=sys.stderr, flush=True)
            if failed == ENOUGH_FAILURES:
                break
    if not failed and not options.keep:
        shutil.rmtree(keep)
    for what, number in totals.items():
        print(f"{number} {what}")
    print(f"{tried - failed} passed, {failed} failed")
    sys.exit(1 if failed or not tried else 0)
