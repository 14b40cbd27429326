"""Roles: what a number is in its clause: a base, a day's number, a part in brackets, what a target was changed to."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.facts.words.levels import is_level
from reportgen.facts.words.phrases import ends_with, says
from reportgen.facts.words.statements import Number, Statement
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Milestone, Quantity, Scope, Span
from reportgen.text import fold

WEEK, MONTH = 7, 30  # days
AMOUNTS = re.compile("[占达为即(、:]|比例?|率")  # 520盏达65%


def is_ratio(quantity: Quantity, norms: Norms) -> bool:
    """Tell whether a number is a level itself (每千人口4.86个), not a count beside the name of one (112个村覆盖率)."""
    own = quantity.is_share or "/" in quantity.unit or quantity.noun.startswith("每")
    return own and is_level(quantity, quantity.noun, norms)


def bracketed(number: Number) -> bool:
    """Tell whether a number stands in brackets, and so only divides the one before them."""
    return _in_brackets(number.span, number.statement)


def _in_brackets(span: Span, statement: Statement) -> bool:
    text = statement.source.text
    if "(" not in text:
        return False
    at = statement.source.at(span)
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def is_base(number: Number, norms: Norms) -> bool:
    """Tell whether a number is what the count is taken of (8处积水点中, 任务20个), not what is done."""
    if (
        says(norms.matching.bases, f"{number.before}#{number.after}")
        or ends_with(norms.phrases.adjusted, number.before)  # what a target was changed to
        or a_day(number, norms)
        or _after_base(number, norms)
        or _shared_out(number, norms)
    ):
        return True
    alike = (other for other in number.statement.numbers if other.unit == number.unit)
    later = next((other for other in alike if other.span.start >= number.span.end), None)
    if later is None or later.value > number.value:
        return False
    between = number.to(later.span)
    # 9座处理站已建成7座, 6条线路开通4条: the second number tells, of the things that the first names.
    named = fold(later.noun)
    own = not named or named in fold(number.noun) or fold(number.noun) in named
    return not re.search("[、(:]", between) and (says(norms.phrases.reached, between) or (bool(between) and own))


def _after_base(number: Number, norms: Norms) -> bool:
    """Tell whether a number stands next to a base in a list (涉及企业2340家、1612万元; 发现高血压86人、糖尿病4人)."""
    last = number.previous
    listed = last is not None and last.to(number.span).removesuffix(fold(number.noun)) == "、"
    return last is not None and listed and is_base(last, norms)


def _shared_out(number: Number, norms: Norms) -> bool:
    """True where a share tells how many of the things counted are done (800盏路灯已换六成五), or how far they are.

    What is done itself may come to a share (已换520盏达65%).
    """
    statement = number.statement
    if len(statement.shares) != 1 or number.is_share or number.scope in (Scope.PART, Scope.REST):
        return False  # the usual case
    share = statement.shares[0]
    if share.span.start < number.span.end or share.value >= HUNDRED or share.of:
        return False
    between = number.to(share.span)
    done = says(norms.phrases.reached, between) and not AMOUNTS.search(between)
    return done and not says(norms.phrases.reached, number.before)


def is_beside(number: Number, norms: Norms) -> bool:
    """Tell whether a number counts others than the one before it (另检测管道112公里, 另有2所)."""
    return says(norms.phrases.beside, number.before + "#")


def a_day(number: Number, norms: Norms) -> Decimal:
    """How many a day a number tells that is of each day, week or month (日均安装70间); 0 of any other."""
    value, before = number.value, number.before
    paces = (norms.matching.daily, 1), (norms.matching.weekly, WEEK), (norms.matching.monthly, MONTH)
    return next((value / days for phrases, days in paces if ends_with(phrases, before)), Decimal(0))


def steps_in_brackets(number: Number) -> tuple[Milestone, ...]:
    """The steps in the brackets of a number, before it (完工14部); none where only some are told of (其中3座完工)."""
    told = number.before
    steps = tuple(step for step in number.steps_before if _in_brackets(step.span, number.statement))
    return () if "其中" in told[told.rfind("(") :] else steps


def steps_beside(number: Number) -> tuple[Milestone, ...]:
    """The steps that the words around a number name, in its brackets or out of them (开工33部(完工14部))."""
    near = number.steps
    if not near:
        return ()
    inside = bracketed(number)
    return tuple(step for step in near if _in_brackets(step.span, number.statement) == inside) or near


def steps_near(number: Number) -> tuple[Milestone, ...]:
    """The steps beside a number; those of the whole clause if there are none.

    What is told in brackets of other numbers is none of this one (85栋全部销号(拆除31栋、加固54栋)).
    """
    steps = steps_beside(number) or _steps_around(number)
    if not steps or bracketed(number):
        return steps
    if not any(map(bracketed, number.statement.numbers)):
        return steps
    return tuple(step for step in steps if not _in_brackets(step.span, number.statement))


def _steps_around(number: Number) -> tuple[Milestone, ...]:
    """The steps of a clause, but for those that begin what is counted later in it (搬迁43户、拆除旧房39户)."""
    statement, start = number.statement, number.span.start
    numbers = [other.span.start for other in statement.quantities if other.span.start > start]

    def heads_another(step: Milestone) -> bool:
        piece = statement.piece_at(step.span)
        return step.span.start > start and any(step.span.end <= at < piece.end for at in numbers)

    return tuple(step for step in statement.milestones if not heads_another(step))
