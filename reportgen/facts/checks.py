"""Checks: each requirement held against what answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.facts.answers import (
    Answer,
    Progress,
    counts,
    days_between,
    levels,
    position,
    prospect,
    rates,
)
from reportgen.facts.pace import forecast, pro_rata_gap
from reportgen.facts.phrases import says
from reportgen.facts.requirements import is_level, ladder_named
from reportgen.facts.stages import choose_ladder
from reportgen.facts.statements import Statement
from reportgen.facts.topics import share
from reportgen.facts.units import same_unit
from reportgen.norms import Norms
from reportgen.records import (
    Aspect,
    Bound,
    Check,
    Milestone,
    Outcome,
    Period,
    Promise,
    Quantity,
    Requirement,
    Scope,
)

HUNDRED = Decimal(100)
# Two texts that share this much of their names speak of the same thing.
SAME_THING = 0.6


@dataclass(frozen=True, slots=True)
class Case:
    """One requirement with all that it is held against."""

    requirement: Requirement
    said: Progress
    period: Period
    norms: Norms
    skipped: frozenset[str]  # steps that this kind of work does not go through
    planless: bool  # nothing but the calendar tells how far it should be

    @property
    def overdue(self) -> bool:
        return self.requirement.due < self.period.as_of

    @property
    def days_left(self) -> int:
        return (self.requirement.due - self.period.as_of).days

    def outcome(self, outcome: Outcome, text: str, *answers: Statement | Answer, **more: object) -> Check:
        spans = tuple(a.statement.piece_at(a.quantity.span) if isinstance(a, Answer) else a.span for a in answers)
        check = Check(self.requirement, outcome, spans, text)
        return replace(check, **more) if more else check  # type: ignore[arg-type]  # the fields of Check, by name


def check(case: Case) -> Check:
    """Hold one requirement against the progress."""
    quantity = case.requirement.quantity
    if quantity is None:
        return _check_step(case) if case.requirement.milestone else _check_words(case)
    if is_level(quantity, case.requirement.span, case.norms):
        return _check_level(case, quantity)
    if quantity.unit == "%" and case.requirement.whole is None:
        return _check_named_rate(case, quantity) or _check_works(case, quantity)
    return _check_count(case, quantity)


# --- quantities -----------------------------------------------------------------------------------


def needed(requirement: Requirement, norms: Norms) -> Decimal:
    """The number asked for: a share of the annual number is worked out, an estimate (约) allowed for."""
    quantity = requirement.quantity
    if quantity is None:
        return Decimal(0)
    value = quantity.value
    if quantity.unit == "%" and requirement.whole is not None:
        value = requirement.whole.value * value / HUNDRED
    return value * norms.thresholds.about_met / HUNDRED if quantity.bound is Bound.ABOUT else value


def _check_count(case: Case, quantity: Quantity) -> Check:
    need = needed(case.requirement, case.norms)
    found = counts(case.requirement, case.said)
    claim = _claim(case)
    best = found[0] if found else None
    # A number whose words name something else can speak for the requirement, not against it.
    speaks_for_less = best is not None and best.quantity.value < need
    if best is None or (speaks_for_less and (_loose(best, case) or (claim is not None and best.fit == 0))):
        return _check_rate_of(case, need) or _check_uncounted(case, claim)
    have = best.quantity.value
    if have >= need:
        return _unfinished(case, best) or case.outcome(Outcome.MET, "已达到", best, have=have, doubtful=_loose(best, case))
    if claim is not None and claim.claims_all and claim is best.statement:
        return case.outcome(Outcome.MET, "自述已完成，但数字不足", best, have=have, doubtful=True)
    return _short_of(case, best, have, need)


def _loose(best: Answer, case: Case) -> bool:
    return best.fit == 0 and bool(case.said.words(best.quantity.noun)) and bool(case.requirement.topic)


def _unfinished(case: Case, best: Answer) -> Check | None:
    """Where as many things as asked are counted, but their works are said to be only partly done (6所，进度87%)."""
    wanted = case.requirement.milestone
    if case.requirement.source != "target" or wanted is None or wanted.step == "start":
        return None
    partial = [a for a in rates(case.requirement, case.said) if a.quantity.value < HUNDRED]
    near = [a for a in partial if a.statement.sentence == best.statement.sentence]
    if not near:
        return None
    return _short_of(case, near[0], near[0].quantity.value, HUNDRED)


def _check_named_rate(case: Case, quantity: Quantity) -> Check | None:
    """Check a rate that has a name of its own and grows (签约率)."""
    named = quantity.of or quantity.noun
    if any(word and word in named for word in case.norms.matching.works) or not case.said.words(named):
        return None
    found = [answer for answer in levels(case.requirement, case.said) if answer.quantity.of or answer.quantity.noun]
    if not found:
        return None
    have = found[0].quantity.value
    if have >= quantity.value:
        return case.outcome(Outcome.MET, "已达到", found[0], have=have)
    return _short_of(case, found[0], have, quantity.value)


def _short_of(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Say whether a number below the one asked for will do in the time left."""
    if case.overdue or case.days_left == 0:
        return case.outcome(Outcome.MISSED, "到期未达到", best, have=have)
    if case.requirement.source == "target" and case.requirement.due > case.period.year_due:
        return case.outcome(Outcome.LIKELY, "跨年度目标，正在推进", best, have=have)
    if case.requirement.source == "target":
        gap = pro_rata_gap(have * HUNDRED / need, case.period)
        outcome = Outcome.SHORT if gap > case.norms.thresholds.behind_points else Outcome.LIKELY
        return case.outcome(outcome, "未完成年度目标", best, have=have, doubtful=gap > case.norms.thresholds.behind_points / 2)
    share = forecast(have, best.quantity, case.requirement, case.period) * HUNDRED / need
    near = have * HUNDRED / need >= case.norms.thresholds.near_plan
    if near or share >= case.norms.thresholds.forecast_likely:
        doubtful = not near and share < case.norms.thresholds.forecast_sure or best.quantity.scope is Scope.MONTH
        return case.outcome(Outcome.LIKELY, "按目前进度可达到", best, have=have, forecast=share, doubtful=doubtful)
    return case.outcome(Outcome.SHORT, "按目前进度难以达到", best, have=have, forecast=share)


def _check_rate_of(case: Case, need: Decimal) -> Check | None:
    """Take a percentage of the annual target (完成率23.3%) where nothing is counted."""
    found = rates(case.requirement, case.said)
    whole = case.requirement.whole or case.requirement.quantity
    if not found or whole is None or not whole.value:
        return None
    best = found[0]
    have = best.quantity.value * whole.value / HUNDRED
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    return _short_of(case, best, have, need)


def _check_uncounted(case: Case, claim: Statement | None) -> Check:
    """Where no number answers: a claim of completion, else the step that was reached."""
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成，未报数量", claim)
    if case.requirement.milestone is not None:
        step = _check_step(case)
        if step.outcome is Outcome.MET:
            several = case.requirement.quantity is not None and case.requirement.quantity.value > 1
            outcome = Outcome.LIKELY if several else Outcome.MET
            return replace(step, outcome=outcome, doubtful=True)
        return replace(step, doubtful=True) if step.outcome is Outcome.LIKELY else step
    late = _late_promise(case)
    if late is not None:
        return late
    end = _ladder_end(case) if case.planless else None
    if end is not None:
        return replace(_check_step(end), doubtful=True)
    quantity = case.requirement.quantity
    if quantity is not None and quantity.unit == "%":
        return _works_by_step(case, quantity)
    return case.outcome(Outcome.SILENT, "未报数量")


def _ladder_end(case: Case) -> Case | None:
    """Ask for the last step of the ladder that the progress stands on, where a bare number (新增100个) is asked."""
    texts = [statement.text for statement in case.said.statements]
    ladder = choose_ladder(texts, case.norms.ladders)
    end = Milestone(ladder.name, ladder.steps[-1].id, len(ladder.steps) - 1, Aspect.REACHED, "", case.requirement.span)
    asked = replace(case, requirement=replace(case.requirement, milestone=end))
    here = position(asked.requirement, case.said)
    return asked if here is not None and here.rank < end.rank else None


def _check_works(case: Case, quantity: Quantity) -> Check:
    """Check a share of the works (完成总工程量的70%)."""
    found = rates(case.requirement, case.said)
    claim = _claim(case)
    if found and (claim is None or not claim.claims_all):
        best = found[0]
        if best.quantity.value >= quantity.value:
            return case.outcome(Outcome.MET, "已达到", best, have=best.quantity.value)
        return _short_of(case, best, best.quantity.value, quantity.value)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    return _works_by_step(case, quantity)


def _works_by_step(case: Case, quantity: Quantity) -> Check:
    """Where no share is told, hold the step reached against the time that the works take."""
    if not says(case.norms.phrases.share_of_works, case.requirement.span.text):
        return case.outcome(Outcome.SILENT, "未报该项指标")
    start = _step_named("start", case, Aspect.REACHED)
    asked = replace(case, requirement=replace(case.requirement, milestone=start, quantity=None))
    here = position(asked.requirement, case.said)
    if here is None:
        return case.outcome(Outcome.SILENT, "未报工程量")
    built = _step_named("built", case, Aspect.REACHED)
    if here.rank >= built.rank and here.aspect is Aspect.REACHED:
        return replace(case.outcome(Outcome.MET, "已建成"), answers=(here.span,))
    works = days_between(replace(start, span=here.span), built, case.skipped, case.norms)
    ahead = 0 if here.rank >= start.rank else days_between(here, start, case.skipped, case.norms)
    days = ahead + (int(works * quantity.value / HUNDRED) if here.rank < start.rank else 0)
    outcome = Outcome.LIKELY if days <= case.days_left else Outcome.SHORT
    text = "已在施工，未报工程量" if outcome is Outcome.LIKELY else "前期工作未完，剩余时间不足"
    return replace(case.outcome(outcome, text, doubtful=outcome is Outcome.LIKELY), answers=(here.span,))


def _step_named(name: str, case: Case, aspect: Aspect) -> Milestone:
    ladder = ladder_named("construction", case.norms)
    rank = next(at for at, step in enumerate(ladder.steps) if step.id == name)
    return Milestone(ladder.name, name, rank, aspect, "", case.requirement.span)


def _check_level(case: Case, quantity: Quantity) -> Check:
    """Check a level that does not add up over time: it holds or it does not."""
    found = levels(case.requirement, case.said)
    if not found:
        claim = _claim(case)
        if claim is not None:
            return case.outcome(Outcome.MET, "自述已完成", claim)
        return case.outcome(Outcome.SILENT, "未报该项指标")
    best = found[0]
    have = best.quantity.value
    held = have <= quantity.value if quantity.bound is Bound.AT_MOST else have >= quantity.value
    if held and not _opposed(best, case):
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    if case.overdue or case.days_left == 0:
        return case.outcome(Outcome.MISSED, "到期未达到", best, have=have)
    if case.requirement.source == "target" and not _opposed(best, case):
        return case.outcome(Outcome.LIKELY, "尚未达到年度要求", best, have=have, doubtful=True)
    return case.outcome(Outcome.SHORT, "未达到要求", best, have=have)


def _opposed(answer: Answer, case: Case) -> bool:
    """Tell whether the answer falls where the requirement asks to rise."""
    words = case.norms.matching
    return says(words.rises, case.requirement.span.text) and says(words.falls, answer.statement.text)


# --- steps and words --------------------------------------------------------------------------------


def _check_step(case: Case) -> Check:
    wanted = case.requirement.milestone
    assert wanted is not None
    here = position(case.requirement, case.said)
    if here is not None and _reached(here, wanted) and not _rest_left(case):
        return replace(case.outcome(Outcome.MET, "已达到"), answers=(here.span,))
    claim = _claim(case)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    late = _late_promise(case)
    if late is not None:
        return late
    told = _told_rate(case) if wanted.step != "start" else None
    if told is not None:
        return told
    ahead = prospect(case.requirement, case.said)
    return _feasible(case, wanted, here, ahead)


def _reached(here: Milestone, wanted: Milestone) -> bool:
    if here.rank != wanted.rank:
        return here.rank > wanted.rank
    return here.aspect is Aspect.REACHED or wanted.aspect is Aspect.UNDER_WAY


def _feasible(case: Case, wanted: Milestone, here: Milestone | None, ahead: Milestone | None) -> Check:
    """Hold the steps that remain against the days that remain."""
    if here is None and ahead is None:
        return case.outcome(Outcome.SILENT, "未报所到阶段")
    spans = tuple(step.span for step in (here, ahead) if step is not None)
    if here is None:
        assert ahead is not None
        here = replace(ahead, rank=max(ahead.rank - 1, -1), aspect=Aspect.REACHED)
    if case.overdue or case.days_left == 0:
        return replace(case.outcome(Outcome.MISSED, "到期未达到"), answers=spans)
    days = days_between(here, wanted, case.skipped, case.norms) * case.norms.thresholds.stage_slack
    if days > case.days_left or (case.planless and _lags_calendar(days, wanted, case)):
        return replace(case.outcome(Outcome.SHORT, "后续步骤所需时间超过剩余时间"), answers=spans)
    return replace(case.outcome(Outcome.LIKELY, "剩余时间内可达到", doubtful=days * 2 > case.days_left), answers=spans)


def _lags_calendar(days: Decimal, wanted: Milestone, case: Case) -> bool:
    """Tell whether the share of the ladder that is behind lies far below the share of the year that has passed."""
    if case.requirement.due > case.period.year_due:
        return False
    first = replace(wanted, rank=-1, aspect=Aspect.REACHED)
    whole = Decimal(days_between(first, wanted, case.skipped, case.norms))
    percent = (whole - days) * HUNDRED / whole if whole else HUNDRED
    return pro_rata_gap(percent, case.period) > case.norms.thresholds.stage_points


def _check_words(case: Case) -> Check:
    """Check a requirement that names neither a number nor a step, by the words it shares with the progress."""
    claim = _claim(case)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    told = _told_rate(case)
    if told is not None:
        return told
    about = case.said.only_about(case.requirement)
    near = max(about, key=lambda s: share(case.requirement.topic, case.said.words(s.text)), default=None)
    if near is not None and near.aspect is Aspect.REACHED and case.requirement.source == "plan":
        if share(case.requirement.topic, case.said.words(near.text)) >= SAME_THING:
            return case.outcome(Outcome.MET, "已开展", near)
    late = _late_promise(case)
    if late is not None and case.requirement.source == "plan":
        return late
    if not about:
        return case.outcome(Outcome.SILENT, "未提及")
    return case.outcome(Outcome.LIKELY, "正在开展", *about[:2])


def _told_rate(case: Case) -> Check | None:
    """Take the share of the annual task that the progress tells, where the target gives no number."""
    found = rates(case.requirement, case.said) if case.requirement.source == "target" else []
    if not found:
        return None
    have = found[0].quantity.value
    if have >= HUNDRED:
        return case.outcome(Outcome.MET, "已达到", found[0], have=have)
    return _short_of(case, found[0], have, HUNDRED)


def _claim(case: Case) -> Statement | None:
    """A claim of completion that covers the requirement, if nothing beside it says that something is left."""
    about = case.said.about(case.requirement)
    named = set(case.said.only_about(case.requirement))
    single = len(case.said.topics) <= 1
    claims = [s for s in about if (s.claims_all or (s.claims and (single or s in named))) and _names_whole(s, case)]
    claims = [s for s in claims if not says(case.norms.phrases.rest, s.text) and not _counts_less(s, case)]
    if not claims or _rest_left(case):
        return None
    return claims[-1]


def _counts_less(statement: Statement, case: Case) -> bool:
    """Tell whether a claim counts fewer than are asked for (326户已全部通气 of 600户)."""
    asked = case.requirement.whole or case.requirement.quantity
    if asked is None:
        return False
    need = needed(case.requirement, case.norms)
    return any(same_unit(q.unit, asked.unit, case.norms) and q.value < need for q, _ in statement.quantities)


def _names_whole(statement: Statement, case: Case) -> bool:
    """Tell whether a claim speaks of all that is asked: not of a step on the way, nor of one place of several."""
    wanted = case.requirement.milestone
    if not statement.claims_all and _asks_several(case) and not _speaks_of_all(statement, case):
        return False
    steps = [step for step in statement.milestones if wanted is None or step.ladder == wanted.ladder]
    if wanted is not None and steps:
        return max(step.rank for step in steps) >= wanted.rank
    ladder_end = {ladder.name: len(ladder.steps) for ladder in case.norms.ladders}
    return all(step.rank >= ladder_end[step.ladder] - 4 for step in steps)


def _asks_several(case: Case) -> bool:
    quantity = case.requirement.whole or case.requirement.quantity
    if quantity is None or quantity.unit in case.norms.matching.measures:
        return False
    return needed(case.requirement, case.norms) > 1


def _speaks_of_all(statement: Statement, case: Case) -> bool:
    named = share(case.requirement.topic, case.said.words(statement.text)) > 0
    return named or any(word in statement.text for word in case.norms.matching.wholes)


def _rest_left(case: Case) -> bool:
    """Tell whether some words about the thing say that a part of what is asked is still to do."""
    return any(_leaves_rest(statement, case) for statement in case.said.about(case.requirement))


def _leaves_rest(statement: Statement, case: Case) -> bool:
    wanted = case.requirement.milestone
    if says(case.norms.phrases.rest, statement.text) and statement.aspect is not Aspect.REACHED:
        return True
    if says(case.norms.phrases.awaiting, statement.text) and case.requirement.source == "target":
        return True
    if wanted is not None and wanted.aspect is Aspect.UNDER_WAY:
        return False
    last = wanted is None or _is_last(wanted, case)
    told = says(case.norms.phrases.share_of_works, statement.text)
    if last and told and any(_tells_unfinished(quantity, case) for quantity, _ in statement.quantities):
        return True
    if statement.aspect not in (Aspect.NOT, Aspect.UNDER_WAY):
        return False
    steps = [step for step in statement.milestones if wanted is None or step.ladder == wanted.ladder]
    open_steps = [step for step in steps if step.aspect is not Aspect.REACHED]
    return any(wanted is None or step.rank <= wanted.rank for step in open_steps) or (
        "施工" in statement.text and (last or says(case.norms.phrases.still, statement.text))
    )


def _is_last(wanted: Milestone, case: Case) -> bool:
    """Tell whether a step is one of those with which the works end."""
    return wanted.rank >= len(ladder_named(wanted.ladder, case.norms).steps) - 3


def _tells_unfinished(quantity: Quantity, case: Case) -> bool:
    named = quantity.of or quantity.noun
    works = not quantity.of or any(word and word in named for word in case.norms.matching.works)
    return quantity.unit == "%" and quantity.value < HUNDRED and works and "率" not in quantity.of and "投资" not in named


# --- promises ---------------------------------------------------------------------------------------


def promises(case: Case) -> tuple[Promise, ...]:
    """The days by which the progress says that the thing will be done, or a step towards it."""
    found = []
    for statement in case.said.about(case.requirement):
        intended = statement.aspect is Aspect.INTENDED or says(case.norms.phrases.slip, statement.text)
        for moment in statement.moments:
            if intended and moment.end > case.period.as_of:
                step = max(statement.milestones, key=lambda step: step.rank, default=None)
                found.append(Promise(moment, step, statement.span))
    return tuple(found)


def _late_promise(case: Case) -> Check | None:
    """A promise that falls after the due day, for the step asked for or one before it."""
    wanted = case.requirement.milestone
    for promise in promises(case):
        day = promise.moment.end if promise.moment.before else promise.moment.start
        step = promise.milestone
        beyond = step is not None and wanted is not None and step.ladder == wanted.ladder and step.rank > wanted.rank
        if day > case.requirement.due and not beyond:
            return replace(case.outcome(Outcome.MISSED, "承诺时间晚于期限"), answers=(promise.span,), promised=day)
    return None
