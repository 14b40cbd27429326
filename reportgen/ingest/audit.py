"""What a careful clerk would query in the source table."""

from __future__ import annotations

from reportgen.norms import Norms
from reportgen.records import AuditNote, Table


def audit(table: Table, norms: Norms) -> tuple[AuditNote, ...]:
    """List the queries in table order."""
    return ()
