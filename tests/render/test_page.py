"""The page: templates filled in, and held to the closed vocabulary."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportgen.errors import SettingsError
from reportgen.render import page, theme
from reportgen.render.tree import Element, Vocabulary, parse

THEME = Path(__file__).parents[2] / "templates" / "briefing" / "theme.toml"


def made(folder: Path, entry: str, **sections: str) -> Path:
    """Lay out a folder of templates."""
    (folder / "sections").mkdir()
    shutil.copy(THEME, folder / "theme.toml")
    (folder / "page.html.j2").write_text(entry, encoding="utf-8")
    for name, text in sections.items():
        (folder / "sections" / f"{name}.html.j2").write_text(text, encoding="utf-8")
    return folder


def rendered(folder: Path, **briefing: object) -> page.Page:
    """Render a folder's templates with a made-up briefing."""
    return page.render(SimpleNamespace(charts={}, **briefing), {"done": "已完成"}, folder)


ARTICLE = '<article>\n  <section class="body">\n    {}\n  </section>\n</article>'


def test_markup_becomes_a_frozen_tree(tmp_path: Path) -> None:
    """A block, its class and its text stand in the tree; the white space of the layout does not."""
    folder = made(tmp_path, ARTICLE.format('<p class="body">\n  云湖区\n  {{ labels.done }}\n</p>'))
    section = rendered(folder).root.elements[0]
    assert section.elements == (Element("p", "body", (), ("云湖区已完成",)),)


def test_values_are_escaped(tmp_path: Path) -> None:
    """A value that looks like markup prints as typed."""
    folder = made(tmp_path, ARTICLE.format('<p class="body">{{ briefing.text }}</p>'))
    assert rendered(folder, text="<b>&amp;").root.text == "<b>&amp;"


def test_line_ends_of_values_are_breaks(tmp_path: Path) -> None:
    """A cell typed on two lines prints on two lines; what no file can hold is dropped."""
    folder = made(tmp_path, ARTICLE.format('<p class="body">{{ briefing.text }}</p>'))
    assert rendered(folder, text="一、设计\r\n二、\x02施工").root.text == "一、设计\n二、施工"


def test_title_is_the_first_heading_on_one_line(tmp_path: Path) -> None:
    """The document's title is the first h1, its line breaks taken out."""
    folder = made(tmp_path, ARTICLE.format('<h1 class="title">关于进展<br>情况的通报</h1>'))
    assert rendered(folder).title == "关于进展情况的通报"


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<p class="bdy">字</p>', "class 'bdy'"),
        ("<p>字</p>", "<p> needs a class"),
        ('<div class="body">字</div>', "<div> is not a tag"),
        ('<p class="body" style="color:red">字</p>', "no attribute 'style'"),
        ('<p class="body"><p class="body">字</p></p>', "cannot stand in <p>"),
        ('<table class="ledger">字</table>', "cannot hold the text"),
        ('<table class="ledger"><tbody><tr><td rowspan="0">字</td></tr></tbody></table>', "rowspan='0'"),
        ('<p class="body">字', "close each tag"),
        ('<p class="body">字&nbsp;字</p>', "undefined entity"),
        ('<p class="body">{{ briefing.titel }}</p>', "titel"),
        ('<p class="body">{{ briefing.text + 1 }}</p>', "concatenate"),
        ('<p class="body">{% if %}</p>', "Expected an expression"),
        ('<p class="body">{{ briefing.__class__.__mro__ }}</p>', "unsafe"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, markup: str, said: str) -> None:
    """Whatever is wrong in a template is told with the template's name and the line."""
    entry = '<article>\n<section class="body">\n{% include "sections/one.html.j2" %}\n</section>\n</article>'
    folder = made(tmp_path, entry, one=f'<p class="body">前</p>\n\n{markup}\n')
    with pytest.raises(SettingsError, match=r"sections/one\.html\.j2:3") as caught:
        rendered(folder, text="字")
    assert said in str(caught.value)


def test_a_bare_sign_between_blocks_names_the_tag_before_it(tmp_path: Path) -> None:
    """Markup that breaks outside any block of a section is told with that section, and with how to write it."""
    entry = '<article>\n<section class="body">\n{% include "sections/one.html.j2" %}\n</section>\n</article>'
    folder = made(tmp_path, entry, one='\n<p class="body">前</p>\n区委&区政府\n')
    with pytest.raises(SettingsError, match=r"sections/one\.html\.j2:2: .*write &amp; for &"):
        rendered(folder)


def test_missing_section_is_told(tmp_path: Path) -> None:
    """An include of a file that is not there names that file."""
    folder = made(tmp_path, ARTICLE.format('{% include "sections/none.html.j2" %}'))
    with pytest.raises(SettingsError, match=r"page\.html\.j2:3.*none"):
        rendered(folder)


def test_vocabulary_has_every_class_of_the_theme() -> None:
    """Each class of the theme may be borne by the tag that the theme gives it."""
    loaded = theme.load(THEME)
    classes = Vocabulary.of(loaded).classes
    assert all(name in classes[style.tag] for name, style in loaded.styles.items())
    assert classes["table"] == set(loaded.tables)


def test_spaces_between_words_stay() -> None:
    """A line end between Latin words is a space; beside hanzi it is nothing."""
    vocabulary = Vocabulary.of(theme.load(THEME))
    markup = '<article><section class="body"><p class="body">A\n  B 云\n  湖 区</p></section></article>'
    assert parse(markup, vocabulary).text == "A B 云湖 区"
