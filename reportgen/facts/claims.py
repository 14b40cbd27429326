"""Claims: does the progress say that the whole of what is asked is done, and is anything left?"""

from __future__ import annotations

from reportgen.facts.case import HUNDRED, Case, needed
from reportgen.facts.phrases import says
from reportgen.facts.requirements import ladder_named
from reportgen.facts.statements import Statement
from reportgen.facts.topics import share
from reportgen.facts.units import same_unit
from reportgen.records import Aspect, Milestone, Quantity


def claim_of(case: Case) -> Statement | None:
    """A claim of completion that covers the requirement, if nothing beside it says that something is left."""
    about = case.said.about(case.requirement)
    named = set(case.said.only_about(case.requirement))
    single = len(case.said.topics) <= 1
    claims = [s for s in about if (s.claims_all or (s.claims and (single or s in named))) and _names_whole(s, case)]
    claims += [s for s in about if (single or s in named) and _full_rate(s)]
    claims = [s for s in claims if not says(case.norms.phrases.rest, s.text) and not _counts_less(s, case)]
    if not claims or rest_left(case):
        return None
    return claims[-1]


def _full_rate(statement: Statement) -> bool:
    """Tell whether a rate of all is told (覆盖率100%)."""
    return any(q.unit == "%" and q.value >= HUNDRED and q.of.endswith("率") for q, _ in statement.quantities)


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


def rest_left(case: Case) -> bool:
    """Tell whether some words about the thing say that a part of what is asked is still to do."""
    return any(_leaves_rest(statement, case) for statement in case.said.about(case.requirement))


def _leaves_rest(statement: Statement, case: Case) -> bool:
    wanted = case.requirement.milestone
    if says(case.norms.phrases.rest, statement.text) and statement.aspect is not Aspect.REACHED:
        return True
    if statement.aspect is Aspect.INTENDED and any(m.start > case.period.year_due for m in statement.moments):
        return True
    if says(case.norms.phrases.awaiting, statement.text) and case.requirement.source == "target":
        return True
    if wanted is not None and wanted.aspect is Aspect.UNDER_WAY:
        return False
    last = wanted is None or is_last(wanted, case)
    told = says(case.norms.phrases.share_of_works, statement.text)
    if last and told and any(_tells_unfinished(quantity, case) for quantity, _ in statement.quantities):
        return True
    if statement.aspect not in (Aspect.NOT, Aspect.UNDER_WAY):
        return False
    steps = [step for step in statement.milestones if wanted is None or step.ladder == wanted.ladder]
    if last and not steps and statement.aspect is Aspect.UNDER_WAY and case.requirement.source == "target":
        return not says(case.norms.phrases.vague, statement.text)
    open_steps = [step for step in steps if step.aspect is not Aspect.REACHED]
    return any(wanted is None or step.rank <= wanted.rank for step in open_steps) or (
        "施工" in statement.text and (last or says(case.norms.phrases.still, statement.text))
    )


def is_last(wanted: Milestone, case: Case) -> bool:
    """Tell whether a step is one of those with which the works end."""
    return wanted.rank >= len(ladder_named(wanted.ladder, case.norms).steps) - 3


def _tells_unfinished(quantity: Quantity, case: Case) -> bool:
    named = quantity.of or quantity.noun
    works = not quantity.of or any(word and word in named for word in case.norms.matching.works)
    return (
        quantity.unit == "%" and quantity.value < HUNDRED and works and "率" not in quantity.of and "投资" not in named
    )
