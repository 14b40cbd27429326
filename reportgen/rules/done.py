"""D1xx: what shows that the annual target is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.facts.reading import Reading
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.norms import START, Norms
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Outcome
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import listed, quoted
from reportgen.text import fold

# What tells that only the whole year can tell.
ALL_YEAR = ("phrases.recurring", "matching.running", "matching.standing", "matching.occasions", "matching.persons")
TO_COME = ("phrases.whole_task", "phrases.approvals", "phrases.takes_effect")  # what tells that more is still to come
DONE = ("thresholds.about_met", "phrases.whole_claims", "ladders", *TO_COME, *ALL_YEAR)  # what tells all of it


def goes_on(reading: Reading, norms: Norms) -> bool:
    """Tell whether only the whole year can tell (按月发放, 平均浓度, 营养餐): not done before it is over."""
    if reading.period.in_last_month:
        return says(norms.phrases.recurring, fold(reading.item.target.text)) and _last_to_come(reading)
    asks = fold(reading.item.target.text + reading.item.plan.text)
    rates = [c.requirement for c in reading.target if _is_rate(c)]
    running = any(word in rate.words for rate in rates for word in norms.matching.running)
    again = says(norms.phrases.recurring, asks) and not (_makes_things(reading, norms) or _spread(reading, norms))
    return running or again or _standing(reading, norms)


def _last_to_come(reading: Reading) -> bool:
    """Tell whether the report names a day that is still to come (计划12月25日打卡)."""
    ahead = (s for s in reading.report if s.aspect is Aspect.INTENDED)
    return any(moment.end > reading.period.as_of for statement in ahead for moment in statement.moments)


def _makes_things(reading: Reading, norms: Norms) -> bool:
    """Tell whether the target counts things that are made once, however a plan spreads them (每季度完成5个)."""
    steps = [check.requirement.milestone for check in reading.target if check.requirement.quantity]
    made = (step is not None and ladder_named(step.ladder, norms).paced for step in steps)
    return bool(steps) and all(made) and not says(norms.phrases.recurring, fold(reading.item.target.text))


def _spread(reading: Reading, norms: Norms) -> bool:
    """Tell whether only the plan spreads over the year what the target counts: as often as it is given (67场 of 60场).

    So it does what else is counted, where it tells how many each time (每季度不少于300名).
    """
    recurring, occasions = norms.phrases.recurring, norms.matching.occasions
    asked = [check.requirement.quantity for check in reading.target]
    if not asked or says(recurring, fold(reading.item.target.text)):
        return False
    again = [check.requirement for check in reading.plan if says(recurring, check.requirement.words)]
    told = bool(again) and all(r.quantity is not None and r.whole is not None for r in again)
    return all(quantity is not None and (told or quantity.unit in occasions) for quantity in asked)


def _standing(reading: Reading, norms: Norms) -> bool:
    """Tell whether the target counts those whom a service reaches that goes on all year, not how often it is given."""
    words, item = norms.matching, reading.item
    told = [check.requirement for check in reading.counted_target]
    counted = [r for r in told if r.quantity and r.quantity.unit not in words.occasions]
    own = [r for r in counted if says(words.standing, r.words) or r.milestone is None]
    if own and says(words.standing, fold(item.target.text)):
        return True
    reached = [r for r in own if r.quantity and r.quantity.unit in words.persons]
    return bool(reached) and says(words.standing, fold(item.project.text + item.plan.text))


def unfinished(reading: Reading, norms: Norms) -> tuple[Statement, ...]:
    """The clauses that say themselves that the task or target is still to be completed."""
    return tuple(s for s in reading.statements if s.aspect in NOT_YET and says(norms.phrases.whole_task, s.text))


def _plan_asks_more(reading: Reading, counted: Sequence[Check], norms: Norms) -> bool:
    """Tell whether the plan asks for a step that is not reached yet (验收), or numbers count loosely beside it."""
    unmet = [check for check in reading.plan if check.outcome not in (Outcome.MET, Outcome.SILENT)]
    steps = [check for check in unmet if check.requirement.milestone and check.requirement.measurable]
    steps += [check for check in unmet if says(norms.phrases.approvals, check.requirement.words)]
    steps += [check for check in unmet if _is_rate(check) and check.requirement.whole is None]
    return bool(steps) or (bool(unmet) and any(check.doubtful for check in counted))


def _on_the_way(reading: Reading, norms: Norms) -> bool:
    """Tell whether the report has a step under way, or to come, that leads to what the target asks and is not there."""
    told = [step for s in reading.report for step in s.milestones]
    open_ = [step for s in _still_open(reading, norms) for step in s.milestones if step.aspect in OPEN]
    for goal in (check.requirement.milestone for check in reading.target if check.requirement.milestone):
        ladder = ladder_named(goal.ladder, norms)
        reached = {step.rank for step in on_ladder(told, ladder) if step.aspect is Aspect.REACHED}
        if any(step.rank <= goal.rank and step.rank not in reached for step in on_ladder(open_, ladder)):
            return True
    return False


def _still_open(reading: Reading, norms: Norms) -> Iterator[Statement]:
    """The clauses of what is not there yet, not of the day from which what is issued holds (10月1日起施行)."""
    return (s for s in reading.report if s.aspect in OPEN and not says(norms.phrases.takes_effect, s.text))


def _is_rate(check: Check) -> bool:
    quantity = check.requirement.quantity
    return quantity is not None and (quantity.unit == "%" or "/" in quantity.unit)


def _start_only(reading: Reading) -> bool:
    steps = [check.requirement.milestone for check in reading.target if check.requirement.milestone]
    return bool(steps) and all(step.step == START for step in steps)


@rule("D101", "年度目标数量已达到", source=("thresholds.about_met", *TO_COME, *ALL_YEAR))
def quantities_met(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容中的各项数量均已达到或超过。

    中：目标 新增托位200个，培训400名。｜进展 新增托位210个，完成培训550人。
    不中：目标 新增托位200个，培训400名。｜进展 新增托位210个，完成培训350人。
    不中：目标 改造老旧小区12个。｜进展 12个小区全部开工。
    不中：目标 秸秆综合利用率达94%以上。｜进展 利用率96.1%。｜截至 2025-08-31
    不中：目标 为寄宿制学校1.6万名学生供餐。｜进展 学校全部供餐，惠及学生16217人。
    不中：目标 筹集住房1200套。｜进展 已筹集1200套，分别为存量用房510套、新建460套、改建130套。
    """
    if counted := _met_by_numbers(reading, norms):
        yield Evidence.of_answers(counted, f"年度目标{listed(counted)}，已达到")


def _met_by_numbers(reading: Reading, norms: Norms) -> tuple[Check, ...]:
    """What of the target a number answers, where so all of it is met and nothing tells that more is to come."""
    counted = reading.counted_target
    if not (counted and reading.target_met) or reading.clash or unfinished(reading, norms):
        return ()
    return () if goes_on(reading, norms) or _plan_asks_more(reading, counted, norms) else counted


@rule("D102", "自述全部完成", source=("phrases.whole_claims", *TO_COME, *ALL_YEAR))
def claimed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展明确整项完成，且没有数字或其他文字与之相反。

    中：目标 完成20公里农村公路改造提升。｜进展 项目完成。
    不中：目标 完成20公里农村公路改造提升。｜进展 已完成招标。
    不中：目标 完成20公里农村公路改造提升。｜进展 项目完成12公里，其余正在施工。
    不中：目标 组建消防队6支。｜计划 8月底前完成营房改造；10月底前到位执勤。｜进展 营房改造全部完成。
    不中：目标 完成教室空调安装。｜进展 供货单位已完成勘察，待放假后统一进场安装。
    """
    if by_words := _met_by_words(reading, norms):
        yield Evidence.of_answers(by_words, f"自报{quoted(by_words)}")


def _met_by_words(reading: Reading, norms: Norms) -> list[Check]:
    """What of the target words alone answer, where all of it is met and nothing tells that more is to come."""
    asked = reading.hard_target or reading.target  # where nothing is measurable, what else is asked
    by_words = [check for check in asked if check.outcome is Outcome.MET and check.have is None]
    if not by_words or any(check.outcome is not Outcome.MET for check in asked):
        return []
    if reading.hard_target and not reading.target_met:
        return []  # what else it asks is not there
    more = (
        reading.clash
        or unfinished(reading, norms)
        or _on_the_way(reading, norms)
        or goes_on(reading, norms)
        or _start_only(reading)
        or _plan_asks_more(reading, (), norms)
    )
    return [] if more else by_words


@rule("D103", "年度目标只要求开工，已开工且本期计划已达到", source="ladders")
def started(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容只要求开工的，已经开工并达到本期计划，即为完成。

    中：目标 开工建设区体育馆。｜计划 土方开挖，基础施工。｜进展 地下室土方开挖完成，底板浇捣完成。｜期限 2025-09-30
    不中：目标 开工建设区体育馆。｜计划 主体施工。｜进展 桩基施工完成。｜期限 2025-09-30
    """
    if _met_by_starting(reading):
        text = f"年度目标为开工，报{quoted((*reading.plan, *reading.target))}，本期计划已达到"
        yield Evidence.of_answers((*reading.target, *reading.plan), text)


def _met_by_starting(reading: Reading) -> bool:
    """Tell whether the works have begun as the plan asks, where the target asks for no more than that they begin."""
    met = _start_only(reading) and reading.target_met
    return met and all(check.outcome is Outcome.MET for check in reading.plan_now)


def is_done(reading: Reading, norms: Norms) -> bool:
    """Tell whether anything shows that the annual target is met."""
    return bool(_met_by_numbers(reading, norms) or _met_by_words(reading, norms)) or _met_by_starting(reading)
