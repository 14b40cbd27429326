"""How the elements of a page look, where that changes what they say: hidden, invisible, struck out, raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from reportgen.ingest.formats.web_tree import name

COLLAPSING = frozenset({"tr", "col", "colgroup", "thead", "tbody", "tfoot"})  # others `collapse` only blanks
SCREEN = re.compile(r"(?:only\s+)?(?:screen|all)?")  # the media whose rules hold on any screen
OF_BROWSERS = MappingProxyType(
    {
        "s": {"text-decoration": "line-through"},
        "strike": {"text-decoration": "line-through"},
        "del": {"text-decoration": "line-through"},
        "sup": {"vertical-align": "super"},
    }
)
WANTED = frozenset({"display", "visibility", "text-decoration", "text-decoration-line", "vertical-align", "mso-hide"})


class Declared(NamedTuple):
    """One declaration of a property that is asked for."""

    property: str
    value: str
    important: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What an element's own style says; what it stands in may be hidden or struck out besides."""

    hidden: bool = False  # takes no place
    invisible: bool = False  # takes its place, and shows nothing
    struck: bool = False
    raised: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a page's elements that are not plain."""

    marked: Mapping[Element, Look]

    def of(self, element: Element) -> Look:
        return self.marked.get(element, PLAIN)


def looks(root: Element) -> Looks:
    """Find what attributes, tags and the page's own style sheets say of each element."""
    told = _of_sheets(root)
    found = ((element, _look(element, told.get(element, ()))) for element in root.iter())
    return Looks({element: look for element, look in found if look != PLAIN})


def _of_sheets(root: Element) -> Mapping[Element, Sequence[Sequence[Declared]]]:
    """List what style sheets declare of elements; most declare nothing that is asked for, and match none."""
    sheets = ("".join(sheet.itertext()) for sheet in root.iter("style") if _on_screen(sheet.get("media", "")))
    rules = [rule for sheet in sheets for rule in _rules(tinycss2.parse_stylesheet(sheet, True, True))]
    matcher = cssselect2.Matcher()
    for selector, declared in rules:
        matcher.add_selector(selector, declared)
    elements = cssselect2.ElementWrapper.from_html_root(root).iter_subtree() if rules else ()
    return {
        wrapped.etree_element: [payload for _, _, pseudo, payload in matcher.match(wrapped) if pseudo is None]
        for wrapped in elements
    }


def _rules(rules: Sequence[tinycss2.ast.Node]) -> Iterator[tuple[cssselect2.CompiledSelector, tuple[Declared, ...]]]:
    """Give the selectors with what they declare; rules that no browser understands, or for paper, say nothing."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            if _on_screen(tinycss2.serialize(rule.prelude)):
                yield from _rules(tinycss2.parse_rule_list(rule.content, True, True))
        elif rule.type == "qualified-rule" and (declared := _declared(tinycss2.serialize(rule.content))):
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                continue
            yield from ((selector, declared) for selector in selectors)


def _on_screen(media: str) -> bool:
    return SCREEN.fullmatch(media.strip().lower()) is not None


@lru_cache(maxsize=4096)
def _declared(css: str) -> tuple[Declared, ...]:
    """Read the declarations of a rule or a `style`; office programs say the same thousands of times."""
    return tuple(
        Declared(one.lower_name, tinycss2.serialize(one.value).strip().lower(), one.important)
        for one in tinycss2.parse_blocks_contents(css, True, True)
        if one.type == "declaration" and one.lower_name in WANTED
    )


def _look(element: Element, of_sheets: Sequence[Sequence[Declared]]) -> Look:
    """Settle what holds: browsers' own style, then the page's, the element's, and what is important."""
    inline = element.get("style")
    declared = [one for rule in of_sheets for one in rule] + [*(_declared(inline) if inline else ())]
    kind = name(element)
    holds = dict(OF_BROWSERS.get(kind, {}))
    if element.get("hidden") is not None:
        holds["display"] = "none"
    for one in sorted(declared, key=lambda one: one.important):
        holds[one.property] = one.value
    if not holds:
        return PLAIN
    collapsed = holds.get("visibility") == "collapse" and kind in COLLAPSING
    return Look(
        hidden=holds.get("display") == "none" or holds.get("mso-hide") == "all" or collapsed,
        invisible=holds.get("visibility") in ("hidden", "collapse"),
        struck="line-through" in holds.get("text-decoration", "") + holds.get("text-decoration-line", ""),
        raised=holds.get("vertical-align") == "super",
    )
