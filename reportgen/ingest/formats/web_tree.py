"""The tree of a page as browsers build it, however its tags are nested."""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element

import tinyhtml5

from reportgen.ingest.formats import guard


def tree(text: str) -> Element:
    """Parse by the rules of the HTML standard: rows and cells are implied, what a table cannot hold goes before it."""
    with guard.foreign_parser():
        root: Element = tinyhtml5.parse(io.StringIO(text), namespace_html_elements=False)  # a bare str may name a file
    return root


def name(element: Element) -> str:
    """Give an element's name, of drawings too; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
