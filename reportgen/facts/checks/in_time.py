"""In time: are the days that the progress promises before the day that is asked, or after it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reportgen.facts.checks.case import NEXT_MONTH, Case
from reportgen.facts.told.promises import of_beginning
from reportgen.facts.words.ladders import begins
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement, earlier
from reportgen.facts.words.topics import HEAD
from reportgen.norms import ACCEPTED
from reportgen.records import NOT_YET, Aspect, Check, Milestone, Outcome, Promise, Span
from reportgen.text import fold

HANZI = re.compile(r"[\u3400-\u9fff]+")


def promised(case: Case) -> bool:
    """Tell whether the progress names a day by the due one for what is not done yet, not for what only prepares it."""
    in_time = [promise for promise in case.promises if promise.moment.end <= case.requirement.due]
    ends = (p for p in in_time if not of_beginning(p.moment, p.span, case.norms))
    # 遴选6月中旬结束 is no day of a service.
    return any(case.goal is not None or not case.tells_preparation(fold(p.span.text)) for p in ends)


def rest_promised(case: Case) -> bool:
    """Tell whether the progress says that the rest will be done by the due day."""
    days = {promise.span: promise.moment.end for promise in case.promises}
    dated = (s for s in case.said.statements if s.span in days) if days else ()
    return any(days[s.span] <= case.requirement.due for s in dated if _of_rest(s, case))


def _of_rest(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells of the rest, or ends it in one sentence with it (剩最后一道面层，9月上旬收尾)."""
    phrases = case.norms.phrases
    if says(phrases.rest, statement.text):
        return True
    ends = statement.aspect is Aspect.INTENDED and says((*phrases.ended, *phrases.closing), statement.text)
    if statement.quantities or not ends:
        return False
    return any(says(phrases.rest, s.text) for s in earlier(statement, case.about))


def promised_in_time(case: Case) -> Promise | None:
    """A promise by the due day of the step asked for or of one beyond it."""
    for promise in case.promises:
        step = promise.milestone
        if promise.moment.end > case.requirement.due:
            continue
        on = case.on_ladder([step] if step else ())
        if (on and on[0].rank >= case.wanted.rank) or ends_by_name(promise, case):
            return promise
    return None


def ends_by_name(promise: Promise, case: Case) -> bool:
    """Tell whether a promise ends the very thing by its name (支护12月18日前全部完成)."""
    told, own = fold(promise.span.text), case.own_names
    return bool(own) and own <= case.said.words(told) and says(case.norms.phrases.ended, told)


def step_on_the_way(case: Case) -> tuple[Milestone, Span, int] | None:
    """The furthest step before the one asked for that is promised on a day (9月18日开标), taken as reached by then.

    With the words that promise it, and the days that are then left until the due day.
    """
    found = []
    for promise in case.promises:
        left = (case.requirement.due - promise.moment.day).days
        steps = case.on_ladder([promise.milestone] if promise.milestone else ())
        found += [(replace(s, aspect=Aspect.REACHED), promise.span, left) for s in steps if s.rank < case.wanted.rank]
    return max(found, key=lambda one: one[0].rank, default=None)


def late_promise(case: Case) -> Check | None:
    """A promise that falls after the due day, for the step asked for or one before it."""
    return next(late_promises(case), None)


def late_promises(case: Case) -> Iterator[Check]:
    """All such promises, in order."""
    late = [promise for promise in case.promises if promise.moment.day > case.requirement.due]
    if not late or says(case.norms.matching.preparing, case.requirement.words):
        return
    for promise in late:
        if not any(excuse(promise, case) for excuse in EXCUSES):
            missed = case.outcome(Outcome.MISSED, "承诺时间晚于期限", promise.span)
            yield replace(missed, promised=promise.moment.day)


def _of_later_round(promise: Promise, case: Case) -> bool:
    """Tell whether a day is of a second round (第二期8月4日开班) or half of the year that is not asked for."""
    rounds, told, asked = case.norms.phrases.later_round, fold(promise.span.text), case.requirement.words
    halves = case.norms.matching.halves
    return (says(rounds, told) and not says(rounds, asked)) or any(a in asked and b in told for a, b in halves)


def _of_the_thing(promise: Promise, case: Case) -> bool:
    """Tell whether a day is of what the target asks for (三季度举办), where no more than a preparation is asked."""
    wanted = case.goal
    if wanted is None or promise.milestone or wanted.rank >= case.ladder.begun:
        return False
    done = "".join(HANZI.findall(fold(promise.span.text).replace(fold(promise.moment.span.text), "")))
    return bool(done) and done in case.target_words and done not in case.requirement.words


def _beside_what_is_soft(promise: Promise, case: Case) -> bool:
    """Tell whether what has no more than to go on (启动审核) is told to, and the day is of something else."""
    asked = case.requirement
    return not asked.measurable and asked.milestone is not None and head_told(case, promise.span)


def head_told(case: Case, late: Span) -> bool:
    """Tell whether what the words end with is told of as there, and not put off (教师培训, of 人员培训; 10月筛查)."""
    head = case.requirement.words[-HEAD:]
    told = (s for s in case.about if s.aspect not in NOT_YET and s.span != late)
    told = (s for s in told if not says(case.norms.phrases.delayed, s.text))
    return head not in fold(late.text) and any(head in s.text for s in told)


def _lies_beyond(promise: Promise, case: Case) -> bool:
    """Tell whether a step that is promised comes after what is asked for.

    So does one of the works themselves where no step, or no more than a preparation on another ladder, is asked for.
    """
    step, wanted = promise.milestone, case.goal
    if step is None:
        return False
    if wanted is None:
        return case.requirement.quantity is None and step.made
    if fold(step.span.text) in case.requirement.words:
        return False  # 平台上线试运行 asks for both
    if step.ladder == wanted.ladder:
        return step.rank > wanted.rank
    if step.step == ACCEPTED and wanted.rank < case.ladder.ranks.get(ACCEPTED, 0):
        return True  # 竣工验收 of the works comes after 设备安装
    return step.made and case.asks_preparation


def _statement_of(promise: Promise, case: Case) -> Statement:
    """The clause that a promise stands in."""
    return next(statement for statement in case.about if statement.span == promise.span)


def _of_another_trouble(promise: Promise, case: Case) -> bool:
    """Tell whether a day stands in what is said of problems, and not by the name of this one of several things.

    Where one alone is asked for, and the report names it, a day under another name is another's (评估271户; 4月施工).
    """
    statement = _statement_of(promise, case)
    if case.said.of_its_own(statement) or says(case.norms.phrases.catches_up, statement.text):
        return False
    said = case.said.words(statement.sentence.text)
    if said & case.names:
        return False
    several = len(case.said.requirements) > 1
    return several or (bool(said) and any(case.names & case.said.words(s.text) for s in case.report))


def _of_another_building(promise: Promise, case: Case) -> bool:
    """Tell whether a day is of a building that is not asked for (体育馆12月竣工), where the step itself is reached."""
    statement, wanted = _statement_of(promise, case), case.goal
    named = {name for name in case.norms.matching.structures if name in statement.text}
    if wanted is None or not named or mentions(named, case.all_words):
        return False
    told = (other for other in case.report if other.aspect is Aspect.REACHED and other is not statement)
    steps = (step for other in told for step in case.on_ladder(other.milestones))
    return any(step.rank == wanted.rank and step.aspect is Aspect.REACHED for step in steps)


def _asked_for_then(promise: Promise, case: Case) -> bool:
    """Tell whether the target itself names the day (自7月1日起执行), so that an earlier plan asks otherwise."""
    return fold(promise.moment.span.text) in case.target_words


def _of_later_stage(promise: Promise, case: Case) -> bool:
    """Tell whether the step that is promised is what a later stage of the plan asks for, by a day not before it.

    Of the same step (8月底前交付，9月投入使用) only the stage that follows within a month is another one.
    """
    step, own = promise.milestone, case.requirement
    if step is None:
        return False
    later = [r for r in case.said.requirements if own.due < promise.moment.day <= r.due]
    if own.milestone is not None and own.milestone.step == step.step:
        later = [r for r in later if (r.due - own.due).days <= NEXT_MONTH]
    asked = (r.milestone for r in later if r.milestone)
    return any(goal.ladder == step.ladder and goal.rank <= step.rank for goal in asked)


def begins_later(case: Case) -> bool:
    """Tell whether the thing itself is to begin on a day to come (计划4月8日启动), and nothing of it is done."""
    serves = _is_service(case)
    own = case.said.words(case.requirement.words)
    told = [s for s in case.about if case.requirement.quantity is not None or own & case.said.words(s.text)]
    if case.counts or any(_has_begun(statement, works=not serves) for statement in told):
        return False
    further = (*case.norms.matching.batches, *case.norms.phrases.rest)
    later = [p for p in case.promises if not says(further, fold(p.span.text))]
    begun = (
        of_beginning(p.moment, p.span, case.norms) or (p.milestone and begins(p.milestone, case.norms)) for p in later
    )
    return any(begun) or (serves and any(own & case.said.words(fold(p.span.text)) for p in later))  # 定于10月1日发放


def _is_service(case: Case) -> bool:
    """Tell whether a number is asked for that no works lead to."""
    return case.requirement.quantity is not None and (case.goal is None or not case.ladder.paced)


def _has_begun(statement: Statement, *, works: bool) -> bool:
    """Tell whether a number of what was done is told, or that some `works` stand."""
    counted = any(aspect is Aspect.REACHED for aspect in statement.aspects)
    steps = works and any(step.made and step.aspect is not Aspect.NOT for step in statement.milestones)
    return counted or (steps and statement.aspect is not Aspect.INTENDED)


# For what a day after the due one may be named that is not what is asked for.
EXCUSES: tuple[Callable[[Promise, Case], bool], ...] = (
    _lies_beyond,
    _asked_for_then,
    _of_later_stage,
    _of_another_trouble,
    _of_another_building,
    _of_later_round,
    _beside_what_is_soft,
    _of_the_thing,
)
