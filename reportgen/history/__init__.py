"""Months after the first: what earlier deliveries of the year tell of each item, and what became of it."""

from reportgen.history.follow import follow, queries
from reportgen.history.memory import RECORD, load
from reportgen.history.records import FIRST, Fulfilment, History, Memory, Month, Pledge, Standing, month_of, standing

__all__ = [
    "FIRST",
    "RECORD",
    "Fulfilment",
    "History",
    "Memory",
    "Month",
    "Pledge",
    "Standing",
    "follow",
    "load",
    "month_of",
    "queries",
    "standing",
]
