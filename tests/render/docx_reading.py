"""What a docx says and how it is set, read from its XML without python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Docx:
    """A docx file: its parts as XML, its styles by id."""

    path: Path

    def part(self, name: str) -> etree._Element:
        with zipfile.ZipFile(self.path) as archive:
            return etree.fromstring(archive.read(name))

    @property
    def body(self) -> etree._Element:
        body = self.part("word/document.xml").find(f"{W}body")
        assert body is not None
        return body

    @property
    def styles(self) -> dict[str, etree._Element]:
        return {get(style, "styleId"): style for style in self.part("word/styles.xml").iter(f"{W}style")}

    def style_names(self) -> dict[str, str]:
        return {key: val(style, "name") for key, style in self.styles.items()}

    def paragraphs(self, style: str = "") -> list[etree._Element]:
        """All paragraphs in document order, those in tables too, or those of one style."""
        return [found for found in self.body.iter(f"{W}p") if not style or style_of(found) == style]

    def effective(self, paragraph: etree._Element, group: str, name: str) -> dict[str, str]:
        """A property's attributes: the paragraph's own, over those of its style and what that is based on."""
        chain = [paragraph]
        key = style_of(paragraph)
        while key:
            chain.append(self.styles[key])
            key = val(self.styles[key], "basedOn")
        found: dict[str, str] = {}
        for holder in reversed(chain):
            element = holder.find(f"{W}{group}/{W}{name}")
            if element is not None:
                found |= {str(etree.QName(key).localname): str(text) for key, text in element.attrib.items()}
        return found


def get(element: etree._Element, name: str, default: str = "") -> str:
    return str(element.get(f"{W}{name}", default))


def val(element: etree._Element, path: str) -> str:
    """The value of a child, by its path of names, or an empty text."""
    found = element.find("/".join(W + name for name in path.split("/")))
    return "" if found is None else get(found, "val")


def style_of(paragraph: etree._Element) -> str:
    return val(paragraph, "pPr/pStyle")


def text_of(element: etree._Element) -> str:
    """The text below an element; breaks are newlines, tabs nothing, paragraphs are joined by newlines."""
    if element.tag == f"{W}tc":
        return "\n".join(text_of(paragraph) for paragraph in element.iter(f"{W}p"))
    letters = {f"{W}t": lambda node: node.text or "", f"{W}br": lambda _: "\n"}
    return "".join(letters[node.tag](node) for node in element.iter(*letters))


def blocks(docx: Docx) -> Iterator[tuple[str, str]]:
    """Yield (style name, text) of every paragraph outside tables, and (table style name, "") for each table."""
    names = docx.style_names()
    for child in docx.body:
        if child.tag == f"{W}tbl":
            yield names[val(child, "tblPr/tblStyle")], ""
        elif child.tag == f"{W}p" and (text_of(child) or val(child, "pPr/pStyle") not in {"anchor", ""}):
            yield names[style_of(child)], text_of(child)


def rows(table: etree._Element) -> list[dict[int, str]]:
    """The table's rows as texts by grid column, heads in one line; cells merged with the one above are left out."""
    found = []
    for row in table.iter(f"{W}tr"):
        column, texts = 0, {}
        line_end = "" if row.find(f"{W}trPr/{W}tblHeader") is not None else "\n"
        for cell in row.iter(f"{W}tc"):
            if val(cell, "tcPr/vMerge") != "continue":
                texts[column] = text_of(cell).replace("\n", line_end)
            column += int(val(cell, "tcPr/gridSpan") or 1)
        found.append(texts)
    return found
