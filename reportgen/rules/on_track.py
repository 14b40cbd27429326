"""T2xx: what shows that the period's plan is met, or credibly will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.facts.reading import Reading
from reportgen.norms import Norms
from reportgen.records import BEGUN, HUNDRED, Check, Ground, Outcome
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import OPEN, UNVERIFIED, listed, reported, with_met
from reportgen.text import fold


@rule("T201", "本期计划已达到", source="thresholds.about_met")
def plan_met(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划的数量和节点均已达到。

    中：目标 新投用住房2900套。｜计划 累计投用2000套。｜进展 新投用住房2000套。｜期限 2025-09-30
    不中：目标 新投用住房2900套。｜计划 累计投用2000套。｜进展 新投用住房1200套。｜期限 2025-09-30
    """
    if reading.plan_met:
        yield Evidence.of_answers(reading.hard_plan, f"计划{listed(reading.hard_plan)}，已达到")


@rule("T202", "本期计划预计可按期达到", source=("thresholds.forecast_likely", "thresholds.near_plan"))
def plan_likely(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划尚未全部达到，但按目前进度或剩余步骤推算，到期可以达到。

    中：目标 培训5000人。｜计划 累计培训4000人。｜进展 累计培训3600人。｜期限 2025-09-30
    不中：目标 培训5000人。｜计划 累计培训4000人。｜进展 累计培训1100人。｜期限 2025-09-30
    """
    hard = reading.hard_plan
    likely = [check for check in hard if check.outcome is Outcome.LIKELY]
    if likely and all(check.outcome.holds for check in hard):
        counted = [check for check in hard if check.outcome is Outcome.MET and check.have is not None]
        yield Evidence.of_answers(likely, with_met(f"计划{listed(likely)}，{_outlook(likely)}", counted))


def _outlook(likely: Sequence[Check]) -> str:
    """Say how things will stand on the due day, claiming no more than the weakest of the checks allows."""
    if all(check.text == Ground.NEARLY for check in likely):
        return Ground.NEARLY + UNVERIFIED
    if any(check.doubtful for check in likely):
        return OPEN
    if all(map(only_named, likely)):
        return "未报是否完成，尚未到期"
    if any(check.forecast is not None and check.forecast < HUNDRED for check in likely):
        return "按目前进度到期可基本达到"
    return "按目前进度到期可达到" if any(check.have is not None for check in likely) else "到期可达到"


def only_named(check: Check) -> bool:
    """True where the report only names the step that is asked for (施工图设计 of 完成施工图设计)."""
    return all(fold(span.text) in check.requirement.words for span in check.answers)


@rule(
    "T203",
    "不低于序时进度",
    source=(
        "thresholds.behind_points",
        "thresholds.built_points",
        "thresholds.seasonal_points",
        "thresholds.stage_points",
    ),
)
def on_pace(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """没有本期计划，或计划没有可核对的要求时，年度目标完成比例与时间进度基本同步。

    中：目标 新增养老床位71张。｜进展 新增55张，77%。｜截至 2025-08-24
    中：目标 放映电影2800场。｜计划 逐月安排。｜进展 放映电影2573场。｜截至 2025-11-30
    不中：目标 解决1300人饮水。｜进展 解决700人，54%。｜截至 2025-08-24
    """
    if counted := _on_pace(reading):
        yield Evidence.of_answers(counted, f"年度目标{listed(counted)}，与时间进度基本同步")


def _on_pace(reading: Reading) -> tuple[Check, ...]:
    """The numbers that answer the target, if all keep pace and there is no plan to check against; else none."""
    planned = any(check.requirement.measurable or check.outcome is not Outcome.SILENT for check in reading.plan)
    keeps = all(check.outcome.holds for check in reading.counted_target)
    return reading.counted_target if keeps and not planned else ()


@rule("T204", "自述按序时推进", source="phrases.ahead")
def claimed_on_pace(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展自述达到序时、提前完成节点或正常推进。

    中：目标 县中医院迁建。｜进展 快于时序进度83.33%。｜截至 2025-10-31
    不中：目标 县中医院迁建。｜进展 低于83.33%的时序线。｜截至 2025-10-31
    """
    for statement, span in reading.saying(norms.phrases.ahead)[:1]:
        yield Evidence((span,), reported(statement.span))


@rule("T206", "计划尚未到期", source="phrases.not_due")
def not_due(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """计划写明在本期以后才启动或完成的，本期尚不要求。

    中：目标 举办运动会。｜计划 四季度启动。｜进展 暂未启动。｜期限 2025-09-30
    不中：目标 举办运动会。｜计划 三季度启动。｜进展 暂未启动。｜期限 2025-09-30
    """
    later = [check for check in reading.plan if check.requirement.due > reading.due]
    if later and len(later) == len(reading.plan):
        yield Evidence(tuple(c.requirement.span for c in later), f"计划{listed(later)}，尚未到期")


@rule("T205", "正在推进", source="phrases.under_way")
def going_on(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展写有正在做的工作，没有到期未达到的要求；报有数量的，写明年度目标和所报数量。

    中：目标 推进片区改造。｜进展 东区正在施工。
    不中：目标 推进片区改造。｜进展 尚未启动。
    """
    if any(check.outcome is not Outcome.SILENT for check in reading.hard_plan):
        return
    own, every = ([s for s in some if s.aspect in BEGUN] for some in (reading.report, reading.statements))
    said = own or every  # before a problem
    if said:
        counted = [check for check in reading.counted_target if check.requirement.measurable]
        counted = [] if _on_pace(reading) else counted  # told already
        if counted:
            yield Evidence.of_answers(counted, f"年度目标{listed(counted)}，正在推进")
        else:
            yield Evidence(tuple(s.span for s in said[:2]), reported(said[-1].span))
