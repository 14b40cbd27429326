"""Texts that say the same in other letters are judged the same; texts that say the opposite are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from reportgen import ingest
from reportgen.evaluate import _cases
from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period, Status, Verdict
from tests.conftest import ROOT

Pair = tuple[Item, Period]
Rewriting = Callable[[str], str]

FULL_WIDTH = str.maketrans("0123456789%()", "０１２３４５６７８９％（）")
PUNCTUATION = str.maketrans(",;:", "，；：")


def labelled(norms: Norms) -> Iterator[Pair]:
    for name in ("2025-08.txt", "2025-05.txt"):
        table = ingest.read([ROOT / "tests" / "data" / name], norms)
        yield from ((item, table.period) for item in table.items)
    for case in _cases(ROOT / "tests" / "data" / "published.jsonl"):
        cells = {"target": Cell(text=case.target), "plan": Cell(text=case.plan), "progress": Cell(text=case.progress)}
        yield Item(no=1, due=case.due, **cells), Period(case.as_of)


def rewritten(item: Item, rewrite: Rewriting, *names: str) -> Item:
    cells = {name: getattr(item, name) for name in names}
    return replace(item, **{name: Cell(cell.address, rewrite(cell.text)) for name, cell in cells.items()})


def spaced(text: str) -> str:
    """Put a space between neighbouring hanzi, as a justified Word cell gives them."""
    return re.sub(r"([\u4e00-\u9fff])(?=[\u4e00-\u9fff])", r"\1 ", text)


def turned(text: str) -> str:
    """Turn the order of the sentences, where none points back to another."""
    if re.search(r"以上|前者|上述|其余|剩余|其中|[12一二][.、是]", text):
        return text
    sentences = [sentence for sentence in re.split("[。；;]", text) if sentence.strip()]
    return "。".join(reversed(sentences)) + "。"


def arabic(text: str) -> str:
    return re.sub(r"(?<![\u4e00-\u9fff])两(?=[个家条所座])", "2", text).replace("十个", "10个").replace("九成", "90%")


SAME: dict[str, Rewriting] = {
    "full width": lambda text: text.translate(FULL_WIDTH),
    "full-width marks": lambda text: text.translate(PUNCTUATION),
    "spaces": spaced,
    "line breaks": lambda text: text.replace("。", "。\n"),
    "sentence order": turned,
    "persons": lambda text: re.sub(r"(?<=\d)名", "人", text),
    "events": lambda text: re.sub(r"(?<=\d)场次", "场", text),
    "numerals": arabic,
    "until": lambda text: "截至目前，" + text if not re.match(r"\s*(截|1|一是|除|/|$)", text) else text,
}


def agreement(pairs: list[tuple[Verdict, Verdict]]) -> float:
    return sum(one.status is other.status for one, other in pairs) / len(pairs)


@pytest.fixture(scope="module")
def judged(norms: Norms) -> list[tuple[Pair, Verdict]]:
    return [((item, period), judge(item, period, norms)) for item, period in labelled(norms)]


@pytest.mark.parametrize("name", SAME)
def test_same_said_otherwise(name: str, judged: list[tuple[Pair, Verdict]], norms: Norms) -> None:
    """Other letters for the same words leave at least 98 of 100 verdicts as they were."""
    pairs = []
    for (item, period), before in judged:
        other = rewritten(item, SAME[name], "target", "plan", "progress")
        if other != item:
            pairs.append((before, judge(other, period, norms)))
    print(f"{name}: {len(pairs)} pairs, {agreement(pairs):.1%} the same")
    assert agreement(pairs) >= 0.98


def undone(text: str) -> str:
    """Deny every completion: 已完成 becomes 未完成."""
    denied = re.sub(
        r"(?:均|都|已经|已|全部|圆满)*(?=完成(?!率|[^,。;]{0,8}%)|完工|建成|竣工|投用|投入使用|开工(?!仪式)|安装|通车|做完|办结|建好)",
        "尚未",
        text,
    )
    return re.sub(r"(?:尚未)+", "尚未", denied)


def intended(text: str) -> str:
    return undone(text).replace("尚未", "拟")


DIFFERENT: dict[str, Rewriting] = {"denied": undone, "only intended": intended}


@pytest.mark.parametrize("name", DIFFERENT)
def test_opposite_is_not_done(name: str, judged: list[tuple[Pair, Verdict]], norms: Norms) -> None:
    """What was done is so no more, unmarked, where the text denies it or only intends it."""
    pairs = []
    for (item, period), before in judged:
        other = rewritten(item, DIFFERENT[name], "progress")
        if before.status is Status.DONE and other != item:
            pairs.append((before, judge(other, period, norms)))
    still = [after for _, after in pairs if after.status is Status.DONE and not after.needs_review]
    print(f"{name}: {len(pairs)} pairs, {1 - len(still) / len(pairs):.1%} no longer done")
    for verdict in still:
        print("  ", verdict.item.progress.text, verdict.reason)
    assert len(still) / len(pairs) <= 0.1


def test_numbers_pushed_below_are_not_done(judged: list[tuple[Pair, Verdict]], norms: Norms) -> None:
    """What was done by its numbers is so no more where the very numbers that decided lose a digit."""
    pairs, still = 0, []
    for (item, period), before in judged:
        text = item.progress.text
        for span in (span for found in before.deciding if found.rule == "D101" for span in found.spans):
            fewer = re.sub(r"(?<![\d.])(\d+(?:\.\d+)?)(?=\D*$)", lambda n: f"{float(n[1]) / 10:.2g}", span.text)
            text = text.replace(span.text, fewer)
        if text != item.progress.text:
            pairs += 1
            after = judge(replace(item, progress=Cell(item.progress.address, text)), period, norms)
            still += [after] if after.status is Status.DONE and not after.needs_review else []
    print(f"a tenth: {pairs} pairs, {1 - len(still) / pairs:.1%} no longer done")
    assert len(still) / pairs <= 0.05


def test_promise_past_due_is_behind(judged: list[tuple[Pair, Verdict]], norms: Norms) -> None:
    """A plan not met yet, with nothing but a promise after its due day, is behind."""
    count = 0
    for (item, period), before in judged:
        if item.plan.blank or period.plan_due is None or before.status is not Status.ON_TRACK:
            continue
        late = period.plan_due + timedelta(days=40)
        text = f"前期工作正在办理，力争{late.month}月完成。"
        after = judge(replace(item, progress=Cell(item.progress.address, text)), period, norms)
        count += 1
        assert after.status is Status.BEHIND or after.needs_review, item.plan.text
    assert count >= 30


def test_enough_pairs(judged: list[tuple[Pair, Verdict]]) -> None:
    """The rewritings give at least a thousand pairs."""
    assert (
        sum(rewritten(i, f, "target", "plan", "progress") != i for f in SAME.values() for (i, _), _ in judged) >= 1000
    )
