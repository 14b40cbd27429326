"""The figures that decide a verdict."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from reportgen import tomlfile
from reportgen.norms.section import Days, Factor, Number, Percent, Points, Section


class Thresholds(Section):
    """Figures that decide; shares in %, points in percentage points."""

    source: str
    behind_points: Points
    built_points: Points
    seasonal_points: Points
    small_from: Annotated[Number, Field(ge=1)]
    forecast_likely: Percent
    forecast_sure: Percent
    rest_unsure: Percent
    little_told: Percent
    near_plan: Percent
    about_met: Percent
    stage_slack: Factor
    tender_slack: Factor
    floor_days: Days
    stage_points: Points
    closing_share: Percent
    percent_gap: Points
    implausible_times: Factor
    year_end_days: Days

    @model_validator(mode="after")
    def _in_order(self) -> Thresholds:
        """Let no grade of a scale lie above the stricter one: what is sure would not even be likely."""
        scale = ("rest_unsure", "forecast_likely", "forecast_sure")
        for low, high in (*pairwise(scale), ("near_plan", "about_met")):
            if getattr(self, low) > getattr(self, high):
                raise tomlfile.fault([low], f"this is above {high}, the stricter of the two; set it no higher")
        return self
