"""Documents (.docx, .docm) to Grids: the accepted text of every table.

Tracked insertions are kept, deletions dropped; text boxes, comments and footnotes are left out. A table nested in a
cell stays in that cell as lines of text, unless the outer one is only its frame: then it is read as a table of its own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportgen.errors import InputError
from reportgen.ingest.formats import guard
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import Merge, Place, grid
from reportgen.ingest.formats.numbering import Numbering
from reportgen.ingest.formats.ooxml import Element, attribute, local
from reportgen.records import Address, Cell

DROPPED = frozenset(
    {"del", "moveFrom", "drawing", "pict", "object", "AlternateContent", "rt", "rPr", "pPr", "tcPr", "trPr", "tblPr",
     "tblGrid", "sdtPr", "sdtEndPr", "sectPr", "instrText", "delText", "fldChar", "annotation"}
)  # fmt: skip
BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
# Letters of Wingdings that offices use as marks.
SYMBOLS = {"F0FC": "✓", "F0FB": "✗", "F0FE": "☑", "F0FD": "☒", "F0A8": "□", "F06F": "□", "F06E": "■", "F06C": "●"}
OFF = ("0", "false", "off", "none")


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the tables of a document in their order, each with the lines of text before it."""
    with guard.archive(data) as archive:
        body = guard.xml(guard.part(archive, _main_part(archive)))
        with guard.mended_only("its numbering"):
            numbering = Numbering.of(archive)
    grids: list[Grid] = []
    lines: list[str] = []
    with guard.mended_only():
        for block in _blocks(body):
            if local(block) == "p":
                lines += _paragraph(block, numbering).split("\n")
            else:
                grids.append(_grid(block, file, len(grids) + 1, lines, numbering))
                lines = []
    grids = [found for found in grids if found.rows]
    if not grids:
        raise InputError("the document has no table; give the one with the projects, or the table as Excel or text.")
    if len(grids) == 1:
        grids = [_unnumbered(grids[0])]
    notes = tuple(Cell(Address(file, grids[-1].part), line) for line in lines if line.strip())
    return (*grids[:-1], replace(grids[-1], notes=notes))


def _main_part(archive: zipfile.ZipFile) -> str:
    relations = guard.xml(guard.part(archive, "_rels/.rels"))
    for relation in relations:
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _on(properties: Element | None, flag: str) -> bool:
    found = _property(properties, flag)
    return found is not None and attribute(found, "val") not in OFF


# --- what stands where --------------------------------------------------------------------------


def _blocks(element: Element) -> Iterator[Element]:
    """Give paragraphs and tables in order, looking through content controls, insertions and frames."""
    for child in element:
        kind = local(child)
        if kind == "p" or (kind == "tbl" and not _is_frame(child)):
            yield child
        elif kind not in DROPPED and kind:
            yield from _blocks(child)


def _is_frame(table: Element) -> bool:
    """Tell whether a table only frames another one that has more cells than itself."""
    nested = [inner for inner in table.iter("{*}tbl") if inner is not table]
    own = sum(1 for _ in table.iter("{*}tc")) - sum(sum(1 for _ in inner.iter("{*}tc")) for inner in nested)
    return any(sum(1 for _ in inner.iter("{*}tc")) > own for inner in nested)


def _parts(element: Element, kind: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, looking through what may wrap them."""
    for child in element:
        if local(child) == kind:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _parts(child, kind)


@dataclass(slots=True)
class Layout:
    """A table while its rows are laid out; `reaching` holds, by column, the merge that may go on downwards."""

    numbering: Numbering
    texts: dict[Place, str] = field(default_factory=dict)
    merges: dict[Place, Merge] = field(default_factory=dict)
    reaching: dict[int, Place] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    ends: dict[int, int] = field(default_factory=dict)

    def row(self, at: int, row: Element) -> None:
        """Lay out one row's cells."""
        properties = row.find("{*}trPr")
        if _on(properties, "hidden"):
            self.hidden.add(at)
        column = 1 + int(attribute(_property(properties, "gridBefore"), "val") or 0)
        for cell in _parts(row, "tc"):
            properties = cell.find("{*}tcPr")
            span = int(attribute(_property(properties, "gridSpan"), "val") or 1)
            if _property(properties, "cellDel") is None:
                self._cell((at, column), cell, span, _property(properties, "vMerge"))
            column += span
        self.ends[at] = column - 1 + int(attribute(_property(row.find("{*}trPr"), "gridAfter"), "val") or 0)

    def _cell(self, place: Place, cell: Element, span: int, down: Element | None) -> None:
        row, column = place
        above = self.reaching.get(column)
        if down is not None and attribute(down, "val") != "restart" and above:
            self.merges[above] = replace(self.merges[above], bottom=row)
            return
        self.texts[place] = _cell_text(cell, self.numbering)
        self.merges[place] = Merge(row, column, row, column + span - 1)
        self.reaching.pop(column, None)
        if down is not None:
            self.reaching[column] = place


def _grid(table: Element, file: str, number: int, lines: list[str], numbering: Numbering) -> Grid:
    part = f"第{number}张表"
    layout = Layout(numbering)
    rows = (row for row in _parts(table, "tr") if not _on(row.find("{*}trPr"), "del"))
    for at, row in enumerate(rows, start=1):
        layout.row(at, row)
    titles = tuple(Cell(Address(file, part), line) for line in lines if line.strip())
    filled = grid(file, part, layout.texts, layout.merges.values(), hidden=layout.hidden, ends=layout.ends)
    return replace(filled, titles=titles)


def _property(properties: Element | None, wanted: str) -> Element | None:
    return None if properties is None else properties.find(f"{{*}}{wanted}")


def _unnumbered(only: Grid) -> Grid:
    """Drop 第1张表 from the addresses of a document's only table."""
    bare: dict[int, Cell] = {}

    def plain(cell: Cell) -> Cell:
        return bare.setdefault(id(cell), Cell(replace(cell.address, part=""), cell.text))

    rows = tuple(tuple(plain(cell) for cell in row) for row in only.rows)
    return replace(only, part="", rows=rows, titles=tuple(plain(cell) for cell in only.titles))


# --- text ---------------------------------------------------------------------------------------


def _cell_text(cell: Element, numbering: Numbering) -> str:
    return "\n".join(_block_texts(cell, numbering)).strip("\n")


def _block_texts(element: Element, numbering: Numbering) -> Iterator[str]:
    for child in element:
        kind = local(child)
        if kind == "p":
            yield _paragraph(child, numbering)
        elif kind == "tbl":
            for row in _parts(child, "tr"):
                yield "\t".join(_cell_text(cell, numbering) for cell in _parts(row, "tc"))
        elif kind and kind not in DROPPED:
            yield from _block_texts(child, numbering)


def _paragraph(paragraph: Element, numbering: Numbering) -> str:
    """Give a paragraph's text with its automatic number, which is not stored in the text."""
    text = "".join(_pieces(paragraph))
    return numbering.next(paragraph) + text


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br":
            yield "\n" if attribute(child, "type") in ("", "textWrapping") else ""
        elif kind in BREAKS:
            yield BREAKS[kind]
        elif kind == "sym":
            code = attribute(child, "char").upper()
            yield SYMBOLS.get(code, "□")
        elif kind and kind not in DROPPED and not _vanished(child):
            yield from _pieces(child)


def _vanished(run: Element) -> bool:
    return local(run) == "r" and _on(run.find("{*}rPr"), "vanish")
