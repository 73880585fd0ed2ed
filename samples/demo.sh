#!/bin/sh
# Installs what is missing, builds biwu, and runs the main job on a sample: a ranking, leaderboards, certificates.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/src/setup.sh"
mkdir -p "$root/build"

install build
build release
biwu=$root/build/release/biwu
sample=$root/samples/community-secretaries
out=$root/samples/out/community-secretaries

say "biwu run $sample -o $out"
"$biwu" run "$sample" -o "$out"

say "biwu rank $sample --sector 社区"
LC_ALL=C.UTF-8 "$biwu" rank "$sample" --sector 社区

say "look at"
ls "$out"/*.pdf
