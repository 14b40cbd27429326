#!/usr/bin/env bash
# See that the libraries are there which draw the PDF; install the packages that are not, or only --list them.
# usage: scripts/native.sh PYTHON [--list]
set -euo pipefail
python=$1

loads() {
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null
}

# Elsewhere the libraries have other names, and WeasyPrint itself says what it misses.
[ "$(uname -s)" = Linux ] || exit 0

packages=()
loads libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0 libfontconfig.so.1 libgobject-2.0.so.0 ||
    packages+=(libpango-1.0-0 libpangoft2-1.0-0)
# Without it the PDF's fonts are cut down by slower means.
loads libharfbuzz-subset.so.0 || packages+=(libharfbuzz-subset0)
command -v fc-list >/dev/null || packages+=(fontconfig)
if [ "${2:-}" = --list ]; then
    echo "${packages[*]-}"
elif [ ${#packages[@]} -gt 0 ]; then
    "$(dirname "$0")/apt.sh" "${packages[@]}"
fi
