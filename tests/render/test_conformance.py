"""The PDF keeps what can be checked of PDF/A-3u (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) without a validator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from reportgen.render import fonts as faces
from reportgen.render import pdf, theme
from tests.render import sample

LOOK = theme.load(sample.TEMPLATES / "theme.toml")
ABOUT = pdf.About(
    "云湖区人民政府办公室",
    date(2025, 8, 31),
    (pdf.Attachment("2025-08.txt", b"1", "source"), pdf.Attachment("verdicts.json", b"{}", "verdicts", "Data")),
)
XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    path = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    pdf.write(
        sample.page(LOOK), LOOK, faces.resolve(LOOK, [Path("~/.cache/reportgen/fonts").expanduser()]), path, ABOUT
    )
    with pikepdf.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def xmp(file: pikepdf.Pdf) -> Any:
    return etree.fromstring(file.Root.Metadata.read_bytes())


def dictionaries(file: pikepdf.Pdf, key: str, value: str) -> list[pikepdf.Dictionary]:
    """All dictionaries with an entry."""
    return [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get(key) == value]


def told(xmp: Any, name: str) -> list[str]:
    """Values of a property of the metadata, written as element or as attribute."""
    space, local = name.split(":")
    key = f"{{{XMP[space]}}}{local}"
    found = ["".join(node.itertext()).strip() for node in xmp.iter(key)]
    return found + [node.get(key) for node in xmp.iter() if node.get(key)]


def test_metadata_claims_both_standards_and_describes_the_second(xmp: Any) -> None:
    """Part 3 level U, and PDF/UA part 1, a property that PDF/A asks the file to describe."""
    assert told(xmp, "pdfaid:part") == ["3"]
    assert told(xmp, "pdfaid:conformance") == ["U"]
    assert told(xmp, "pdfuaid:part") == ["1"]
    assert told(xmp, "pdfaSchema:namespaceURI") == [XMP["pdfuaid"]]
    assert len(list(xmp.iter(f"{{{XMP['rdf']}}}RDF"))) == 1


def test_metadata_and_properties_agree(file: pikepdf.Pdf, xmp: Any) -> None:
    """Title, author and dates are the same in both places."""
    assert told(xmp, "dc:title") == [str(file.docinfo["/Title"])]
    assert told(xmp, "dc:creator") == [str(file.docinfo["/Author"])]
    assert told(xmp, "xmp:CreateDate")[0].startswith("2025-08-31")
    assert str(file.docinfo["/CreationDate"]).startswith("D:20250831")


def test_colours_are_defined_by_an_embedded_profile(file: pikepdf.Pdf) -> None:
    """The output intent is PDF/A's and has its profile inside."""
    (intent,) = file.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_nothing_that_archives_forbid(file: pikepdf.Pdf) -> None:
    """No encryption, scripts, actions at opening, outside references or LZW; a file identifier."""
    assert not file.is_encrypted
    assert "/OpenAction" not in file.Root
    assert "/AA" not in file.Root
    assert not any(dictionaries(file, "/S", kind) for kind in ("/JavaScript", "/Launch", "/URI", "/GoToR"))
    assert not any(item.get("/Filter") == "/LZWDecode" for item in file.objects if isinstance(item, pikepdf.Stream))
    assert len(file.trailer.ID) == 2


def test_every_font_is_embedded_and_tells_its_text(file: pikepdf.Pdf) -> None:
    """Level U: each font has its program inside, and a map from its glyphs to characters."""
    composite = dictionaries(file, "/Subtype", "/Type0")
    assert composite
    for font in composite:
        assert "/ToUnicode" in font
        assert (
            "/FontFile3" in font.DescendantFonts[0].FontDescriptor
            or "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        )


def test_attachments_say_how_they_relate(file: pikepdf.Pdf) -> None:
    """Each file inside is listed as associated, with its relationship and both its names."""
    associated = {str(spec.UF): str(spec.AFRelationship) for spec in file.Root.AF}
    assert associated == {"2025-08.txt": "/Source", "verdicts.json": "/Data"}
    for spec in file.Root.AF:
        assert spec.F
        assert "/Subtype" in spec.EF.F


def test_text_is_tagged_in_a_language_under_a_title(file: pikepdf.Pdf) -> None:
    """The catalogue says that it is tagged, in what language, and that viewers show the title."""
    assert file.Root.MarkInfo.Marked
    assert file.Root.Lang == "zh-CN"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert all(page.Tabs == "/S" for page in file.pages)


def test_all_marked_content_is_in_the_structure(file: pikepdf.Pdf) -> None:
    """Every piece of marked content of every page belongs to an element of the structure tree."""
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in file.pages:
        marked = [
            operands[1].MCID
            for operands, operator in pikepdf.parse_content_stream(page, "BDC")
            if isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
        ]
        assert sorted(map(int, marked)) == list(range(len(tree[int(page.StructParents)])))


def test_tables_have_heads_and_grids_are_no_tables(file: pikepdf.Pdf) -> None:
    """Each table has header cells, for their columns; the closing block, which has none, is tagged as text."""
    heads, tables = dictionaries(file, "/S", "/TH"), dictionaries(file, "/S", "/Table")
    assert heads
    assert all(head.A.Scope == "/Column" for head in heads)
    assert len(tables) == sum(float(page.MediaBox[2]) > 800 for page in file.pages)


def test_figures_have_words(file: pikepdf.Pdf) -> None:
    """Whoever cannot see a picture is told what it shows."""
    assert all(str(figure.Alt) for figure in dictionaries(file, "/S", "/Figure"))
