"""What the briefing states of the time since the last month on record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportgen.history import Fulfilment, Pledge
from reportgen.records import Status


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last month on record: the numbers of the items, each in one group.

    `missing` names the months between that are not on record; `reopened` were done, and are not now. `left` names the
    items no longer in the table, and says which of them were done. `longest` is the most months in a row that items
    have been behind, and `lasting` are those items.
    """

    since: str
    missing: str
    done: tuple[int, ...]
    recovered: tuple[int, ...]
    reopened: tuple[int, ...]
    newly_behind: tuple[int, ...]
    still_behind: tuple[int, ...]
    same: tuple[int, ...]
    entered: tuple[int, ...]
    left: tuple[str, ...]
    longest: int
    lasting: tuple[int, ...]

    @property
    def comparable(self) -> bool:
        """Whether any item was in the table then."""
        return bool(self.done or self.recovered or self.reopened or self.newly_behind or self.still_behind or self.same)

    @property
    def moved(self) -> bool:
        """Whether any item that was in the table then has another status now."""
        return bool(self.done or self.recovered or self.reopened or self.newly_behind)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of an item that was behind last month, and of its promise; without a number it has left the table."""

    no: int | None
    name: str
    unit: str
    status: Status | None
    review: bool
    pledge: Pledge | None


@dataclass(frozen=True, slots=True)
class Followed:
    """The items that were behind in the month `since`."""

    since: str
    entries: tuple[FollowUp, ...]

    @property
    def results(self) -> dict[str, tuple[FollowUp, ...]]:
        """Group the items by their status now; `left` are those no longer in the table."""
        groups: dict[str, tuple[FollowUp, ...]] = {}
        for entry in self.entries:
            name = entry.status.value if entry.status else "left"
            groups[name] = (*groups.get(name, ()), entry)
        return groups

    @property
    def promised(self) -> dict[str, int]:
        """Count the promises by what became of them, all outcomes named."""
        counts = Counter(entry.pledge.outcome for entry in self.entries if entry.pledge)
        return {outcome.value: counts[outcome] for outcome in Fulfilment}
