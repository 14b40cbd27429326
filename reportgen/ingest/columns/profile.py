"""What the columns of a table can hold: by their names, and by what stands in rows that are whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.ingest.columns.contents import PARTS
from reportgen.ingest.columns.headers import Head
from reportgen.ingest.columns.meanings import UNITS
from reportgen.norms import UnitNorms
from reportgen.records import BLANKS, Cell
from reportgen.text import fold

NUMBER = re.compile(r"\(?(?:[A-Za-z]{1,4}-?\d{1,4}|\d{1,4}(?:[.-]\d{1,3})?|[一二三四五六七八九十]{1,3})\)?[.、]?")
SHARE = re.compile(r"[≥≤<>约近超]*\d+(?:\.\d+)?%?.{0,8}")
RATES = re.compile(r"\d%")
MEASURE = re.compile(r"%|[^\d%。,;]{1,8}")
AMOUNT = re.compile(r"[≥≤<>]*[\d.,]+[^\d%]{0,4}")
TITLE = r"[\u3400-\u9fff]{0,8}(?:长|书记|常委|主任|主席|委员|调研员|成员|干部)"
# A name put into hanzi from another language (某某某某·某某某某) has a point in it, and more letters than others.
POINTED = r"[\u3400-\u9fff]{1,8}(?:[·•‧∙・][\u3400-\u9fff]{1,8}){1,3}"
PERSON = rf"(?:{POINTED}|[\u3400-\u9fff]{{1,5}})"
TITLED = rf"(?:(?:{TITLE})?{PERSON}|{TITLE})(?:\([^()]{{1,8}}\))?"  # 副区长某某某, 某某(挂职)
OF_OFFICE = re.compile(r"书记|常委|[市县区州镇乡]长|主席|调研员|组成员")
LEADER = re.compile(rf"{TITLED}(?:[、,/;]{TITLED})*")
AND_OTHERS = re.compile(r"(?:等|\([^()]*\))+$")
LONGEST_UNIT = 25  # characters
LONGEST_NAME = 3  # characters of a person's name, but for a few
LONGEST_RATES = 40  # characters
LONGEST_STATE = 16  # characters; what is longer is no unit's own verdict, but a report
WORKS = r"[。:%]|\d|完成|[开竣完动]工|[封结]顶|建成|浇筑|调试|施工|招标|安装|采购|推进|改造"
OF_WORKS = re.compile(rf"{WORKS}|整治|修缮|疏通|加装")  # no person's name does
SENTENCE = re.compile(rf"{WORKS}|[已正在将拟]")  # no list of units does
TELLS = re.compile(r"[。%]|\d+(?:月|日|个|处|所|座|条|公里|户|人|套)|完成|[开竣完动]工|建成")  # no unit's name does
ALL_OF = re.compile(r"(?:各|相关|有关)[\u3400-\u9fff]{2,12}")  # 各培训机构, 相关镇街
PATTERNS = {"no": NUMBER, "measure": MEASURE, "amount": AMOUNT, "rate": SHARE}
NAME = re.compile(r"[\u3400-\u9fff]{2,10}(?:[、,/][\u3400-\u9fff]{2,10})*")
TEXTS = frozenset({"target", "plan", "progress", "project"})
TOLD = frozenset({"target", "plan", "progress", "note"})  # seldom by a mere name
NAMED = re.compile(r"([\u3400-\u9fff])[\u3400-\u9fff]{1,2}(?:\([^()]{1,8}\))?")
NAMING = frozenset({"target", "project", "extra"})
HANZI_NUMBER = r"[一二三四五六七八九十]{1,3}"
NUMBERINGS = tuple(
    re.compile(form) for form in (r"\d{1,3}[.、](?!\d)", rf"{HANZI_NUMBER}、", rf"\({HANZI_NUMBER}\)", r"\(\d{1,3}\)")
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the columns hold in rows that need no repair."""

    heads: tuple[Head, ...]
    groups: tuple[int, ...]  # columns that may be merged over several rows: number, category, project
    numbers_projects: bool  # some rows have no number of their own
    leaders: frozenset[str]
    units: frozenset[str]
    norms: UnitNorms
    leads: frozenset[str] = frozenset()  # units that lead in whole rows
    gaps: bool = False  # an empty cell may be lost anywhere, not at a row's end only
    whole: bool = False  # every row has all its cells, and hardly one looks out of place
    kept: bool = False  # merged cells were left empty in their places, so that no row has shifted
    again: bool = False  # what would be merged is written in each row: hardly one has shifted
    ends_early: bool = False  # rows that lost their number are shorter than the header, and no others are
    # So they are, or those that lost a category in front of it, and an empty cell at a row's end is its own, not put
    # there for a lost one.
    unpadded: bool = False
    covered: frozenset[int] = frozenset()  # columns of units that are empty in rows of a project begun above only
    measures: frozenset[int] = frozenset()  # columns of measures, which a lost merge may have left empty
    figures: frozenset[int] = frozenset()  # columns of progress that hold bare figures
    states: frozenset[str] = frozenset()  # words for states, of which none is a leader
    named: bool = False  # no project's name ends as a sentence
    leader_across: int | None = None  # the column of leaders, where an empty cell may be a merged one of any row
    numberings: Mapping[int, int] = field(default_factory=dict)  # how the names in columns of groups are numbered
    written_once: frozenset[int] = frozenset()  # columns of leader and project, written in a project's first row only
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)  # in what kinds of columns whole rows hold a text

    @property
    def width(self) -> int:
        return len(self.heads)

    @property
    def numbered(self) -> bool:
        return self.heads[0].name == "no"

    @property
    def target(self) -> int:
        return next(head.index for head in self.heads if head.name == "target")

    @property
    def progress(self) -> int:
        return next(head.index for head in self.heads if head.name == "progress")

    def names_of(self, indexes: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.heads[index].name for index in indexes)

    def objection(self, head: Head, text: str) -> int:
        """Weigh what speaks against a text in a column: 0 nothing, 1 a name unknown here perhaps, 2 its form."""
        folded = fold(text)
        if self._numbered_as(head, text) or kind(head) not in self.homes.get(folded, {kind(head)}):
            return 2
        if self._accepts(head, text):
            return int(head.name in TOLD and self._may_name_someone(head, _listed(text)))
        a_name = NAME.fullmatch(folded) and not SENTENCE.search(folded) and folded not in self.leaders
        return 1 if head.name in UNITS and a_name else 2

    def _numbered_as(self, head: Head, text: str) -> bool:
        """Tell a text that is numbered as the names of another column are (4.道路), or not as those of its own."""
        if not self.numberings or head.name not in NAMING or text.strip() in BLANKS:
            return False
        own, found = self.numberings.get(head.index), numbering(text)
        return found != own and (own is not None or found in self.numberings.values())

    def in_place(self, row: Sequence[Cell]) -> bool:
        """Tell a row that has a cell for every column, in which no more than one name unknown here is out of place."""
        if len(row) != self.width or not all(row[at].text.strip() for at in self.groups):
            return False
        return sum(self.objection(head, cell.text) for head, cell in zip(self.heads, row, strict=True)) <= 1

    def _accepts(self, head: Head, text: str) -> bool:
        folded = fold(text)
        if folded in BLANKS:
            return head.name not in ("no", "target")
        if head.name == "rate" and len(folded) <= LONGEST_RATES and RATES.search(folded) and "。" not in folded:
            return True  # 户厕102.5%,公厕80%
        if pattern := AMOUNT if head.index in self.figures else PATTERNS.get(head.name):
            return pattern.fullmatch(folded) is not None
        if head.name in UNITS:
            return self.unit(_listed(text))
        if head.name == "lead_leader":
            if OF_WORKS.search(folded) or folded.rstrip("。") in self.states:
                return False
            titled = OF_OFFICE.search(folded) is not None  # 县委常委 ends as a unit does
            office = self._surely_unit(folded) if len(folded) <= LONGEST_NAME else self.unit(folded)  # 某某科 is a name
            return LEADER.fullmatch(folded) is not None and (titled or not office)
        if head.name == "status":
            return len(folded) <= LONGEST_STATE and "。" not in folded
        if head.name == "note" and self.has("rate"):
            return not folded.endswith("%")
        if head.name in TEXTS and folded.isdecimal() and self.has("no") and not self.numbered:
            return False  # the numbers stand behind other columns, where a text may be taken for one
        if head.name == "project" and self.named and folded.endswith("。"):
            return False
        return head.name not in TEXTS or not self._names_someone(_listed(text))

    def has(self, name: str) -> bool:
        return any(head.name == name for head in self.heads)

    def unit(self, folded: str) -> bool:
        parts = [AND_OTHERS.sub("", part) for part in PARTS.split(folded)]
        if folded in self.leaders or TELLS.search(folded) or max(map(len, parts)) > LONGEST_UNIT:
            return False
        return any(part in self.units or part.endswith(self.norms.endings) or ALL_OF.fullmatch(part) for part in parts)

    def _may_name_someone(self, head: Head, folded: str) -> bool:
        """Tell a text that reads like a person's name or like units, and that no row holds which is whole."""
        if folded in self.homes or folded in BLANKS or OF_WORKS.search(folded):
            return False
        person = NAMED.fullmatch(folded)
        named = person is not None and person[1] in self.norms.surnames
        return named or self._names_someone(folded) or (head.name == "target" and self.unit(folded))

    def _names_someone(self, folded: str) -> bool:
        """Tell a text that is nothing but a leader or units."""
        return folded in self.leaders | self.units or self._surely_unit(folded)

    def _surely_unit(self, folded: str) -> bool:
        """Tell a list of units: one of its names is surely one, and none reads like a sentence."""
        parts = [AND_OTHERS.sub("", part) for part in PARTS.split(folded)]
        if SENTENCE.search(folded) or max(map(len, parts)) > LONGEST_UNIT:
            return False
        return any(part.endswith(self.norms.sure) or ALL_OF.fullmatch(part) for part in parts)


def _listed(text: str) -> str:
    """Fold a text, with names that blanks or lines part (县教育局 县公安局) as a list."""
    return fold("、".join(text.split()))


def kind(head: Head) -> str:
    """Tell columns of leaders and of units from all others: what names the one is never found in the other."""
    return "unit" if head.name in UNITS else "leader" if head.name == "lead_leader" else "other"


def padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """Give a row that ends early empty cells up to a table's width."""
    return (*row, *(Cell() for _ in range(width - len(row))))


def numbering(text: str) -> int | None:
    """Tell how a name is numbered: as 1.公园, 一、公园, （一）公园 or （1）公园."""
    folded = fold(text)
    return next((kind for kind, form in enumerate(NUMBERINGS) if form.match(folded)), None)


def trimmed(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Take the padding off a row's end."""
    cells = list(row)
    while cells and not cells[-1].text.strip():
        cells.pop()
    return tuple(cells)
