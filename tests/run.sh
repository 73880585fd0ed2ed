#!/bin/sh
# Installs what is missing, builds, and runs every test. CI calls this.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/src/setup.sh"
mkdir -p "$root/build"
cd "$root"

install build test

say "format"
clang-format --dry-run --Werror $(find src tests -name '*.[ch]')

build clang
build release -DBIWU_TESTS=ON
build asan

say "clang-tidy"
# One file a process: with several, clang-tidy 14 takes names of the one before for those of the next (va_end for sink_in).
# The analyzer looks at 75,000 states of a function, a third of its default, which would take twice the time.
paths="--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=75000"
find src -name '*.c' | xargs -P 2 -n 1 clang-tidy --quiet -p build/clang $paths 2>build/clang-tidy.log ||
    { cat build/clang-tidy.log; exit 1; }

say "tests under address and undefined sanitizers"
ctest --test-dir build/asan --output-on-failure --parallel 2
say "tests"
ctest --test-dir build/release --output-on-failure --parallel 2

say "counts"
awk '/ Testing: / { name = $3 }
     /^Output:/ { lines = 0 }
     NF { line[lines++] = $0 }
     /^ +asserts / { unit_tests++; asserts += $3; lines = -1000 }
     /^<end of output>/ { for (i = 2; i < lines - 1; i++) printf "%-32s%s\n", name, line[i] }
     END { printf "%-32s%d tests, %d asserts\n", "unit tests", unit_tests, asserts }' \
    build/release/Testing/Temporary/LastTest.log | sort

tests/coverage.sh
tests/fuzz/run.sh
