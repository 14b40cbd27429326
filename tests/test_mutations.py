"""Texts that say the same in other letters are judged the same; texts that say the opposite are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from reportgen import ingest
from reportgen.judge import judge
from reportgen.labelled import _cases
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
    yield from cases("published.jsonl")


def cases(name: str) -> Iterator[Pair]:
    for case in _cases(ROOT / "tests" / "data" / name):
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
    """Other letters for the same words leave at least 99 of 100 verdicts as they were."""
    pairs = []
    for (item, period), before in judged:
        other = rewritten(item, SAME[name], "target", "plan", "progress")
        if other != item:
            pairs.append((before, judge(other, period, norms)))
    print(f"{name}: {len(pairs)} pairs, {agreement(pairs):.1%} the same")
    assert agreement(pairs) >= 0.99


LEADS = [
    "今年以来，",
    "年初以来，",
    "截至目前，",
    "目前，",
    "经统计，",
    "经过努力，",
    "按照区委、区政府部署，",
    "在区委、区政府的坚强领导下，",
    "该项工作由我局牵头，",
    "进展情况：\n",
    "现将有关情况汇报如下：",
    "【进展】",
    "区住建局：",
    "（区级民生实事）",
]
ASIDES = [
    "区委、区政府高度重视，多次召开专题会议研究部署。",
    "期间共召开协调会6次，解决问题14个。",
    "发放宣传资料5000余份，惠及群众1.2万人。",
    "开展安全检查12次，整改隐患35处。",
    "同时，强化质量安全监管，严格落实文明施工要求。",
    "建立工作台账，实行周调度、月通报。",
    "前期受连续降雨影响，施工进度一度放缓，现已恢复正常。",
    "相关做法被市级媒体报道2次，编发工作简报8期。",
    "得到群众一致好评，收到锦旗3面、感谢信5封。",
    "接受人大代表视察1次。",
    "组织业务培训3期，培训工作人员120人次。",
    "争取上级资金1200万元。",
    "各项工作正在有序推进中。",
    "加强组织领导，制定实施方案，明确责任分工。",
    "项目由县住建局负责实施。",
    "项目总投资约1.2亿元。",
]
BEHIND = [
    "下一步将继续加快推进。",
    "下一步，将持续跟踪问效。",
    "后续将继续抓好落实。",
    "（见附件）",
    "（详见附件1）",
    "联系人：王某，电话：12345678。",
    "特此报告。",
]


def before(words: str) -> Rewriting:
    return lambda text: words + text


def behind(words: str) -> Rewriting:
    return lambda text: re.sub(r"[。；;.\s]*$", "。" if words[0] != "（" else "", text) + words


FILLED: dict[str, Rewriting] = {
    **{f"{words.strip()} …": before(words) for words in (*LEADS, *ASIDES)},
    **{f"… {words}": behind(words) for words in (*ASIDES, *BEHIND)},
}


def thousands(text: str) -> str:
    return re.sub(r"(?<![\d.,，])(\d{1,3})(\d{3})(?=[\u4e00-\u9fff])(?!年)", r"\1,\2", text)


def sentences(text: str, mark: Callable[[int], str]) -> str:
    """Begin each of several sentences with a mark, where none is there yet."""
    found = [sentence.strip() for sentence in text.split("。") if sentence.strip()]
    if len(found) < 2 or re.search(r"[12一二][.、是)）]|[①②]", text):
        return text
    return "".join(f"{mark(at)}{sentence}。" for at, sentence in enumerate(found))


UNIT = "[个所座处家户名人条台]"
REWORDED: dict[str, Rewriting] = {
    "已经": lambda text: re.sub("已(?!经)", "已经", text),
    "目前已": lambda text: re.sub("(?<![目前均都全也现业])已(?!经|于|在)", "目前已", text, count=1),
    "完成了": lambda text: re.sub(r"完成(?=\d)", "完成了", text),
    "我局已": lambda text: re.sub("^(?=已|完成|组织|开展)", "我局", text),
    "半角分号": lambda text: re.sub("。(?=.)", ";", text),
    "分号为句号": lambda text: re.sub("[;；]", "。", text),
    "．": lambda text: text.replace("。", "．"),
    ".": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])。(?!\d[.、])", ".", text),
    "无句号": lambda text: text.rstrip("。；; \n"),
    "每句一行": lambda text: re.sub("([。；;])(?=.)", r"\1\n", text),
    "一、二、": lambda text: sentences(text, lambda at: "一二三四五六七八九十"[at % 10] + "、"),
    "1,200": thousands,
    "1 200个": lambda text: re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=\d)", " ", text),
    "千米": lambda text: re.sub("(?<!方)公里", "千米", text),
    "百分比左右": lambda text: re.sub(r"(?<=\d%)(?!左右|以[上下])", "左右", text),
    "和": lambda text: re.sub(rf"(?<=\d{UNIT})、(?=[\u4e00-\u9fff]{{1,8}}\d)", "和", text),
    "一是，二是": lambda text: sentences(text, lambda at: "一二三四五六七八九十"[at % 10] + "是").replace("。", "，"),
    "名单附后": lambda text: re.sub(r"(?<=\d)([个处座所家])(?![月人百])", r"\1（名单附后）", text, count=1),
}


@pytest.fixture(scope="module")
def widely_judged(judged: list[tuple[Pair, Verdict]], norms: Norms) -> list[tuple[Pair, Verdict]]:
    """The verdicts on the labelled items and on the varied cases."""
    return judged + [((item, period), judge(item, period, norms)) for item, period in cases("varied.jsonl")]


@pytest.mark.parametrize(("rewritings", "step"), [(FILLED, 13), (REWORDED, 5)], ids=["filled", "reworded"])
def test_progress_told_otherwise(
    rewritings: dict[str, Rewriting], step: int, widely_judged: list[tuple[Pair, Verdict]], norms: Norms
) -> None:
    """What tells nothing of the matter, and another way to write it, leave at least 99 of 100 verdicts as they were.

    Each rewriting takes every `step`th item, each from another first one.
    """
    pairs = []
    for at, (name, rewrite) in enumerate(rewritings.items()):
        mine = []
        for (item, period), verdict in widely_judged[at % step :: step]:
            other = item if item.progress.blank else rewritten(item, rewrite, "progress")
            if other != item:
                mine.append((verdict, judge(other, period, norms)))
        print(f"{name}: {len(mine)} pairs, {agreement(mine):.1%} the same")
        assert agreement(mine) >= 0.97, name  # of some forty pairs one may change
        pairs += mine
    print(f"{len(pairs)} pairs, {agreement(pairs):.2%} the same")
    assert agreement(pairs) >= 0.99


JOINED = ("made/28-2024-04.txt", "made/45-2023-07.txt", "later/09-2025-11.txt", "wide/19-2024-10.txt")
COLUMNS = {"下一步，": "next_step", "存在问题：": "problem"}


@pytest.mark.parametrize(("lead", "column"), COLUMNS.items())
def test_a_column_told_in_the_progress_is_judged_as_that_column(lead: str, column: str, norms: Norms) -> None:
    """Problems and next steps leave 97 of 100 verdicts as they were, told behind their name in the progress."""
    pairs = []
    for name in JOINED:
        table = ingest.read([ROOT / "tests" / "data" / name], norms)
        for item in table.items:
            told = getattr(item, column).text
            if item.progress.text and len(told) > 1:
                whole = f"{item.progress.text.rstrip('。')}。{lead}{told.removeprefix('下一步')}"
                moved = replace(item, progress=replace(item.progress, text=whole), **{column: Cell()})
                pairs.append((judge(item, table.period, norms), judge(moved, table.period, norms)))
    print(f"{lead}: {len(pairs)} pairs, {agreement(pairs):.1%} the same")
    assert len(pairs) >= 40
    assert agreement(pairs) >= 0.97


SAYING_NOTHING = {
    "next_step": ["继续加快推进。", "加强统筹调度，确保按期完成。", "巩固成果，做好后续管护工作。"],
    "problem": ["暂无需协调解决的问题。", "工作力度还需进一步加大。"],
    "target": ["切实增强群众获得感。", "方便群众出行。"],
}


@pytest.mark.parametrize(("column", "words"), [(name, one) for name, words in SAYING_NOTHING.items() for one in words])
def test_words_that_fit_any_item_change_nothing(
    column: str, words: str, judged: list[tuple[Pair, Verdict]], norms: Norms
) -> None:
    """An empty column filled with words that say nothing, or such words behind a target, leave a verdict as it was."""
    pairs = []
    for (item, period), verdict in judged:
        cell = getattr(item, column)
        if cell.blank is (column != "target"):
            told = re.sub("[。；;]*$", "，", cell.text) + words if cell.text else words
            pairs.append((verdict, judge(replace(item, **{column: replace(cell, text=told)}), period, norms)))
    print(f"{words}: {len(pairs)} pairs, {agreement(pairs):.1%} the same")
    assert agreement(pairs) >= 0.98


AGAIN = {
    "任务、进展": lambda item: f"目标任务：{item.target.text.rstrip('。')}。进展情况：{item.progress.text}",
    "计划、完成": lambda item: f"本期计划：{item.plan.text.rstrip('。')}。完成情况：{item.progress.text}",
    "冒号": lambda item: f"{item.target.text.rstrip('。')}：{item.progress.text}",
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_task_said_again_is_no_progress(name: str, judged: list[tuple[Pair, Verdict]], norms: Norms) -> None:
    """A report that opens by the words of its task or plan leaves 98 of 100 verdicts as they were."""
    pairs = []
    for (item, period), verdict in judged[::2]:
        if item.progress.text and item.plan.text:
            told = replace(item, progress=replace(item.progress, text=AGAIN[name](item)))
            pairs.append((verdict, judge(told, period, norms)))
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


COUNT = re.compile(r"(?<![\d.\-—~～/第年月])(\d+)(?=([个所座处家户名人条台套场盏张栋辆间]))")
LEFT = re.compile("(?:余|剩|未|缺|差|其中|另|退|减|拆|涉及|应|需|计划|目标|任务|全年|总)[^，。；、]{0,6}$")
BETTER = [Status.BEHIND, Status.ON_TRACK, Status.DONE]


def test_more_is_never_worse(norms: Norms) -> None:
    """Where one number counts the things asked for, a higher one makes no verdict worse."""
    pairs, worse = 0, []
    for name in JOINED:
        table = ingest.read([ROOT / "tests" / "data" / name], norms)
        for item in table.items:
            units = {unit for _, unit in COUNT.findall(item.target.text + item.plan.text)}
            told = [count for count in COUNT.finditer(item.progress.text) if count[2] in units]
            if len(told) != 1 or LEFT.search(item.progress.text[: told[0].start()]):
                continue
            start, end = told[0].span(1)
            more = f"{item.progress.text[:start]}{int(told[0][1]) * 5 // 4 + 1}{item.progress.text[end:]}"
            before = judge(item, table.period, norms)
            after = judge(replace(item, progress=Cell(item.progress.address, more)), table.period, norms)
            worse += [more] if BETTER.index(after.status) < BETTER.index(before.status) else []
            pairs += 1
    print(f"a quarter more: {pairs} pairs, {len(worse)} worse")
    assert pairs >= 30
    assert not worse


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
