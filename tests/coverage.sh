#!/bin/sh
# Holds every line and every branch of src/core and src/base to being run by the tests that hold their results: unit
# tests, worked examples, presets, broken folders, and some random contests against the second implementation. Asserts
# are not there in this build. What cannot be run is marked in the source, with the reason.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/src/setup.sh"
mkdir -p "$root/build"
cd "$root"

build coverage
find build/coverage -name '*.gcda' -delete

say "tests of core and base"
ctest --test-dir build/coverage --output-on-failure --parallel 2 \
    --tests-regex '^(arena|award|contest|exact|fault|field|index|outliers|panel|points|promotion|ranking|rules|score|sheets|standings|tables|teams|text|tie|words)|^golden\.(worked|presets)|^broken|^cli\.' >build/coverage-tests.log ||
    { cat build/coverage-tests.log; exit 1; }
LC_ALL=C.UTF-8 python3 tests/property/compare.py build/coverage/biwu --count 150

say "coverage of core and base"
found=0
for measure in "" --branches; do
    gcovr --root . --object-directory build/coverage --filter src/core/ --filter src/base/ $measure \
        --fail-under-line 100 --fail-under-branch 100 build/coverage || found=$?
done
exit $found
