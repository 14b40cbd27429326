"""Q4xx: what a report leaves unsaid, so that the unit must be asked."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import says
from reportgen.norms import Norms
from reportgen.records import Outcome, Span
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import BRIEF, asked, day, shortened
from reportgen.text import fold, folded

# What tells whether a text says how fast it goes.
PACE = ("phrases.vague", "phrases.ahead", "phrases.slow", "phrases.slip", "phrases.idle")


def _whole(reading: Reading) -> tuple[Span, ...]:
    cell = reading.item.progress
    return (folded(cell).whole(),) if fold(cell.text) else ()


@rule("Q401", "未报进展", source=())
def unreported(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """完成情况为空，或只有“/”“-”。

    中：目标 建公厕20座。｜进展 /
    不中：目标 建公厕20座。｜进展 建成12座。
    """
    if reading.item.unreported:
        yield Evidence((), "未报送本期完成情况", "未报送本期完成情况，请补报")


@rule("Q418", "单元格归栏不明", source=())
def unplaced(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """原表合并单元格丢失，本行计划、进展等可归入几栏，没有采用；只有单位、领导归栏不明的不算。

    中：目标 建公厕20座。｜未归栏 甲岗、乙集、丙庙
    不中：目标 建公厕20座。｜进展 /
    """
    if reading.item.unplaced.texts:
        spans = tuple(folded(cell).whole() for cell in reading.item.unplaced.cells)
        more = f"等{len(spans)}格" if len(spans) > 1 else ""
        cells = f"“{shortened(spans[0].text, BRIEF)}”{more}" if spans else "本行各格"
        text = f"原表合并单元格丢失，{cells}应归哪一栏不明"
        yield Evidence(spans, text, f"{text}，请对照原表补填")


def _tells_pace(reading: Reading, norms: Norms) -> bool:
    """True where the text itself says that it is ahead, slow, put off or idle, and not only vaguely."""
    phrases = (*norms.phrases.ahead, *norms.phrases.slow, *norms.phrases.slip, *norms.phrases.idle)
    return bool(reading.saying(phrases)) and not all(says(norms.phrases.vague, s.text) for s in reading.statements)


@rule("Q402", "表述笼统", source=PACE)
def vague(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展只有“正在推进中”一类的话，没有数量也没有阶段。

    中：目标 建集置点50座。｜计划 完成30座。｜进展 目前正在推进中。
    不中：目标 建集置点50座。｜计划 完成30座。｜进展 正在推进，已完成25座。
    """
    if (
        reading.statements
        and not any(s.certain or s.claims for s in reading.statements)
        and not _tells_pace(reading, norms)
    ):
        yield Evidence(_whole(reading), "进展表述笼统，没有数量或所到阶段", "请补报完成数量、所到阶段和预计完成时间")


@rule("Q403", "与计划文字相同", source="phrases.clause_claims")
def copied(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """完成情况照抄本期计划，看不出是否完成。

    中：目标 完成消防站提升。｜计划 进行查漏补缺。｜进展 进行查漏补缺。
    不中：目标 完成校舍改造。｜计划 工程竣工。｜进展 工程竣工。
    """
    plan, told = fold(reading.item.plan.text), fold(reading.item.progress.text)
    if plan and plan == told and not any(s.claims or s.quantities for s in reading.statements):
        yield Evidence(
            _whole(reading),
            "完成情况与计划文字相同，看不出实际进度",
            "完成情况与计划文字相同，请补报完成数量、所到阶段和预计完成时间",
        )


@rule("Q404", "计划要求没有回应", source=("phrases.weakly_under_way", "phrases.recurring"))
def silent(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """本期计划中的数量或节点，进展没有提到；到期的其他要求，计划中没有一项有回应的也算，其他要求过半没有提到的也算。

    中：目标 举办赛事30场。｜计划 举办赛事26场。｜进展 文化活动3场次。
    中：目标 新建邻里中心。｜计划 8月底前土地摘牌。｜进展 按规划条件有序推进。
    中：目标 建青少年宫。｜计划 开设暑期课程；开设夏令营；举办活动12场。｜进展 举办活动14场。｜期限 2025-09-30
    不中：目标 新建邻里中心。｜计划 持续推进。｜进展 规划条件正在研究。｜期限 2025-08-31
    不中：目标 举办赛事30场。｜计划 举办赛事26场。｜进展 举办赛事27场。
    不中：目标 举办赛事30场。｜计划 9月底举办赛事16场，12月底演出5场。｜进展 举办赛事17场。｜期限 2025-09-30
    """
    if reading.target_met or reading.plan_failed or says(norms.phrases.recurring, fold(reading.item.plan.text)):
        return
    now = reading.plan_now
    answered = any(check.outcome is Outcome.MET for check in now)
    unsaid = [check for check in now if check.outcome is Outcome.SILENT]
    mostly = 1 < len(unsaid) < len(now) < 2 * len(unsaid)
    for check in unsaid:
        due = check.requirement.due <= reading.period.as_of and not answered  # 8月底前土地摘牌
        weak = says(norms.phrases.weakly_under_way, check.requirement.words)
        asks = check.requirement.measurable or ((due or mostly) and not weak)
        if asks and reading.statements:
            text = f"计划“{asked(check)}”，进展未写明是否完成"  # it may be told in other words
            yield Evidence((check.requirement.span,), text, f"{text}，请写明")


@rule("Q417", "完成时限已到，未报是否完成", source=())
def past_deadline(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """完成时限已到，主要内容是否已经完成，所报看不出来。

    中：目标 提升环境卫生水平。｜计划 加强巡查。｜进展 已开展巡查12次。｜期限 2025-09-30｜完成时限 2025-06-30
    不中：目标 提升环境卫生水平。｜计划 加强巡查。｜进展 已开展巡查12次。｜期限 2025-09-30｜完成时限 2025-10-31
    """
    last = reading.item.deadline
    open_ = [check for check in reading.target if check.outcome not in (Outcome.MET, Outcome.MISSED)]
    if last is not None and last <= reading.period.as_of and open_:
        text = f"完成时限{day(last)}已到，“{asked(open_[0])}”未报是否完成"
        yield Evidence(tuple(check.requirement.span for check in open_), text, f"{text}，请补报")


@rule("Q407", "没有可据以判定的内容", source=PACE)
def undecided(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展与目标、计划都对不上，判定没有直接依据。

    中：目标 取得资质8本以上。｜进展 10家企业有意申办。｜截至 2025-08-31
    不中：目标 取得资质8本以上。｜进展 取得资质9本。｜截至 2025-08-31
    """
    answered = any(check.outcome is not Outcome.SILENT for check in (*reading.plan, *reading.target))
    if reading.statements and not answered and not _tells_pace(reading, norms):
        yield Evidence(
            _whole(reading), "进展与目标、计划对不上，无从核对", "所报内容与目标、计划对不上，请按目标逐项补报"
        )
