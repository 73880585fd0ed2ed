#!/bin/sh
# Runs each fuzz target for a while, two at a time. What they find lies in build/fuzz/run, beside their logs, and so does
# what they have learned: the next run goes on from there.
#
# usage: tests/fuzz/run.sh [SECONDS]
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/src/setup.sh"
mkdir -p "$root/build"
build fuzz

say "fuzzing, $seconds seconds each"
python3 "$root/tests/fuzz/seeds.py" "$root/build/fuzz/seeds"
mkdir -p "$root/build/fuzz/run"
cd "$root/build/fuzz/run"
rm -rf contest-* # of runs that ended in a crash

fuzz() {
    mkdir -p "corpus_$1"
    "../tests/fuzz/fuzz_$1" -max_total_time="$seconds" -timeout=10 -max_len=4096 -artifact_prefix="$1-" \
        "corpus_$1" "../seeds/$1" >"$1.log" 2>&1 || { tail -n 40 "$1.log"; return 1; }
    printf '%-14s%s\n' "$1" "$(grep -a '	DONE ' "$1.log" | tr -s '\t ' ' ')"
}

for pair in "csv encoding" "xlsx contest_yaml"; do
    fuzz "${pair% *}" &
    first=$!
    fuzz "${pair#* }" &
    wait $first
    wait $!
done
fuzz template
