"""What the words of a header mean: canonical column names by the aliases of the norms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.ingest import periods
from reportgen.norms import ColumnNorms
from reportgen.text import fold

CONJUNCTION = re.compile(r"[、,;/与和]|及(?!其)")
BRACKETED = re.compile(r"\([^()]*\)$")
NEXT = re.compile(r"下一?(?:个?月|季|步|阶段|期|周)|次月|明年")
LONGEST_HEADER = 24  # characters; what is longer is a title or a body cell
NO_HEADER = re.compile(r"[。;!?《》]|:.|(?:表|清单|台账|一览|通报)(?:\(.*\))?$")
CONTAINED = 4  # an alias shorter than this must end the header, not merely stand in it
FIRST_AMONG_PARTS = ("progress", "plan", "lead_unit", "target", "project")
EITHER = "either"  # 目标任务: a project in one table, a target in another


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The aliases by canonical name, and what this workspace maps by hand."""

    aliases: Mapping[str, str]
    order: Mapping[str, int]
    mapped: Mapping[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    found: dict[str, str | None] = field(default_factory=dict, compare=False)  # names already worked out

    def name(self, header: str) -> str | None:
        """Name a header cell canonically, or None; 三季度工作目标 is a plan, 年度工作目标 a target."""
        if header not in self.found:
            self.found[header] = self._name(header)
        return self.found[header]

    def _name(self, header: str) -> str | None:
        text = fold(header)
        if text in self.mapped:
            return self.mapped[text]
        if not text or len(text) > LONGEST_HEADER or NO_HEADER.search(text):
            return None
        name = self._alias(text) or self._timeless(header)
        if name == "plan" and NEXT.search(text):
            return "next_step"
        stretch = next(iter(periods.stretches(header)), None)
        if name in ("target", EITHER) and stretch:
            return "target" if stretch.whole_year else "plan"  # 全年任务 is asked, whatever 任务 may be elsewhere
        return name

    def exact(self, header: str) -> bool:
        """Tell a cell that holds nothing but a word of the norms and a stretch of time, or one mapped by hand."""
        text = fold(header)
        return text in self.mapped or text in self.aliases or periods.without(header) in self.aliases

    def names(self, header: str) -> frozenset[str]:
        """Name all that a spanning header announces: 工作计划及完成情况 is plan and progress."""
        found = {name for part in CONJUNCTION.split(fold(header)) if (name := self.name(part))}
        whole = self.name(header)
        return frozenset(found | {whole} if whole else found)

    def speaks(self, header: str) -> bool:
        """Tell whether a cell is made of header words, or names a stretch of time and nothing else."""
        text = fold(header)
        timeless = bool(text) and len(text) <= LONGEST_HEADER and not periods.without(header)
        return timeless or self.name(header) is not None

    def rank(self, header: str) -> int:
        """Tell how early among its name's aliases a header stands; the norms list the best first."""
        text = BRACKETED.sub("", periods.without(header))
        longest = max((alias for alias in self.order if text.endswith(alias)), key=len, default="")
        return self.order.get(longest, len(self.order))

    def _timeless(self, header: str) -> str | None:
        text = periods.without(header)
        return self._alias(text) or self._alias(BRACKETED.sub("", text)) or self._part(text) or self._within(text)

    def _alias(self, text: str) -> str | None:
        return self.aliases.get(text)

    def _part(self, text: str) -> str | None:
        parts = [part for part in CONJUNCTION.split(text) if part]
        if len(parts) < 2:
            return None
        found = [name for part in parts if (name := self._alias(part) or self._within(part))]
        return next((name for name in FIRST_AMONG_PARTS if name in found), found[0] if found else None)

    def _within(self, text: str) -> str | None:
        """Take the alias that ends last, the longest of those: a Chinese header has its head at the end.

        What is measured or counted is told by whole words only: 建设单位 is no measure.
        """
        held = [(text.rfind(alias) + len(alias), len(alias), alias) for alias in self.aliases if alias in text]
        held = [(end, size, alias) for end, size, alias in held if end == len(text) or size >= CONTAINED]
        held = [(end, size, alias) for end, size, alias in held if size > 1 and self.aliases[alias] != "measure"]
        return self.aliases[max(held)[2]] if held else None


def vocabulary(norms: ColumnNorms, columns: Mapping[str, str]) -> Vocabulary:
    """Gather the aliases; a word listed under both project and target is either."""
    aliases: dict[str, str] = {}
    order: dict[str, int] = {}
    for name, words in norms.names.items():
        for word in words:
            both = {aliases.get(fold(word)), name} == {"project", "target"}
            aliases[fold(word)] = EITHER if both else name
            order.setdefault(fold(word), len(order))
    mapped = {fold(header): name for header, name in columns.items()}
    regions, wholes = (frozenset(map(fold, names)) for names in (norms.region, norms.whole))
    return Vocabulary(aliases, order, mapped, regions, wholes)
