"""An include from a higher floor, or from another wing, must not compile.

usage: includes.py COMPILER SRC FLOOR=INCLUDE_DIRS...

For every pair of floors one file is compiled with the include folders that the build gives the first floor; it includes
a header of the second. The pairs that may include each other must compile, so that this test cannot pass vacuously.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

ALLOWED = {
    "base": {"base"},
    "core": {"base", "core"},
    "import": {"base", "core", "import"},
    "export": {"base", "core", "export"},
    "store": {"base", "core", "store"},
    "paper": {"base", "core", "paper"},
}


def compiles(compiler, includes, header, folder):
    source = Path(folder, "probe.c")
    source.write_text(f'#include "{header}"\n')
    command = [compiler, "-std=c17", "-fsyntax-only", *(f"-I{i}" for i in includes), str(source)]
    return subprocess.run(command, capture_output=True).returncode == 0


def main(compiler, src, *floors):
    failed = passed = 0
    includes = {}
    for floor in floors:
        name, folders = floor.split("=", 1)
        includes[name] = [f for f in folders.split(":") if f]
    with tempfile.TemporaryDirectory() as folder:
        for name, folders in includes.items():
            for other in includes:
                header = sorted(Path(src, other).glob("*.h"))[0].name
                expected = other in ALLOWED[name]
                if compiles(compiler, folders, header, folder) == expected:
                    passed += 1
                else:
                    failed += 1
                    print(f"{name} including {header} of {other}: {'must' if expected else 'must not'} compile")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main(*sys.argv[1:]))
