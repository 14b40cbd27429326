"""Web pages (.html, .htm, .mht) to Grids, as browsers, Word, Excel and WPS save them."""

from __future__ import annotations

import email
import email.policy
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from reportgen.errors import InputError
from reportgen.ingest.formats import encoding
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import Merge, Place, grid
from reportgen.ingest.formats.ooxml import Element, local
from reportgen.records import Address, Cell

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CHINESE = frozenset({"gb2312", "gbk", "x-gbk", "gb_2312-80"})  # all are read as GB18030, which holds them
SPACE = re.compile(r"[ \t\n\r\f]+")
UNSHOWN = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "rt", "rp", "del", "select", "textarea"}
)
BLOCKS = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "pre", "blockquote", "dd", "dt"}
)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
BREAK = "\x0b"  # stands for a line break until white space is folded
WIDEST, DEEPEST = 1000, 65534  # the bounds of colspan and rowspan in the HTML standard


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the tables of a page, or of every page that a web archive holds."""
    pages = _archived(data) if is_archive(data) else (_decoded(data),)
    grids = tuple(found for page in pages for found in _page(page, file))
    if not grids:
        raise InputError("the page has no table; if it only frames other pages, give the one with the table.")
    if len(grids) == 1:
        return grids
    return tuple(_numbered(found, number) for number, found in enumerate(grids, start=1))


def is_archive(data: bytes) -> bool:
    """Tell a web archive (.mht) by the head of its message."""
    head = data[:4000].lstrip().lower()
    return b"mime-version:" in head and (b"content-type:" in head) and not head.startswith(b"<")


def _archived(data: bytes) -> tuple[str, ...]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            raw = part.get_payload(decode=True)
            pages.append(_decoded(raw if isinstance(raw, bytes) else b"", part.get_content_charset()))
    return tuple(pages)


def _decoded(data: bytes, charset: str | None = None) -> str:
    """Decode by the charset that the page names where its bytes keep to it, else as any text."""
    named = META_CHARSET.search(data[:4000])
    name = (charset or (named[1].decode("ascii") if named else "")).lower()
    if not data.startswith(tuple(mark for mark, _ in encoding.MARKS)) and name:
        try:
            return data.decode("gb18030" if name in CHINESE else name)
        except (UnicodeDecodeError, LookupError):
            pass  # pages saved in one encoding often name another
    return encoding.decode(data)


# --- a page -------------------------------------------------------------------------------------


def _page(text: str, file: str) -> Iterator[Grid]:
    if "<!ENTITY" in text[:20_000].upper():
        raise InputError("the page declares entities, which no browser writes; save it again.")
    data = XML_DECLARATION.sub("", text).encode("utf-8", "replace")
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    if root is None:
        return
    lines: list[str] = []
    grids: list[Grid] = []
    for block in _blocks(root):
        if isinstance(block, str):
            lines.append(block)
            continue
        found = _grid(block, file)
        if found.rows:
            grids.append(replace(found, titles=_cells(lines, file)))
            lines.clear()
    if grids:
        yield from grids[:-1]
        yield replace(grids[-1], notes=_cells(lines, file))


def _cells(pieces: list[str], file: str) -> tuple[Cell, ...]:
    lines = _shown("".join(pieces)).split("\n")
    return tuple(Cell(Address(file), line.strip()) for line in lines if line.strip())


def _blocks(element: Element) -> Iterator[str | Element]:
    """Give the tables and the text between them; a table that only frames larger ones is looked through."""
    for child in element:
        kind = local(child)
        if kind == "table" and not _is_frame(child):
            yield child
        elif kind and kind not in UNSHOWN and not _hidden(child):
            yield BREAK if kind in BLOCKS or kind == "br" else ""
            yield child.text or ""
            yield from _blocks(child)
            yield BREAK if kind in BLOCKS else ""
        yield child.tail or ""


def _is_frame(table: Element) -> bool:
    nested = [inner for inner in table.iter("table") if inner is not table]
    sizes = [_size(inner) for inner in nested]
    return bool(sizes) and max(sizes) > _size(table) - sum(sizes)


def _size(table: Element) -> int:
    return sum(1 for _ in table.iter("td", "th"))


def _hidden(element: Element) -> bool:
    return bool(HIDDEN.search(element.get("style", ""))) or element.get("hidden") is not None


def _numbered(found: Grid, number: int) -> Grid:
    """Name the table in the address of each of its cells."""
    part = f"第{number}张表"
    moved: dict[int, Cell] = {}

    def placed(cell: Cell) -> Cell:
        return moved.setdefault(id(cell), Cell(replace(cell.address, part=part), cell.text))

    rows = tuple(tuple(placed(cell) for cell in row) for row in found.rows)
    titles, notes = (tuple(placed(cell) for cell in cells) for cells in (found.titles, found.notes))
    return replace(found, part=part, rows=rows, titles=titles, notes=notes)


# --- a table ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Layout:
    """A table while it is laid out; `taken` holds the places that cells of earlier rows reach down into."""

    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)  # column to the last row it is taken in
    hidden: set[int] = field(default_factory=set)
    ends: dict[int, int] = field(default_factory=dict)

    def row(self, at: int, row: Element, last: int) -> None:
        """Lay out one row; `last` is the last row of its section, where all spans end."""
        if _hidden(row):
            self.hidden.add(at)
        column = 1
        for cell in row:
            if local(cell) not in ("td", "th"):
                continue
            while self.taken.get(column, 0) >= at:
                column += 1
            wide = min(_span(cell, "colspan") or 1, WIDEST)
            deep = _span(cell, "rowspan")
            bottom = min(at + deep - 1, last) if deep else last
            self.texts[at, column] = _cell_text(cell)
            self.merges.append(Merge(at, column, bottom, column + wide - 1))
            self.taken.update(dict.fromkeys(range(column, column + wide), bottom))
            column += wide
        self.ends[at] = max((column for column, bottom in self.taken.items() if bottom >= at), default=0)


def _span(cell: Element, name: str) -> int:
    """Read a span as browsers do; 0 in rowspan means the rest of the section."""
    digits = re.match(r"\s*\+?(\d+)", cell.get(name, "1"))
    return min(int(digits[1]), DEEPEST) if digits else 1


def _grid(table: Element, file: str) -> Grid:
    layout = Layout()
    at = 0
    for section in _sections(table):
        last = at + len(section)
        for row in section:
            at += 1
            layout.row(at, row, last)
    return grid(file, "", layout.texts, layout.merges, hidden=layout.hidden, ends=layout.ends)


def _sections(table: Element) -> Iterator[list[Element]]:
    """Give the rows of head, bodies and foot; rows that stand bare are a body."""
    bare: list[Element] = []
    for child in table:
        if local(child) == "tr":
            bare.append(child)
        elif local(child) in ("thead", "tbody", "tfoot"):
            if bare:
                yield bare
                bare = []
            yield [row for row in child if local(row) == "tr"]
    yield bare


# --- text ---------------------------------------------------------------------------------------


def _cell_text(cell: Element) -> str:
    return _shown("".join([cell.text or "", *_pieces(cell)]))


def _pieces(element: Element) -> Iterator[str]:
    """Give the text of an element as a browser shows it; nested cells are parted by tabs."""
    for child in element:
        kind = local(child)
        if kind == "br":
            yield BREAK
        elif kind in ("td", "th"):
            yield from (child.text or "", *_pieces(child), "\x1f")
        elif kind and kind not in UNSHOWN and not _hidden(child):
            edge = BREAK if kind in BLOCKS else ""
            yield from (edge, child.text or "", *_pieces(child), edge)
        yield child.tail or ""


def _shown(text: str) -> str:
    """Fold white space: a break between two wide characters of the source is nothing, other runs are one space."""
    folded = SPACE.sub(lambda run: _space(text, run), text)
    lines = (line.strip(" ").rstrip("\x1f").replace("\x1f", "\t") for line in re.split(f"{BREAK}+", folded))
    return "\n".join(lines).strip("\n")


def _space(text: str, run: re.Match[str]) -> str:
    around = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    wide = all(char and unicodedata.east_asian_width(char) in "WF" for char in around)
    return "" if wide and "\n" in run[0] else " "
