"""Web pages (.html, .htm, .mht) to Grids, as browsers, Word, Excel and WPS save them."""

from __future__ import annotations

import email
import email.policy
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import webencodings

from reportgen.errors import InputError
from reportgen.ingest.formats import encoding, web_table, web_text
from reportgen.ingest.formats.grid import Grid, of_part
from reportgen.ingest.formats.web_fields import FIELDS
from reportgen.ingest.formats.web_looks import Looks, looks
from reportgen.ingest.formats.web_text import BLOCKS, BREAK, UNSHOWN, Words
from reportgen.ingest.formats.web_tree import name, tree
from reportgen.records import Address, Cell

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
CHINESE = "gb18030"  # holds GB 2312 and GBK


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the tables of a page, or of every page that a web archive holds."""
    pages = _archived(data) if is_archive(data) else (_decoded(data),)
    try:
        grids = tuple(found for page in pages for found in _page(page, file))
    except RecursionError:
        raise InputError("the page nests its elements deeper than any table needs; copy the table alone.") from None
    if not grids:
        raise InputError("the page has no table; if it only frames other pages, give the one with the table.")
    if len(grids) == 1:
        return grids
    return tuple(of_part(found, f"第{number}张表") for number, found in enumerate(grids, start=1))


def is_archive(data: bytes) -> bool:
    """Tell a web archive (.mht) by the head of its message."""
    head = data[:4000].lstrip().lower()
    return b"mime-version:" in head and b"content-type:" in head and not head.startswith(b"<")


def _archived(data: bytes) -> tuple[str, ...]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            raw = part.get_payload(decode=True)
            pages.append(_decoded(raw if isinstance(raw, bytes) else b"", part.get_content_charset()))
    return tuple(pages)


def _decoded(data: bytes, charset: str | None = None) -> str:
    """Decode by the charset that the page names where that gives Chinese, else as any text."""
    named = META_CHARSET.search(data[:4000])
    known = webencodings.lookup(charset or (named[1].decode("ascii") if named else ""))
    if known and not data.startswith(tuple(mark for mark, _ in encoding.MARKS)):
        text = encoding.strictly(data, CHINESE if known.name == "gbk" else known.codec_info.name)
        shown = html.unescape(text or "")  # all hanzi may be written as &#20013;
        if text is not None and encoding.chinese(shown) and not encoding.misread(shown):
            return text
    return encoding.decode(data)  # pages saved in one encoding often name another


# --- a page -------------------------------------------------------------------------------------


def _page(text: str, file: str) -> Iterator[Grid]:
    if "<!ENTITY" in text[:20_000].upper():
        raise InputError("the page declares entities, which no browser writes; save it again.")
    lines: list[str] = []
    grids: list[Grid] = []
    root = tree(text)
    seen = looks(root)
    for block in _blocks(root, seen):
        if isinstance(block, str):
            lines.append(block)
            continue
        found = web_table.read(block.table, file, seen, hidden=block.hidden)
        lines += _caption(block.table, seen)
        if found.rows:
            grids.append(replace(found, titles=_cells(lines, file)))
            lines.clear()
    if grids:
        yield from grids[:-1]
        yield replace(grids[-1], notes=_cells(lines, file))


def _cells(pieces: list[str], file: str) -> tuple[Cell, ...]:
    lines = web_text.shown("".join(pieces)).split("\n")
    return tuple(Cell(Address(file), line.strip()) for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Block:
    """A table, and whether it stands in what the page hides."""

    table: Element
    hidden: bool


def _blocks(element: Element, looks: Looks, *, hidden: bool = False) -> Iterator[str | Block]:
    """Give the tables and the text between them; a table that only frames larger ones is looked through."""
    for child in element:
        kind, look = name(child), looks.of(child)
        unseen = hidden or look.hidden
        if kind == "table" and not _is_frame(child):
            yield Block(child, unseen)
        elif kind and kind not in UNSHOWN | FIELDS:
            edge = BREAK if kind in BLOCKS else ""
            parts = (BREAK if kind == "br" else edge, child.text or "", *_blocks(child, looks, hidden=unseen), edge)
            silent = unseen or look.invisible or look.struck
            yield from (part for part in parts if not (silent and isinstance(part, str)))
        yield child.tail or ""


def _caption(table: Element, looks: Looks) -> Iterator[str]:
    """Give the caption of a table as lines of its own."""
    for caption in (child for child in table if name(child) == "caption" and not looks.of(child).hidden):
        words = Words(looks)
        words.add(caption)
        yield from (BREAK, words.text.replace("\n", BREAK), BREAK)


def _is_frame(table: Element) -> bool:
    nested = [inner for inner in table.iter("table") if inner is not table]
    sizes = [_size(inner) for inner in nested]
    return bool(sizes) and max(sizes) > _size(table) - sum(sizes)


def _size(table: Element) -> int:
    return sum(1 for element in table.iter() if name(element) in ("td", "th"))
