"""The page as a small frozen tree of nodes in a closed vocabulary, and its reading from markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.parsers import expat

from reportgen.errors import SettingsError
from reportgen.render.theme import Theme

ORIGIN = "at"  # names the template and line of a tag while the markup is read; never part of the tree

TEXT_TAGS = frozenset({"h1", "h2", "h3", "p", "th", "td", "figcaption", "strong", "span"})
INLINE = frozenset({"strong", "span", "br"})
MEND = "close each tag, and write &amp; for & and &lt; for <"
CHILDREN: dict[str, frozenset[str]] = {
    "article": frozenset({"section"}),
    "section": frozenset({"h1", "h2", "h3", "p", "table", "figure"}),
    "table": frozenset({"thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"figcaption"}),
    "br": frozenset(),
    **dict.fromkeys(TEXT_TAGS, INLINE),
}
ATTRIBUTES: dict[str, frozenset[str]] = {
    "th": frozenset({"rowspan", "colspan"}),
    "td": frozenset({"rowspan", "colspan"}),
    "figure": frozenset({"data-chart"}),
}


@dataclass(frozen=True, slots=True)
class Element:
    """A node. `cls` is its one class, or empty; `attrs` maps the few other attributes."""

    tag: str
    cls: str = ""
    attrs: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | str, ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """Look up an attribute."""
        return next((value for key, value in self.attrs if key == name), default)

    @property
    def rowspan(self) -> int:
        return int(self.get("rowspan", "1")) if self.attrs else 1

    @property
    def colspan(self) -> int:
        return int(self.get("colspan", "1")) if self.attrs else 1

    @property
    def elements(self) -> tuple[Element, ...]:
        """The children that are nodes."""
        return tuple(child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """All text below, with `br` as a newline."""
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> Iterator[Element]:
        """Yield this node and all below it, in document order."""
        yield self
        for child in self.elements:
            yield from child.walk()


def neighbours(nodes: Sequence[Element]) -> Iterator[tuple[Element, Element | None, Element | None]]:
    """Give each node with the ones before and after it."""
    padded = [None, *nodes, None]
    for (before, node), after in zip(pairwise(padded), padded[2:], strict=False):
        if node is not None:
            yield node, before, after


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The classes that each tag may bear."""

    classes: dict[str, frozenset[str]]

    @classmethod
    def of(cls, theme: Theme) -> Vocabulary:
        """Gather the vocabulary from a theme's tables."""
        classes: dict[str, set[str]] = {
            "section": set(theme.sections),
            "span": set(theme.marks),
            "figure": set(theme.figures),
            "table": set(theme.tables),
            "th": {column for table in theme.tables.values() for column in table.columns},
        }
        for name, style in theme.styles.items():
            classes.setdefault(style.tag, set()).add(name)
        return cls({tag: frozenset(names) for tag, names in classes.items()})

    def misfit(self, tag: str, attributes: dict[str, str]) -> str:
        """Tell what is wrong with a tag wherever it stands; a class that is not written out is not judged."""
        if tag not in CHILDREN:
            return f"<{tag}> is not a tag of the page; use one of {', '.join(sorted(CHILDREN))}"
        named = self._class_fault(tag, attributes) if attributes.get("class") else ""
        return named or _attribute_fault(tag, attributes)

    def fault(self, tag: str, attributes: dict[str, str], parent: str | None) -> str:
        """Tell what is wrong with a tag, or give an empty string."""
        if tag not in CHILDREN:
            return f"<{tag}> is not a tag of the page; use one of {', '.join(sorted(CHILDREN))}"
        if parent is None and tag != "article":
            return f"<{tag}> stands outside <article>; put it inside a <section>"
        if parent is not None and tag not in CHILDREN[parent]:
            allowed = ", ".join(sorted(CHILDREN[parent])) or "nothing"
            return f"<{tag}> cannot stand in <{parent}>, which takes {allowed}"
        return self._class_fault(tag, attributes) or _attribute_fault(tag, attributes)

    def _class_fault(self, tag: str, attributes: dict[str, str]) -> str:
        known = self.classes.get(tag, frozenset())
        name = attributes.get("class", "")
        if name and name not in known:
            listed = ", ".join(sorted(known)) or "none"
            return f"class {name!r} is not one that theme.toml gives <{tag}>; use one of: {listed}"
        if not name and tag in self.classes and tag != "th":
            return f"<{tag}> needs a class of theme.toml: {', '.join(sorted(known))}"
        return ""


def _attribute_fault(tag: str, attributes: dict[str, str]) -> str:
    for name, value in attributes.items():
        if name not in ATTRIBUTES.get(tag, frozenset()) | {"class"}:
            return f"<{tag}> takes no attribute {name!r}; take it out"
        if name in {"rowspan", "colspan"} and not re.fullmatch(r"[1-9]\d{0,5}", value):
            return f"{name}={value!r} is not a whole number from 1; correct it"
    return ""


def parse(markup: str, vocabulary: Vocabulary) -> Element:
    """Read markup into a checked tree. Tags must close; the attribute `at` tells where each came from."""
    return _Reader(vocabulary).read(markup)


@dataclass(slots=True)
class _Open:
    """A tag whose end is still to come."""

    tag: str
    attributes: dict[str, str]
    origin: str
    children: list[Element | str]


class _Reader:
    """Expat's callbacks, building the tree from the leaves up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._open: list[_Open] = []
        self._root: Element | None = None
        self._origin = "page.html.j2"

    def read(self, markup: str) -> Element:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._parse(parser, markup)
        assert self._root is not None
        return self._root

    def _parse(self, parser: expat.XMLParserType, markup: str) -> None:
        try:
            parser.Parse(markup.encode(), True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise SettingsError(f"{self._broken(reason)} ({reason}); {MEND}.") from error

    def _broken(self, reason: str) -> str:
        """Tell where broken markup is: in the tag that is not closed, or else about the last that was begun."""
        last = self._open[-1] if self._open else None
        if last is None:
            return f"{self._origin}: the markup is broken"
        if reason == expat.errors.XML_ERROR_TAG_MISMATCH or last.origin == self._origin:
            return f"{last.origin}: the markup is broken in the <{last.tag}> that begins there"
        return f"{self._origin}: the markup is broken behind the tag that begins there"

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._origin = attributes.pop(ORIGIN, self._origin)
        fault = self._vocabulary.fault(tag, attributes, self._open[-1].tag if self._open else None)
        if fault:
            raise SettingsError(f"{self._origin}: {fault}.")
        self._open.append(_Open(tag, attributes, self._origin, []))

    def _characters(self, text: str) -> None:
        if not self._open:
            return
        here = self._open[-1]
        if here.tag in TEXT_TAGS:
            here.children.append(text)
        elif text.strip():
            raise SettingsError(f"{here.origin}: <{here.tag}> cannot hold the text {text.strip()[:20]!r} itself.")

    def _end(self, tag: str) -> None:
        done = self._open.pop()
        children = _tidy(done.children) if tag in TEXT_TAGS - INLINE else done.children
        cls = done.attributes.pop("class", "")
        node = Element(tag, cls, tuple(done.attributes.items()), tuple(children))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node


def _tidy(children: list[Element | str]) -> list[Element | str]:
    """Take out the white space by which a template is laid out: at a block's ends and beside its breaks."""
    tidied: list[Element | str] = []
    for index, child in enumerate(children):
        if isinstance(child, str):
            text = _collapse(child)
            text = text.lstrip(" ") if index == 0 or _is_break(children[index - 1]) else text
            last = index == len(children) - 1
            text = text.rstrip(" ") if last or _is_break(children[index + 1]) else text
            tidied += [text] if text else []
        else:
            tidied.append(child)
    return tidied


def _is_break(child: Element | str) -> bool:
    return isinstance(child, Element) and child.tag == "br"


def _collapse(text: str) -> str:
    """Drop line ends and the indents after them; make other white space one space."""
    kept = re.sub(r"[ \t]*\n\s*", "\n", text)
    kept = re.sub(r"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])", " ", kept).replace("\n", "")
    return re.sub(r"[ \t]+", " ", kept)
