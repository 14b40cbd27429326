"""What the words of a header mean: canonical column names by the aliases of the norms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.ingest.columns import header_words as said
from reportgen.ingest.columns import meanings, periods
from reportgen.ingest.columns.meanings import ASKING, EITHER, RESPONSIBLE, UNITS
from reportgen.norms import ColumnNorms
from reportgen.text import BRACKETS, fold

LONGEST_HEADER = 24  # characters; what is longer is a title or a body cell
CONTAINED = 4  # an alias shorter than this must end the header, not merely stand in it
FIRST_AMONG_PARTS = ("progress", "plan", "lead_unit", "target", EITHER, "project", "problem", "next_step", "due")
MERE = frozenset({"累计", "实际"})  # tell which figure, not of what: 计划数 over 累计 is a plan
WHOLE_WORDS = frozenset({"名称", "单位", "计量", "计量单位", "情况"})  # 企业名称 is no project, 建设单位 no measure


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The aliases by canonical name, and what this workspace maps by hand."""

    aliases: Mapping[str, str]
    order: Mapping[str, int]
    mapped: Mapping[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    ticks: frozenset[str] = frozenset()
    unticked: frozenset[str] = frozenset()
    variants: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    found: dict[str, str | None] = field(default_factory=dict, compare=False)  # names already worked out

    def name(self, header: str) -> str | None:
        """Name a header cell canonically, or None; 三季度工作目标 is a plan, 年度工作目标 a target."""
        if header not in self.found:
            self.found[header] = self._name(header)
        return self.found[header]

    def _name(self, header: str) -> str | None:
        if fold(header) in self.mapped:
            return self.mapped[fold(header)]
        text = self.plain(header)
        if name := self._alias(text):
            return meanings.meant(name, text)
        listed = text.removesuffix(said.LIST)
        if listed != text and self._alias(periods.without(listed)):
            return self._name(listed)
        if not said.HANZI.search(text) or len(text) > LONGEST_HEADER or said.NO_HEADER.search(text):
            return None
        if self._of_year_and_steps(text):
            return "target"
        if periods.without(text) == said.BY_THEN:
            return "plan"
        if said.COMPARES.match(text):
            return None  # 与节点目标比较 is no target: what stands in the cells tells
        if said.WHETHER.match(text):
            return "extra" if said.OF_KIND.search(text) else "status"
        if text.startswith("占"):  # 占年任务
            return "rate"
        name = (
            self._spoken(text)
            or self._timeless(text)
            or ("next_step" if said.NEXT.match(text) else self._by_verb(text))
        )
        return meanings.meant(name, text) if name else None

    def _spoken(self, text: str) -> str | None:
        """Name what is asked in plain speech: 8月干了啥 is the progress, 啥时候干完 the day."""
        timeless = said.OF_NOW.sub("", periods.without(text))
        return next((name for name, words in said.SPOKEN if words.search(timeless)), None)

    def _by_verb(self, text: str) -> str | None:
        """Name a header that no noun names by what it says is to be reached in a stretch of time, or has been."""
        timeless = periods.without(text)
        if said.DIGIT.search(timeless):
            return None  # 已完成19公里 is a report
        if said.TO_REACH.search(timeless) and timeless != text:
            return "target"
        if said.POINTS.search(timeless) and (timeless != text or said.STEP.search(text)):
            return "plan"
        return "progress" if said.REACHED.search(timeless) else None

    def _of_year_and_steps(self, text: str) -> bool:
        """Tell a header of the year's target and the steps towards it: 年度目标任务及上半年节点."""
        asked, *steps = said.CONJUNCTION.split(text)
        yearly = any(stretch.whole_year for stretch in periods.stretches(asked))
        return len(steps) == 1 and yearly and self.name(asked) == "target" and self.name(steps[0]) == "plan"

    def of_path(self, texts: Sequence[str]) -> str | None:
        """Name a column by all words over it where the norms list them, else by the lowest, by all, or by one above."""
        joined = "".join(texts)
        lowest, above = texts[-1:], list(reversed(texts[:-1]))
        tries = [*lowest, joined, *above]
        of_figures = any(self.name(text) in ASKING for text in above) and self.name("".join(lowest)) == "measure"
        if self.exact(joined) and not of_figures:  # 单位 under 年度任务 is no office
            tries.insert(0, joined)
        elif lowest and (periods.without(lowest[0]) in MERE or self._figure_of_report(lowest[0], above)):
            tries = [*above, *lowest]
        name = next((name for text in tries if (name := self.name(text))), None)
        if name == "progress" and lowest and self._intended(above):
            return self._intended(above)
        return self._of_leaders(name, texts) if name in UNITS else name

    def _of_leaders(self, name: str, texts: Sequence[str]) -> str:
        """Tell 牵头 and 配合 under 领导, who are no units: the first leads, the other only helps."""
        led = any(self.name(text) == "lead_leader" for text in texts[:-1])
        if not led or said.UNIT_NOUN.search(fold(texts[-1])):
            return name
        return "lead_leader" if name == "lead_unit" else "extra"

    def _intended(self, above: Sequence[str]) -> str | None:
        """Tell what a word of progress under 年度计划 or 年底预计 means: what is planned, or hoped for."""
        alone = (text for text in above if "progress" not in self.names(text))  # 计划及进展 heads both
        text = next((without for text in alone if said.PLANNED.search(without := periods.without(text))), None)
        return None if text is None else "next_step" if said.HOPED in text else "plan"

    def _figure_of_report(self, lowest: str, above: Sequence[str]) -> bool:
        """Tell 数量 under 1-8月实际 from the one under 年计划."""
        return self.name(lowest) == "amount" and any(self.name(text) == "progress" for text in above)

    def plain(self, header: str) -> str:
        """Fold a header cell and take off what stands about its words: *项目名称：, 1.项目名称, (9月5日前填报)."""
        return said.QUOTES.sub(
            "", said.NUMBERED.sub("", periods.aside(header).translate(self.variants).strip(said.MARKS))
        )

    def funded(self, *texts: str) -> bool:
        """Tell header cells of which one speaks of money: 年度投资计划, 资金支付进度; not 建设内容及资金来源."""
        firsts = [said.CONJUNCTION.split(self.plain(text))[0] for text in texts]
        return any(word in first for first in firsts for word in self.funds)

    def group(self, header: str) -> bool:
        """Tell a header that names groups of projects (类别), not projects."""
        return said.BRACKETED.sub("", self.plain(header)).endswith(self.groups)

    def counted(self, header: str) -> bool:
        """Tell a header over the number of projects: 项目数, 滞后项目数."""
        return said.BRACKETED.sub("", self.plain(header)).endswith(self.counts)

    def exact(self, header: str) -> bool:
        """Tell a cell that holds nothing but a word of the norms and a stretch of time, or one mapped by hand."""
        text = self.plain(header)
        return fold(header) in self.mapped or text in self.aliases or periods.without(text) in self.aliases

    def names(self, header: str) -> frozenset[str]:
        """Name all that a spanning header announces: 工作计划及完成情况 is plan and progress."""
        found = {name for part in said.CONJUNCTION.split(fold(header)) if (name := self.name(part))}
        whole = self.name(header)
        if said.DUTIES.search(fold(header)):
            found |= RESPONSIBLE
        return frozenset(found | {whole} if whole else found)

    def speaks(self, header: str) -> bool:
        """Tell whether a cell is made of header words, or names a stretch of time and nothing else."""
        text = fold(header)
        timeless = bool(text) and len(text) <= LONGEST_HEADER and not periods.without(header)
        return timeless or self.name(header) is not None

    def rank(self, header: str) -> int:
        """Tell how early among its name's aliases a header stands; the norms list the best first."""
        text = said.OF_LEVEL.sub("", said.BRACKETED.sub("", periods.without(self.plain(header))))
        for words in (text, said.UNIT_NOUN.sub("单位", text)):  # 主管局 stands where 主管单位 does
            if ends := [alias for alias in self.order if words.endswith(alias) and alias not in WHOLE_WORDS]:
                return self.order[max(ends, key=len)]
        return len(self.order)

    def _timeless(self, header: str) -> str | None:
        text = said.OF_LEVEL.sub("", said.TOLD_HOW.sub("", periods.without(header)))
        bare = said.BRACKETED.sub("", text)
        whole = self._alias(text) or self._alias(bare) or self._alias(BRACKETS.sub("", text))  # 项目(指标)名称
        name = whole or self._part(text) or self._unit(bare) or self._within(text)
        name = name or self._loosely(bare) or self._loosely(text.replace("的", ""))
        return name or (self._within(text.removesuffix("%")) if text.endswith("%") else None)

    def _loosely(self, bare: str) -> str | None:
        """Name a header by what its bracket leaves: 计划竣工(年月); what is kept aside anyway needs no name."""
        name = self._within(bare)
        return name if name != "extra" else None

    def _unit(self, text: str) -> str | None:
        """Name 协办处室 as 协办: what stands before the word for a unit tells its part."""
        part = said.UNIT_NOUN.sub("", text)
        if text.startswith("责任") and not part:
            return "lead_unit"  # 责任股室
        known = self._within(part) or self._alias(f"{part}单位")  # 落实处室 is 落实单位
        name = known if part and part != text else None
        return name if name in UNITS else None

    def _alias(self, text: str) -> str | None:
        return self.aliases.get(text)

    def _part(self, text: str) -> str | None:
        parts = [part for part in said.CONJUNCTION.split(text) if part]
        if len(parts) < 2:
            return None
        found = [name for part in parts if (name := self._unit(part) or self._alias(part) or self._within(part))]
        if found[:1] == ["problem"]:
            return "problem"  # 存在问题及整改情况
        if found[:1] in (["target"], [EITHER]) and "lead_unit" in found:
            return "target"  # 目标任务及责任单位
        if "lead_leader" in found and any(said.UNIT_NOUN.fullmatch(part) for part in parts):
            return "lead_unit"  # 牵头区领导及单位
        return next((name for name in FIRST_AMONG_PARTS if name in found), found[0] if found else None)

    def _within(self, text: str) -> str | None:
        """Take the alias that ends last, the longest of those: a Chinese header has its head at the end.

        Some words tell something by themselves only: 建设单位 is no measure.
        """
        held = [(text.rfind(alias) + len(alias), len(alias), alias) for alias in self.aliases if alias in text]
        held = [(end, size, alias) for end, size, alias in held if end == len(text) or size >= CONTAINED]
        held = [(end, size, alias) for end, size, alias in held if size > 1 and alias not in WHOLE_WORDS]
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
    return Vocabulary(
        aliases,
        order,
        mapped,
        regions=frozenset(map(fold, norms.region)),
        wholes=frozenset(map(fold, norms.whole)),
        groups=norms.group,
        counts=norms.counts,
        funds=norms.funds,
        steps=norms.steps,
        states=frozenset(map(fold, norms.states)),
        ticks=frozenset(map(fold, norms.ticks)),
        unticked=frozenset(map(fold, norms.unticked)),
        variants=str.maketrans(dict(zip(norms.variants[::2], norms.variants[1::2], strict=True))),
        labels=norms.by_label,
    )
