"""Q415, Q416: what a report tells beside the words that a verdict rests on, and that speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.reading import Reading
from reportgen.norms import Norms
from reportgen.rule import Evidence, rule
from reportgen.rules.asking import in_dispute, of_what_is_beside
from reportgen.rules.wording import shortened

# What tells that the text itself admits to be behind.
ADMITTED = ("phrases.slow", "phrases.slip", "phrases.blocked", "phrases.failed_tender", "phrases.idle")


@rule("Q415", "另有未完成的内容", source=("ladders", *ADMITTED))
def loose(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """计划已判达到或可达到，进展里另有一句说的是未完成、承诺晚于期限，或所到阶段离计划尚远。

    中：目标 新建展馆。｜计划 土建完工。｜进展 土建完工。展陈设计预计11月定稿。｜截至 2025-08-31｜期限 2025-09-30
    不中：目标 新建展馆。｜计划 土建完工。｜进展 土建完工。展陈设计预计9月中旬定稿。｜截至 2025-08-31｜期限 2025-09-30
    """
    if reading.plan_failed or not reading.loose_ends:
        return
    if admits(reading, norms) and not reading.plan_sure:
        return
    for requirement, clause in reading.loose_ends[:1]:
        text = f"报“{shortened(clause.text)}”"
        yield Evidence((requirement.span, clause), text, f"{text}，{of_what_is_beside(requirement, clause)}")


def admits(reading: Reading, norms: Norms) -> bool:
    """True where the text itself admits to be behind (进度滞后, 流标), so that the rules of its own words decide."""
    phrases = norms.phrases
    admitted = (*phrases.slow, *phrases.slip, *phrases.blocked, *phrases.failed_tender, *phrases.idle)
    return bool(reading.saying(admitted))


@rule("Q416", "滞后之外另有相反内容", source=("ladders", "phrases.adjusted", *ADMITTED))
def disputed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """判为未达到的各项，进展里都另有一句说已到该步骤、在办的足够或期限内完成；或依据只在问题栏、完成率栏。

    中：目标 新建充电桩80个。｜计划 建成50个。｜进展 建成32个，另24个待通电。｜截至 2025-08-31｜期限 2025-09-30
    不中：目标 新建充电桩80个。｜计划 建成50个。｜进展 建成32个。｜截至 2025-08-31｜期限 2025-09-30
    """
    if not reading.in_favour or admits(reading, norms):
        return
    for requirement, words in reading.in_favour[:1]:
        beside = "而另报" if words.address == reading.item.progress.address else "依据只有"
        text = f"“{shortened(requirement.span.text)}”判为未达到，{beside}“{shortened(words.text)}”"
        yield Evidence((requirement.span, words), text, in_dispute(requirement, words, reading, norms))
