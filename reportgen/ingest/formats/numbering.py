"""Automatic numbers of a document's paragraphs (序号 columns often hold nothing else)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.ingest.formats import guard
from reportgen.ingest.formats.ooxml import Element, attribute

DIGITS = "零一二三四五六七八九"


def hanzi(number: int) -> str:
    """Write 1 to 99 in hanzi; larger numbers stay in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[units] if units else "")


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


WRITTEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "chineseCounting": hanzi,
    "chineseCountingThousand": hanzi,
    "japaneseCounting": hanzi,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": lambda number: chr(ord("a") + (number - 1) % 26),
    "upperLetter": lambda number: chr(ord("A") + (number - 1) % 26),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    written: str = "decimal"
    pattern: str = ""


@dataclass(slots=True)
class Numbering:
    """The document's lists and how far each has counted."""

    lists: Mapping[str, str] = field(default_factory=dict)  # list id to the id of its abstract list
    levels: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> Numbering:
        """Read the numbering of a document's archive; most have none."""
        names = archive.namelist()
        if "word/numbering.xml" not in names:
            return cls()
        root = guard.xml(guard.part(archive, "word/numbering.xml"))
        styles = guard.xml(guard.part(archive, "word/styles.xml")) if "word/styles.xml" in names else None
        return cls(_lists(root), dict(_levels(root)), dict(_styles(styles)) if styles is not None else {})

    def next(self, paragraph: Element) -> str:
        """Count this paragraph and give its number as shown, or nothing where it has none."""
        chosen = self._chosen(paragraph)
        if chosen is None:
            return ""
        number, depth = chosen
        abstract = self.lists.get(number, "")
        level = self.levels.get((abstract, depth))
        if level is None or level.written in ("none", "bullet"):
            return ""
        self.counted[abstract, depth] = self.counted.get((abstract, depth), level.start - 1) + 1
        for key in [key for key in self.counted if key[0] == abstract and key[1] > depth]:
            del self.counted[key]
        return self._shown(abstract, depth, level)

    def _shown(self, abstract: str, depth: int, level: Level) -> str:
        text = level.pattern
        for at in range(depth + 1):
            outer = self.levels.get((abstract, at), level)
            count = self.counted.get((abstract, at), outer.start)
            text = text.replace(f"%{at + 1}", WRITTEN.get(outer.written, str)(count))
        return text

    def _chosen(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find("{*}pPr")
        if properties is None:
            return None
        own = properties.find("{*}numPr")
        if own is not None:
            number = _val(own.find("{*}numId"))
            return None if number in ("", "0") else (number, int(_val(own.find("{*}ilvl")) or 0))
        return self.styles.get(_val(properties.find("{*}pStyle")))


def _val(element: Element | None) -> str:
    return attribute(element, "val")


def _lists(root: Element) -> dict[str, str]:
    return {attribute(entry, "numId"): _val(entry.find("{*}abstractNumId")) for entry in root.iterfind("{*}num")}


def _levels(root: Element) -> list[tuple[tuple[str, int], Level]]:
    return [
        (
            (attribute(abstract, "abstractNumId"), int(attribute(level, "ilvl") or 0)),
            Level(
                int(_val(level.find("{*}start")) or 1),
                _val(level.find("{*}numFmt")) or "decimal",
                _val(level.find("{*}lvlText")),
            ),
        )
        for abstract in root.iterfind("{*}abstractNum")
        for level in abstract.iterfind("{*}lvl")
    ]


def _styles(root: Element) -> list[tuple[str, tuple[str, int]]]:
    return [
        (attribute(style, "styleId"), (_val(number.find("{*}numId")), int(_val(number.find("{*}ilvl")) or 0)))
        for style in root.iterfind("{*}style")
        for number in style.iterfind("{*}pPr/{*}numPr")
    ]
