"""An archive of which one bit is another, or the end is missing: all that is said names the right file.

usage: archive_bits.py BIWU ARCHIVE_BITS [--count N]

An archive is sealed by BIWU; ARCHIVE_BITS says of each damage what archive_read() does, which `verify FILE` and `open` read with
before anything else. Flipped are N bits at random places, every bit of all that is no file (headers, names, directory), and a bit of
each byte of SHA256SUMS, manifest.json and signature.txt; cut off are N ends and, about each beginning and end of a part, all. Of these a
few go through `biwu verify` as well.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import archives

SIGNED_WHOLE = ("SHA256SUMS", "manifest.json", "signature.txt")
THROUGH_VERIFY = 100


class Part:
    """A part of a zip by APPNOTE.TXT, section 4.3: where it lies, and of which file it is."""

    def __init__(self, kind, start, length, number=0, name=""):
        self.kind, self.start, self.end, self.number, self.name = kind, start, start + length, number, name


def parts_of(path):
    found, at = [], 0

    def add(kind, length, *of):
        nonlocal at
        found.append(Part(kind, at, length, *of))
        at += length

    files = archives.entries(path)
    for number, (name, data) in enumerate(files, start=1):
        for kind, length in (("header", 30), ("name", len(name.encode())), ("data", len(data))):
            add(kind, length, number, name)
    for number, (name, _) in enumerate(files, start=1):
        add("record", 46 + len(name.encode()), number, name)
    add("end", 22)
    assert at == path.stat().st_size
    return found


def is_nearly(named, name):
    """Whether it is that name with another character, or more, or fewer of them."""
    return sum(a != b for a, b in zip(named, name)) <= 1 and (len(named) == len(name) or named.startswith(name) or
                                                              name.startswith(named))


def is_right_for_flip(part, at, said):
    """Whether it names the file; where its name is what was changed, as it reads now, or by its number."""
    offset, own = at - part.start, f"damaged in {part.name}"
    if part.kind == "end" or (part.kind == "record" and part.number == 1 and offset < 4):
        return said == f"damaged at byte {at}, in the directory at the end" or said.startswith(
            f"damaged at byte {part.start}, in the directory")
    if part.kind == "header" and part.number == 1 and offset < 4:
        return said == "this is no archive of biwu"
    if part.kind == "header" and 18 <= offset < 22:  # its size
        return said in (own, f"cut off in {part.name}")
    if part.kind == "name" or (part.kind == "header" and 26 <= offset < 28):  # and the length of that
        told = re.fullmatch("(?:damaged|cut off) in (.*)|(.*) stands behind (.*), out of order", said)
        return told and any(named == f"#{part.number}" or is_nearly(named, part.name) for named in told.groups() if named)
    return said == own


def is_right_for_cut(part, length, former, said):
    offset = length - part.start
    if part.kind in ("record", "end"):
        behind = f"cut off behind {former}" if part.number == 1 and offset < 4 else None
        return said == (behind or "cut off in the directory at the end")
    if part.kind == "data":
        return said == f"cut off in {part.name}"
    if part.kind == "header" and offset < 4:
        return said == ("this is no archive of biwu" if part.number == 1 else f"cut off behind {former}")
    return said == f"cut off in #{part.number}"


def damages(parts, count):
    """Each as a line for ARCHIVE_BITS, with its part and place."""
    chance, size = random.Random(2023), parts[-1].end
    flips = {(chance.randrange(size), chance.randrange(8)) for _ in range(count)}
    cuts = {chance.randrange(size) for _ in range(count)}
    for part in parts:
        if part.kind != "data":
            flips |= {(at, bit) for at in range(part.start, part.end) for bit in range(8)}
        elif part.name in SIGNED_WHOLE:
            flips |= {(at, chance.randrange(8)) for at in range(part.start, part.end)}
        near = range(part.start, part.end) if part.kind != "data" else (part.start, part.start + 1, part.end - 1)
        cuts |= {at for at in near if part.start <= at < part.end}
    by_place = {}
    for part in parts:
        by_place.update(dict.fromkeys(range(part.start, part.end), part))
    for at, bit in sorted(flips):
        yield f"flip {at} {bit}", by_place[at], at
    for at in sorted(cuts):
        yield f"cut {at}", by_place[at], at


def damaged(good, line):
    word, at, *bit = line.split()
    if word == "cut":
        return good[:int(at)]
    changed = bytearray(good)
    changed[int(at)] ^= 1 << int(bit[0])
    return bytes(changed)


def main(biwu, teller, count):
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": f"{folder}/keys",
                       "BIWU_KEY_PASSWORD": "比武", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}

        def run(*arguments, code=0):
            done = subprocess.run([biwu, *map(str, arguments)], env=environment, capture_output=True, timeout=300)
            assert done.returncode == code, (arguments, done)
            return done

        path, bad = Path(folder, "1.biwu"), Path(folder, "bad.biwu")
        run("key", "new")
        run("open", ROOT / "tests/sealed/0.1.0.biwu", "-o", Path(folder, "contest"))
        run("seal", Path(folder, "contest"), "-o", path)
        good, parts = path.read_bytes(), parts_of(path)
        cases = list(damages(parts, count))
        told = subprocess.run([teller, path], input="".join(f"{line}\n" for line, _, _ in cases), capture_output=True, text=True,
                              check=True).stdout.splitlines()
        assert len(told) == len(cases) > 2 * count
        names = [part.name for part in parts if part.kind == "header"]
        for (line, part, at), said in zip(cases, told):
            right = (is_right_for_flip(part, at, said) if line.startswith("flip") else
                     is_right_for_cut(part, at, names[part.number - 2], said))
            assert right, (line, part.kind, part.name, at - part.start, said)
        for index in random.Random(2024).sample(range(len(cases)), min(count, THROUGH_VERIFY)):
            bad.write_bytes(damaged(good, cases[index][0]))
            done = run("verify", bad, code=1)
            assert done.stdout == b"" and f"error: {told[index]}\n" in done.stderr.decode(), (cases[index][0], done.stderr)
    cuts = sum(line.startswith("cut") for line, _, _ in cases)
    print(f"{len(cases) - cuts} flipped bits and {cuts} cut ends: each is told, by the right file")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("biwu")
    options.add_argument("teller")
    options.add_argument("--count", type=int, default=2000)
    given = options.parse_args()
    main(os.path.abspath(given.biwu), os.path.abspath(given.teller), given.count)
