"""B3xx: what shows that a due milestone was missed, or cannot credibly be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Aspect, Bound, Check, Outcome, Span
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import NARROW, against, asked, by, shortened

HALF = Decimal("0.5")
AWARDED = re.compile("中标|定标|成交")
SOON = 31  # days in which what has not begun can hardly be finished


def _plan(reading: Reading, outcome: Outcome) -> Iterator[Check]:
    return (check for check in reading.plan if check.outcome is outcome)


@rule("B301", "承诺时间晚于期限", source="phrases.intended")
def promised_late(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展中承诺的时间晚于本期计划的期限。

    中：计划 项目开工。｜进展 因方案多次调整，力争10月份开工。｜期限 2025-09-30
    不中：计划 完成设计。｜进展 预计9月中旬完成设计。｜期限 2025-09-30
    """
    for check in _plan(reading, Outcome.MISSED):
        if check.promised is not None:
            text = f"计划{by(check)}{against(check, NARROW)}，晚于期限"
            yield Evidence((check.requirement.span, *check.answers), text)


@rule("B302", "到期未达到", source="thresholds.about_met")
def missed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """计划的期限已到，要求仍未达到。

    中：目标 科技园一期。｜计划 6月底开工。｜进展 拆迁结束，但工程未动工。｜截至 2025-07-04
    不中：目标 科技园一期。｜计划 6月底开工。｜进展 6月20日开工。｜截至 2025-07-04
    """
    for check in _plan(reading, Outcome.MISSED):
        if check.promised is None:
            text = f"计划{by(check)}{against(check, NARROW)}，到期未达到"
            yield Evidence((check.requirement.span, *check.answers), text)


@rule(
    "B303",
    "数量差距大，到期难以达到",
    source=("thresholds.forecast_likely", "thresholds.near_plan", "thresholds.rest_unsure"),
)
def too_few(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """按目前进度推算，到期完成不了本期计划的数量。

    中：目标 培训5000人次。｜计划 培训2500人次。｜进展 培训1120人次。｜截至 2025-05-31｜期限 2025-06-30
    不中：目标 培训5000人次。｜计划 培训2500人次。｜进展 培训2300人次。｜截至 2025-05-31｜期限 2025-06-30
    """
    for check in _plan(reading, Outcome.SHORT):
        if check.have is not None:
            text = f"计划{by(check)}{against(check, NARROW)}，按目前进度难以达到"
            yield Evidence((check.requirement.span, *check.answers), text)


@rule("B304", "后续步骤所需时间不够", source=("ladders", "thresholds.stage_slack", "thresholds.floor_days"))
def too_far(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """所到阶段离计划节点尚远，通常所需的最少时间超过剩余时间。

    中：目标 建设消防站。｜计划 开工建设，桩基完成20%。｜进展 完成施工招标公告发布。｜期限 2025-09-30
    不中：目标 建设消防站。｜计划 完成施工图设计。｜进展 正在进行施工图设计。｜期限 2025-09-30
    """
    for check in _plan(reading, Outcome.SHORT):
        if check.have is None:
            text = f"计划{by(check)}{against(check, NARROW)}，剩余时间不足"
            yield Evidence((check.requirement.span, *check.answers), text)


@rule("B305", "自认进度慢", source=("phrases.slow", "phrases.formerly", "phrases.few", "phrases.cured"))
def admitted(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展自认滞后、缓慢或低于序时，且年度目标尚未达到。

    中：目标 职专扩容。｜进展 只有22%，滞后严重。
    不中：目标 发放补贴100万元。｜进展 前期较慢，现已发放100万元。
    不中：目标 改造小区28个。｜计划 完工18个。｜进展 完工19个。｜问题 个别小区协调较慢。｜期限 2025-09-30
    """
    if reading.target_met:
        return
    for statement, _ in reading.saying(norms.phrases.slow):
        beside = reading.plan_met and statement.source.address != reading.item.progress.address
        past = reading.plan_met and says(norms.phrases.formerly, statement.sentence.text)
        of_a_part = beside or past or (reading.plan_sure and says(norms.phrases.few, statement.text))
        if not of_a_part and not says(norms.phrases.cured, statement.sentence.text):
            yield Evidence((statement.span,), f"自报“{shortened(statement.span.text)}”")


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
            yield Evidence((check.requirement.span, *check.answers), text)


def _over(check: Check) -> bool:
    """Tell whether what is reported lies above a ceiling."""
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
            yield Evidence((check.requirement.span, *check.answers), f"年度目标{against(check)}，超过控制目标")


def _short_of_target(reading: Reading, norms: Norms) -> Iterator[Check]:
    """Give what falls short of the year's targets: where no plan tells the pace, or nothing can repair it."""
    told = (s.text for s in reading.statements if s.source.address == reading.item.progress.address)
    ahead = says(norms.phrases.ahead, "".join(told))
    paced = bool(reading.hard_plan) or (reading.has_plan and not reading.period.in_last_month)
    for check in reading.target:
        beyond_repair = check.requirement.level and not check.doubtful
        if check.outcome is Outcome.SHORT and (beyond_repair or not (ahead or paced)):
            yield check


@rule("B307", "应启动而未启动", source="phrases.idle")
def idle(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期应当启动、开工的，进展自述尚未启动、未开工。

    中：目标 建设敬老院2家。｜计划 2家开工。｜进展 一家没开工。｜期限 2025-09-30
    不中：目标 举办运动会。｜计划 四季度启动。｜进展 暂未启动。｜期限 2025-09-30
    """
    due = not reading.has_plan and reading.period.elapsed() >= HALF
    pressing = [check for check in reading.unmet_plan() if check.outcome.failed or reading.days_left <= SOON]
    pressing = [check for check in pressing if check.requirement.due <= reading.due]
    if reading.target_met or not (due or pressing):
        return
    for statement, _ in reading.saying(norms.phrases.idle):
        if not reading.has_plan and reading.on_pace_beside(statement):
            continue
        yield Evidence((statement.span,), f"自报“{shortened(statement.span.text)}”")


@rule("B308", "受阻，尚未达到要求", source=("phrases.blocked", "phrases.cured"))
def blocked(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """流标、重新选址、无法进场等，且它所涉及的本期计划尚未达到。

    中：目标 建候车亭40座。｜计划 完成20座。｜进展 因管线迁改施工单位无法进场。｜期限 2025-09-30
    不中：目标 河道治理。｜计划 清淤3万方。｜进展 清淤3.2万方，因汛期临水段停工。｜期限 2025-09-30
    """
    if reading.target_met or reading.plan_sure:
        return
    told: list[Statement] = []
    for statement, _ in reading.saying(norms.phrases.blocked):
        beside = not reading.has_plan and reading.on_pace_beside(statement)
        if not beside and not says(norms.phrases.cured, statement.sentence.text):
            told.append(statement)
    if told:  # one cause is mostly told in several clauses, and once more in a cell of problems
        spans, asks = tuple(statement.span for statement in told), "本期计划" if reading.has_plan else "年度目标"
        yield Evidence(spans, f"自报“{shortened(spans[0].text)}”，{asks}尚未达到")


@rule("B311", "招标受挫或须重新进行", source=("phrases.failed_tender", "phrases.cured"))
def tender_failed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """流标、废标、第三次以上公告，且年度目标尚未达到。

    中：目标 开工建设养老院。｜计划 进行施工图设计。｜进展 目前正在进行第四次公告。｜期限 2025-09-30
    不中：目标 开工建设养老院。｜计划 进行施工图设计。｜进展 首次流标，已开工建设。｜期限 2025-09-30
    不中：目标 建设绿道。｜计划 开工建设。｜进展 年初两次流标，重新招标后，施工单位6月20日进场。｜期限 2025-09-30
    """
    if reading.target_met:
        return
    for statement, words in reading.saying(norms.phrases.failed_tender):
        if not says(norms.phrases.cured, statement.sentence.text) and not _overcome(statement, words, reading):
            yield Evidence((statement.span,), f"自报“{shortened(statement.span.text)}”")


def _overcome(statement: Statement, failed: Span, reading: Reading) -> bool:
    """Tell whether the sentence goes on to an award or to works that have begun (曾流标，施工单位6月20日进场)."""
    same = (s for s in reading.statements if s.sentence is statement.sentence)
    steps = (step for s in same for step in s.milestones if step.span.start >= failed.end)
    begun = (step for step in steps if step.aspect in (Aspect.REACHED, Aspect.UNDER_WAY))
    return any(step.made or AWARDED.match(step.span.text) for step in begun)


@rule("B309", "自述推迟或难以完成", source=("phrases.slip", "phrases.cured"))
def slipping(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展自述推迟、停办，或完成目标有困难。

    中：目标 加装电梯45台。｜计划 完成20台。｜进展 完工11台，二季度目标完成有一定难度。｜期限 2025-09-30
    不中：目标 加装电梯45台。｜计划 完成20台。｜进展 完工22台。｜期限 2025-09-30
    """
    if reading.target_met or (reading.has_plan and reading.plan_met):
        return
    for statement, words in reading.saying(norms.phrases.slip):
        if says(norms.phrases.cured, statement.rest_of_sentence) or _in_time(statement, words, reading):
            continue
        yield Evidence((statement.span,), f"自报“{shortened(statement.span.text)}”")


def _in_time(statement: Statement, words: Span, reading: Reading) -> bool:
    """Tell whether what is put off is promised, in the same sentence, for a day by the due one.

    A day among the words that admit it (完成三季度任务有压力) promises nothing.
    """
    after = (s for s in reading.statements if s.sentence is statement.sentence and s.start >= statement.start)
    days = [moment.end for s in after for moment in s.moments if not moment.span.overlaps(words)]
    return reading.period.as_of < max(days, default=date.min) <= reading.due


def _by_deadline(check: Check, reading: Reading) -> str:
    """Say by when the target is asked, where the item has a last day of its own."""
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
        due = all(check.requirement.due <= reading.period.as_of for check in hard)
        silent = reading.says_nothing and not reading.item.unplaced.texts
        if hard and due and silent and all(check.outcome is Outcome.SILENT for check in hard):
            text = f"{name}{by(hard[0])}“{asked(hard[0])}”，期限已到，未报完成"
            yield Evidence(tuple(check.requirement.span for check in hard), text)


@rule("B312", "目标要求增长，进展写下降", source=("matching.rises", "matching.falls"))
def falling(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容要求增长的指标，进展写下降或负增长。

    中：目标 外贸进出口总额增长7%。｜进展 预计下降8%左右。
    不中：目标 外贸进出口总额增长7%。｜进展 增长7.2%。
    不中：目标 空气中细颗粒物浓度下降3%。｜进展 同比下降5%。
    """
    asked = [check.requirement for check in reading.target if says(norms.matching.rises, check.requirement.words)]
    for statement, _ in reading.saying(norms.matching.falls) if asked else ():
        text = f"年度目标“{shortened(asked[0].span.text)}”，报“{shortened(statement.span.text)}”"
        yield Evidence((asked[0].span, statement.span), text)


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
            yield Evidence((check.requirement.span, *check.answers), text)
