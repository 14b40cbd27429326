#!/usr/bin/env bash
# Put free typefaces for official documents into a folder, from Debian's or Ubuntu's packages, without installing them.
# usage: scripts/fonts.sh FOLDER PYTHON [--again]
#   PYTHON is a virtual environment's, for the faces from PyPI; --again tries once more what could not be fetched before.
set -euo pipefail
folder=$1 python=$2 again=${3:-}
here=$(cd "$(dirname "$0")/.." && pwd)

# What each package gives: its name, then patterns of the files to keep.
packages=(
    "texlive-lang-chinese Fandol[FHKS]*.otf"
    "fonts-arphic-ukai ukai.ttc"
    "fonts-arphic-uming uming.ttc"
    "fonts-wqy-microhei wqy-microhei.ttc"
)
wanted=(FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf FandolSong-Regular.otf FandolSong-Bold.otf
    ukai.ttc uming.ttc wqy-microhei.ttc)

say() { echo "fonts: $*" >&2; }

missing() {
    local file
    for file in "${wanted[@]}"; do
        [ -s "$folder/$file" ] || echo "$file"
    done
}

apt_here() { command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; }

# An ordinary user may fetch package lists into a folder of his own; the machine's own lists are not touched.
download() {
    (cd "$work" && apt-get "${own_lists[@]}" -qq download "$1" >"$work/apt.log" 2>&1)
}

fetch_package() {
    local package=$1 pattern=$2
    if ! download "$package"; then
        if [ ${#own_lists[@]} -eq 0 ]; then
            mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
            own_lists=(-o "Dir::State=$work/state" -o "Dir::State::status=/var/lib/dpkg/status"
                -o "Dir::Cache=$work/cache" -o APT::Sandbox::User="$(id -un)")
            say "asking for the lists of packages"
            apt-get "${own_lists[@]}" -qq update >"$work/apt.log" 2>&1 || true
        fi
        download "$package" || return 1
    fi
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb | tar -xf - -C "$work" --wildcards --no-anchored "$pattern" || return 1
    rm -f "$work/$package"_*.deb
    find "$work/usr" -name "$pattern" -type f -exec mv -f {} "$folder" \;
}

fetch_from_pypi() {
    "$python" -m pip install --quiet --require-hashes --no-deps --target "$work/pypi" -r "$here/requirements-fonts.lock" &&
        find "$work/pypi" \( -name '*.otf' -o -name '*.ttf' \) -exec mv -f {} "$folder" \;
}

tell_what_is_missing() {
    say "without $(missing | paste -sd ' '): the briefing is not set in FangSong and its companions throughout;" \
        "make fonts tries again"
}

mkdir -p "$folder"
gave_up=$folder/.incomplete
[ -n "$(missing)" ] || exit 0
if [ -e "$gave_up" ] && [ "$again" != --again ]; then
    tell_what_is_missing
    exit 0
fi
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
own_lists=()

if apt_here; then
    for line in "${packages[@]}"; do
        say "fetching ${line%% *}"
        fetch_package "${line%% *}" "${line#* }" || say "could not fetch ${line%% *}: $(tail -n 1 "$work/apt.log" 2>/dev/null)"
    done
fi
rm -f "$gave_up"
[ -n "$(missing)" ] || exit 0

if command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; then
    say "this machine's own Chinese faces stand in"
elif [ -z "$(find "$folder" -name '*Serif*.otf' -print -quit)" ]; then
    say "fetching Noto Serif SC and Noto Sans SC from PyPI to stand in"
    fetch_from_pypi || say "could not fetch them either; install a Chinese face, or put its file into $folder"
fi
touch "$gave_up"
tell_what_is_missing
