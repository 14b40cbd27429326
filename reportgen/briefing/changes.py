"""What changed since the last month on record, and what became of the items that were behind then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.briefing.entries import Speaker, units
from reportgen.briefing.names import short_name
from reportgen.briefing.since import Changes, Followed, FollowUp
from reportgen.history import History, Pledge, Standing
from reportgen.records import Cell, Status, Verdict

ORDER = (Status.DONE, Status.ON_TRACK, Status.BEHIND)
GROUPS = {
    (Status.ON_TRACK, Status.DONE): "done",
    (Status.BEHIND, Status.DONE): "done",
    (Status.BEHIND, Status.ON_TRACK): "recovered",
    (Status.DONE, Status.ON_TRACK): "reopened",
    (Status.DONE, Status.BEHIND): "newly_behind",
    (Status.ON_TRACK, Status.BEHIND): "newly_behind",
    (Status.BEHIND, Status.BEHIND): "still_behind",
}


def changes(verdicts: Sequence[Verdict], past: History, speaker: Speaker) -> Changes | None:
    """Put each item into the one group that tells what changed; nothing in the first month."""
    if past.last is None:
        return None
    groups: dict[str, list[int]] = {}
    for verdict in verdicts:
        groups.setdefault(_group(verdict, past), []).append(verdict.item.no)
    months = {verdict.item.no: past.months_behind(verdict) for verdict in verdicts}
    longest = max(months.values(), default=0)
    names = ("done", "recovered", "reopened", "newly_behind", "still_behind", "same", "entered")
    return Changes(
        since=speaker.month(past.last.month),
        missing="、".join(speaker.month(month) for month in sorted(past.missing)),
        left=tuple(_left(item, speaker) for item in past.left),
        longest=longest,
        lasting=tuple(no for no, count in months.items() if count == longest > 0),
        **{name: tuple(groups.get(name, ())) for name in names},
    )


def _group(verdict: Verdict, past: History) -> str:
    before = past.previous(verdict.item.no)
    return GROUPS.get((before.status, verdict.status), "same") if before else "entered"


def _left(item: Standing, speaker: Speaker) -> str:
    done = f"（{speaker.labels.word(item.status)}）" if item.status is Status.DONE else ""
    return _name(item, speaker) + done


def _name(item: Standing, speaker: Speaker) -> str:
    return short_name(Cell(text=item.target), item.project, speaker.labels.names)


def followed(verdicts: Sequence[Verdict], past: History, speaker: Speaker) -> Followed | None:
    """Tell of each item behind last month what became of it: done first, then recovered, still behind, gone."""
    then = {verdict.item.no: past.previous(verdict.item.no) for verdict in verdicts}
    late = [verdict for verdict in verdicts if (was := then[verdict.item.no]) and was.status is Status.BEHIND]
    ordered = sorted(late, key=lambda verdict: ORDER.index(verdict.status))
    gone = [_gone(item, speaker) for item in past.left if item.status is Status.BEHIND]
    if past.last is None or not (ordered or gone):
        return None
    entries = [_follow_up(verdict, past, speaker) for verdict in ordered]
    return Followed(speaker.month(past.last.month), (*entries, *gone))


def _follow_up(verdict: Verdict, past: History, speaker: Speaker) -> FollowUp:
    item, pledge = verdict.item, past.pledges.get(verdict.item.no)
    return FollowUp(
        no=item.no,
        name=speaker.names[item.no],
        unit=units(item.lead_unit),
        status=verdict.status,
        review=verdict.needs_review,
        pledge=_quoted(pledge, speaker) if pledge else None,
    )


def _quoted(pledge: Pledge, speaker: Speaker) -> Pledge:
    return replace(pledge, words=speaker.quote(pledge.words), later=speaker.quote(pledge.later))


def _gone(item: Standing, speaker: Speaker) -> FollowUp:
    return FollowUp(None, _name(item, speaker), units(Cell(text=item.lead_unit)), None, False, None)
