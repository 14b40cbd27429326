"""Names in office XML without their namespace: the strict and the usual form differ in it only."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """Give an element's name; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, wanted: str) -> str:
    """Give an attribute's value whatever its namespace, empty where it is not there."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == wanted), "")


def prop(properties: Element | None, wanted: str) -> Element | None:
    """Give one of an element's properties, or None."""
    return None if properties is None else properties.find(f"{{*}}{wanted}")


def val(properties: Element | None, wanted: str) -> str:
    """Give the value of one of an element's properties, empty where it is not there."""
    return attribute(prop(properties, wanted), "val")


def switched(properties: Element | None, flag: str) -> bool | None:
    """Tell whether a property is switched on or off; None where it is not said."""
    found = prop(properties, flag)
    return None if found is None else attribute(found, "val") not in OFF
