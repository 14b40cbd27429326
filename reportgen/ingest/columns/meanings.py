"""What the words of time, intention and state beside a header's noun make of it."""

from __future__ import annotations

from reportgen.ingest.columns import header_words as said
from reportgen.ingest.columns import periods

EITHER = "either"  # 目标任务: a project in one table, a target in another
ASKING = ("target", EITHER)  # what is, or may be, the target
THINGS = frozenset({"project", *ASKING})
FIGURES = ("progress", "plan", "rate", "amount")
UNITS = frozenset({"lead_unit", "support_units"})
RESPONSIBLE = UNITS | {"lead_leader"}


def meant(name: str, text: str) -> str:
    """Correct a name by the words of time, intention and state beside it."""
    stretch = next(iter(periods.stretches(text)), None)
    return _ahead(name, text, stretch) or _reached(name, text) or timed(name, stretch, text)


def _ahead(name: str, text: str, stretch: periods.Stretch | None) -> str | None:
    """Name what is still to come: 计划进度 is a plan, 下月计划 the next step, 预计年底完成 neither."""
    if (name == "plan" and said.NEXT.search(text)) or (name in ("progress", *THINGS) and said.NEXT.match(text)):
        return "next_step"
    if name in (*THINGS, *FIGURES) and said.FORECAST.search(text):
        return "next_step" if said.TOLD.search(text) else "extra"
    if name == "plan" and said.CURRENT.match(text):
        return "progress"  # 当前节点
    if name in (*THINGS, "progress", "amount") and said.STILL.match(text):
        return "next_step" if name in THINGS and not said.OF_AMOUNT.search(text) else "extra"  # not 剩余工程量
    if name == "next_step" and stretch and not said.NEXT.search(text):
        return "plan"
    if name in ("progress", "plan", "amount") and said.SHARE_END.search(text):
        return "rate"
    if name == "progress" and said.PLANNED.search(periods.without(text)):
        hoped = said.HOPED in text and said.TOLD.search(text) and not stretch
        return "next_step" if hoped else "plan"
    return None


def _reached(name: str, text: str) -> str | None:
    """Name what is done, or is not: 已完工 is the progress, 未完成情况 the problem; a signature is neither."""
    if name == "due" and said.DONE_ALREADY.search(text):
        return "progress"
    if name == "due" and said.ACTUAL.search(text):
        return "extra"
    if name in THINGS and text.startswith("完成") and said.SHARE_END.search(text):
        return "rate"  # 完成全年目标(%)
    if name in THINGS and said.DONE_SO_FAR.search(periods.without(text)):
        return "progress"
    if name in (*THINGS, "progress", "due") and said.NOT_DONE.search(text):
        return "problem" if name in THINGS or said.TOLD_WHY.search(text) else "extra"  # not 未完成数
    if name in THINGS and said.NEEDED.search(text):
        return "problem"
    if name in ("target", EITHER) and said.STEP.search(text):
        return "extra" if text.endswith(said.OPEN_WORD) else "plan"
    if name == "lead_unit" and said.SUPPORTS.match(text):
        return "support_units"  # 配合实施单位
    return "extra" if name in RESPONSIBLE and said.COUNTERSIGNED.search(text) else None


def timed(name: str, stretch: periods.Stretch | None, text: str) -> str:
    """Take what is asked within a part of the year for a plan; 全年任务 is a target, as 任务 may be or not.

    三季度时间节点 is one too, unless its cells are days.
    """
    asked = name in (*THINGS, "amount") or (name == "due" and said.POINT in text)
    if stretch is None or not asked:
        return name
    if not stretch.whole_year:
        return "plan"
    return "target" if name == EITHER and said.WHOLE_YEAR.search(stretch.words) else name
