#!/usr/bin/env bash
# Install Debian or Ubuntu packages, as root or through sudo; where neither is to be had, say what to install.
# usage: scripts/apt.sh PACKAGE...
set -euo pipefail

if ! command -v apt-get >/dev/null; then
    echo "setup: this machine lacks $*, and has no apt-get; install what your system calls these, then run make again" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    echo "setup: this machine lacks some packages; ask for them, then run make again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    exit 1
fi

install() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "setup: installing $*" >&2
# The lists of packages may be absent or out of date; asking for them first would cost every run.
if ! install "$@"; then
    "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || true
    install "$@" || { tail -n 5 "$log" >&2; echo "setup: apt-get could not install $*" >&2; exit 1; }
fi
