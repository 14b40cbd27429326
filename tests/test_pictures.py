"""docs: the pictures in the READMEs show what the program says now; `make golden` draws them anew."""

from __future__ import annotations

from pathlib import Path

from docs import pictures


def test_the_first_page_is_todays(tmp_path: Path) -> None:
    """The picture of the first page was drawn from the text that the briefing has there now."""
    assert pictures.text_of(pictures.PAGE) == pictures.page_text(pictures.build(tmp_path))


def test_the_finding_is_todays() -> None:
    """The picture of a finding was drawn from what `explain` prints now, the underlined words among it."""
    assert pictures.text_of(pictures.FINDING) == pictures.finding()
