"""Texts of runs, some of them struck out: what a cell still says, and what of it no longer holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A piece of a text; `struck` is None where its look is that of its cell."""

    text: str
    struck: bool | None = None


def parted(runs: Iterable[Run], *, cell: bool) -> tuple[str, str]:
    """Give the text that holds and that which is struck out, by its own look or else by that of its cell."""
    holds: list[str] = []
    struck: list[str] = []
    for run in runs:
        (struck if (cell if run.struck is None else run.struck) else holds).append(run.text)
    return "".join(holds), "".join(struck)
