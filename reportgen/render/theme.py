"""The theme: theme.toml read into one strict model, from which the style sheet and the Word styles are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import model_validator

from reportgen import tomlfile
from reportgen.render import room
from reportgen.render.theme_parts import Face, Figure, Mark, PageNumber, Section, Sheet, Style, TableStyle
from reportgen.tomlfile import Section as Model


class Theme(Model):
    """All typography of the briefing."""

    sheet: Sheet
    page_number: PageNumber
    faces: dict[str, Face]
    sections: dict[str, Section]
    styles: dict[str, Style]
    marks: dict[str, Mark]
    figures: dict[str, Figure]
    tables: dict[str, TableStyle]

    @model_validator(mode="after")
    def _holds_together(self) -> Theme:
        """Refuse a face that is not there, and measures that leave no room for the text."""
        for key, face in self._uses_of_faces():
            if face not in self.faces:
                raise tomlfile.fault(
                    [*key, "face"], f"[faces] does not have {face!r}; name one of {', '.join(self.faces)}"
                )
        for key, told in room.faults(self.sheet, self.page_number, self.styles, self.tables, self.figures):
            raise tomlfile.fault(key, told)
        return self

    def _uses_of_faces(self) -> Iterator[tuple[tuple[str, ...], str]]:
        yield ("page_number",), self.page_number.face
        yield from ((("styles", key), style.face) for key, style in self.styles.items())
        yield from ((("figures", key), figure.face) for key, figure in self.figures.items())
        for key, table in self.tables.items():
            yield from ((("tables", key, part), letters.face) for part, letters in table.letters.items())


def load(path: Path) -> Theme:
    """Read a theme file; SettingsError names the file, line and key of a mistake."""
    return tomlfile.load(path, Theme)
