"""Ladders: the steps of each kind of project, with the usual least days between them."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reportgen import tomlfile
from reportgen.norms.section import Days, Phrases, Section, Words

FIRST = re.compile(
    r"(?:\(\?<[!=][^)]*\))*(?:\((?:\?:)?(?P<group>[^()]*)\)|\[(?P<letters>[^]]*)\]|(?P<digit>\\d)|.)(?P<optional>[?*])?"
)


def _first_letters(word: str) -> Iterator[str]:
    """The letters with which a step's word can begin: after look-behinds, of each branch of a leading group.

    Where what comes first may be left out ((?:正式)?运营), so are the letters of what follows.
    """
    first = FIRST.match(word)
    assert first, word
    if first["group"] is not None:
        for branch in first["group"].split("|"):
            yield from _first_letters(branch)
    elif first["letters"] is not None:
        yield from first["letters"].replace(r"\d", string.digits)
    elif first["digit"] is not None:
        yield from string.digits
    else:
        yield first[0].removesuffix(first["optional"] or "")[-1]
    if first["optional"]:
        yield from _first_letters(word[first.end() :])


Size = Literal["usual", "small", "line"]


class Step(Section):
    """One step of a ladder; `days` is the usual least time from the step before to the end of this one.

    `small` is the same for small works (many of a kind, renovations), `line` for roads, pipes and rivers, where it
    differs; 0 if they do without the step.
    `event`: the bare word says that it has happened. `parallel`: it goes on beside others and tells nothing of them
    but, once reached, of the step `on` which it stands and those before that.
    `begins`: under way means that it has happened (开工). `ends`: its words also end the steps before it (桩基完工).
    `soft`: in a target it asks for nothing that can be measured.
    """

    id: str
    title: str
    days: Days
    words: Phrases
    small: Days | None = None
    line: Days | None = None
    event: bool = False
    parallel: bool = False
    on: str | None = None
    soft: bool = False
    begins: bool = False
    ends: bool = False

    def least(self, size: Size) -> int:
        """The usual least days of the step for works of a size."""
        own = {"small": self.small, "line": self.line, "usual": None}[size]
        return self.days if own is None else own


# What the program itself asks for by name, so that norms.toml has to have it: a ladder, and these steps on it.
CONSTRUCTION = "construction"
AWARD = "award"  # on every ladder on which something is put out to tender
START = "start"
PILE = "pile"
FOUNDATION = "foundation"
FRAME = "frame"
TOPPED = "topped"
INFILL = "infill"
FACADE = "facade"
FINISH = "finish"
BUILT = "built"
ACCEPTED = "accepted"
IN_USE = "in_use"
INSTALLED = "installed"  # on every ladder that things pass one by one
OF_CONSTRUCTION = (START, PILE, FOUNDATION, FRAME, TOPPED, INFILL, FACADE, FINISH, BUILT, IN_USE)


class Ladder(Section):
    """The steps that a kind of project goes through, in order; `paced` if they spread over the year.

    `works` is the id of the step with which the thing itself begins; those before it only prepare it. `by_piece`: the
    things pass those steps one by one, so that each can be counted.
    """

    name: str
    title: str
    works: str
    source: str
    cues: Words
    steps: tuple[Step, ...]
    paced: bool = True
    by_piece: bool = False

    @model_validator(mode="after")
    def _has_its_steps(self) -> Ladder:
        """Let each step go by an id of its own, and those that the program asks for be there."""
        tomlfile.refuse(self._faults())
        return self

    def _faults(self) -> Iterator[PydanticCustomError]:
        ids = [step.id for step in self.steps]
        for rank, name in enumerate(ids):
            if name in ids[:rank]:
                yield tomlfile.fault(["steps", rank, "id"], f"{name!r} is an earlier step's; give this one its own")
            if (below := self.steps[rank].on) is not None and below not in ids[:rank]:
                told = f"no step {below!r} comes before this one; name one of {', '.join(ids[:rank])}"
                yield tomlfile.fault(["steps", rank, "on"], told)
        if self.works not in ids:
            yield tomlfile.fault(["works"], f"this ladder has no step {self.works!r}; name one of {', '.join(ids)}")
        needed = (OF_CONSTRUCTION if self.name == CONSTRUCTION else ()) + (INSTALLED,) * self.by_piece
        for name in needed:
            if name not in ids:
                told = f"the program asks for the step {name!r}, which is not here; give that step its id again"
                yield tomlfile.fault(["steps"], told)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each step, by its id."""
        return {step.id: rank for rank, step in enumerate(self.steps)}

    @cached_property
    def begun(self) -> int:
        """The rank of the first step that does not only prepare."""
        return self.ranks[self.works]

    @cached_property
    def end(self) -> int | None:
        """The rank of the first step that ends the works; None where none does."""
        return next((rank for rank, step in enumerate(self.steps) if step.ends), None)

    def prepares(self, rank: int) -> bool:
        """Tell whether a step comes before the works, and only prepares them."""
        return self.paced and rank < self.begun

    def makes(self, rank: int) -> bool:
        """Tell whether a step is one of the works, by which the thing itself is begun or made."""
        return self.paced and rank >= self.begun

    @cached_property
    def in_use(self) -> int | None:
        """The rank of the step at which the thing is used; None where there is none such."""
        return self.ranks.get(IN_USE)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All words of all steps, in groups named sRANK_N. At one place the longest word wins.

        Most letters begin no word, so a set of the letters that do is looked up first. The groups are empty and come
        behind their words, as only a word that stands bare is passed over at its first letter.
        """
        words = [(word, rank) for rank, step in enumerate(self.steps) for word in step.words]
        words.sort(key=lambda pair: -len(re.sub(r"\(\?[^)]*\)", "", pair[0])))
        groups = "|".join(f"(?:{word})(?P<s{rank}_{index}>)" for index, (word, rank) in enumerate(words))
        firsts = "".join(sorted({letter for word, _ in words for letter in _first_letters(word)}))
        return re.compile(f"(?=[{re.escape(firsts)}])(?:{groups})")
