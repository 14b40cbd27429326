"""Documents (.docx, .docm) to Grids: the accepted text of every table.

Tracked insertions are kept, deletions dropped; text boxes beside other text, comments and footnotes are left out. A
table nested in a cell stays in that cell as lines of text, unless the outer one is only its frame: then it is read as a
table of its own, as is one in a text box between the paragraphs.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest.formats import guard, word_table
from reportgen.ingest.formats.grid import Grid, of_part
from reportgen.ingest.formats.numbering import Numbering
from reportgen.ingest.formats.ooxml import Element, local
from reportgen.ingest.formats.word_styles import Looks, Styles
from reportgen.ingest.formats.word_text import DROPPED, Text, branch, parts
from reportgen.records import Address, Cell

FRAMED = 2  # filled cells that a row of a mere frame has at most


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the tables of a document in their order, each with the lines of text before it."""
    with guard.archive(data) as archive:
        main = _main_part(archive)
        body = guard.xml(guard.part(archive, main))
        with guard.mended_only("its numbering"):
            styles = Styles.of(_beside(archive, main, "styles"))
            text = Text(Looks.of(body, styles), Numbering.of(_beside(archive, main, "numbering"), styles))
    grids: list[Grid] = []
    lines: list[str] = []
    with guard.mended_only():
        blocks = list(_blocks(body))
        alone = sum(local(block) == "tbl" for block in blocks) == 1  # 第1张表 of one says nothing
        for block in blocks:
            if local(block) == "p":
                lines += text.line(block).split("\n")
            else:
                part = "" if alone else f"第{len(grids) + 1}张表"
                grids.append(word_table.read(block, file, part, lines, text))
                lines = []
    grids = [found for found in grids if found.rows]
    if not grids:
        return _of_lines(lines, file)
    if len(grids) == 1 and not alone:
        grids = [of_part(grids[0], "")]
    notes = tuple(Cell(Address(file, grids[-1].part), line) for line in lines if line.strip())
    return (*grids[:-1], replace(grids[-1], notes=notes))


def _of_lines(lines: Sequence[str], file: str) -> tuple[Grid, ...]:
    """Give a document without a table as its lines, which may hold labels with their values."""
    rows = tuple(
        (Cell(Address(file, "", number, 1), line.strip()),)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )
    if not rows:
        raise InputError("the document has no table; give the one with the projects, or the table as Excel or text.")
    return (Grid(file, "", rows, flattened=True),)


# --- the parts of the archive -------------------------------------------------------------------


def _main_part(archive: zipfile.ZipFile) -> str:
    return _related(archive, "_rels/.rels", "officeDocument").lstrip("/") or "word/document.xml"


def _beside(archive: zipfile.ZipFile, main: str, kind: str) -> Element | None:
    """Read the styles or the numbering that belong to the main part; they bear any name."""
    folder, name = posixpath.split(main)
    target = _related(archive, f"{folder}/_rels/{name}.rels", kind)
    path = posixpath.normpath(posixpath.join("/", folder, target or f"/word/{kind}.xml")).lstrip("/")
    return guard.xml(guard.part(archive, path)) if path in archive.namelist() else None


def _related(archive: zipfile.ZipFile, relations: str, kind: str) -> str:
    """Find the part of a kind that relations name, as they name it; empty where they name none."""
    if relations not in archive.namelist():
        return ""
    entries = guard.xml(guard.part(archive, relations))
    named = {entry.get("Type", "").rpartition("/")[2]: entry.get("Target", "") for entry in entries}
    return named.get(kind, "")


# --- what stands where --------------------------------------------------------------------------


def _blocks(element: Element) -> Iterator[Element]:
    """Give paragraphs and tables in order, looking through content controls, insertions and frames.

    A table in a text box comes behind the paragraph that holds the box.
    """
    for child in element:
        kind = local(child)
        if kind == "altChunk":
            raise InputError(
                "the document takes in another file, of which Word alone makes text; open it in Word, save it and "
                "give the saved one."
            )
        if kind == "p":
            yield child
            yield from _boxed(child)
        elif kind == "tbl" and not _is_frame(child):
            yield child
        elif kind and kind not in DROPPED:
            yield from _blocks(branch(child))


def _boxed(element: Element) -> Iterator[Element]:
    """Give the tables in the text boxes of a paragraph; each box is there once, though told in two forms."""
    for child in element:
        if local(child) == "txbxContent":
            yield from (block for block in _blocks(child) if local(block) == "tbl")
        elif local(child) not in ("del", "moveFrom", ""):
            yield from _boxed(branch(child))


def _is_frame(table: Element) -> bool:
    """Tell whether a table only frames another one: it has fewer cells, and no two rows of several filled ones."""
    nested = [inner for inner in table.iter("{*}tbl") if inner is not table]
    if not nested:
        return False
    own = sum(1 for _ in table.iter("{*}tc")) - sum(sum(1 for _ in inner.iter("{*}tc")) for inner in nested)
    larger = any(sum(1 for _ in inner.iter("{*}tc")) > own for inner in nested)
    return larger and sum(_filled(row) > FRAMED for row in parts(table, "tr")) < 2


def _filled(row: Element) -> int:
    """Count the cells of a row that hold text of their own."""
    return sum(any(_said(inner) for inner in cell) for cell in parts(row, "tc"))


def _said(block: Element) -> bool:
    return local(block) != "tbl" and any((text.text or "").strip() for text in block.iter("{*}t"))
