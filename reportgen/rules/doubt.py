"""Q4xx: what a verdict should not be printed upon without asking the unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.sites import FEW
from reportgen.facts.words.statements import Statement, numbers_before
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Aspect, Check, Outcome, Quantity
from reportgen.rule import Evidence, rule
from reportgen.rules.asking import for_the_rest, names_it, whether_enough, whether_in_time
from reportgen.rules.beside import ADMITTED, admits
from reportgen.rules.on_track import only_named
from reportgen.rules.own_words import OWN_WORDS, says_it_is_behind
from reportgen.rules.wording import BRIEF, NARROW, against, asked, reported, shortened, source
from reportgen.rules.year import ALL_YEAR, DONE, is_done, only_the_year_tells, unfinished


@rule("Q405", "自述完成与数字不符", source=("phrases.whole_claims", "matching.works"))
def contradicted(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """自述完成，数字却没有达到要求。

    中：目标 免费接种7230人。｜进展 接种6818人，已完成年度目标任务。
    不中：目标 免费接种7230人。｜进展 接种7231人，已完成年度目标任务。
    不中：目标 抽检4480批次。｜进展 完成抽检2987批次，不合格产品处置率100%。
    """
    short = next((c for c in reading.counted_target if c.outcome is not Outcome.MET or c.too_few), None)
    if short is None:
        return
    for statement in reading.statements:
        if _says_all(statement, short, reading, norms) and _same(statement, short, reading):
            beside = _without(statement, short)
            text = f"自报“{shortened(statement.span.text, BRIEF)}”，但年度目标{against(beside, NARROW)}"
            question = f"{reported(statement.span)}，但年度目标{against(beside)}，请核实数字"
            yield Evidence((statement.span, *short.answers), text, question)
            return


def _says_all(statement: Statement, short: Check, reading: Reading, norms: Norms) -> bool:
    """True where a clause claims all that is asked, in words (已完成年度目标任务) or by a full rate (完成率100%)."""
    return statement.claims_all or _full_rates(statement, short, reading, norms)


def _without(claim: Statement, short: Check) -> Check:
    """The check without the claim among its answers, as the claim is quoted apart."""
    return replace(short, answers=tuple(span for span in short.answers if span != claim.span))


def _full_rates(statement: Statement, short: Check, reading: Reading, norms: Norms) -> bool:
    """True where a clause's rates are all full (完成率100%) and are of the task that is counted short, not another."""
    shares = (number for number in statement.numbers if number.is_share)
    rates = [share for share in shares if _of_task(share.quantity, norms)]
    if not rates or any(rate.value < HUNDRED for rate in rates):
        return False
    counted = [q.span for q in numbers_before(rates[0], reading.statements) if q.unit != "%"]
    return not counted or any(answer.start <= counted[-1].start < answer.end for answer in short.answers)


def _of_task(rate: Quantity, norms: Norms) -> bool:
    return not rate.of or mentions(norms.matching.works, rate.of)


def _same(statement: Statement, short: Check, reading: Reading, alone: bool = True) -> bool:
    """True where a claim and a number are of the same thing: in one sentence or, if `alone`, with one thing asked."""
    if alone and len(reading.hard_target) == 1:
        return True
    return any(map(statement.sentence.holds, short.answers))


@rule("Q406", "临界或依据不足", source=("thresholds.forecast_sure", "thresholds.rest_unsure", *OWN_WORDS, *DONE))
def borderline(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """判定依据只是推算，且接近界线；或只报单月数、未报工程量；或只写了计划所要的环节，未说是否完成。

    中：目标 抽检2800批次。｜计划 抽检700批次。｜进展 八月份抽检230批次。｜期限 2025-09-30
    中：目标 滨水空间提质。｜计划 完成施工图设计。｜进展 施工图设计，概算调整。｜期限 2025-09-30
    不中：目标 抽检2800批次。｜计划 抽检700批次。｜进展 已抽检720批次。｜期限 2025-09-30
    """
    if reading.plan_failed or says_it_is_behind(reading, norms):
        return
    whole = not reading.has_plan or (reading.target_met and is_done(reading))
    for check in reading.target if whole else reading.plan:
        of_plan, likely = check.requirement.of_plan, check.outcome is Outcome.LIKELY
        unsaid = of_plan and likely and only_named(check)
        if unsaid or (check.doubtful and (likely or (whole and check.outcome is Outcome.MET))):
            text = f"{source(check.requirement)}{against(check)}"
            question = whether_in_time(check, reading) if likely and not unsaid else whether_enough(check)
            yield Evidence.of(check, f"{text}，依据不足", f"{text}，{question}")


@rule("Q408", "数量已达到，仍有工作在进行", source=("phrases.making", "phrases.under_way"))
def still_going(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """年度目标的数量已达到，同一句话里又说正在安装、更新、施工，是否都已做成尚不清楚。

    中：目标 新增公交车10辆。｜进展 购置的106辆公交车已完成上牌，正在逐步进行更新车辆工作。
    不中：目标 新增公交车10辆。｜进展 新增公交车106辆。
    """
    if not reading.target_met:
        return
    for statement in reading.statements:
        going = statement.aspect is Aspect.UNDER_WAY and says(norms.phrases.making, statement.text)
        if going and any(_same(statement, check, reading, alone=False) for check in reading.counted_target):
            text = f"数量已达到，但“{shortened(statement.span.text)}”"
            yield Evidence((statement.span,), text, f"{text}，是否均已完成，请核实")


@rule("Q409", "数量已达到，又说未完成", source=("phrases.whole_task", "phrases.not"))
def denied(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """年度目标的数量已达到，文字却说目标、任务尚未完成。

    中：目标 送戏下乡80场。｜进展 送戏下乡83场，尚未完成全年目标。
    不中：目标 送戏下乡80场。｜进展 送戏下乡83场，超额完成全年目标。
    """
    for statement in unfinished(reading) if reading.target_met else ():
        text = f"数量已达到，但{reported(statement.span)}"
        yield Evidence((statement.span,), text, f"{text}，请核实")


@rule(
    "Q410",
    "各项要求快慢不一",
    source=("thresholds.behind_points", "thresholds.built_points", "thresholds.seasonal_points"),
)
def uneven(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """没有本期计划时，年度目标的几项要求有的低于序时、有的不低。

    中：目标 建成驿站15个，完成投资3000万元。｜进展 建成驿站2个，完成投资2500万元。｜截至 2025-08-31
    不中：目标 建成驿站15个，完成投资3000万元。｜进展 建成驿站2个，完成投资300万元。｜截至 2025-08-31
    """
    if reading.has_plan:
        return
    told = reading.counted_target
    slow = [check for check in told if check.outcome is Outcome.SHORT]
    if slow and len(slow) < len(told):
        others = dict.fromkeys(asked(check) for check in told if check not in slow)
        words = [f"“{other}”" for other in others if other != asked(slow[0])]
        more = f"，而{words[0]}{'等' if len(words) > 1 else ''}不低" if words else ""
        text = f"年度目标{against(slow[0])}，低于时间进度"
        yield Evidence(slow[0].answers, text, f"{text}{more}，请说明情况")


@rule("Q419", "年底将至，年度目标差额较大", source=("thresholds.year_end_days", "thresholds.behind_points"))
def year_at_risk(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划没有落后，年底已不足规定的天数，年度目标的数量却低于时间进度或难以达到。

    中：目标 接种3.5万人次。｜计划 做好接种工作。｜进展 累计接种16887人次。｜截至 2025-11-30
    不中：目标 接种3.5万人次。｜计划 做好接种工作。｜进展 累计接种3.2万人次。｜截至 2025-11-30
    不中：目标 接种3.5万人次。｜计划 做好接种工作。｜进展 累计接种10887人次。｜截至 2025-08-31｜期限 2025-09-30
    """
    left = (reading.period.year_due - reading.period.as_of).days
    if not reading.has_plan or reading.plan_failed or left > norms.thresholds.year_end_days:
        return
    told = (c for c in reading.counted_target if c.outcome.failed and c.requirement.due <= reading.period.year_due)
    if short := next(told, None):
        text = f"年度目标{against(short)}，年底将至"
        yield Evidence.of(short, text, f"{text}，能否完成请核实")


@rule("Q411", "水平类指标须保持到年底", source=("matching.levels", *ALL_YEAR))
def to_be_kept(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """只凭比率（覆盖率、参保率等）判为已完成的，年底前仍可能变动；定下的标准（每月补助84元）不会。

    中：目标 参保率达99%以上。｜进展 参保率100%。｜截至 2025-05-31
    不中：目标 参保率达99%以上。｜进展 参保率100%。｜截至 2025-12-31
    不中：目标 补助标准提高到每月84元。｜进展 补助标准已提高到84元。｜截至 2025-05-31
    """
    told = reading.counted_target
    rates = [r for r in (c.requirement for c in told) if r.level and r.quantity and r.quantity.unit == "%"]
    by_rates = reading.target_met and told and len(rates) == len(told)
    if by_rates and not reading.period.in_last_month and not only_the_year_tells(reading):
        text = f"年度目标{against(told[0])}，年底前能否保持"
        yield Evidence(told[0].answers, text, f"{text}，请核实")


@rule("Q412", "分项与总数不符", source=())
def unsummed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展所列各部分之和与总数不符，总数不能作数。

    中：目标 筹集住房1200套。｜进展 已筹集1200套，分别为存量用房510套、新建460套、改建130套。
    不中：目标 筹集住房1200套。｜进展 已筹集1200套，分别为存量用房510套、新建460套、改建230套。
    """
    if reading.clash:
        whole, *parts = (shortened(span.text) for span in reading.clash)
        text = f"自报“{whole}”，与所列“{'、'.join(parts)[:20]}”等之和不符"
        yield Evidence(reading.clash, text, f"{text}，请核实数字")


@rule("Q413", "比率与数量不符", source="thresholds.percent_gap")
def misreckoned(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """自报的比率，与同一句里的总数、完成数算出的相差超过规定的百分点。

    中：目标 签约率达到90%。｜进展 应签1126户，已签879户，签约率86%。
    不中：目标 签约率达到90%。｜进展 应签1126户，已签968户，签约率86%。
    """
    if reading.misreckoned:
        rate, whole, done = (shortened(span.text) for span in reading.misreckoned)
        text = f"自报“{rate}”，与“{whole}”“{done}”不符"
        yield Evidence(reading.misreckoned, text, f"{text}，请核实数字")


def _nearly(check: Check, norms: Norms) -> bool:
    """True where the reported number is within the usual difference of what is asked (2960只 of 3000只)."""
    near = norms.thresholds.near_plan
    return check.have is not None and check.need is not None and check.have * HUNDRED >= check.need * near


@rule(
    "Q414",
    "判滞后的依据只是推算",
    source=("thresholds.near_plan", "thresholds.rest_unsure", "thresholds.little_told", *ADMITTED),
)
def behind_by_guess(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划未达到的各项，没有写明所到阶段；到期只差不到5%或所报太少；或未到期，已近八成、只差一个或所报的数另有所指。

    中：目标 改造市场2个。｜计划 2个市场开业。｜进展 甲林市场开业。乙河市场另报。｜截至 2025-09-30｜期限 2025-09-30
    中：目标 讲座300场。｜计划 讲座200场。｜进展 送教下乡30场。｜截至 2025-09-30｜期限 2025-09-30
    不中：目标 改造市场2个。｜计划 2个市场开业。｜进展 甲林市场开业。乙河市场在施工。｜截至 2025-09-30｜期限 2025-09-30
    """
    failed = [check for check in reading.plan if check.outcome.failed]
    weak = () if admits(reading, norms) else [check for check in failed if _is_weak(check, norms)]
    if failed and all(check.doubtful or check in weak for check in failed):
        first, near = failed[0], all(check.outcome is Outcome.MISSED and _nearly(check, norms) for check in failed)
        told = f"计划{against(first)}"
        asks = "差额很小，是否按已达到掌握，请核实" if near else for_the_rest(first, reading)
        yield Evidence.of(first, f"{told}，{'差额很小' if near else '只是推算'}", f"{told}，{asks}")


def _is_weak(check: Check, norms: Norms) -> bool:
    """True where the number that falls short may count something else, or be made up in time.

    Before the due day: four fifths or more of many things, all but one, or named by no word that asks (送教80场 of
    讲座200场).
    On the due day: very little of what is asked.
    """
    if check.have is None or not check.need or check.promised is not None:
        return False
    there, limits = check.have * HUNDRED / check.need, norms.thresholds
    if check.outcome is Outcome.MISSED:
        return there < limits.little_told
    last_one = 1 < check.need <= check.have + 1
    return (there >= limits.rest_unsure and check.need > FEW) or last_one or not names_it(check)
