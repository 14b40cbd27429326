"""The styles of a document: what of a run's look they decide, and which list their paragraphs count in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.ingest.formats.ooxml import Element, attribute, prop, switched, val

STRUCK = ("strike", "dstrike")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids."""

    known: Mapping[str, Element] = field(default_factory=dict)
    asked: dict[tuple[str, str], bool | None] = field(default_factory=dict)  # a flag and a style, and what it says

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Take the styles of a document's part; a document without that part has none."""
        found = () if root is None else root.iterfind("{*}style")
        return cls({attribute(style, "styleId"): style for style in found})

    def chain(self, name: str) -> Iterator[Element]:
        """Give a style and those that it is based on, each once."""
        passed = set[str]()
        while name in self.known and name not in passed:
            passed.add(name)
            yield self.known[name]
            name = val(self.known[name], "basedOn")

    def hidden(self, run: Element, paragraph: Element) -> bool:
        """Tell hidden text."""
        return self._on("vanish", run, paragraph)

    def struck(self, run: Element, paragraph: Element) -> bool:
        """Tell text that is struck out."""
        return any(self._on(flag, run, paragraph) for flag in STRUCK)

    def _on(self, flag: str, run: Element, paragraph: Element) -> bool:
        """Ask the run itself, then its style, then that of its paragraph."""
        own = prop(run, "rPr")
        said = switched(own, flag)
        if said is None:
            said = self._styled(flag, val(own, "rStyle"))
        if said is None:
            said = self._styled(flag, val(prop(paragraph, "pPr"), "pStyle"))
        return said or False

    def _styled(self, flag: str, name: str) -> bool | None:
        """Tell what a style says, or the nearest one that it is based on; asked once of each."""
        if (flag, name) not in self.asked:
            says = (switched(prop(style, "rPr"), flag) for style in self.chain(name))
            self.asked[flag, name] = next((said for said in says if said is not None), None)
        return self.asked[flag, name]
