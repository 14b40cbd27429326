"""Paragraphs of the page: inline marks to runs, and the few indents that hang on the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from reportgen.render import blocks
from reportgen.render.fonts import Fonts, in_gb2312
from reportgen.render.theme import Theme
from reportgen.render.tree import Element
from reportgen.render.word.measures import character
from reportgen.render.word.styles import mark_id
from reportgen.render.word.wordml import BREAK, TAB, paragraph, run, tag

EDGES = {"left": "left", "right": "right"}  # spans that stand at an edge, and the tab that takes them there
BR, LEFT = Element("br"), Element("span", "left")


@dataclass(frozen=True, slots=True)
class Look:
    """The typography of a document: its theme, which face has which character, and the items with comments."""

    theme: Theme
    fonts: Fonts
    commented: frozenset[int] = frozenset()


def block(node: Element, look: Look, width: int, *rules: str, neighbour: str = "") -> str:
    """Make the paragraph of a block, with such further properties as its place on the page asks for.

    `width` is the type area's, in twips; `neighbour` as for `blocks.place`. Labelled lines of one block become
    paragraphs of their own, since each hangs by its own label.
    """
    style = look.theme.styles[node.cls]
    step = character(look.theme.sheet, style)
    pieces = []
    for part in _stretches(node) if style.hang else (node,):
        place = blocks.place(style, part.text, neighbour, width / step)
        usual = place == blocks.Place(style.left + style.first, style.left, style.right)
        placing = (_tabs(part, look.theme, step, width), "" if usual else indent(place, step))
        laid = _sided(part, look.theme, width / step)
        pieces.append(paragraph(node.cls, runs(laid, style.face, look.fonts), *rules, *placing))
    return "".join(pieces)


def _sided(node: Element, theme: Theme, room: float) -> Element:
    """Break a block with parts at its edges where they need more lines than one."""
    if not any(child.cls in EDGES for child in node.elements):
        return node
    first, *others = blocks.sides(node, theme, room)
    # A line that has only a right part needs the left one's tab stop to be passed.
    further = [(BR, *(() if line[0].cls == "left" else (LEFT,)), *line) for line in others]
    return replace(node, children=(*first, *chain.from_iterable(further)))


def _stretches(node: Element) -> Iterator[Element]:
    """Cut a block at its breaks."""
    start = 0
    for at, child in enumerate((*node.children, BR)):
        if isinstance(child, Element) and child.tag == "br":
            yield replace(node, children=node.children[start:at])
            start = at + 1


def indent(place: blocks.Place, step: int) -> str:
    """Indent a paragraph; `step` is the width of a character in twips."""
    hang = round((place.left - place.first) * step)
    edge = {"hanging": hang} if hang > 0 else {"firstLine": -hang}
    return tag("ind", left=round(place.left * step), right=round(place.right * step), **edge)


def _tabs(node: Element, theme: Theme, step: int, width: int) -> str:
    """Set tab stops for spans at the edges: an indent would shorten the rule below the line."""
    insets = {child.cls: round(theme.marks[child.cls].inset * step) for child in node.elements if child.cls in EDGES}
    places = {"left": insets.get("left", 0), "right": width - insets.get("right", 0)}
    stops = "".join(tag("tab", val=EDGES[edge], pos=places[edge]) for edge in EDGES if edge in insets)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def runs(node: Element, role: str, fonts: Fonts, mark: str = "") -> str:
    """Set a node's text: one run a stretch that one face and one mark serve."""
    return "".join(_runs(node, role, fonts, mark))


def _runs(node: Element, role: str, fonts: Fonts, mark: str) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield from _letters(child, role, fonts, mark)
        elif child.tag == "br":
            yield BREAK
        else:
            yield TAB if child.cls in EDGES else ""
            yield from _runs(child, role, fonts, "strong" if child.tag == "strong" else mark_id(child.cls))


def _letters(text: str, role: str, fonts: Fonts, mark: str) -> Iterator[str]:
    if _all_narrow(text):
        yield run(text, mark)
        return
    usual = fonts.names[role].word
    for face, letters in groupby(text, lambda char: fonts.word_face(role, char)):
        yield run("".join(letters), mark, "" if face == usual else face)


def _all_narrow(text: str) -> bool:
    """Tell at once, for most texts, that the GB2312 faces have all of it."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return all(map(in_gb2312, text))
    return True
