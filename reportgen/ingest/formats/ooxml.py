"""Names in office XML without their namespace: the strict and the usual form differ in it only."""

from __future__ import annotations

from lxml import etree

Element = etree._Element


def local(element: Element) -> str:
    """Give an element's name; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, wanted: str) -> str:
    """Give an attribute's value whatever its namespace, empty where it is not there."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == wanted), "")
