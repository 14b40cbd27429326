"""The faces of font files: found in folders and on the machine, with their names and characters."""

from __future__ import annotations

import logging
import struct
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTCollection, TTFont, TTLibError

log = logging.getLogger(__name__)
SUFFIXES = frozenset({".otf", ".ttf", ".ttc", ".otc"})
FAMILY_NAMES = (1, 4, 16)
SINGLE = ".single"  # faces taken out of collections, beside the fetched files
PACKAGE = "pylopdf_fonts_zh_cn"  # the extra `fonts`: Noto Serif SC and Noto Sans SC, for machines without any
FC_LIST = ("fc-list", "--format", "%{file}\t%{index}\t%{family}\t%{style}\n", ":charset=4e00")
# A face of a variable font has its instance above the sixteenth bit; those are reached by the font itself.
INSTANCES = 0xFFFF
FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by their category that nobody sees
LONGEST_BLANK = 6  # bytes of a CFF outline that has a width and an end, and draws nothing

Origin = Literal["stack", "stand-in", "other"]


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a font file. `origin` tells by which list of the theme a role has it, or "other" if by neither."""

    path: Path
    index: int
    families: tuple[str, ...]
    bold: bool
    origin: Origin = "other"

    @property
    def family(self) -> str:
        return self.families[0]

    @property
    def characters(self) -> frozenset[int]:
        """The code points that have a glyph which shows something, or have nothing to show."""
        return _characters(self.path, self.index)

    @property
    def lists_blanks(self) -> bool:
        """Tell a face that claims characters which it leaves blank."""
        return bool(_glyphs(self.path, self.index).blank)


def in_folders(folders: Sequence[Path]) -> list[Face]:
    """Read all faces of the font files in some folders and below."""
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix.lower() in SUFFIXES]
    return [face for file in files if SINGLE not in file.parts for face in _faces(file)]


def machine_faces() -> tuple[Face, ...]:
    """List the machine's own faces that have Chinese characters, then those of the Python package, if it is there."""
    package = find_spec(PACKAGE)
    places = package.submodule_search_locations if package else None
    return (*_installed(), *in_folders([Path(place) for place in places or ()]))


def _installed() -> tuple[Face, ...]:
    try:
        listing = subprocess.run(FC_LIST, capture_output=True, timeout=60, check=True).stdout.decode()
    except (OSError, subprocess.SubprocessError):
        log.info("fc-list did not answer: the machine's own typefaces are not used")
        return ()
    rows = (line.split("\t") for line in sorted(listing.splitlines()))
    return tuple(
        Face(Path(file), int(index), tuple(families.split(",")), "bold" in style.lower())
        for file, index, families, style in rows
        if Path(file).suffix.lower() in SUFFIXES and int(index) <= INSTANCES
    )


def of_family(family: str, bold: bool, found: Iterable[Face]) -> tuple[Face, ...]:
    """Pick the face of a family, of the weight asked for if there is one."""
    same = [face for face in found if _plain(family) in map(_plain, face.families)]
    right = [face for face in same if face.bold == bold]
    return tuple((right or same)[:1])


def _plain(name: str) -> str:
    return name.replace(" ", "").casefold()


def single(face: Face, folders: Sequence[Path]) -> Face | None:
    """Give a face a file of its own if its collection would be opened at another face."""
    if face.index == 0 or not folders:
        return face if face.index == 0 else None
    file = folders[0] / SINGLE / f"{face.path.stem}-{face.index}-{face.path.stat().st_size}.otf"
    if not file.exists():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
                font.save(file.with_suffix(".part"))
            file.with_suffix(".part").replace(file)
        except OSError as error:
            log.warning("%s cannot be written, so %s is not used: %s", file, face.family, error)
            return None
    return replace(face, path=file, index=0)


def _faces(file: Path) -> list[Face]:
    """Read the names of every face of a file; a file that is no font is passed over."""
    try:
        if file.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(str(file), lazy=True) as collection:
                return [_read(file, index, font) for index, font in enumerate(collection.fonts)]
        with TTFont(file, lazy=True) as font:
            return [_read(file, 0, font)]
    except (TTLibError, OSError) as error:
        log.warning("%s is not a readable font file: %s", file, error)
        return []


def _read(file: Path, index: int, font: TTFont) -> Face:
    records = font["name"].names
    families = dict.fromkeys(str(record) for record in records if record.nameID in FAMILY_NAMES)
    style = " ".join(str(record) for record in records if record.nameID in (2, 17))
    return Face(file, index, tuple(families) or (file.stem,), "bold" in style.lower())


@lru_cache(maxsize=64)
def _characters(path: Path, index: int) -> frozenset[int]:
    return frozenset(advances(path, index))


def advances(path: Path, index: int = 0) -> Mapping[int, float]:
    """Tell the advance of every character that a face can print, in em."""
    return _glyphs(path, index).advances


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """The advances of a face's characters in em, and the code points that it lists with an empty outline."""

    advances: Mapping[int, float]
    blank: frozenset[int]


@lru_cache(maxsize=64)
def _glyphs(path: Path, index: int) -> _Glyphs:
    """Read the glyphs of a face. A character that it leaves blank, as unfinished faces do, counts as lacking."""
    with TTFont(path, fontNumber=index, lazy=True) as font:
        # Numbers for glyph names: reading the real names takes longer than all the rest.
        font.setGlyphOrder(range(font["maxp"].numGlyphs))
        count = font["hhea"].numberOfHMetrics
        # hmtx is pairs of advance and side bearing; glyphs beyond the last pair share its advance.
        found = struct.unpack(f">{'Hh' * count}", font.reader["hmtx"][: 4 * count])[::2]
        em, empty = font["head"].unitsPerEm, _empty(font)
        glyphs = font.getBestCmap() or {}
        blank = frozenset(code for code, glyph in glyphs.items() if glyph in empty and shows(chr(code)))
        printed = {code: found[min(glyph, count - 1)] / em for code, glyph in glyphs.items() if code not in blank}
    return _Glyphs(printed, blank)


def _empty(font: TTFont) -> frozenset[int]:
    """Find the glyphs without an outline, by the room that they take in the file."""
    if "loca" in font:
        form, data = "I" if font["head"].indexToLocFormat else "H", font.reader["loca"]
        starts, least = struct.unpack(f">{len(data) // struct.calcsize(form)}{form}", data), 0
    elif "CFF " in font:
        starts, least = font["CFF "].cff.topDictIndex[0].CharStrings.charStringsIndex.offsets, LONGEST_BLANK
    else:
        return frozenset()
    return frozenset(glyph for glyph, (start, end) in enumerate(pairwise(starts)) if end - start <= least)


def shows(char: str) -> bool:
    """Tell a character that is never blank: a letter, numeral, sign or punctuation mark."""
    return unicodedata.category(char)[0] in "LNPS" and char not in FILLERS
