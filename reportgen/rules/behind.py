"""B3xx: milestones and pace: what was due and missed, or cannot credibly be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import says
from reportgen.norms import Norms
from reportgen.records import Bound, Check, Outcome
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import NARROW, against, asked, by


def _of_plan(checks: Iterable[Check], ending: str) -> Iterator[Evidence]:
    """Yield the evidence of each check: what the plan asked by when, what was reported, and how it ended."""
    for check in checks:
        yield Evidence.of(check, f"计划{by(check)}{against(check, NARROW)}，{ending}")


@rule("B301", "所报时间晚于期限", source="phrases.intended")
def promised_late(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展中承诺的时间晚于本期计划的期限。

    中：计划 项目开工。｜进展 因方案多次调整，力争10月份开工。｜期限 2025-09-30
    不中：计划 完成设计。｜进展 预计9月中旬完成设计。｜期限 2025-09-30
    """
    checks = (check for check in reading.plan if check.outcome is Outcome.MISSED and check.promised is not None)
    return _of_plan(checks, "晚于期限")


@rule("B302", "到期未达到", source=("thresholds.about_met", "thresholds.near_plan"))
def missed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """计划的期限已到，要求仍未达到；年内阶段数的差额在正常波动以内的，不列入，提示存疑。

    中：目标 科技园一期。｜计划 6月底开工。｜进展 拆迁结束，但工程未动工。｜截至 2025-07-04
    不中：目标 科技园一期。｜计划 6月底开工。｜进展 6月20日开工。｜截至 2025-07-04
    不中：目标 安装烟感5000只。｜计划 6月底前安装3000只。｜进展 累计安装2960只。｜截至 2025-07-04
    """
    checks = (check for check in reading.plan if check.outcome is Outcome.MISSED and check.promised is None)
    return _of_plan(checks, "到期未达到")


@rule(
    "B303",
    "按目前进度难以达到",
    source=("thresholds.forecast_likely", "thresholds.near_plan", "thresholds.rest_unsure"),
)
def too_few(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """按目前进度推算，到期完成不了本期计划的数量。

    中：目标 培训5000人次。｜计划 培训2500人次。｜进展 培训1120人次。｜截至 2025-05-31｜期限 2025-06-30
    不中：目标 培训5000人次。｜计划 培训2500人次。｜进展 培训2300人次。｜截至 2025-05-31｜期限 2025-06-30
    """
    checks = (check for check in reading.plan if check.outcome is Outcome.SHORT and check.have is not None)
    return _of_plan(checks, "按目前进度难以达到")


@rule(
    "B304",
    "剩余时间不足",
    source=("ladders", "thresholds.stage_slack", "thresholds.tender_slack", "thresholds.floor_days"),
)
def too_far(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """所到阶段离计划节点尚远，通常所需的最少时间超过剩余时间。

    中：目标 建设消防站。｜计划 开工建设，桩基完成20%。｜进展 完成施工招标公告发布。｜期限 2025-09-30
    不中：目标 建设消防站。｜计划 完成施工图设计。｜进展 正在进行施工图设计。｜期限 2025-09-30
    """
    checks = (check for check in reading.plan if check.outcome is Outcome.SHORT and check.have is None)
    return _of_plan(checks, "剩余时间不足")


@rule(
    "B306",
    "低于序时进度",
    source=(
        "thresholds.behind_points",
        "thresholds.built_points",
        "thresholds.seasonal_points",
        "thresholds.stage_points",
        "phrases.ahead",
    ),
)
def below_pace(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """没有本期计划时，年度目标完成比例明显低于时间进度。

    中：目标 解决1300人饮水。｜进展 解决700人，54%。｜截至 2025-08-24
    不中：目标 新增养老床位71张。｜进展 新增55张，77%。｜截至 2025-08-24
    """
    for check in _short_of_target(reading, norms):
        if not _over(check):
            text = f"年度目标{against(check)}，低于时间进度"
            yield Evidence.of(check, text)


def _over(check: Check) -> bool:
    """True where the reported number lies above the ceiling that is asked for."""
    wanted = check.requirement.quantity
    return wanted is not None and wanted.bound is Bound.AT_MOST and check.have is not None and check.have > wanted.value


@rule("B314", "超过控制目标", source=("matching.levels", "phrases.ahead"))
def over_ceiling(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """年度目标定有上限的指标，所报已超过上限，余下的时间难以补回。

    中：目标 PM2.5平均浓度不高于32微克/立方米。｜进展 PM2.5平均浓度34微克/立方米。｜截至 2025-11-30
    不中：目标 PM2.5平均浓度不高于32微克/立方米。｜进展 PM2.5平均浓度30微克/立方米。｜截至 2025-11-30
    """
    for check in _short_of_target(reading, norms):
        if _over(check):
            yield Evidence.of(check, f"年度目标{against(check)}，超过控制目标")


def _short_of_target(reading: Reading, norms: Norms) -> Iterator[Check]:
    """Yield the checks of the target that fall short.

    With a plan that tells the pace, or a report that claims to be ahead, only levels (浓度不高于32) count.
    """
    short = [check for check in reading.target if check.outcome is Outcome.SHORT]
    paced = bool(reading.hard_plan) or (reading.has_plan and not reading.period.in_last_month)
    told = "".join(statement.text for statement in reading.report) if short and not paced else ""
    ahead = says(norms.phrases.ahead, told)
    for check in short:
        if check.requirement.level or not (paced or ahead):
            yield check


def _by_deadline(check: Check, reading: Reading) -> str:
    """The day by which the target is asked, where it is the item's own deadline; else nothing."""
    return by(check) if check.requirement.due == reading.item.deadline else ""


@rule("B313", "期限已到，未报完成", source=())
def unanswered(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划的期限或完成时限已到，完成情况没有报，或报的内容对不上任何一项要求。

    中：目标 维修屋面10万平方米。｜计划 全部完成。｜进展 正在有序推进中。｜截至 2025-09-30｜期限 2025-09-30
    中：目标 维修屋面10万平方米。｜计划 做好收尾。｜进展 正在有序推进中。｜期限 2025-09-30｜完成时限 2025-06-30
    不中：目标 维修屋面10万平方米。｜计划 全部完成。｜进展 正在有序推进中。｜截至 2025-08-31｜期限 2025-09-30
    """
    whole = reading.hard_target if reading.item.deadline else ()
    for name, hard in (("计划", reading.hard_plan), ("年度目标", whole)):
        due = bool(hard) and all(check.requirement.due <= reading.period.as_of for check in hard)
        silent = due and all(check.outcome is Outcome.SILENT for check in hard)
        if silent and reading.says_nothing and not reading.item.unplaced.texts:
            text = f"{name}{by(hard[0])}“{asked(hard[0])}”，期限已到，未报完成"
            yield Evidence(tuple(check.requirement.span for check in hard), text)


@rule("B310", "未达到年度目标", source="thresholds.about_met")
def year_missed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """年度期限或完成时限已到，或所办的活动已经结束，主要内容的数量仍未达到，或承诺的时间晚于时限。

    中：目标 建成公厕20座。｜进展 建成15座。｜截至 2025-12-31
    中：目标 建成公厕20座。｜计划 建成18座。｜进展 建成19座。｜期限 2025-09-30｜完成时限 2025-06-30
    不中：目标 建成公厕20座。｜进展 建成20座。｜截至 2025-12-31
    不中：目标 建成公厕20座。｜计划 建成18座。｜进展 建成19座。｜期限 2025-09-30｜完成时限 2025-10-31
    """
    for check in reading.target:
        if check.outcome is Outcome.MISSED:
            early = check.requirement.due > reading.period.as_of
            missed = "晚于期限" if check.promised else check.text if early else "到期未达到"
            text = f"年度目标{_by_deadline(check, reading)}{against(check)}，{missed}"
            yield Evidence.of(check, text)
