"""Milestones: which step of which ladder a text speaks of, and how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.facts.words.phrases import aspect_of, pattern, says
from reportgen.norms import IN_USE, Ladder, Norms, PhraseNorms, Step
from reportgen.records import NOT_YET, Aspect, Milestone
from reportgen.text import HANZI, Folded, Piece

GOES_ON = re.compile("[并且后同及和与、]")  # joins one step to the next
JOINED = re.compile(f"[及和与][{HANZI}]{{0,6}}(?:施工|工程|建设|安装)$")


def milestones(folded: Folded, pieces: Sequence[Piece], ladder: Ladder, norms: Norms) -> tuple[Milestone, ...]:
    """Find the steps of one ladder in a text, piece by piece, in order."""
    found: list[Milestone] = []
    for piece in pieces:
        named = ladder.pattern.finditer(folded.text, piece.start, piece.end)
        matches = [match for match in named if _tells(match, piece, ladder, folded, norms)]
        if len(matches) > 1:
            matches = _own_steps(_beyond_tender(matches, ladder, folded, norms), ladder, folded)
        if matches:
            found += _told(folded, piece, matches, ladder, norms)
    return tuple(found)


def _told(
    folded: Folded, piece: Piece, matches: Sequence[re.Match[str]], ladder: Ladder, norms: Norms
) -> Iterator[Milestone]:
    """Yield the steps of a piece, each with the words from the step before it to the next."""
    starts = [match.start() for match in matches[1:]] + [piece.end]
    ends = [piece.start] + [match.end() for match in matches[:-1]]
    told = [
        _milestone(folded, piece, match, reach, ladder, norms)
        for match, *reach in zip(matches, ends, starts, strict=True)
    ]
    later = any(step.rank > ladder.begun for step in told)
    aid = pattern(norms.matching.aids).search(folded.text, piece.start, piece.end) if later else None
    aided = folded.offsets[aid.start()] if aid else None
    for at, step in enumerate(told):
        if not (at and _begins_another(step, told[at - 1], ladder)):
            own = _of_the_works(step, aided, ladder)
            yield from () if own is None else (own,)


def _of_the_works(step: Milestone, aided: int | None, ladder: Ladder) -> Milestone | None:
    """Take a step of what only helps the works (堆场已建成), named at `aided`, as their beginning and no more."""
    if step.rank <= ladder.begun or aided is None or step.span.end <= aided:
        return step
    if not (ladder.paced and ladder.steps[ladder.begun].begins):
        return None
    return replace(step, step=ladder.works, rank=ladder.begun)


def _begins_another(step: Milestone, before: Milestone, ladder: Ladder) -> bool:
    """Tell whether a beginning still to come is that of a later step named before it (室内装修尚未进场)."""
    open_ = step.aspect in NOT_YET
    return open_ and ladder.steps[step.rank].begins and before.rank > step.rank


def _tells(match: re.Match[str], piece: Piece, ladder: Ladder, folded: Folded, norms: Norms) -> bool:
    """Tell a step that is told of from one that is only prepared for, or that the words are about (涉及管网改造).

    The use of another place or of a part of the way (老院区日均接诊, 半幅通行) is not that of the thing itself.
    """
    before = folded.text[piece.start : match.start()]
    if says(norms.matching.concerning, before):
        return False
    used = ladder.steps[_rank(match)].id == IN_USE
    return not (used and says(norms.matching.elsewhere, folded.text[piece.start : piece.end]))


def _beyond_tender(
    matches: Sequence[re.Match[str]], ladder: Ladder, folded: Folded, norms: Norms
) -> list[re.Match[str]]:
    """Leave out the works that are only named for what they are put out to tender by (装修工程发布招标公告)."""
    kept: list[re.Match[str]] = []
    tender: re.Match[str] | None = None  # the one that what stands before it may be named for
    for match in reversed(matches):
        if ladder.prepares(_rank(match)):
            tender = match if says(norms.matching.tenders, match[0]) else None
        elif tender is not None:
            between = folded.text[match.end() : tender.start()]
            if not (says(norms.phrases.ended, between) or GOES_ON.search(between)):
                continue
            tender = None
        kept.append(match)
    return kept[::-1]


def _own_steps(matches: list[re.Match[str]], ladder: Ladder, folded: Folded) -> list[re.Match[str]]:
    """Leave out a word of ending (完工, 建成) that only ends the step named right before it (桩基完工)."""
    kept: list[re.Match[str]] = []
    for match in matches:
        made = bool(kept) and not ladder.prepares(_rank(kept[-1]))  # 签约建成 tells of two steps
        ends = made and ladder.steps[_rank(match)].ends and not ladder.steps[_rank(kept[-1])].ends
        between = folded.text[kept[-1].end() : match.start()] if kept else ""
        if not (ends and len(between) <= 6 and not re.search("[并且后(]", between)):
            kept.append(match)
    return kept


def _rank(match: re.Match[str]) -> int:
    return int((match.lastgroup or "s0_0")[1:].split("_")[0])


def _milestone(
    folded: Folded, piece: Piece, match: re.Match[str], reach: Sequence[int], ladder: Ladder, norms: Norms
) -> Milestone:
    rank = _rank(match)
    step = ladder.steps[rank]
    aspect = _aspect(folded, piece, match, folded.text[reach[0] : reach[1]], step, norms)
    if rank and aspect not in NOT_YET and _only_ready(match, piece, folded, norms):
        rank, aspect = rank - 1, Aspect.REACHED  # 已具备开工条件 tells of the permit, not of the works
        step = ladder.steps[rank]
    return Milestone(
        ladder=ladder.name,
        step=step.id,
        rank=rank,
        aspect=aspect,
        subject=folded.text[piece.start : match.start()],
        span=folded.span(match.start(), match.end()),
        said=folded.span(piece.start, piece.end),
        soft=step.soft,
        made=ladder.makes(rank),
    )


def _aspect(folded: Folded, piece: Piece, match: re.Match[str], around: str, step: Step, norms: Norms) -> Aspect:
    """Tell how far a step is by the words `around` it, else by its clause, a number right behind it, or its kind."""
    joined = JOINED.match(around) is not None  # 完成清淤及护岸施工
    own = None if joined else aspect_of(around, norms.phrases)
    aspect = own or _inherited(folded, piece, match.end(), norms.phrases)
    # 设计桩基312根 tells what is to be, not what is there.
    designed = folded.text.endswith(norms.matching.designed, 0, match.start())
    if aspect is None and folded.text[match.end() : match.end() + 1].isdecimal() and not designed:
        return Aspect.REACHED  # 到货45台
    if aspect is None or (aspect is Aspect.UNDER_WAY and (step.begins or (step.event and not _going_on(around)))):
        return Aspect.REACHED if step.event else Aspect.UNDER_WAY
    return aspect


def _only_ready(match: re.Match[str], piece: Piece, folded: Folded, norms: Norms) -> bool:
    """Tell whether a step is named for its conditions, which are there (具备停暖后进场条件)."""
    if "条件" not in folded.text[match.end() : piece.end]:
        return False
    ready = pattern(norms.matching.ready_for).search(folded.text, piece.start, piece.end)
    return ready is not None and ready.end() <= match.start()


def _inherited(folded: Folded, piece: Piece, end: int, phrases: PhraseNorms) -> Aspect | None:
    """Take the aspect of the clause where the piece has none: 已完成可研、初步设计; 主体、幕墙均已完成."""
    before = aspect_of(folded.text[piece.clause[0] : piece.end], phrases)
    if before is not None or end != piece.end or not folded.text.startswith("、", end):
        return before
    after = aspect_of(folded.text[piece.start : piece.clause[1]], phrases)
    return after if after is not Aspect.UNDER_WAY else None


def _going_on(around: str) -> bool:
    """Tell whether an event's word is said to be going on only now (正在验收), not to have happened."""
    return re.search(r"正在?|中$|逐步|陆续|进入", around) is not None
