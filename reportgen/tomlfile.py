"""TOML files checked against a model; every mistake is told with its file and line."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from reportgen.errors import SettingsError

TABLE = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
AT_LINE = re.compile(r"\(at line (\d+)")
NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
ASSIGNMENT = re.compile(rf"\s*({NAME}(?:\s*\.\s*{NAME})*)\s*=")  # not a text within a list, whatever stands in it
NUMBER = "number, without quotation marks, is wanted here"

Model = TypeVar("Model", bound=BaseModel)
Key = Sequence[int | str]


class Section(BaseModel):
    """A part of such a file. Unknown keys are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def written(pattern: str, told: str) -> AfterValidator:
    """Ask for texts that match a pattern; `told` says in words which those are."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"{text!r} is not {told}")
        return text

    return AfterValidator(check)


def fault(key: Key, told: str) -> PydanticCustomError:
    """Make the error of a check over several keys, told at the one to mend, named from the part that is checked."""
    return PydanticCustomError("fault", "{told}", {"key": tuple(key), "told": told})


def refuse(faults: Iterable[PydanticCustomError]) -> None:
    """Raise all faults that a check over several keys finds, each of which is told by itself; none if there is none."""
    details = [InitErrorDetails(type=found, input=None) for found in faults]
    if details:
        raise ValidationError.from_exception_data("settings", details)


def load(path: Path, model: type[Model]) -> Model:
    """Read the file as the model; SettingsError tells the first mistake."""
    checked, mistakes = examine(path, model)
    if checked is None:
        raise SettingsError(mistakes[0])
    return checked


def examine(path: Path, model: type[Model]) -> tuple[Model | None, tuple[str, ...]]:
    """Read the file as the model, or tell all that is wrong with it, one sentence a mistake."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        # By way of JSON, since a strict model takes a list for a tuple from there only.
        return model.model_validate_json(json.dumps(tomllib.loads(text), default=str)), ()
    except FileNotFoundError:
        return None, (f"{path}: there is no such file; `reportgen init` makes an office folder that has one.",)
    except OSError as error:
        return None, (f"{path}: this cannot be read ({error.strerror}); mend its permissions.",)
    except UnicodeDecodeError:
        return None, (f"{path}: this is not UTF-8 text; save it as UTF-8.",)
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        line = found[1] if found else len(text.splitlines()) or 1  # else it is the end of the file
        return None, (f"{path}:{line}: this is not valid TOML ({error}); mend that place.",)
    except ValidationError as error:
        return None, tuple(_sentence(path, text, mistake) for mistake in error.errors())


def _sentence(path: Path, text: str, mistake: ErrorDetails) -> str:
    key = (*mistake["loc"], *mistake.get("ctx", {}).get("key", ()))
    message = mistake["msg"].removeprefix("Value error, ")
    line = line_of(text, key)
    place = f"{path}:{line}" if line else str(path)
    name = ".".join(str(part) for part in key)
    match mistake["type"]:
        case "missing":
            return f"{place}: {name} is missing; add it, as in the file that comes with the program."
        case "extra_forbidden":
            return f"{place}: {name} is not known here; check its spelling, or take it out."
        case "float_type":
            message = f"a {NUMBER}"
        case "int_type":
            message = f"a whole {NUMBER}"
    advice = "" if ";" in message else "; mend that key"  # our own messages say themselves what to do
    return f"{place}: {name}: {message[:1].lower()}{message[1:]}{advice}."


def line_of(text: str, key: Key) -> int:
    """Find the line on which a key is set, or its table begins; 0 where neither stands in the text."""
    best, depth = 0, 0
    for number, path in _places(text):
        common = min(len(path), len(key))
        if common > depth and path[:common] == list(key[:common]):
            best, depth = number, common
    return best


def _places(text: str) -> Iterator[tuple[int, list[int | str]]]:
    """Yield the lines on which a table, a key or a table within a list ({ … }) begins, each with its full key."""
    tables: Counter[str] = Counter()
    table: list[int | str] = []
    path, listed = table, 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := TABLE.match(line):
            table = _parts(header[1])
            if line.lstrip().startswith("[["):
                table.append(tables[header[1]])
                tables[header[1]] += 1
            yield number, table
        elif line.lstrip().startswith("{"):
            yield number, [*path, listed]
            listed += 1
        elif assignment := ASSIGNMENT.match(line):
            path, listed = table + _parts(assignment[1]), 0
            yield number, path


def comment_of(text: str, key: Key) -> str:
    """Find the comment on the lines above a key."""
    lines = text.splitlines()[: max(line_of(text, key) - 1, 0)]
    above = list(takewhile(lambda line: line.startswith("#"), reversed(lines)))
    return "".join(line.lstrip("# ").rstrip() for line in reversed(above))


def _parts(dotted: str) -> list[int | str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]
