#!/bin/sh
# Proves the two set-up commands on a bare Debian 12: a minimal system in a folder, a clean clone of this checkout's HEAD in
# it, both commands run there. By hand, as root, with debootstrap installed; takes several minutes. Not for CI.
#
# usage: tests/fresh.sh [FOLDER [MIRROR]]     the folder is kept, so that what is there can be looked at
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
bare=${1:-$root/build/fresh}
mirror=${2:-http://deb.debian.org/debian}

unmount() { umount "$bare/proc" "$bare/dev/pts" "$bare/dev" 2>/dev/null || true; }

rm -rf "$bare/root/biwu"
[ -x "$bare/usr/bin/apt-get" ] || debootstrap --variant=minbase bookworm "$bare" "$mirror"
# What lets apt reach its mirror here: resolver, sources, certificates and apt's own settings of this machine.
cp -L /etc/resolv.conf "$bare/etc/resolv.conf"
for settings in $(grep -ls '^Acquire' /etc/apt/apt.conf /etc/apt/apt.conf.d/*); do
    cp "$settings" "$bare/etc/apt/apt.conf.d/"
done
git clone -q --no-hardlinks "$root" "$bare/root/biwu"

trap unmount EXIT INT TERM
mount -t proc proc "$bare/proc"
mount --bind /dev "$bare/dev"
mount -t devpts devpts "$bare/dev/pts" -o newinstance,ptmxmode=0666 || true
for command in samples/demo.sh tests/run.sh; do
    printf '\n==== sh %s on a bare system\n' "$command"
    chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb CI="${CI:-}" \
        sh -c "cd /root/biwu && sh $command"
done
printf '\n==== the checkout after both:\n'
chroot "$bare" sh -c 'apt-get install -y -qq git >/dev/null && cd /root/biwu && git status --short'
