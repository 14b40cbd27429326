"""The office's norms: thresholds, phrases, ladders and aliases, each with its source."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from reportgen.errors import SettingsError


class Section(BaseModel):
    """A part of norms.toml. Unknown keys are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Norms(Section):
    """All of norms.toml."""

    columns: dict[str, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}


def load(path: Path) -> Norms:
    """Read and check norms.toml; SettingsError names the file, the key and what to do."""
    try:
        return Norms.model_validate(tomllib.loads(path.read_text(encoding="utf-8")), strict=False)
    except FileNotFoundError:
        raise SettingsError(f"{path}: there are no norms here; run `reportgen init` to get them.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: this is not valid TOML ({error}); mend that place.") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}: [{key}] is wrong: {first['msg']}; mend that key.") from None
