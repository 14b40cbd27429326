"""The frozen records that pass between the stages.

Every value read from a table stays with the cell it was typed in, so that a verdict can quote it.
"""

from reportgen.records.facts import (
    HALF,
    HUNDRED,
    NOT_YET,
    OPEN,
    Aspect,
    Bound,
    Milestone,
    Moment,
    Promise,
    Quantity,
    Scope,
)
from reportgen.records.table import (
    BLANKS,
    FAILED,
    Address,
    AuditNote,
    Cell,
    Column,
    Item,
    Period,
    Project,
    Severity,
    Span,
    Table,
    Unplaced,
    column_letters,
)
from reportgen.records.verdict import Check, Finding, Outcome, Requirement, Status, Verdict

__all__ = [
    "BLANKS",
    "FAILED",
    "HALF",
    "HUNDRED",
    "NOT_YET",
    "OPEN",
    "Address",
    "Aspect",
    "AuditNote",
    "Bound",
    "Cell",
    "Check",
    "Column",
    "Finding",
    "Item",
    "Milestone",
    "Moment",
    "Outcome",
    "Period",
    "Project",
    "Promise",
    "Quantity",
    "Requirement",
    "Scope",
    "Severity",
    "Span",
    "Status",
    "Table",
    "Unplaced",
    "Verdict",
    "column_letters",
]
