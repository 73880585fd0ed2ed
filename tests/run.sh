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
find src -name '*.c' | xargs -P 2 -n 4 clang-tidy --quiet -p build/clang 2>build/clang-tidy.log ||
    { cat build/clang-tidy.log; exit 1; }

say "tests under address and undefined sanitizers"
ctest --test-dir build/asan --output-on-failure --parallel 2
say "tests"
ctest --test-dir build/release --output-on-failure --parallel 2

tests/coverage.sh
