#!/usr/bin/env bash
# Make .venv from a lock file, and put this checkout into it; does nothing if that is already so.
# usage: scripts/venv.sh LOCK
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
lock=$1
venv=$here/.venv
cd "$here"

# The place counts too: an environment that was copied or moved points to where it was made.
state=$(cat "$lock" pyproject.toml <(echo "$here") | sha256sum)
stamp=$venv/$lock.installed
if [ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then
    exit 0
fi

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 || ! grep -qsF "$venv" "$venv/bin/activate"; then
    python=$("$here/scripts/python.sh")
    echo "setup: making .venv with $("$python" --version)" >&2
    "$python" -m venv --clear "$venv"
fi
echo "setup: installing $lock" >&2
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
echo "$state" >"$stamp"
