#!/usr/bin/env python3
"""How time grows from 1,000 to 10 million marks: biwu, DuckDB and a bare libcsv parse, in turn, drawn as an SVG.

    growth.py BIWU BARE_LIBCSV NODE_MODULES SCRATCH_FOLDER OUT.svg [--runs N]
"""
import argparse
import math
import pathlib
import subprocess
import sys

from processes import median, run

BENCH = pathlib.Path(__file__).parent
CONTESTANTS = (10, 100, 1000, 10000, 100000)  # 100 marks each
SERIES = (("DuckDB", "#b45f06"), ("biwu", "#1f5fa8"), ("libcsv", "#777777"))


# ---- measuring ----


def contest_of(folder, contestants):
    if not (folder / "scores" / "marks.csv").exists():
        subprocess.run([sys.executable, BENCH / "make_contest.py", folder, "--contestants", str(contestants)], check=True)
    return folder


def measure(wanted):
    """{name: [(marks, seconds)]}: medians of processor time and of wall time"""
    points = {name: [] for name, _ in SERIES}
    for contestants in CONTESTANTS:
        folder = contest_of(wanted.scratch / f"{contestants}", contestants)
        out = str(wanted.scratch / "out.csv")
        commands = {
            "DuckDB": ["node", str(BENCH / "rank_with_duckdb.mjs"), wanted.modules, str(folder), out, "double"],
            "biwu": [wanted.biwu, "rank", str(folder), "--format", "csv", "-o", out],
            "libcsv": [wanted.bare_libcsv, str(folder / "scores" / "marks.csv")],
        }
        runs = {name: [] for name in commands}
        for turn in range(wanted.runs + 1):
            for name, command in commands.items():
                once = run(command)
                if turn > 0:
                    runs[name].append(once)
        for name in commands:
            wall, processor = median(runs[name], "wall"), median(runs[name], "processor")
            print(f"{100 * contestants:>10,} marks  {name:7} {wall:7.3f} s wall {processor:7.3f} s processor", flush=True)
            points[name].append((100 * contestants, processor))
    return points


# ---- drawing ----

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 420, 70, 90, 40, 50
MARKS, SECONDS = (3, 7), (-3, 1)  # powers of ten


def x_of(marks):
    return LEFT + (math.log10(marks) - MARKS[0]) / (MARKS[1] - MARKS[0]) * (WIDTH - LEFT - RIGHT)


def y_of(seconds):
    share = (math.log10(max(seconds, 10 ** SECONDS[0])) - SECONDS[0]) / (SECONDS[1] - SECONDS[0])
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def label(x, y, words, more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{words}</text>'


def grid():
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    for power in range(MARKS[0], MARKS[1] + 1):
        x = x_of(10**power)
        yield f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="#dddddd"/>'
        yield label(x, bottom + 18, f"{10**power:,}", 'text-anchor="middle"')
    for power in range(SECONDS[0], SECONDS[1] + 1):
        y = y_of(10.0**power)
        yield f'<path d="M{LEFT} {y:.1f}H{right}" stroke="#dddddd"/>'
        yield label(LEFT - 8, y + 4, f"{10.0 ** power:g} s", 'text-anchor="end"')
    yield label((LEFT + right) / 2, HEIGHT - 8, "marks", 'text-anchor="middle"')
    yield label(LEFT, TOP - 16, "Processor time of ranking a contest, from files to a CSV file")


def line(name, colour, points):
    path = "L".join(f"{x_of(marks):.1f} {y_of(seconds):.1f}" for marks, seconds in points)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for marks, seconds in points:
        yield f'<circle cx="{x_of(marks):.1f}" cy="{y_of(seconds):.1f}" r="3" fill="{colour}"/>'
    marks, seconds = points[-1]
    yield label(x_of(marks) + 8, y_of(seconds) + 4, f"{name} {seconds:.1f} s", f'fill="{colour}"')


def drawn(points):
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">']
    parts += [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *grid()]
    for name, colour in SERIES:
        parts += line(name, colour, points[name])
    return "\n".join([*parts, "</svg>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("biwu")
    parser.add_argument("bare_libcsv")
    parser.add_argument("modules", help="a node_modules folder with @duckdb/node-api")
    parser.add_argument("scratch", type=pathlib.Path, help="a folder for contests, which are made where they are missing")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    wanted.out.write_text(drawn(measure(wanted)), encoding="utf-8")


main()
