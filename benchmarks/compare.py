"""Measure the whole build of the real table beside docxtpl and LibreOffice, which make docx and PDF of the same text.

`reportgen build` reads the table, judges it, and writes docx, PDF, xlsx and json. The other process gets the finished
texts, fills a Word template with docxtpl, and has LibreOffice print it as tagged PDF/A-3 in the same typefaces. Both
run as whole processes, in turn.
Run: make compare, or python benchmarks/compare.py [RUNS].
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import build
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

ROOT = Path(__file__).parents[1]
FILL = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2], encoding="utf-8")))
template.save(sys.argv[3])
"""
FACE = "FandolFang"
# The same kind of file as ours: PDF/A-3 and tagged.
FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}</fontconfig>
"""
Table = list[list[str]]


def texts() -> tuple[list[str], list[Table]]:
    """Compose the real table's briefing: its paragraphs, and its tables as rows of texts."""
    from reportgen import briefing, labels, norms, pipeline, workspace
    from reportgen.render import page

    office = workspace.open(ROOT)
    rules, words = norms.load(office.norms), labels.load(office.briefing / "labels.toml")
    table, verdicts = pipeline.judged(office, [max(office.inputs.glob("*.txt"))], rules)
    composed = briefing.compose(table, verdicts, office.settings, words, rules)
    root = page.render(composed, words, office.briefing).root
    cells = {id(cell) for node in root.walk() if node.tag == "table" for cell in node.walk()}
    blocks = [node.text for node in root.walk() if node.tag in {"p", "h1", "h2", "h3"} and id(node) not in cells]
    tables = [
        [[cell.text for cell in row.elements] for part in node.elements for row in part.elements]
        for node in root.walk()
        if node.tag == "table"
    ]
    return blocks, [[_filled(row, table) for row in table] for table in tables]


def _filled(row: list[str], table: Table) -> list[str]:
    """Give a row as many cells as the widest, so that a plain loop can write it."""
    return [""] * (max(map(len, table)) - len(row)) + row


def write_template(path: Path, tables: list[Table]) -> None:
    """Write the Word template: a loop over the paragraphs, and one over the rows of each table."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    _loop(document.add_paragraph, "{%p for block in blocks %}", "{{ block }}", "{%p endfor %}")
    for number, table in enumerate(tables):
        wide = len(table[0]) > 9
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        made = document.add_table(rows=3, cols=len(table[0]), style="Table Grid")
        made.cell(0, 0).text = f"{{%tr for row in tables[{number}] %}}"
        for column, cell in enumerate(made.rows[1].cells):
            run = cell.paragraphs[0].add_run(f"{{{{ row[{column}] }}}}")
            run.font.size = Pt(10.5)
        made.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(path))


def _loop(add: Callable[[str], object], *pieces: str) -> None:
    for piece in pieces:
        add(piece)


def other(folder: Path) -> list[list[str]]:
    """Give the commands that fill the template and print it."""
    filled, profile = folder / "filled.docx", (folder / "profile").as_uri()
    office = shutil.which("soffice") or sys.exit("LibreOffice (soffice) is not installed")
    fill = [sys.executable, "-c", FILL, str(folder / "template.docx"), str(folder / "texts.json"), str(filled)]
    where = ["--outdir", str(folder), str(filled)]
    return [fill, [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", FILTER, *where]]


def share_fonts(folder: Path) -> None:
    """Let LibreOffice print in the typefaces that the build prints in."""
    from reportgen import workspace

    places = "".join(f"<dir>{place.expanduser()}</dir>" for place in workspace.open(ROOT).font_folders)
    settings = folder / "fonts.conf"
    settings.write_text(FONTCONFIG.format(folders=places), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(settings)


def main(runs: int) -> None:
    """Print both medians and their ratio."""
    ours = [str(Path(sys.executable).with_name("reportgen")), "--quiet", "build"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blocks, tables = texts()
        write_template(folder / "template.docx", tables)
        (folder / "texts.json").write_text(json.dumps({"blocks": blocks, "tables": tables}), "utf-8")
        share_fonts(folder)
        commands = other(folder)
        for command in (ours, *commands):  # once to warm up: LibreOffice makes its profile
            build.measure(command)
        spent = [(build.measure(ours)[0], [build.measure(command)[0] for command in commands]) for _ in range(runs)]
    mine = statistics.median(own for own, _ in spent)
    fill, print_ = (statistics.median(parts[at] for _, parts in spent) for at in (0, 1))
    theirs = statistics.median(sum(parts) for _, parts in spent)
    print(f"reportgen build, whole process, median of {runs}: {mine:.2f} s")
    print(f"docxtpl and LibreOffice, the same text: {theirs:.2f} s ({fill:.2f} s and {print_:.2f} s)")
    print(f"ratio {mine / theirs:.2f}")


if __name__ == "__main__":
    os.chdir(ROOT)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
