"""An office's own letterhead: a Word file whose headers, margins, styles and opening lines the briefing takes over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from lxml import etree

from reportgen.errors import SettingsError
from reportgen.render import room
from reportgen.render.theme_parts import Sheet
from reportgen.render.tree import Element
from reportgen.render.word.wordml import TWIPS_PER_MM, A, R, W, quoted
from reportgen.render.word.wordml import WP as DRAWING

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

NAMES = {"w": W, "r": R, "wp": DRAWING, "a": A}
REFERS_TO_STYLE = tuple(f"{{{W}}}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
MASTHEAD = "masthead"
STYLE, KEY = f"{{{W}}}style", f"{{{W}}}styleId"
EDGES = ("top", "right", "bottom", "left")
# Margins that differ less than the standard's own tolerance, in mm, are the standard's.
TOLERANCE = 1.0
SHOWN = tuple(f"{{{W}}}{name}" for name in ("t", "drawing", "pict", "object"))


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a briefing on a letterhead begins with.

    `opening` is the document's start tag; `content` the letterhead's own blocks; `headers` the references to its
    headers (and its first page's footer); `footers` the kinds of footer that it needs from us.
    """

    package: Package
    document: Part
    opening: str
    content: tuple[etree._Element, ...]
    sheet: Sheet
    headers: str
    title_page: bool
    footers: tuple[str, ...]

    @property
    def has_masthead(self) -> bool:
        """Tell whether the letterhead prints something above the text, so that the page's masthead is left out."""
        return any(element.text or len(element) for block in self.content for element in block.iter(*SHOWN))

    def without_masthead(self, root: Element) -> Element:
        """Leave the page's own masthead out where the letterhead has one."""
        if not self.has_masthead:
            return root
        return replace(root, children=tuple(child for child in root.elements if child.cls != MASTHEAD))

    def blocks(self) -> Iterator[str]:
        """Yield the letterhead's own blocks."""
        for element in self.content:
            yield etree.tostring(element, encoding="unicode", with_tail=False)


def read(path: Path, sheet: Sheet) -> Letterhead:
    """Open a letterhead; SettingsError where it is not there, or not a Word file."""
    from docx.opc.exceptions import PackageNotFoundError
    from docx.package import Package

    if not path.is_file():
        raise SettingsError(f"{path}: there is no such file; put it there, or mend base_docx in reportgen.toml.")
    try:
        package = Package.open(str(path))
        document = package.main_document_part
        root: Any = document.element
        body = root.find(f"{{{W}}}body")
    except (PackageNotFoundError, BadZipFile, KeyError, AttributeError, etree.XMLSyntaxError, ValueError) as error:
        raise SettingsError(f"{path}: this is no Word document; give base_docx a .docx file.") from error
    section = body.find(f"{{{W}}}sectPr")
    content = tuple(child for child in body if child is not section)
    title_page = section is not None and section.find(f"{{{W}}}titlePg") is not None
    kinds = [] if section is None else [child for child in section if child.tag.endswith("Reference")]
    kept = [child for child in kinds if child.tag.endswith("headerReference") or _kind(child) == "first"]
    own_first = any(child.tag.endswith("footerReference") for child in kept)
    return Letterhead(
        package,
        document,
        _opening(root),
        content,
        sheet if section is None else _sheet(section, sheet, path),
        "".join(f'<w:{etree.QName(child).localname} w:type="{_kind(child)}" r:id="{_key(child)}"/>' for child in kept),
        title_page,
        ("default", "even", *(["first"] if title_page and not own_first else [])),
    )


def _kind(reference: etree._Element) -> str:
    return str(reference.get(f"{{{W}}}type", "default"))


def _key(reference: etree._Element) -> str:
    return str(reference.get(f"{{{R}}}id"))


def _opening(root: etree._Element) -> str:
    """Write the start tag with the letterhead's namespaces and ours."""
    names = {prefix: uri for prefix, uri in root.nsmap.items() if prefix} | NAMES
    spaces = "".join(f' xmlns:{prefix}="{quoted(uri)}"' for prefix, uri in names.items())
    prefixes = {uri: prefix for prefix, uri in names.items()}
    attributes = "".join(
        f' {prefixes[str(etree.QName(name).namespace)]}:{etree.QName(name).localname}="{quoted(str(text))}"'
        for name, text in root.attrib.items()
        if etree.QName(name).namespace in prefixes
    )
    return f"<w:document{spaces}{attributes}><w:body>"


def _sheet(section: etree._Element, sheet: Sheet, path: Path) -> Sheet:
    """Take the letterhead's margins over, keeping the width of a character and the height of a line."""
    margins = section.find(f"{{{W}}}pgMar")
    if margins is None:
        return sheet
    found = {edge: abs(int(margins.get(f"{{{W}}}{edge}", "0"))) / TWIPS_PER_MM for edge in EDGES}
    if all(abs(found[edge] - getattr(sheet, edge)) <= TOLERANCE for edge in EDGES):
        return sheet
    changed = sheet.model_copy(update=found)
    if told := room.cramped(changed):
        raise SettingsError(f"{path}: {told}; make them smaller in that file.")
    rows = floor(changed.text_height / sheet.pitch)
    return changed.model_copy(update={"lines": rows, "chars": floor(changed.text_width / sheet.cell)})


def prepared(letterhead: Letterhead, styles: str) -> Part:
    """Give the letterhead's document part, with our styles, and with even pages numbered as odd ones are not."""
    document: Any = letterhead.document
    for key, relation in list(document.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):  # Word 2010's copy of the styles, now out of step
            del document.rels[key]
    _merge(letterhead, styles)
    document.settings.odd_and_even_pages_header_footer = True
    return letterhead.document


def _merge(letterhead: Letterhead, ours: str) -> None:
    """Add our styles to the letterhead's. Where it has one of the same name, the office's own look wins."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    part: Any = letterhead.document.part_related_by(RELATIONSHIP_TYPE.STYLES)
    added = {_name(style): style for style in etree.fromstring(ours.encode()).iter(STYLE)}
    keys = {_key_of(style).casefold() for style in added.values()}
    renamed: dict[str, str] = {}
    for style in part.element.iter(STYLE):
        same = added.pop(_name(style), None)
        key = _key_of(style)
        if same is not None:
            renamed[key] = _key_of(same)
        elif key.casefold() in keys:
            renamed[key] = f"{key}-1"
        style.set(KEY, renamed.get(key, key))
    for element in _trees(letterhead):
        _rename(element, renamed)
    part.element.extend(added.values())


def _key_of(style: etree._Element) -> str:
    return str(style.get(KEY))


def _name(style: etree._Element) -> str:
    found = style.find(f"{{{W}}}name")
    return "" if found is None else str(found.get(f"{{{W}}}val")).casefold()


def _trees(letterhead: Letterhead) -> Iterator[etree._Element]:
    """Yield the letterhead's parts that are XML."""
    for part in letterhead.package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None:
            yield element


def _rename(tree: etree._Element, renamed: dict[str, str]) -> None:
    for element in tree.iter(*REFERS_TO_STYLE):
        key = str(element.get(f"{{{W}}}val"))
        element.set(f"{{{W}}}val", renamed.get(key, key))
