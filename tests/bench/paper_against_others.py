#!/usr/bin/env python3
"""Certificates and a leaderboard by biwu, reportlab, cairo with pango, and typst: whole processes, in turn, pair by pair.

    paper_against_others.py BIWU ONE_LEADERBOARD SCRATCH [--pairs N] [--pages N] [--files N] [--rows N] [--node-modules DIR]

SCRATCH should be in memory (/dev/shm): biwu flushes what it writes to the disk, and the others do not.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys

from processes import describe, median, run

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # whose packages are Debian's


def font(pattern):
    return subprocess.run(["fc-match", "-f", "%{file}", pattern], check=True, capture_output=True, text=True).stdout


def contest(scratch, count, kind):
    folder = scratch / f"{kind}-{count}"
    subprocess.run([sys.executable, HERE / "make_paper_contest.py", folder, str(count), kind], check=True)
    return folder


def size_of(out):
    return sum(file.stat().st_size for file in out.iterdir()) if out.is_dir() else out.stat().st_size


def remove(out):
    if out.is_dir():
        shutil.rmtree(out)
    elif out.exists():
        out.unlink()


def compare(title, commands, count, pairs, out):
    """In turn, each twice of which the second run counts: its files are in memory then, and so are the pages that a virtual
    machine hands back to its host within seconds and takes again at 5 ms for 2 MiB. What each makes goes to `out`."""
    runs, sizes = {name: [] for name in commands}, {}
    for _ in range(pairs):
        for name, command in commands.items():
            for _ in range(2):
                remove(out)
                once = run(command)
            runs[name].append(once)
            sizes[name] = size_of(out) / count
    print(f"{title}, {pairs} pairs")
    for name, taken in runs.items():
        describe(name, taken)
        print(f"        {count / median(taken, 'wall'):.0f} a second, {sizes[name]:.0f} bytes each")
        for what in ("wall", "processor"):
            ratios = sorted(one[what] / biwu[what] for one, biwu in zip(taken, runs["biwu"]))
            if name != "biwu":
                print(f"        {what}: {statistics.median(ratios):.1f} times biwu's ({ratios[0]:.1f} to {ratios[-1]:.1f})")
    return runs


def certificates(wanted, scratch, count, is_split):
    folder = contest(scratch, count, "certificates")
    out = scratch / ("files" if is_split else "all.pdf")
    people, split = folder / "contestants.csv", ["--split"] if is_split else []
    kai, bold = font("LXGW WenKai:regular"), font("LXGW WenKai:bold")
    cairo = scratch / "certificates_by_cairo"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pangocairo"], check=True, capture_output=True, text=True)
    subprocess.run(["cc", "-O2", HERE / "certificates_by_cairo.c", "-o", cairo, *flags.stdout.split(), "-lm"], check=True)
    commands = {
        "biwu": [wanted.biwu, "certificates", folder, "-o", out, *split],
        "biwu with codes": [wanted.biwu, "certificates", contest(scratch, count, "coded"), "-o", out, *split],
        "reportlab": [PYTHON, HERE / "certificates_by_reportlab.py", people, kai, bold, out, *split],
        "cairo": [cairo, people, out, *split],
        "cairo, tagged": [cairo, people, out, *split, "--tagged"],
    }
    if wanted.node_modules:
        commands["typst"] = ["node", HERE / "certificates_by_typst.mjs", wanted.node_modules.resolve(), people,
                             pathlib.Path(kai).parent, out, *split]
    compare(f"{count} certificates in {'files of their own' if is_split else 'one file'}", commands, count, wanted.pairs,
            out)


def leaderboard(wanted, scratch, kind, columns):
    folder = contest(scratch, wanted.rows, kind)
    out = scratch / "leaderboard.pdf"
    kai, bold = font("LXGW WenKai:regular"), font("LXGW WenKai:bold")
    reportlab = [PYTHON, HERE / "leaderboard_by_reportlab.py", folder, kai, bold, out]
    compare(f"a leaderboard of {wanted.rows} rows and {columns} columns", {
        "biwu": [wanted.one_leaderboard, folder, out],
        "reportlab": reportlab,
        "reportlab, texts wrapping": [*reportlab, "texts"],
        "reportlab, all wrapping": [*reportlab, "all"],
    }, wanted.rows, wanted.pairs, out)


def memory(wanted, scratch, count):
    """What a page takes beyond the fonts: of many, less of one."""
    peaks = []
    for pages in (1, count):
        out = scratch / "all.pdf"
        taken = run([wanted.biwu, "certificates", contest(scratch, pages, "certificates"), "-o", out])
        peaks.append(taken["peak"])
        print(f"{pages} certificates: {taken['peak'] / 1024:.0f} MiB, {size_of(out) / pages:.0f} bytes each in the file")
    print(f"        {(peaks[1] - peaks[0]) / count:.1f} KiB a page beyond the first")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("biwu")
    parser.add_argument("one_leaderboard")
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--node-modules", type=pathlib.Path)
    wanted = parser.parse_args()
    wanted.scratch.mkdir(parents=True, exist_ok=True)
    certificates(wanted, wanted.scratch, wanted.pages, False)
    certificates(wanted, wanted.scratch, wanted.files, True)
    leaderboard(wanted, wanted.scratch, "leaderboard", 10)
    leaderboard(wanted, wanted.scratch, "wide", 17)
    memory(wanted, wanted.scratch, 40000)


main()
