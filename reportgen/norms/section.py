"""Sections of norms.toml, and the kinds of values that stand in them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from reportgen import tomlfile


class Section(BaseModel):
    """A part of norms.toml. Unknown keys are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @classmethod
    def field_of(cls, key: str) -> str | None:
        """Name the field that a key of the file fills; `not`, a word of Python's own, fills one of another name."""
        return next((name for name, field in cls.model_fields.items() if key == (field.alias or name)), None)

    @classmethod
    def has(cls, key: str) -> bool:
        """Tell whether a dotted key (`phrases.not`) is one of the file's; what stands in a list has none."""
        first, _, rest = key.partition(".")
        name = cls.field_of(first)
        held = cls.model_fields[name].annotation if name else None
        return bool(name) and (not rest or (isinstance(held, type) and issubclass(held, Section) and held.has(rest)))

    def __hash__(self) -> int:
        """Hash the values once: the patterns made of a part are kept by it, and looked up for each cell."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, name) for name in type(self).model_fields))


def _number(value: object) -> Decimal:
    """Take a number as it is written; by itself a decimal would be read from text between quotes too."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a {tomlfile.NUMBER}")
    return Decimal(str(value))


Number = Annotated[Decimal, BeforeValidator(_number)]
Percent = Annotated[Number, Field(ge=0, le=100)]
Points = Annotated[Number, Field(ge=0, le=100)]  # between two shares in %
Factor = Annotated[Number, Field(ge=1, le=1000)]
Days = Annotated[int, Field(ge=0, le=366)]


def _tells_something(word: str) -> str:
    if not word.strip():
        raise ValueError("an empty word would be found everywhere; take it out")
    return word


def _compiles(pattern: str) -> str:
    try:
        found = re.search(pattern, "")
    except re.error as error:
        raise ValueError(f"{pattern!r} is not a regular expression ({error})") from None
    if found:
        raise ValueError(f"{pattern!r} also matches where nothing stands, and so everywhere; leave nothing optional")
    return pattern


Word = Annotated[str, AfterValidator(_tells_something)]
Words = tuple[Word, ...]
Pattern = Annotated[str, AfterValidator(_compiles)]
Phrases = tuple[Pattern, ...]
