"""Names in office XML without their namespace: the strict and the usual form differ in it only."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

Element = etree._Element
OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """Give an element's name; empty for comments and instructions."""
    return _without_namespace(element.tag)


@lru_cache(maxsize=1024)  # a large table has hundreds of thousands of elements of a few dozen names
def _without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, wanted: str) -> str:
    """Give an attribute's value whatever its namespace, empty where it is not there."""
    for key, value in element.items() if element is not None else ():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""


def prop(properties: Element | None, wanted: str) -> Element | None:
    """Give one of an element's properties, or None."""
    for child in properties if properties is not None else ():
        if local(child) == wanted:
            return child
    return None


def props(element: Element | None) -> dict[str, Element]:
    """Give all properties of an element by their names, the first of each."""
    return {} if element is None else {local(child): child for child in reversed(element)}


def val(properties: Element | None, wanted: str) -> str:
    """Give the value of one of an element's properties, empty where it is not there."""
    return attribute(prop(properties, wanted), "val")


def switched(properties: Element | None, flag: str) -> bool | None:
    """Tell whether a property is switched on or off; None where it is not said."""
    found = prop(properties, flag)
    return None if found is None else on(found)


def on(flag: Element) -> bool:
    """Tell whether a flag that is there is switched on."""
    return attribute(flag, "val") not in OFF
