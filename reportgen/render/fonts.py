"""Typefaces: which file prints which role, which characters lack a glyph, and which face Word must name.

A role's stack is tried in order for every character: the office's own faces first, then the free ones that the setup
fetches, then whatever Chinese faces the machine has.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from zlib import crc32

from reportgen.errors import InputError, SettingsError
from reportgen.render import symbols, theme_parts
from reportgen.render.faces import Face, Origin, in_folders, machine_faces, of_family, single
from reportgen.render.theme import Theme

log = logging.getLogger(__name__)
SHOWN = 5
FETCH = (
    "name a folder of font files in reportgen.toml under [fonts], or install some (Debian: fonts-arphic-ukai "
    "fonts-arphic-uming fonts-wqy-microhei); a checkout of the program fetches its own with `make fonts`."
)
BASIC = 0xFFFF  # the last character of the basic plane


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
    names: Mapping[str, theme_parts.Face]

    def files(self, role: str) -> tuple[Path, ...]:
        return tuple(face.path for face in self.stacks[role])

    def face(self, role: str, char: str) -> Face | None:
        """Find the first face of the stack that has a glyph for a character."""
        return next((face for face in self.stacks[role] if ord(char) in face.characters), None)

    def missing(self, role: str, words: str) -> tuple[str, ...]:
        """List the characters that no face of the stack can print, nor another in their stead, each once."""
        shown = dict.fromkeys(words.translate(symbols.INSTEAD))
        return tuple(char for char in shown if is_visible(char) and self.face(role, char) is None)

    def check(self, texts: Iterable[Text]) -> None:
        """Stop at the first text with characters that cannot be printed: InputError names them and the place.

        Where they are common ones, the fault is the machine's and not the text's: SettingsError.
        """
        for text in texts:
            if lost := self.missing(text.role, text.words):
                named = ", ".join(f"{char} (U+{ord(char):04X})" for char in lost[:SHOWN])
                if any(map(in_gb2312, lost)):
                    first = self.stacks[text.role][0].family
                    raise SettingsError(
                        f"The typefaces found for {self.names[text.role].word}, first {first}, lack common characters "
                        f"such as {named}; {FETCH}"
                    )
                raise InputError(
                    f"{text.where}: no typeface for {self.names[text.role].word} has a glyph for {named}; "
                    "put a font file that has it into a folder of [fonts] folders in reportgen.toml, or mend the text."
                )

    def lost_signs(self, texts: Iterable[Text]) -> dict[int, str]:
        """Tell which pictographs no face can print, and what to print instead; no letter is ever among them."""
        missing = (char for text in texts for char in self.missing(text.role, text.words))
        return symbols.lost(char for char in missing if symbols.is_pictograph(char) and not in_gb2312(char))

    def substitutes(self, texts: Iterable[Text]) -> dict[str, dict[str, Face]]:
        """Tell by role which characters of some texts are printed by a later face than its first, and by which."""
        found: dict[str, dict[str, Face]] = {}
        for role, letters in _letters(texts).items():
            for char in sorted(filter(is_visible, letters)):
                face = self.face(role, char)
                if face is not None and face is not self.stacks[role][0]:
                    found.setdefault(role, {})[char] = face
        return found

    def needed(self, texts: Iterable[Text]) -> Fonts:
        """Keep the faces that these texts are printed with; a role's first face always stays."""
        words = _letters(texts)
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
        if ord(char) > BASIC:
            return name.word_rare
        return name.word if in_gb2312(char) else name.word_wide

    def family(self, role: str) -> str:
        """Write the CSS font-family of a role, as `font_faces` declares it."""
        return ", ".join(f'"{_css_name(role, face)}"' for face in self.stacks[role])

    def font_faces(self) -> str:
        """Write the @font-face rules: a name of its own for every file, since Fandol's weights share theirs."""
        return "\n".join(_font_face(role, face) for role, stack in self.stacks.items() for face in stack)


def resolve(theme: Theme, folders: Sequence[Path], machine: Iterable[Face] | None = None) -> Fonts:
    """Find the faces of every role, in the folders first, then among the machine's own.

    A face inside a collection is taken out into the first folder, since CSS names a file and not a face in it.
    """
    found = (*in_folders(folders), *(machine_faces() if machine is None else machine))
    stacks = {role: _stack(wanted, found, folders) for role, wanted in theme.faces.items()}
    if empty := [role for role, stack in stacks.items() if not stack]:
        raise SettingsError(
            f"There is no Chinese typeface for {', '.join(empty)} in {', '.join(map(str, folders)) or 'any folder'} "
            f"nor on this machine; {FETCH}"
        )
    for role, (first, *_) in stacks.items():
        if first.origin != "stack":
            log.warning("%s is printed in %s, which stands in for it", theme.faces[role].word, first.family)
    return Fonts(stacks, theme.faces)


def _letters(texts: Iterable[Text]) -> dict[str, set[str]]:
    """Gather the characters of some texts by role."""
    found: dict[str, set[str]] = {}
    for text in texts:
        found.setdefault(text.role, set()).update(text.words)
    return found


def is_visible(char: str) -> bool:
    """Tell whether a character needs a glyph: spaces and control characters do not."""
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")


@lru_cache(maxsize=8192)
def in_gb2312(char: str) -> bool:
    """Tell whether GB2312 has a character. GBK's code shows it, with the dashes and dots that fonts really use."""
    if char.isascii():
        return True
    try:
        code = char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return (0xA1 <= code[0] <= 0xA9 or 0xB0 <= code[0] <= 0xF7) and code[1] >= 0xA1 and char != "〇"


def _font_face(role: str, face: Face) -> str:
    """Write the rule of a face. One that lists blanks is to be asked for nothing but what it prints."""
    source = f'font-family: "{_css_name(role, face)}"; src: url("{face.path.absolute().as_uri()}")'
    return f"@font-face {{ {source}{f'; unicode-range: {_ranges(face.characters)}' if face.lists_blanks else ''}; }}"


def _ranges(codes: Iterable[int]) -> str:
    """Write code points as CSS ranges: U+4E00-9FA5, U+3007-3007."""
    # In a row of neighbours the distance to their place in the order is the same.
    rows = groupby(enumerate(sorted(codes)), lambda pair: pair[1] - pair[0])
    ends = ([code for _, code in row] for _, row in rows)
    return ", ".join(f"U+{row[0]:X}-{row[-1]:X}" for row in ends)


def _css_name(role: str, face: Face) -> str:
    """Name a face by its file: one process may print with several stacks, and must not mix them up."""
    stem = face.path.stem
    return f"{role}-{re.sub('[^A-Za-z0-9]', '', stem) if stem.isascii() else f'{crc32(stem.encode()):08x}'}"


def _stack(wanted: theme_parts.Face, found: Sequence[Face], folders: Sequence[Path]) -> tuple[Face, ...]:
    """Order the faces by the theme's lists, its weight first, and put whatever else there is behind them."""
    stack = _named(wanted.stack, wanted.bold, found, "stack")
    stand_ins = _named(wanted.stand_ins, wanted.bold, found, "stand-in")
    known = {(face.path, face.index) for face in (*stack, *stand_ins)}
    others = [face for face in found if face.index == 0 and (face.path, 0) not in known]
    others.sort(key=lambda face: face.bold != wanted.bold)
    whole = (single(face, folders) for face in (*stack, *stand_ins, *others))
    return tuple(dict.fromkeys(face for face in whole if face is not None))


def _named(families: Iterable[str], bold: bool, found: Iterable[Face], origin: Origin) -> list[Face]:
    faces = (face for family in families for face in of_family(family, bold, found))
    return [replace(face, origin=origin) for face in faces]
