#!/usr/bin/env bash
# Write the lock files anew from pyproject.toml: exact versions with hashes, for every Python that is supported.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@"
}

# The build backend is locked too, so that this checkout is installed without fetching one.
backend=$'editables\nhatchling'
compile --extra pdf --output-file requirements.lock pyproject.toml - <<<"$backend"
compile --extra pdf --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml - <<<"$backend"
compile --extra pdf --extra bench --constraint requirements.lock --output-file requirements-bench.lock pyproject.toml - <<<"$backend"
compile --no-deps --output-file requirements-fonts.lock - <<<"pylopdf-fonts-zh-cn>=0.1.1"
