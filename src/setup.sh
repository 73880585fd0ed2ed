# Sourced by samples/demo.sh and tests/run.sh: installs what is missing, and builds. Needs $root, the checkout.

say() { printf '\n== %s\n' "$*"; }

# install build|test … : the packages of these kinds that are not installed yet
install() {
    missing=
    for kind in "$@"; do
        for package in $(sed -n "s/^$kind //p" "$root/src/packages"); do
            dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
                missing="$missing $package"
        done
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build PRESET [CMAKE OPTION…]: into $root/build/PRESET
build() {
    preset=$1
    shift
    say "building ($preset)"
    (cd "$root" && cmake --preset "$preset" "$@" >"$root/build/$preset.log" 2>&1 && cmake --build "build/$preset") ||
        { cat "$root/build/$preset.log"; return 1; }
}
