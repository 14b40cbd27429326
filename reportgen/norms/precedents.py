"""How far the rules and the precedents are believed."""

from __future__ import annotations

from pydantic import model_validator

from reportgen import tomlfile
from reportgen.norms.section import Percent, Section


class PrecedentNorms(Section):
    """Shares in %. `weigh` says whether precedents bear on a verdict at all."""

    source: str
    weigh: bool
    sure: Percent
    doubted: Percent
    review_below: Percent
    confirm_from: Percent
    overrule_from: Percent

    @model_validator(mode="after")
    def _in_order(self) -> PrecedentNorms:
        """Let nothing be confirmed that would have to be asked about."""
        if self.review_below > self.confirm_from:
            told = "this is above confirm_from, so that what is confirmed would be asked about; set it no higher"
            raise tomlfile.fault(["review_below"], told)
        return self
