"""B3xx: where the unit's own words show that an item is behind: slow, held up, put off, not begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.facts.checks.case import SEASON
from reportgen.facts.reading import Reading
from reportgen.facts.words.ladders import begins
from reportgen.facts.words.phrases import cured, pattern, says
from reportgen.facts.words.statements import Statement, of_sentence
from reportgen.facts.words.topics import names
from reportgen.norms import Norms
from reportgen.records import BEGUN, HALF, Aspect, Outcome, Span
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import asked, reported, shortened
from reportgen.text import fold

SOON = 31  # days in which what has not begun can hardly be finished


# What tells by the report's own words that an item is behind.
OWN_WORDS = (
    "phrases.slow",
    "phrases.formerly",
    "phrases.few",
    "phrases.idle",
    "phrases.blocked",
    "phrases.slip",
    "phrases.failed_tender",
    "phrases.awarded",
    "phrases.harmless",
    "phrases.cured",
    "matching.tenders",
)


def _told(statement: Statement) -> Evidence:
    return Evidence((statement.span,), reported(statement.span))


@rule("B305", "自认进度慢", source=("phrases.slow", "phrases.formerly", "phrases.few", "phrases.cured"))
def admitted(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展自认滞后、缓慢或低于序时，且年度目标尚未达到。

    中：目标 职专扩容。｜进展 只有22%，滞后严重。
    不中：目标 发放补贴100万元。｜进展 前期较慢，现已发放100万元。
    不中：目标 改造小区28个。｜计划 完工18个。｜进展 完工19个。｜问题 个别小区协调较慢。｜期限 2025-09-30
    不中：目标 新建管网28公里。｜计划 敷设20公里。｜进展 敷设22.6公里。路面恢复滞后。｜期限 2025-09-30
    """
    if reading.target_met:
        return
    for statement, words in reading.saying(norms.phrases.slow):
        if _in_time(statement, words, reading):
            continue
        beside = reading.plan_met and statement not in reading.report
        past = reading.plan_sure and _of_the_past(statement, reading, norms)
        of_a_part = beside or past or (reading.plan_sure and says(norms.phrases.few, statement.text))
        of_a_part = of_a_part or (reading.plan_met and _of_another_thing(statement, words, reading, norms))
        if not of_a_part and not cured(statement.sentence.text, norms.phrases):
            yield _told(statement)


def _of_another_thing(statement: Statement, slow: Span, reading: Reading, norms: Norms) -> bool:
    """True where the words before the admission name a thing that nobody asked for (路面恢复滞后, of 管网28公里)."""
    item, subject = reading.item, statement.text.partition(fold(slow.text))[0]
    named = names(subject, norms.matching)
    return bool(named) and not named & names(
        fold(item.project.text + item.target.text + item.plan.text), norms.matching
    )


def _of_the_past(statement: Statement, reading: Reading, norms: Norms) -> bool:
    """True where a clause is about an earlier time or a season that is over (上半年投放偏慢)."""
    over = (m for m in statement.moments if m.end < reading.period.as_of)
    return says(norms.phrases.formerly, statement.sentence.text) or any(m.end - m.start >= SEASON for m in over)


@rule("B307", "应启动而未启动", source="phrases.idle")
def idle(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期应当启动、开工的，进展自述尚未启动、未开工。

    中：目标 建设敬老院2家。｜计划 2家开工。｜进展 一家没开工。｜期限 2025-09-30
    不中：目标 改造危房90户。｜计划 开工60户。｜进展 开工70户，20户未开工。｜期限 2025-09-30
    不中：目标 举办运动会。｜计划 四季度启动。｜进展 暂未启动。｜期限 2025-09-30
    不中：目标 建泵站2座、闸3座。｜计划 泵站定方案，闸建成1座。｜进展 闸完工1座；泵站方案已定，未开工。｜期限 2025-09-30
    """
    due = not reading.has_plan and reading.period.elapsed() >= HALF
    open_ = [c for c in reading.plan if c.outcome is not Outcome.MET and c.requirement.due <= reading.due]
    pressing = [check for check in open_ if check.outcome.failed or reading.days_left <= SOON]
    if reading.target_met or not (due or pressing):
        return
    for statement, _ in reading.saying(norms.phrases.idle):
        if _as_many_begun(reading, norms) or _beyond_the_plan(statement, reading, norms):
            continue
        yield _told(statement)


def _beyond_the_plan(statement: Statement, reading: Reading, norms: Norms) -> bool:
    """True where the thing that has not begun is already as far as the plan asks by now.

    泵站方案已定，未开工, where the plan asks for 泵站定方案.
    """
    before = [s for s in reading.report if s.sentence is statement.sentence and s.start <= statement.start]
    told = (names(s.text, norms.matching) for s in reversed(before))
    named = next((own for own in told if own), frozenset[str]())
    asked = [check for check in reading.plan if named & check.requirement.topic]
    return bool(asked) and all(check.outcome is Outcome.MET for check in asked)


def _as_many_begun(reading: Reading, norms: Norms) -> bool:
    """True where as many have begun as the plan asks, so that the others may wait (开工70户，20户未开工, of 60户)."""
    steps = ((check, check.requirement.milestone) for check in reading.plan_now if check.requirement.quantity)
    told = [check.outcome for check, step in steps if step is not None and begins(step, norms)]
    return bool(told) and all(outcome is Outcome.MET for outcome in told)


@rule("B308", "受阻，尚未达到要求", source=("phrases.blocked", "phrases.cured"))
def blocked(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """流标、重新选址、无法进场等，且它所涉及的本期计划尚未达到。

    中：目标 建候车亭40座。｜计划 完成20座。｜进展 因管线迁改施工单位无法进场。｜期限 2025-09-30
    不中：目标 河道治理。｜计划 清淤3万方。｜进展 清淤3.2万方，因汛期临水段停工。｜期限 2025-09-30
    """
    if reading.target_met or reading.plan_sure:
        return
    found = (statement for statement, _ in reading.saying(norms.phrases.blocked))
    told = [statement for statement in found if not cured(statement.sentence.text, norms.phrases)]
    if told:  # usually several clauses, and a cell of problems, tell one cause
        spans, asks = tuple(statement.span for statement in told), "本期计划" if reading.has_plan else "年度目标"
        yield Evidence(spans, f"{reported(spans[0])}，{asks}尚未达到")


@rule("B309", "自述推迟或难以完成", source=("phrases.slip", "phrases.cured", "phrases.harmless"))
def slipping(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展自述推迟、停办，或完成目标有困难。

    中：目标 加装电梯45台。｜计划 完成20台。｜进展 完工11台，二季度目标完成有一定难度。｜期限 2025-09-30
    中：目标 新建桥2座。｜计划 下部结构完成。｜进展 甲桥墩柱完成，乙桥汛前能否完成桩基还要看水情。｜期限 2025-09-30
    中：目标 环路年底前建成通车。｜进展 路基完成86%，通车时间预计调整至2026年5月。｜截至 2025-10-31
    中：目标 改造实验室。｜计划 改造完工，通过现场评审。｜进展 实验室改造完工，现场评审时间将后延。｜期限 2025-09-30
    不中：目标 加装电梯45台。｜计划 完成20台。｜进展 完工22台。｜期限 2025-09-30
    不中：目标 培训1200人。｜计划 完成900人。｜进展 春季班推迟到4月下旬，已结业834人。｜截至 2025-08-31｜期限 2025-09-30
    """
    met = reading.target_met or reading.plan_met
    for statement, words in reading.saying(norms.phrases.slip):
        if met and not _of_what_is_asked(statement, reading):
            continue
        if cured(statement.rest_of_sentence, norms.phrases) or _in_time(statement, words, reading):
            continue
        if says(norms.phrases.harmless, statement.rest_of_sentence) or _since_held(statement, words, reading):
            continue
        yield _told(statement)


def _since_held(statement: Statement, words: Span, reading: Reading) -> bool:
    """True where the day it was put off to is past, and it is told as held (推迟到4月，已结业60人)."""
    same = [s for s in reading.report if s.sentence is statement.sentence and s.start >= statement.start]
    days = [moment.end for s in same for moment in s.moments if moment.span.start >= words.start]
    return max(days, default=date.max) <= reading.period.as_of and any(s.aspect is Aspect.REACHED for s in same[1:])


def _of_what_is_asked(statement: Statement, reading: Reading) -> bool:
    """True where a clause answers something planned that is not met yet (现场评审时间将后延)."""
    open_ = (check for check in reading.plan_now if check.outcome is not Outcome.MET)
    return any(statement.span in check.answers for check in open_)


def _in_time(statement: Statement, words: Span, reading: Reading) -> bool:
    """True where the sentence goes on to a day to come, no later than the due day.

    Only days behind the admitting words count: 三季度节点难以实现 promises nothing.
    """
    after = (s for s in reading.statements if s.sentence is statement.sentence and s.start >= statement.start)
    days = [moment.end for s in after for moment in s.moments if moment.span.start >= words.end]
    return reading.period.as_of < max(days, default=date.min) <= reading.due


@rule(
    "B311",
    "招标受挫或须重新进行",
    source=("phrases.failed_tender", "phrases.awarded", "phrases.cured", "matching.tenders"),
)
def tender_failed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """流标、废标、第三次以上公告，且年度目标尚未达到。

    中：目标 开工建设养老院。｜计划 进行施工图设计。｜进展 目前正在进行第四次公告。｜期限 2025-09-30
    不中：目标 开工建设养老院。｜计划 进行施工图设计。｜进展 首次流标，已开工建设。｜期限 2025-09-30
    不中：目标 建设绿道。｜计划 开工建设。｜进展 年初两次流标，重新招标后，施工单位6月20日进场。｜期限 2025-09-30
    不中：目标 建图书馆。｜计划 完成家具招标。｜进展 家具废标一次，9月13日开标。｜截至 2025-08-31｜期限 2025-09-30
    """
    if reading.target_met:
        return
    for statement, words in reading.saying(norms.phrases.failed_tender):
        over = cured(statement.sentence.text, norms.phrases) or _overcome(statement, words, reading, norms)
        if not over and not _tendered_anew(statement, reading, norms):
            yield _told(statement)


def _overcome(statement: Statement, failed: Span, reading: Reading, norms: Norms) -> bool:
    """True where the sentence goes on to an award or to works begun (曾流标，施工单位6月20日进场)."""
    same = of_sentence(statement.sentence, reading.statements)
    steps = (step for s in same for step in s.milestones if step.span.start >= failed.end)
    begun = (step for step in steps if step.aspect in BEGUN)
    return any(step.made or pattern(norms.phrases.awarded).match(step.span.text) for step in begun)


def _tendered_anew(failed: Statement, reading: Reading, norms: Norms) -> bool:
    """True where the plan asks for that tender, and the sentence names a new day in time (废标一次，9月13日开标)."""
    days = [moment.end for s in of_sentence(failed.sentence, reading.statements) for moment in s.moments]
    told = (c for c in reading.plan_now if any(failed.sentence.holds(span) for span in c.answers))
    asked = [c.requirement for c in told if c.outcome is Outcome.LIKELY]
    asked = [requirement for requirement in asked if says(norms.matching.tenders, requirement.words)]
    coming = any(reading.period.as_of < day <= requirement.due for day in days for requirement in asked)
    return coming and not reading.plan_failed


@rule("B312", "目标要求增长，进展写下降", source=("matching.rises", "matching.falls"))
def falling(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容要求增长的指标，进展写下降或负增长。

    中：目标 外贸进出口总额增长7%。｜进展 预计下降8%左右。
    不中：目标 外贸进出口总额增长7%。｜进展 增长7.2%。
    不中：目标 空气中细颗粒物浓度下降3%。｜进展 同比下降5%。
    """
    rising = [check for check in reading.target if says(norms.matching.rises, check.requirement.words)]
    for statement, _ in reading.saying(norms.matching.falls) if rising else ():
        text = f"年度目标“{asked(rising[0])}”，报“{shortened(statement.span.text)}”"
        yield Evidence((rising[0].requirement.span, statement.span), text)


def says_it_is_behind(reading: Reading, norms: Norms) -> bool:
    """True where the report's own words make the item behind, whatever else of it is in doubt."""
    told = (admitted, idle, blocked, slipping, tender_failed)
    return any(next(judgement(reading, norms), None) is not None for judgement in told)
