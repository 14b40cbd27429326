"""Automatic numbers of a document's paragraphs (序号 columns often hold nothing else)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.ingest.formats.ooxml import Element, attribute, prop, val
from reportgen.ingest.formats.word_styles import Styles

DIGITS = "零一二三四五六七八九"


def hanzi(number: int) -> str:
    """Write 1 to 99 in hanzi; larger numbers stay in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[units] if units else "")


def circled(number: int) -> str:
    """Write 1 to 20 in a circle; larger numbers stay as they are."""
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


WRITTEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "chineseCounting": hanzi,
    "chineseCountingThousand": hanzi,
    "japaneseCounting": hanzi,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "lowerLetter": lambda number: chr(ord("a") + (number - 1) % 26),
    "upperLetter": lambda number: chr(ord("A") + (number - 1) % 26),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    written: str = "decimal"
    pattern: str = ""


Place = tuple[str, int]  # the id of a list or of an abstract list, and the level


@dataclass(slots=True)
class Numbering:
    """The document's lists and how far each has counted."""

    styles: Styles = field(default_factory=Styles)
    lists: Mapping[str, str] = field(default_factory=dict)  # list id to the id of its abstract list
    levels: Mapping[Place, Level] = field(default_factory=dict)
    own: Mapping[Place, Level] = field(default_factory=dict)  # levels that a list has other than its abstract list
    restarts: dict[Place, int] = field(default_factory=dict)  # where a list begins that has not been met yet
    counted: dict[Place, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """Take the numbering of a document's part; most documents have none."""
        if root is None:
            return cls(styles)
        overrides = [
            ((attribute(entry, "numId"), int(attribute(override, "ilvl") or 0)), override)
            for entry in root.iterfind("{*}num")
            for override in entry.iterfind("{*}lvlOverride")
        ]
        return cls(
            styles,
            _lists(root, styles),
            dict(_levels(root)),
            {place: _level(own) for place, override in overrides if (own := prop(override, "lvl")) is not None},
            {place: int(start) for place, override in overrides if (start := val(override, "startOverride"))},
        )

    def next(self, paragraph: Element) -> str:
        """Count this paragraph and give its number as shown, or nothing where it has none."""
        chosen = self._chosen(paragraph) if self.levels or self.own else None
        if chosen is None:
            return ""
        number, depth = chosen
        abstract = self.lists.get(number, "")
        level = self._level(number, depth)
        if level is None or level.written in ("none", "bullet"):
            return ""
        start = self.restarts.pop((number, depth), None)
        before = self.counted.get((abstract, depth), level.start - 1) if start is None else start - 1
        self.counted[abstract, depth] = before + 1
        for key in [key for key in self.counted if key[0] == abstract and key[1] > depth]:
            del self.counted[key]
        return self._shown(number, depth, level)

    def _level(self, number: str, depth: int) -> Level | None:
        return self.own.get((number, depth)) or self.levels.get((self.lists.get(number, ""), depth))

    def _shown(self, number: str, depth: int, level: Level) -> str:
        text = level.pattern
        for at in range(depth + 1):
            outer = self._level(number, at) or level
            count = self.counted.get((self.lists.get(number, ""), at), outer.start)
            text = text.replace(f"%{at + 1}", WRITTEN.get(outer.written, str)(count))
        return text

    def _chosen(self, paragraph: Element) -> Place | None:
        """Find the list and the level of a paragraph: each is its own, or that of its style."""
        properties = prop(paragraph, "pPr")
        styled = [prop(prop(s, "pPr"), "numPr") for s in self.styles.chain(val(properties, "pStyle"))]
        asked = [own for own in (prop(properties, "numPr"), *styled) if own is not None]
        number = next((found for own in asked if (found := val(own, "numId"))), "0")
        depth = next((found for own in asked if (found := val(own, "ilvl"))), "0")
        return None if number == "0" else (number, int(depth))


def _lists(root: Element, styles: Styles) -> dict[str, str]:
    """Map each list to its abstract list; one that only names a list style has that of the style."""
    direct = {attribute(entry, "numId"): val(entry, "abstractNumId") for entry in root.iterfind("{*}num")}
    linked = {
        attribute(abstract, "abstractNumId"): val(prop(prop(style, "pPr"), "numPr"), "numId")
        for abstract in root.iterfind("{*}abstractNum")
        for style in styles.chain(val(abstract, "numStyleLink"))
    }
    return {number: direct.get(linked.get(abstract, ""), abstract) for number, abstract in direct.items()}


def _levels(root: Element) -> list[tuple[Place, Level]]:
    return [
        ((attribute(abstract, "abstractNumId"), int(attribute(level, "ilvl") or 0)), _level(level))
        for abstract in root.iterfind("{*}abstractNum")
        for level in abstract.iterfind("{*}lvl")
    ]


def _level(level: Element) -> Level:
    return Level(int(val(level, "start") or 1), val(level, "numFmt") or "decimal", val(level, "lvlText"))
