#!/usr/bin/env bash
# Put free typefaces for official documents into a folder, from Debian's or Ubuntu's packages, without installing them.
# usage: scripts/fonts.sh FOLDER PYTHON [--again]
#   PYTHON is a virtual environment's, for the faces from PyPI; --again tries once more what could not be fetched before.
set -euo pipefail
folder=$1 python=$2 again=${3:-}
here=$(cd "$(dirname "$0")/.." && pwd)
gave_up=$folder/.incomplete

# The files to take out of each package.
declare -A files=(
    [texlive-lang-chinese]="FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf
        FandolSong-Regular.otf FandolSong-Bold.otf"
    [fonts-arphic-ukai]="ukai.ttc"
    [fonts-arphic-uming]="uming.ttc"
    [fonts-wqy-microhei]="wqy-microhei.ttc"
    [fonts-hanazono]="HanaMinA.ttf HanaMinB.ttf"
)

say() { echo "fonts: $*" >&2; }

# Print which files are not in the folder.
missing() {
    local file
    for file in "$@"; do
        [ -s "$folder/$file" ] || echo "$file"
    done
}

download() {
    (cd "$work" && apt-get "${own_lists[@]}" -qq download "$1" >"$work/apt.log" 2>&1)
}

# An ordinary user may fetch lists of packages into a folder of his own; the machine's own lists are not touched.
fetch_lists() {
    say "asking for the lists of packages"
    mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
    own_lists=(-o "Dir::State=$work/state" -o "Dir::State::status=/var/lib/dpkg/status"
        -o "Dir::Cache=$work/cache" -o APT::Sandbox::User="$(id -un)")
    apt-get "${own_lists[@]}" -qq update >"$work/apt.log" 2>&1 || true
}

fetch_package() {
    local package=$1
    shift
    if ! download "$package"; then
        [ ${#own_lists[@]} -gt 0 ] || fetch_lists
        download "$package" || return 1
    fi
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb | tar -xf - -C "$work" --no-anchored "$@" || return 1
    find "$work/usr" -type f -exec mv -f {} "$folder" \;
    rm -rf "${work:?}/usr" "$work/$package"_*.deb
}

fetch_from_apt() {
    local package its
    for package in "${!files[@]}"; do
        read -ra its -d '' <<<"${files[$package]}" || true
        [ -n "$(missing "${its[@]}")" ] || continue
        say "fetching $package"
        fetch_package "$package" "${its[@]}" || say "could not fetch $package: $(tail -n 1 "$work/apt.log")"
    done
}

fetch_from_pypi() {
    "$python" -m pip install --quiet --require-hashes --no-deps --target "$work/pypi" -r "$here/requirements-fonts.lock" &&
        find "$work/pypi" -name '*.otf' -exec mv -f {} "$folder" \;
}

find_stand_ins() {
    if command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; then
        say "this machine's own Chinese faces stand in"
    elif [ -z "$(find "$folder" -name '*Serif*.otf' -print -quit)" ]; then
        say "fetching Noto Serif SC and Noto Sans SC from PyPI to stand in"
        fetch_from_pypi
    fi
}

wanted=()
read -ra wanted -d '' <<<"${files[*]}" || true
mkdir -p "$folder" 2>/dev/null || true
[ -n "$(missing "${wanted[@]}")" ] || exit 0

if ! [ -e "$gave_up" ] || [ "$again" = --again ]; then
    if ! [ -w "$folder" ]; then
        say "$folder cannot be written; name another folder first under [fonts] in reportgen.toml"
        exit 1
    fi
    # Beside the files, so that each comes into place whole, by a rename.
    rm -rf "$folder"/.fetch.*
    work=$(mktemp -d "$folder/.fetch.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    own_lists=()
    if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
        fetch_from_apt
    fi
    rm -f "$gave_up"
    [ -n "$(missing "${wanted[@]}")" ] || exit 0
    if ! find_stand_ins; then
        say "could not fetch them either; install a Chinese face, or put its file into $folder"
        exit 1
    fi
    touch "$gave_up"
fi
say "without $(missing "${wanted[@]}" | paste -sd ' '): the briefing is not set in FangSong and its companions" \
    "throughout; make fonts tries again"
