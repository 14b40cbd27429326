"""How notes are written: on a cell of an item, or on a place in the table."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.records import Address, AuditNote, Cell, Item, Severity

ERROR, QUERY, HINT = Severity.ERROR, Severity.QUERY, Severity.HINT
TEXTS = ("target", "plan", "progress", "problem", "next_step")  # the columns whose wording is looked at
MOST_NAMED = 12  # items or rows that one note names
LONGEST_QUOTE = 20  # characters


def note(kind: str, severity: Severity, item: Item, cell: Cell, text: str, *, decisive: bool = False) -> AuditNote:
    """Write a note on one cell of an item."""
    return AuditNote(kind, severity, cell.address, item.no, text, decisive)


def of_table(kind: str, severity: Severity, where: Address, text: str) -> AuditNote:
    """Write a note that is about no single item."""
    return AuditNote(kind, severity, where, None, text)


def quoted(text: str, most: int = LONGEST_QUOTE) -> str:
    """Shorten words that a note quotes."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most] + "…"


def listed(numbers: Sequence[int]) -> str:
    """Name the first numbers, and how many there are if they are more: 3、5、8等20."""
    named = "、".join(map(str, numbers[:MOST_NAMED]))
    return f"{named}等{len(numbers)}" if len(numbers) > MOST_NAMED else named
