"""Typefaces: which file prints which role, which characters lack a glyph, and which face Word must name.

A role's stack is tried in order for every character: the office's own faces first, then the free ones that the setup
fetches, then whatever Chinese faces the machine has.
"""

from __future__ import annotations

import logging
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from reportgen.errors import InputError, SettingsError
from reportgen.render import theme as themes

log = logging.getLogger(__name__)
SUFFIXES = frozenset({".otf", ".ttf", ".ttc", ".otc"})
FAMILY_NAMES = (1, 4, 16)
SINGLE = ".single"  # faces taken out of collections, beside the fetched files
PACKAGE = "pylopdf_fonts_zh_cn"  # the extra `fonts`: Noto Serif SC and Noto Sans SC, for machines without any
FC_LIST = ("fc-list", "--format", "%{file}\t%{index}\t%{family}\t%{style}\n", ":charset=4e00")
# A face of a variable font has its instance above the sixteenth bit; those are reached by the font itself.
INSTANCES = 0xFFFF
SHOWN = 5

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
        """The code points that have a glyph."""
        return _characters(self.path, self.index)


@dataclass(frozen=True, slots=True)
class Text:
    """Words to print: in which role, and where they stand in the input or on the page."""

    role: str
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """Each role's faces, best first, and what Word is to call them. Every face is usable by its path alone."""

    stacks: Mapping[str, tuple[Face, ...]]
    names: Mapping[str, themes.Face]

    def files(self, role: str) -> tuple[Path, ...]:
        return tuple(face.path for face in self.stacks[role])

    def face(self, role: str, char: str) -> Face | None:
        """Find the first face of the stack that has a glyph for a character."""
        return next((face for face in self.stacks[role] if ord(char) in face.characters), None)

    def missing(self, role: str, words: str) -> tuple[str, ...]:
        """List the characters that no face of the stack can print, each once."""
        return tuple(char for char in dict.fromkeys(words) if is_visible(char) and self.face(role, char) is None)

    def check(self, texts: Iterable[Text]) -> None:
        """Stop at the first text with characters that cannot be printed: InputError names them and the place."""
        for text in texts:
            if lost := self.missing(text.role, text.words):
                named = ", ".join(f"{char} (U+{ord(char):04X})" for char in lost[:SHOWN])
                raise InputError(
                    f"{text.where}: no typeface for {self.names[text.role].word} has a glyph for {named}; "
                    "put a font file that has it into a folder of [fonts] folders in reportgen.toml, or mend the text."
                )

    def substitutes(self, role: str, words: str) -> dict[str, Face]:
        """Tell which characters are printed by a later face than the role's first, and by which."""
        first = self.stacks[role][0]
        found = {char: self.face(role, char) for char in dict.fromkeys(words) if is_visible(char)}
        return {char: face for char, face in found.items() if face is not None and face is not first}

    def needed(self, texts: Iterable[Text]) -> Fonts:
        """Keep the faces that these texts are printed with; a role's first face always stays."""
        words: dict[str, set[str]] = {}
        for text in texts:
            words.setdefault(text.role, set()).update(text.words)
        stacks = {}
        for role, stack in self.stacks.items():
            used = {self.face(role, char) for char in words.get(role, ()) if is_visible(char)}
            stacks[role] = stack[:1] + tuple(face for face in stack[1:] if face in used)
        return replace(self, stacks=stacks)

    def word_face(self, role: str, char: str) -> str:
        """Name the face that a Word run with this character must ask for.

        The office's GB2312 faces hold that standard's characters alone; Word would replace any other silently.
        """
        name = self.names[role]
        return name.word if in_gb2312(char) else name.word_wide

    def family(self, role: str) -> str:
        """Write the CSS font-family of a role, as `font_faces` declares it."""
        return ", ".join(f'"{_css_name(role, place)}"' for place in range(len(self.stacks[role])))

    def font_faces(self) -> str:
        """Write the @font-face rules: a name of its own for every file, since Fandol's weights share theirs."""
        return "\n".join(
            f'@font-face {{ font-family: "{_css_name(role, place)}"; src: url("{face.path.absolute().as_uri()}"); }}'
            for role, stack in self.stacks.items()
            for place, face in enumerate(stack)
        )


def resolve(theme: themes.Theme, folders: Sequence[Path], machine: Iterable[Face] | None = None) -> Fonts:
    """Find the faces of every role, in the folders first, then among the machine's own.

    A face inside a collection is taken out into the first folder, since CSS names a file and not a face in it.
    """
    found = (*_in_folders(folders), *(machine_faces() if machine is None else machine))
    stacks = {role: _stack(wanted, found, folders) for role, wanted in theme.faces.items()}
    if empty := [role for role, stack in stacks.items() if not stack]:
        raise SettingsError(
            f"There is no Chinese typeface for {', '.join(empty)} in {', '.join(map(str, folders)) or 'any folder'} "
            "nor on this machine; run `make fonts`, or name a folder of font files in reportgen.toml under [fonts]."
        )
    for role, (first, *_) in stacks.items():
        if first.origin != "stack":
            log.warning("%s is printed in %s, which stands in for it", theme.faces[role].word, first.family)
    return Fonts(stacks, theme.faces)


def machine_faces() -> tuple[Face, ...]:
    """List the machine's own faces that have Chinese characters, then those of the Python package, if it is there."""
    package = find_spec(PACKAGE)
    places = package.submodule_search_locations if package else None
    return (*_installed(), *_in_folders([Path(place) for place in places or ()]))


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


def is_visible(char: str) -> bool:
    """Tell whether a character needs a glyph: spaces and control characters do not."""
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")


def in_gb2312(char: str) -> bool:
    """Tell whether GB2312 has a character. GBK's code shows it, with the dashes and dots that fonts really use."""
    if char.isascii():
        return True
    try:
        code = char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return (0xA1 <= code[0] <= 0xA9 or 0xB0 <= code[0] <= 0xF7) and code[1] >= 0xA1 and char != "〇"


def _css_name(role: str, place: int) -> str:
    return f"{role}-{place + 1}"


def _stack(wanted: themes.Face, found: Sequence[Face], folders: Sequence[Path]) -> tuple[Face, ...]:
    """Order the faces by the theme's lists, its weight first, and put whatever else there is behind them."""
    stack = _named(wanted.stack, wanted.bold, found, "stack")
    stand_ins = _named(wanted.stand_ins, wanted.bold, found, "stand-in")
    known = {(face.path, face.index) for face in (*stack, *stand_ins)}
    others = [face for face in found if face.index == 0 and (face.path, 0) not in known]
    others.sort(key=lambda face: face.bold != wanted.bold)
    single = (_single(face, folders) for face in (*stack, *stand_ins, *others))
    return tuple(dict.fromkeys(face for face in single if face is not None))


def _named(families: Iterable[str], bold: bool, found: Iterable[Face], origin: Origin) -> list[Face]:
    faces = (face for family in families for face in _of_family(family, bold, found))
    return [replace(face, origin=origin) for face in faces]


def _of_family(family: str, bold: bool, found: Iterable[Face]) -> tuple[Face, ...]:
    same = [face for face in found if _plain(family) in map(_plain, face.families)]
    right = [face for face in same if face.bold == bold]
    return tuple((right or same)[:1])


def _plain(name: str) -> str:
    return name.replace(" ", "").casefold()


def _in_folders(folders: Sequence[Path]) -> list[Face]:
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix.lower() in SUFFIXES]
    return [face for file in files if SINGLE not in file.parts for face in _faces(file)]


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


def _single(face: Face, folders: Sequence[Path]) -> Face | None:
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


@lru_cache(maxsize=64)
def _characters(path: Path, index: int) -> frozenset[int]:
    with TTFont(path, fontNumber=index, lazy=True) as font:
        # Numbers for glyph names: reading the real names takes longer than all the rest.
        font.setGlyphOrder(range(font["maxp"].numGlyphs))
        return frozenset(font.getBestCmap() or ())
