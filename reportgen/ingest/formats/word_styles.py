"""The styles of a document, and what they and the runs themselves say of how a run looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.ingest.formats.ooxml import Element, attribute, on, prop, props, val

HIDDEN, STRUCK, RAISED = "vanish", frozenset({"strike", "dstrike"}), "superscript"
FLAGS = frozenset({HIDDEN, *STRUCK})
TELLING = (*FLAGS, "rStyle", "vertAlign")  # by these a run looks otherwise than the style of its paragraph says


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids."""

    known: Mapping[str, Element] = field(default_factory=dict)

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


@dataclass(frozen=True, slots=True)
class Looks:
    """How the runs of a document look; `telling` holds those that tell any of it themselves, as few do."""

    styles: Styles
    telling: frozenset[Element | None] = frozenset()
    asked: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)  # what two styles switch on

    @classmethod
    def of(cls, body: Element, styles: Styles) -> Looks:
        """Find the runs that tell of their look, all at once: a large table has more runs than cells."""
        told = (found.getparent() for found in body.iterdescendants(*(f"{{*}}{name}" for name in TELLING)))
        return cls(styles, frozenset(properties.getparent() for properties in told if properties is not None))

    def of_run(self, run: Element, paragraph: str) -> frozenset[str]:
        """List what a run is: ask the run itself, then its style, then that of its paragraph."""
        if run not in self.telling:
            return self._styled("", paragraph)
        own = props(prop(run, "rPr"))
        styled = self._styled(attribute(own.get("rStyle"), "val"), paragraph)
        flags = {flag for flag in FLAGS if (on(own[flag]) if flag in own else flag in styled)}
        return frozenset(flags | ({RAISED} & {attribute(own.get("vertAlign"), "val")}))

    def _styled(self, letters: str, paragraph: str) -> frozenset[str]:
        """List the flags that the styles of letters and paragraph switch on; the nearest that tells one decides."""
        names = letters, paragraph
        if names not in self.asked:
            told: dict[str, bool] = {}
            for own in (props(prop(style, "rPr")) for name in names for style in self.styles.chain(name)):
                told = {flag: on(own[flag]) for flag in FLAGS if flag in own} | told
            self.asked[names] = frozenset(flag for flag, said in told.items() if said)
        return self.asked[names]
