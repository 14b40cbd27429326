"""Bare levels: those that a plan gives by their numbers alone, named by the target (分别达到94%、90%)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.words.phrases import RESPECTIVELY
from reportgen.records import Requirement


def in_order(found: list[Requirement], counted: Sequence[Requirement]) -> list[Requirement]:
    """The levels of a plan that gives only numbers (分别达到94%、90%), named by the target's levels in order."""
    levels = [target for target in counted if target.quantity and target.quantity.is_share]
    bare = [r for r in found if r.quantity and r.quantity.is_share]
    if len(bare) != len(levels) or len(levels) < 2 or RESPECTIVELY not in bare[0].words:
        return found  # the usual case
    named = {id(r): t for r, t in zip(bare, levels, strict=True)}
    return [
        level_of(requirement, named[id(requirement)]) if id(requirement) in named else requirement
        for requirement in found
    ]


def level_of(requirement: Requirement, target: Requirement) -> Requirement:
    """Ask for another value of the level that a target names."""
    quantity, level = requirement.quantity, target.quantity
    assert quantity
    assert level
    told = replace(quantity, noun=level.noun, of=level.of)
    return replace(requirement, topic=target.topic, words=target.words, level=target.level, quantity=told)
