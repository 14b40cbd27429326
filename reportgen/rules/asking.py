"""How a doubt is put to the unit: a question that can be answered, about what is open."""

from __future__ import annotations

import re
from datetime import date

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import says
from reportgen.norms import Norms
from reportgen.records import Check, Requirement, Scope, Span
from reportgen.rules.wording import DATED, against, asked, shortened, source
from reportgen.text import fold

UNTOLD = "请补报累计完成数"
DIGIT = re.compile(r"\d")
PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")  # two hanzi on end, each pair that there is


def whether(check: Check, as_of: date) -> str:
    """Ask of what was asked for whether it comes in time; where its day has come, whether it is there."""
    return "是否已达到" if check.requirement.due <= as_of else "能否按期达到"


def of_the_rest(check: Check, as_of: date) -> str:
    """Ask the same of the number that is left to do; of all of it where none is told to be there."""
    if not check.have or check.need is None or not check.too_few:
        return whether(check, as_of)
    due = "是否已完成" if check.requirement.due <= as_of else "能否按期完成"
    return f"余下{check.need - check.have:f}{check.requirement.unit}{due}"


def whether_in_time(check: Check, reading: Reading) -> str:
    """Ask whether what is not met yet will be; of a number of one month only, what all months come to."""
    numbers = (number for statement in reading.report for number in statement.quantities)
    told = [number for number in numbers if number.unit == check.requirement.unit]
    of_month = any(one.scope is Scope.MONTH and any(map(one.span.overlaps, check.answers)) for one in told)
    if of_month and not any(one.scope is Scope.CUMULATIVE for one in told):
        return UNTOLD
    ask = of_the_rest if names_it(check) and not of_month else whether
    return f"{ask(check, reading.period.as_of)}，请核实"


def whether_enough(check: Check) -> str:
    """Ask whether it is; where the number told is enough, only whether all of it is what was asked for."""
    return "是否均符合要求，请核实" if check.have is not None and not check.too_few else "是否确已达到，请核实"


def for_the_rest(check: Check, reading: Reading) -> str:
    """Ask whether what is left comes in time; where the number may count something else, whether it counts all."""
    as_of = reading.period.as_of
    if check.have is None:
        counted = any(DIGIT.search(span.text) for span in check.answers)
        stage = "完成数量和所到阶段" if check.requirement.quantity else "所到阶段和预计完成时间"
        return f"{whether(check, as_of)}，请核实" if counted else f"请写明{stage}"
    if check.too_few and names_it(check):
        return f"{of_the_rest(check, as_of)}，请核实"
    return "是否为全部完成数，请核实"


def names_it(check: Check) -> bool:
    """True where the words that answer and those that ask have two letters in a row in common."""
    asked = check.requirement.words + check.requirement.number_of
    return any(pair in asked for span in check.answers for pair in PAIR.findall(fold(span.text)))


def of_what_is_beside(requirement: Requirement, words: Span) -> str:
    """Ask of what is told beside what is asked whether it belongs to it, and when it comes where no day is told."""
    when = "" if DATED.search(fold(words.text)) else "，预计何时完成"
    return f"是否属于{'本期计划' if requirement.of_plan else '年度目标'}要求{when}"


def in_dispute(requirement: Requirement, words: Span, reading: Reading, norms: Norms) -> str:
    """Ask of what is judged as failed what is open: whether the plan was changed, or whether it comes.

    The words in its favour are not set against it: they may be of another thing, or bear the verdict out.
    """
    checks = zip(reading.held, reading.plan or reading.target, strict=True)
    check = next(one for (case, _), one in checks if case.requirement == requirement)
    if says(norms.phrases.adjusted, fold(words.text)):
        return f"{source(requirement)}“{asked(check)}”，报“{shortened(words.text)}”，是否已经批准调整，请核实"
    return f"{source(requirement)}{against(check)}，{of_the_rest(check, reading.period.as_of)}，请核实"
