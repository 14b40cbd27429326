"""The check of templates: the ones that travel with the project are sound, every kind of mistake is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportgen.briefing import Briefing
from reportgen.labels import Labels
from reportgen.render import template_check, theme
from reportgen.render.tree import Vocabulary
from tests.render import sample

VOCABULARY = Vocabulary.of(theme.load(sample.TEMPLATES / "theme.toml"))
CONTEXT = {"briefing": Briefing, "labels": Labels}


def mistakes(folder: Path) -> list[str]:
    return list(template_check.mistakes(folder, VOCABULARY, CONTEXT))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the templates to spoil."""
    return shutil.copytree(sample.TEMPLATES, tmp_path / "briefing")


def test_own_templates_are_sound() -> None:
    """The templates of the project have no mistake."""
    assert mistakes(sample.TEMPLATES) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('<p class="bodi">字</p>', "class 'bodi'"),
        ('<p class="body" id="x">字</p>', "no attribute 'id'"),
        ("<div>字</div>", "<div> is not a tag"),
        ('<p class="body">{{ briefing.titel }}</p>', "Briefing has no 'titel'"),
        ('<p class="body">{{ briefing.frame.isue }}</p>', "'issue' is"),
        ('<p class="body">{{ breifing.frame.issue }}</p>', "'briefing' is"),
        ('{% for entry in briefing.behind %}<p class="body">{{ entry.nmae }}</p>{% endfor %}', "'name' is"),
        ('{% for name, tally in briefing.by_unit.rows("") %}{{ tally.doen }}{% endfor %}', "'done' is"),
        ("{% if briefing.behind[0].caus %}<br>{% endif %}", "'cause' is"),
        ("{% set frame = briefing.frame %}{{ frame.signatur }}", "'signature' is"),
        ("{{ labels.headers.projekt }}", "'project' is"),
        ("{{ loop.index }}", "'loop' is not a name here"),
        ('{% include "sections/none.html.j2" %}', "no template 'sections/none.html.j2'"),
        ("{% if briefing.behind %}", "syntax"),
    ],
)
def test_mistakes_are_told_with_file_and_line(folder: Path, line: str, said: str) -> None:
    """A spoilt line in any section is told, though no month may ever reach it."""
    path = folder / "sections" / "signature.html.j2"
    path.write_text(f"{{# 一 #}}\n\n{line}\n", encoding="utf-8")
    told = [sentence for sentence in mistakes(folder) if said in sentence]
    assert told
    assert re.match(rf"{re.escape(str(path))}:\d+: ", told[0])
    assert "syntax" in said or f"{path}:3:" in told[0]


def test_names_pass_through_includes(folder: Path) -> None:
    """A name set in one template is known in those it includes, and only there."""
    (folder / "sections" / "signature.html.j2").write_text(
        '{% set frame = briefing.frame %}{% include "sections/inner.html.j2" %}', encoding="utf-8"
    )
    (folder / "sections" / "inner.html.j2").write_text("{{ frame.issuer }}{{ frame.isuer }}", encoding="utf-8")
    (told,) = mistakes(folder)
    assert "inner.html.j2:1: Frame has no 'isuer'; 'issuer' is" in told


def test_the_charts_template_is_checked_too(folder: Path) -> None:
    """A misspelt name in the picture's template is told."""
    path = folder / "chart.svg.j2"
    path.write_text(path.read_text(encoding="utf-8").replace("chart.boxes", "chart.boxs"), encoding="utf-8")
    (told,) = mistakes(folder)
    assert "Drawing has no 'boxs'; 'boxes' is" in told


def test_other_encodings_are_told(folder: Path) -> None:
    """A template saved in GBK is told, not guessed."""
    (folder / "sections" / "closing.html.j2").write_bytes("版记".encode("gbk"))
    assert any("closing.html.j2: this is not UTF-8" in sentence for sentence in mistakes(folder))
