"""Core is pure: what it needs from outside is a short list of memory and string functions.

usage: core_symbols.py LIBCORE LIBBASE
"""
import subprocess
import sys

ALLOWED = {
    "memcpy", "memmove", "memset", "memcmp", "memchr", "strlen", "strcmp", "bcmp",
    "__divti3", "__modti3", "__divmodti4", # division of 128-bit integers, by the compiler
    "qsort", "__assert_fail", "__stack_chk_fail", "_GLOBAL_OFFSET_TABLE_",
}


def symbols(library, option):
    output = subprocess.run(["nm", option, library], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1] for line in output.splitlines() if line.strip() and not line.endswith(":")}


def main(core, base):
    undefined = symbols(core, "-u") - symbols(core, "--defined-only") - symbols(base, "--defined-only")
    foreign = sorted(undefined - ALLOWED)
    for symbol in foreign:
        print(f"core needs {symbol}, which is not on its list")
    print(f"{len(undefined) - len(foreign)} passed, {len(foreign)} failed")
    return bool(foreign) or not undefined


sys.exit(main(*sys.argv[1:]))
