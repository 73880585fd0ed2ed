"""A binary float never holds a score: the words do not stand in the code of base and core.

usage: no_floats.py FOLDER...
"""
import re
import sys
from pathlib import Path

COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"', re.S)
FLOAT = re.compile(r"\b(float|double|_Decimal\w*|_Float\w*|mpf_\w+|strto[df]\w*|mpq_get_d|mpz_get_d)\b|\d\.\d")


def main(*folders):
    read = failed = 0
    for folder in folders:
        for path in sorted(Path(folder).glob("*.[ch]")):
            read += 1
            code = COMMENT_OR_TEXT.sub(lambda m: "\n" * m.group().count("\n"), path.read_text())
            for number, line in enumerate(code.splitlines(), 1):
                if FLOAT.search(line):
                    failed += 1
                    print(f"{path}:{number}: {line.strip()}")
    print(f"{read} passed, {failed} failed")
    return failed > 0 or read == 0


sys.exit(main(*sys.argv[1:]))
