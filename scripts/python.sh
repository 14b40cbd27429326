#!/usr/bin/env bash
# Print the newest Python ≥ 3.11 on PATH that can make a virtual environment.
set -euo pipefail

works() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
makes_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

found=
# Libraries publish built files for these; a Python newer than them comes last, as it may have to compile some.
for name in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python python3.15 python3.16}; do
    works "$name" || continue
    found=${found:-$name}
    if makes_environments "$name"; then
        command -v "$name"
        exit 0
    fi
done

if [ -z "$found" ]; then
    echo "setup: there is no Python 3.11 or newer on PATH; install one (Debian 12, Ubuntu 24.04: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.12" >&2
    exit 1
fi
package=$("$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
# Whoever must ask for packages should have to ask only once.
read -ra libraries <<<"$("$(dirname "$0")/native.sh" "$found" --list)"
"$(dirname "$0")/apt.sh" "$package" ${libraries[@]+"${libraries[@]}"} >&2
makes_environments "$found" || { echo "setup: $found still cannot make virtual environments after installing $package" >&2; exit 1; }
command -v "$found"
