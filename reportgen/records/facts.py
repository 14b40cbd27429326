"""What the words of a cell say: numbers, days, steps and promises, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reportgen.records.table import Span

HALF = Decimal("0.5")
HUNDRED = Decimal(100)  # the whole, in %


class Bound(StrEnum):
    """What the words around a number make of it."""

    EXACT = "exact"
    ABOUT = "about"  # 约 左右
    AT_LEAST = "at_least"  # 以上 不少于 至少 ≥
    OVER = "over"  # 超 余 多
    NEAR = "near"  # 近
    AT_MOST = "at_most"  # 以下 不超过 ≤


class Scope(StrEnum):
    """What stretch or share of the whole a number speaks of."""

    PLAIN = "plain"
    CUMULATIVE = "cumulative"  # 累计 共 1-8月
    MONTH = "month"  # 本月 8月份
    PART = "part"  # 其中 含 包括
    REST = "rest"  # 剩余 其余 尚有
    STOCK = "stock"  # with, or of, what stood before this year


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 1.5万人次以上 is 15000, 人次, AT_LEAST.

    Percentages and 成 have the unit `%` and a value of 0 to 100 and more (七成 is 70); `of` then says
    of what (总工程量, 年度目标, or empty). `noun` holds the folded words that name the thing counted, from before and
    after the number (公交线路4条 gives 公交线路; 4条公交线路 too).
    """

    value: Decimal
    unit: str
    noun: str
    span: Span
    bound: Bound = Bound.EXACT
    scope: Scope = Scope.PLAIN
    of: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage, and counts nothing."""
        return self.unit == "%"

    @property
    def is_part(self) -> bool:
        """Whether it tells only a part of the number before it (其中1655人)."""
        return self.scope is Scope.PART


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or stretch of days that the text names: 9月底前 is start 09-21, end 09-30, `before`.

    So are the days from one to another (9月10日至15日), as what takes them all is there with the last.

    `runs`: the day is not named, but reckoned from one that is (10月20日签订合同，供货期75天).
    """

    start: date
    end: date
    span: Span
    before: bool = False
    runs: bool = False

    @property
    def day(self) -> date:
        """The earliest day on which what is told of can be there: the first of a stretch, the last of one `before`."""
        return self.end if self.before else self.start


class Aspect(StrEnum):
    """How far a step is."""

    REACHED = "reached"  # 已完成
    UNDER_WAY = "under_way"  # 正在 施工中
    INTENDED = "intended"  # 拟 待 预计 力争 准备
    NOT = "not"  # 未 尚未


NOT_YET = frozenset({Aspect.NOT, Aspect.INTENDED})
OPEN = NOT_YET | {Aspect.UNDER_WAY}  # whatever is not there yet
BEGUN = frozenset({Aspect.REACHED, Aspect.UNDER_WAY})  # whatever is there, or at least begun


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a ladder, and how far it is: 桩基施工完成 is (construction, pile, REACHED).

    `subject` holds the folded words that say of what, as far as the text says; `span` is the word of the step itself,
    `said` the stretch of words that it stands in.
    """

    ladder: str
    step: str
    rank: int
    aspect: Aspect
    subject: str
    span: Span
    said: Span
    soft: bool = False  # nothing that can be measured (开展, 宣传)
    made: bool = False  # the thing itself has begun, beyond preparing it

    def is_at(self, other: Milestone) -> bool:
        """Tell whether both stand at the same place of the same ladder, however far each is."""
        return (self.ladder, self.rank) == (other.ladder, other.rank)

    def reaches(self, wanted: Milestone) -> bool:
        """Tell whether it is reached, and no step before another one of its ladder."""
        return self.rank >= wanted.rank and self.aspect is Aspect.REACHED


@dataclass(frozen=True, slots=True)
class Promise:
    """A day by which the progress says that a step will be reached (力争10月份开工)."""

    moment: Moment
    milestone: Milestone | None
    span: Span
