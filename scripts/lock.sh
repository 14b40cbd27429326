#!/usr/bin/env bash
# Write the lock files anew from pyproject.toml: exact versions with hashes, for every Python that is supported.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@"
}

# The build backend is locked too, so that this checkout is installed without fetching one.
printf 'editables\nhatchling\n' | compile --extra pdf --output-file requirements.lock pyproject.toml -
compile --extra pdf --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
printf 'pylopdf-fonts-zh-cn>=0.1.1\n' | compile --no-deps --output-file requirements-fonts.lock -
