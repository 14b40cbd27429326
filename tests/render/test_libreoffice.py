"""The Word file in another program: LibreOffice opens it and lays it out."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from reportgen.render import fonts, theme, word
from reportgen.render.fonts import Fonts
from reportgen.workspace import Fonts as FontSettings
from tests.render import sample
from tests.render.docx_reading import Docx, text_of

SOFFICE = shutil.which("soffice")
THEME = theme.load(sample.TEMPLATES / "theme.toml")
PAGE_NUMBER = re.compile(r"—\d+—")

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here")


def fontconfig(found: Fonts, folder: Path) -> Path:
    """Lend LibreOffice the faces that print each role, under the names that the Word file asks for."""
    lent = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        '<edit name="family" mode="prepend" binding="strong">'
        f"<string>{found.stacks[role][0].family}</string></edit></match>"
        for role, face in found.names.items()
        for name in (face.word, face.word_wide)
    )
    places = {path.parent for role in found.stacks for path in found.files(role)}
    folders = "".join(f"<dir>{place}</dir>" for place in sorted(places))
    file = folder / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}{lent}</fontconfig>',
        encoding="utf-8",
    )
    return file


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Docx, list[str]]:
    """The sample's Word file, and the text of its pages as LibreOffice lays them out, without spaces."""
    folder = tmp_path_factory.mktemp("libreoffice")
    found = fonts.resolve(THEME, [Path(place).expanduser() for place in FontSettings().folders])
    file = folder / "sample.docx"
    word.write(sample.page(THEME), THEME, found, file)
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(file)]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "FONTCONFIG_FILE": str(fontconfig(found, folder))}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
    with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as printed:
        pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in printed]
    return Docx(file), pages


@pytest.mark.parametrize("style", ["公文标题", "一级标题", "二级标题", "公文正文", "三级条目", "署名", "附件标题"])
def test_every_paragraph_is_laid_out(laid_out: tuple[Docx, list[str]], style: str) -> None:
    """LibreOffice shows every paragraph of a style whole, page breaks apart."""
    docx, pages = laid_out
    shown = PAGE_NUMBER.sub("", "".join(pages))
    identities = {name: key for key, name in docx.style_names().items()}
    paragraphs = docx.paragraphs(identities[style])
    assert paragraphs
    assert [text for text in map(text_of, paragraphs) if "".join(text.split()) not in shown] == []


def test_pages_are_numbered_through(laid_out: tuple[Docx, list[str]]) -> None:
    """Every page carries its own number between dashes, turned pages too."""
    _, pages = laid_out
    assert [PAGE_NUMBER.findall(page) for page in pages] == [[f"—{number}—"] for number in range(1, len(pages) + 1)]
