"""The docx package: its parts, its properties, and a zip whose bytes depend on nothing but its content."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import PROGRAM
from reportgen.render.lines import NO_END, NO_START
from reportgen.render.word.wordml import DECLARATION, NAMESPACES, A, quoted, tag, value

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
THEME_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2", "accent1": "595959", "accent2": "7F7F7F",
    "accent3": "A6A6A6", "accent4": "BFBFBF", "accent5": "D9D9D9", "accent6": "262626", "hlink": "000000",
    "folHlink": "000000",
}  # fmt: skip
OPENING = f"<w:document {NAMESPACES}><w:body>"
EPOCH = (1980, 1, 1, 0, 0, 0)
COMPATIBLE_WITH = 15  # Word 2013 and later; without it Word opens the file in compatibility mode


@dataclass(frozen=True, slots=True)
class Properties:
    """What the document says of itself."""

    title: str
    author: str = ""
    day: date | None = None


def new() -> Part:
    """Make an empty package's document part. python-docx's own template would bring its Japanese theme along."""
    from docx.package import Package

    package = Package()
    document = add(package, "/word/document.xml", WORDML + "document.main+xml", b"")
    package.relate_to(document, RELATIONSHIPS + "officeDocument")
    return document


def add(package: Package, name: str, content_type: str, content: bytes | str) -> Part:
    """Add a part to a package."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), content_type, content.encode() if isinstance(content, str) else content, package)


def attach(document: Part, name: str, kind: str, content: str) -> str:
    """Add a WordprocessingML part and relate the document to it; give the relationship's key."""
    part = add(document.package, f"/word/{name}.xml", f"{WORDML}{kind}+xml", content)
    return document.relate_to(part, RELATIONSHIPS + kind)


def attach_theme(document: Part, face: str) -> None:
    """Add the theme that Word expects in a file. No style refers to it."""
    part = add(document.package, "/word/theme/theme1.xml", THEME_TYPE, theme_xml(face))
    document.relate_to(part, RELATIONSHIPS + "theme")


def theme_xml(face: str) -> str:
    """Make a plain theme: black on white, one face throughout, greys for what an office may draw itself."""
    name = quoted(face)
    letters = f'<a:latin typeface="{name}"/><a:ea typeface="{name}"/><a:cs typeface="{name}"/>'
    colours = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in THEME_COLOURS.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colours}</a:clrScheme><a:fontScheme name="公文">'
        f"<a:majorFont>{letters}</a:majorFont><a:minorFont>{letters}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def font_table_xml(names: Iterable[str]) -> str:
    """List the faces as Chinese ones, so that a machine without them substitutes a Chinese one."""
    chinese = value("charset", "86") + value("family", "auto") + value("pitch", "variable")
    listed = "".join(f'<w:font w:name="{quoted(name)}">{chinese}</w:font>' for name in sorted(names))
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def settings_xml() -> str:
    """Make the settings: odd and even footers, Chinese line breaking as in the PDF, no squeezed punctuation."""
    compatibility = "".join(
        tag("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=setting)
        for name, setting in (("compatibilityMode", COMPATIBLE_WITH), ("differentiateMultirowTableHeaders", 1))
    )
    return (
        f"{DECLARATION}<w:settings {NAMESPACES}>{tag('zoom', percent=100)}{value('defaultTabStop', 420)}"
        f"<w:evenAndOddHeaders/>{value('characterSpacingControl', 'doNotCompress')}"
        f"{tag('noLineBreaksAfter', lang='zh-CN', val=_listed(NO_END))}"
        f"{tag('noLineBreaksBefore', lang='zh-CN', val=_listed(NO_START))}"
        f"<w:compat>{compatibility}</w:compat>"
        f"{tag('themeFontLang', val='en-US', eastAsia='zh-CN')}</w:settings>"
    )


def _listed(characters: Iterable[str]) -> str:
    return quoted("".join(sorted(characters)))


def describe(document: Part, properties: Properties) -> None:
    """Set the document's properties; the day is the table's, so that each run gives the same bytes."""
    core = document.package.core_properties
    moment = datetime.combine(properties.day, time()) if properties.day else datetime(*EPOCH)
    core.title, core.author, core.last_modified_by = properties.title, properties.author, properties.author
    core.language, core.revision, core.keywords = "zh-CN", 1, PROGRAM
    core.created = core.modified = moment


def save(document: Part, body: Iterable[str], path: Path, opening: str = OPENING) -> None:
    """Zip the package, names sorted and times fixed, while `body` streams into the document part."""
    package = document.package
    parts = list(package.iter_parts())
    contents: dict[str, bytes] = {"_rels/.rels": package.rels.xml}
    contents |= {part.partname.membername: part.blob for part in parts}
    contents |= {part.partname.rels_uri.membername: part.rels.xml for part in parts if len(part.rels)}
    with zipfile.ZipFile(path, "w") as archive:
        # Programs that read the zip as a stream expect it first.
        archive.writestr(_entry("[Content_Types].xml"), _content_types(parts))
        for name in sorted(contents):
            with archive.open(_entry(name), "w") as stream:
                pieces = _document(opening, body) if name == document.partname.membername else (contents[name],)
                for piece in pieces:
                    stream.write(piece)


def _document(opening: str, body: Iterable[str]) -> Iterator[bytes]:
    yield (DECLARATION + opening).encode()
    for piece in body:
        yield piece.encode()
    yield b"</w:body></w:document>"


def _content_types(parts: Iterable[Part]) -> str:
    listed = "".join(
        f'<Override PartName="{quoted(str(part.partname))}" ContentType="{quoted(part.content_type)}"/>'
        for part in sorted(parts, key=lambda part: str(part.partname))
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">{rels}{xml}{listed}</Types>'


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
