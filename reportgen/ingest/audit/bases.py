"""Figures that are counted on another base than what was asked: more things, other works, a whole that is not named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reportgen.ingest.audit.counts import Count, Said, beside, hedge_before, served
from reportgen.norms import AuditNorms

WITH = re.compile(r"[^,。;()]{0,4}\((?P<what>(?:含|包括|包含)[^()\d]{2,})\)")
HEDGES_BEFORE, HEDGE_BEHIND = ("大约", "约", "近"), "左右"
LEAST = 2  # things of one number and unit, from which target and plan speak of the same ones


def widened(asked: Iterable[Said], told: Said) -> str | None:
    """Find what a result takes in that target and plan do not speak of: 1500人（含共享餐厅人数）."""
    if "(" not in told.text or any("含" in said.text or "包括" in said.text for said in asked):
        return None
    found = (WITH.match(told.text, count.end) for count in told.counts)
    return next((match["what"] for match in found if match), None)


def hedged_target(target: Said) -> str | None:
    """Find a target that is no exact number: 约1380名. Numbers in brackets, or of whom works serve, only explain."""
    folded = target.text
    for count in target.counts:
        before = hedge_before(folded, count.start, HEDGES_BEFORE)
        behind = HEDGE_BEHIND if folded.startswith(HEDGE_BEHIND, count.end) else ""
        if not (before or behind) or (len(target.counts) > 1 and served(count, target)):
            continue
        if folded.count("(", 0, count.start) == folded.count(")", 0, count.start):
            return before + count.words + behind
    return None


def other_work(target: Said, told: Said, norms: AuditNorms) -> tuple[str, str] | None:
    """Find as many things under another kind of works than the target's: 改造提升2家 and 新建2家."""
    for want in (count for count in target.counts if count.value >= LEAST):
        for have in told.counts:
            if (want.unit, want.value) == (have.unit, have.value):
                words = _work(want, target, norms), _work(have, told, norms)
                if all(words) and (words[0] in norms.newly) != (words[1] in norms.newly):
                    return words
    return None


def _work(count: Count, said: Said, norms: AuditNorms) -> str:
    """Give the word for the works of a count, or nothing where there is none or words of both kinds."""
    words = "".join(beside(count, said))
    new, old = ([word for word in kind if word in words] for kind in (norms.newly, norms.renewed))
    return "" if new and old else (new or old or [""])[0]


def unnamed_whole(said: Said, norms: AuditNorms) -> str | None:
    """Find a share of what is too wide for one: 项目完成70% of its works, its cost or its number?"""
    match = _bare_share(norms.wholes).search(said.text) if "%" in said.text else None
    return match.group() if match else None


@lru_cache(maxsize=8)
def _bare_share(wholes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(wholes)})(?:已|均|约)*完成(?:约|近|超过?)?\d+(?:\.\d+)?%(?!的)")
