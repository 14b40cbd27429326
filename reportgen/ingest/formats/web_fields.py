"""The fields of a form that was filled in and saved as a page: what each shows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

FIELDS = frozenset({"input", "select", "textarea"})
BOXES = frozenset({"checkbox", "radio"})
EMPTY, TICKED = "□☑"
WORDLESS = frozenset({"hidden", "password", "submit", "button", "reset", "image", "file", "color", "range"})


def value(field: Element) -> str:
    """Give the words that a field shows; buttons say nothing about the table."""
    kind = field.get("type", "text").lower()
    if field.tag == "select":
        return "、".join(_chosen(field))
    if field.tag == "textarea":
        return "".join(field.itertext())
    if kind in BOXES:
        return EMPTY if field.get("checked") is None else TICKED
    return "" if kind in WORDLESS else field.get("value", "")


def _chosen(field: Element) -> list[str]:
    """List the options chosen, the first where none is; one without a value (请选择) stands for none."""
    options = list(field.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    if not chosen and field.get("multiple") is None:
        chosen = options[:1]
    return ["".join(option.itertext()).strip() for option in chosen if option.get("value") != ""]


def only_boxes(text: str) -> bool:
    """Tell text of boxes alone, which choose rows of the page (□) and answer nothing (□是 ☑否)."""
    return not text.strip(f"{EMPTY}{TICKED} ")
