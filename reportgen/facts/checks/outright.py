"""Outright: what is said of the very step that is asked for, and what a sentence adds to it."""

from __future__ import annotations

from reportgen.facts.checks.case import Case
from reportgen.facts.told.position import permit_open
from reportgen.facts.words.phrases import cured, says, tells_all
from reportgen.facts.words.statements import Statement, later, stuck
from reportgen.records import BEGUN, NOT_YET, Aspect, Check, Milestone, Outcome
from reportgen.text import fold

SHORTEST_NAME = 3  # letters


def check_outright(case: Case) -> Check | None:
    """Say that a step is reached where the progress says just that of just the thing, whatever it says of others."""
    if permit_open(case.steps, case.requirement, case.norms) is not None:
        return None
    phrases, own = case.norms.phrases, case.own_names
    named = [s for s in _naming(case) if not says(phrases.excepted, s.text)]  # 除大门外均已完成 leaves the gate
    told = [s for s in named if any(_is_step(step, case) for step in s.milestones)]
    if not told:
        going = [s for s in named if own and any(_goes_on_as_asked(step, case.wanted) for step in s.milestones)]
        return case.outcome(Outcome.MET, "已开展", going[0]) if going and not _stopped(going[0], case) else None
    asked = case.said.sites.asked(case.requirement.words)
    counts_some = bool(told[0].quantities) and not tells_all(told[0].text, case.norms.matching)
    if counts_some or not set(case.said.sites.named(told[0])) <= asked:
        return None
    open_ = (s for s in named if s.aspect in NOT_YET)
    if any(not case.lie_beyond(statement.milestones) for statement in open_):
        return None
    return case.met(told[0])


def _naming(case: Case) -> list[Statement]:
    """The clauses that speak of just the thing; none where it is only its verb that asks for the step."""
    if case.begins and len(case.said.topics) <= 1:
        return [statement for statement in case.about if not case.said.sites.named(statement)]
    if case.requirement.implied:
        return []
    if own := case.own_names:
        return [statement for statement in case.about if own <= case.said.words(statement.text)]
    return [statement for statement in case.about if _in_the_same_words(statement, case.wanted)]


def _in_the_same_words(statement: Statement, wanted: Milestone) -> bool:
    """Tell whether a clause names just the work that is asked for (工程桩), not another one of its step."""
    name = fold(wanted.span.text)
    return len(name) >= SHORTEST_NAME and name in statement.text


def _stopped(told: Statement, case: Case) -> bool:
    """Tell whether the sentence goes on to say that the works no longer do (基础完成后，4月停工至今)."""
    return any(stuck(statement, case.norms.phrases) for statement in later(told, case.about))


def _is_step(step: Milestone, case: Case) -> bool:
    """Tell whether a step told of is the one asked for, and so far; 上线试运行 is what 上线 asks for."""
    wanted = case.wanted
    last = wanted.rank == len(case.ladder.steps) - 1
    same = step.is_at(wanted) or (last and fold(step.span.text).startswith(fold(wanted.span.text)))
    return same and step.aspect in (Aspect.REACHED, wanted.aspect)


def _goes_on_as_asked(step: Milestone, wanted: Milestone) -> bool:
    """Tell whether works are told where no more is asked than that they go on (支护桩已施工112根 of 支护施工)."""
    going = wanted.aspect is Aspect.UNDER_WAY and step.aspect in BEGUN
    return going and step.made and step.ladder == wanted.ladder


def closing(case: Case) -> bool:
    """Tell whether what is still going on is said to be all but done (尾项同步收尾, 绿化基本完工)."""
    going = [s for s in case.about if s.aspect is Aspect.UNDER_WAY]
    nearly = (*case.norms.phrases.closing, *case.norms.phrases.all_but)
    return bool(going) and all(says(nearly, s.text) for s in going)


def held_up(case: Case) -> bool:
    """Tell whether the works are stuck or wait for a permission, so that their usual days tell little."""
    told = [s for s in case.about if s.aspect is not Aspect.REACHED]
    hindered = (*case.norms.phrases.blocked, *case.norms.phrases.waits, *case.norms.phrases.idle)
    return any(says(hindered, s.text) and not cured(s.sentence.text, case.norms.phrases) for s in told)
