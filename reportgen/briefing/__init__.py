"""Verdicts to Briefing: totals, groups, order, and the facts that each sentence states."""

from reportgen.briefing.compose import compose
from reportgen.briefing.records import Briefing
from reportgen.briefing.tables import Chart

__all__ = ["Briefing", "Chart", "compose"]
