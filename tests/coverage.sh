#!/bin/sh
# Every line and every branch of src/core and src/base must be run by a test that can tell what comes out of it: unit
# tests, worked examples, presets and broken folders. Asserts are not there in this build. What cannot be run is marked
# GCOVR_EXCL_… in the source, with the reason.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/src/setup.sh"
mkdir -p "$root/build"
cd "$root"

build coverage
find build/coverage -name '*.gcda' -delete

say "tests for coverage"
ctest --test-dir build/coverage --output-on-failure --parallel 2 \
    --exclude-regex '^(canvas|cli|docs|export|floors|fonts|golden\.ladder|golden\.matrix|official|paper|property)' \
    >build/coverage-tests.log || { cat build/coverage-tests.log; exit 1; }
tail -n 3 build/coverage-tests.log

say "coverage of core and base"
gcovr --root . --object-directory build/coverage --filter src/core/ --filter src/base/ --json build/coverage/found.json \
    build/coverage/CMakeFiles/core.dir build/coverage/CMakeFiles/base.dir
gcovr --root . --add-tracefile build/coverage/found.json
gcovr --root . --add-tracefile build/coverage/found.json --branches --fail-under-line 100 --fail-under-branch 100
