"""The fact that decides an item, in the unit's own words beside the number asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.briefing.clauses import HANZI, cell_of, clause_around, plain, reported
from reportgen.briefing.names import shortened
from reportgen.judge import NO_REASON
from reportgen.labels import Labels
from reportgen.norms import START
from reportgen.records import Bound, Check, Item, Outcome, Quantity, Span, Status, Verdict
from reportgen.rules import wording
from reportgen.text import balanced, fold
from reportgen.typography import one_line, quoted

STOPS = re.compile(r"[。；]")
SOURCES = ("plan", "target")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)([万亿千]?)")
SCALES = {"": 1, "千": 1000, "万": 10**4, "亿": 10**8}
COUNTED = r"[\d一二两三四五六七八九十百千万亿成][余多]?"
EVERY = re.compile("[均都]|全部")  # tells of all members of a list at once
FIGURE = re.compile(r"[\d.%]")
AS_OF = re.compile(r"截[至止]到?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")
LONG_CLAUSE = 30
OF_WHOLE = re.compile("其[余中]|剩余|另有")
UNIT = re.compile(r"[㐀-鿿]{1,2}(?=[，,、。；;：:（(\s]|$)")  # of a number, where the norms know none such
LEAST_NAMED = 3  # letters of a stretch that says what it counts
LEAST_REMARK = 4  # letters in brackets, with these; what is shorter belongs to a unit: 套（间）


def decisive(verdict: Verdict, labels: Labels, as_of: date) -> str:
    """Tell what decides: a short report whole, else its clauses that answer, beside what was asked of them.

    First the clause about what the item is named by, then the one that decides, then as many as the limit takes; where
    nothing answers, the verdict's reason. Of what is done only numbers are told: other words would only say once more
    that it is, unless a beginning was asked for. What is to be verified is quoted, as is what is told as of a later
    day than `as_of`.
    """
    verdict = replace(verdict, checks=tuple(_of_one_thing(check, verdict.checks) for check in verdict.checks))
    checks, limit = _telling(verdict), labels.limits.fact
    if not any(map(_measured, checks)):
        if verdict.status is Status.DONE and not asks_to_begin(verdict):
            return _numbers_of_done(verdict, limit)
        report = STOPS.sub("，", plain(reported(verdict.item, labels)))
        if checks and len(report) <= limit:
            return f"报{quoted(report)}" if verdict.needs_review else dated(report, as_of)
    first = _named_first(verdict, checks)
    told: dict[str, dict[str, list[str]]] = {}
    for check in (*first, *checks):
        clause = _clause_of(check, verdict.item)
        asked = told.setdefault(quoted(clause) if verdict.needs_review else dated(clause, as_of), {})
        before = asked.setdefault(check.requirement.source, [])
        words = _asked(check, verdict.item)
        if words and words not in before and (not before or _of_every_one(clause)):
            before.append(words)
    facts = [_beside(clause, _each(asked, labels)) for clause, asked in told.items()]
    report = plain(reported(verdict.item, labels))
    reason = "" if report and verdict.reason == NO_REASON else plain(verdict.reason)
    if kept := _fitting(facts, limit, least=1 + len(first)):
        return f"报{kept}" if verdict.needs_review else kept
    return reason if 0 < len(reason) <= limit else shortened(report or reason, limit)


def _numbers_of_done(verdict: Verdict, limit: int) -> str:
    """Tell the first clause with a number that an item is done by, though it names or counts another thing."""
    met = (check for check in verdict.checks if check.answers and check.outcome is Outcome.MET)
    clauses = (_clause_of(check, verdict.item) for check in met if not check.requirement.of_plan)
    fact = next((clause for clause in clauses if FIGURE.search(clause) and len(clause) <= limit), "")
    return f"报{quoted(fact)}" if fact and verdict.needs_review else fact


def asks_to_begin(verdict: Verdict) -> bool:
    """Tell whether no more is asked for in the year than a beginning (开工建设养老院)."""
    steps = [check.requirement.milestone for check in verdict.checks if not check.requirement.of_plan]
    return any(steps) and all(step is not None and step.step == START for step in steps)


def _named_first(verdict: Verdict, checks: Sequence[Check]) -> tuple[Check, ...]:
    """Give the check of what the item is named by, the first thing that its target asks for, unless it leads anyway."""
    asked = [check for check in verdict.checks if not check.requirement.of_plan]
    named = min(asked, key=lambda check: check.requirement.span.start, default=None)
    if named is None or not checks or not named.answers or not named.requirement.measurable:
        return ()
    if not _fit(named, verdict):
        return ()
    one, other = (_clause_of(check, verdict.item) for check in (named, checks[0]))
    return () if one in other else (named,)


def dated(clause: str, as_of: date) -> str:
    """Quote what is told as of a day that is later than the table's, so that nobody takes the day for ours."""
    found = AS_OF.search(clause)
    told = (int(found["month"]), int(found["day"] or 1)) if found else (0, 0)
    return f"报{quoted(clause)}" if told > (as_of.month, as_of.day) else clause


def _each(asked: Mapping[str, Sequence[str]], labels: Labels) -> list[str]:
    """Set what was asked, plan first; a plan that asks for the same number as the target is not told beside it."""
    patterns = {"plan": labels.formats.planned, "target": labels.formats.targeted}
    told = {words: patterns[name] for name in SOURCES if (words := "、".join(asked.get(name, ())))}
    return [pattern.format(words=words) for words, pattern in told.items()]


def _beside(clause: str, asked: Sequence[str]) -> str:
    """Put what was asked in brackets after the clause, or into the brackets that end it."""
    if not asked:
        return clause
    words = "，".join(asked)
    if not clause.endswith("）"):
        return f"{clause}（{words}）"
    remark = len(clause) - clause.rfind("（") > LEAST_REMARK
    return f"{clause[:-1]}；{words}）" if remark else f"{clause}，{words}"


def _telling(verdict: Verdict) -> list[Check]:
    """Choose the checks to tell of: of the target where done; with numbers, the unmet first; else those of the plan."""
    done = verdict.status is Status.DONE
    checks = [check for check in verdict.checks if check.answers and _fit(check, verdict)]
    checks = [check for check in checks if not done or not check.requirement.of_plan]
    measured = sorted(filter(_measured, checks), key=lambda check: check.outcome is Outcome.MET)
    planned = [check for check in checks if check.requirement.of_plan]
    return measured or (checks if done else planned or checks)


def _of_one_thing(check: Check, checks: Sequence[Check]) -> Check:
    """Take for a target's number the answer to the part of it that the plan asks for: both are told of by one."""
    wanted = check.requirement.quantity
    if wanted is None or check.requirement.of_plan:
        return check
    parts = (one for one in checks if one.requirement.of_plan and one.requirement.whole == wanted and _measured(one))
    part = next(parts, check)
    return replace(check, answers=part.answers, have=part.have)


def _fit(check: Check, verdict: Verdict) -> bool:
    """Tell whether an answer may be told beside what is asked; a number that makes an item done, in whatever words."""
    if not _measured(check):
        return check.outcome.holds
    done = verdict.status is Status.DONE and check.outcome is Outcome.MET
    there = done and check.have in _figures(fold(_clause_of(check, verdict.item)))
    return there or _on_topic(check, verdict.item)


def _on_topic(check: Check, item: Item) -> bool:
    """Tell whether the clause that answers names the thing asked for, or is a bare number."""
    clause = fold(_clause_of(check, item))
    asked = fold(check.requirement.span.text)
    pairs = [asked[at : at + 2] for at in range(len(asked) - 1)]
    named = [pair for pair in pairs if not FIGURE.search(pair)]
    return not named or len(HANZI.findall(clause)) < 4 or any(pair in clause for pair in named)


def _measured(check: Check) -> bool:
    """Tell whether the answer is a number of the kind asked for: a share for a share, a count for a count."""
    wanted = check.requirement.quantity
    if wanted is None or not check.have or not any(_counts(span, check, wanted) for span in check.answers):
        return False
    return (wanted.unit == "%") == check.answers[-1].text.rstrip("以上左右").endswith("%")


def _counts(answer: Span, check: Check, wanted: Quantity) -> bool:
    """Tell whether an answer gives the number itself; where places were counted, none does."""
    told, unit = (fold(text).replace("名", "人") for text in (answer.text, wanted.unit))
    return check.have in _figures(told) or re.search(rf"{COUNTED}{re.escape(unit)}", told) is not None


def _asked(check: Check, item: Item) -> str:
    """Give the number asked for with its unit, and say if it was changed; of one that has none, all of its clause."""
    wanted = check.requirement.quantity
    if wanted is None or not _measured(check):
        return ""
    span, about = wanted.span, "约" if wanted.bound is Bound.ABOUT else ""
    if span.address != check.requirement.span.address and not check.requirement.of_plan:
        return f"调整为{one_line(span.text)}"
    if not span.text[-1].isdigit():
        return about + one_line(span.text).removeprefix(about)
    text = cell_of(span, item).text
    if unit := UNIT.match(text, span.end):
        return about + one_line(span.text + unit[0]).removeprefix(about)
    return quoted(clause_around(text, span.start, span.end))


def _clause_of(check: Check, item: Item) -> str:
    """Quote the clause that answers, of several the last with the number; of a long one only the words that answer."""
    wanted = check.requirement.quantity if _measured(check) else None
    counting = [span for span in check.answers if wanted and _counts(span, check, wanted)]
    exact = [span for span in counting if check.have in _figures(fold(span.text))]
    span = (exact or counting)[-1] if counting else check.answers[0 if check.have else -1]
    text = cell_of(span, item).text
    clause = clause_around(text, span.start, span.end)
    begin = text.find(clause)
    if OF_WHOLE.match(clause) and begin > 1 and text[begin - 1] in "，,":
        wider = clause_around(text, begin - 2, span.end)  # what it is a part of, too
        clause = wider if len(wider) <= LONG_CLAUSE else clause
    if counting:  # of 转移就业94217人：省外23865人 the number that is held against the one asked for
        clause = _up_to_its_parts(clause, check.have)
    apart = "、" in clause and len(NUMBER.findall(clause)) > 1 and len(HANZI.findall(span.text)) > LEAST_NAMED
    apart = apart and not _of_every_one(clause)
    if _measured(check) and (len(clause) > LONG_CLAUSE or apart):  # of 演出133场、放映101场 the one that is asked
        clause = plain(wording.shortened(span.text, LONG_CLAUSE))
    return balanced(clause)


def _of_every_one(clause: str) -> bool:
    """Tell whether the end of a list says the same of all its members (30个站、6个驿站都已建成)."""
    return "、" in clause and EVERY.search(clause.rpartition("、")[2]) is not None


def _up_to_its_parts(clause: str, have: Decimal | None) -> str:
    """Leave out of a clause what stands behind a colon, where that counts parts of what is counted before it."""
    whole, _, parts = clause.partition("：")
    return whole if NUMBER.search(parts) and have in _figures(fold(whole)) else clause


def _figures(text: str) -> set[Decimal]:
    return {Decimal(figure) * SCALES[scale] for figure, scale in NUMBER.findall(text)}


def _fitting(facts: list[str], limit: int, least: int) -> str:
    """Join as many facts as fit, the first ones in any case."""
    kept = facts[:least]
    for fact in facts[least:]:
        if len("，".join([*kept, fact])) <= limit:
            kept.append(fact)
    return "，".join(fact for fact in kept if fact)
