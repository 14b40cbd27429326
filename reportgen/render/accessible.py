"""What WeasyPrint leaves undone for PDF/UA-1 (ISO 14289-1) in a tagged PDF/A: the claim, heads, grids of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# PDF/A knows no property of PDF/UA unless the file itself describes it (ISO 19005-3 6.6.2.3).
CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""
PLAIN = {"/Table": "/Div", "/TBody": "/NonStruct", "/TR": "/NonStruct", "/TD": "/P"}


def finish(_: Any, pdf: Any) -> None:
    """Finish a PDF before it is written (WeasyPrint's `finisher`)."""
    for item in list(pdf.objects):
        if _is(item, "Type", "/Metadata"):
            item.stream = [part.replace(b"</rdf:RDF>", CLAIM) for part in item.stream]
        elif _is(item, "S", "/Table"):
            parts = list(_below(item, pdf))
            if any(part["S"] == "/TH" for part in parts):
                _head(parts)
            else:
                _untable([item, *parts])


def _is(item: Any, key: str, value: str) -> bool:
    entries = getattr(item, "extra", item)
    return isinstance(entries, dict) and entries.get(key) == value


def _below(table: Any, pdf: Any) -> Iterator[Any]:
    """Yield a table's structure down to its cells."""
    for kid in table["K"]:
        part = pdf.objects[int(kid.split()[0])]
        yield part
        if part["S"] in ("/TBody", "/THead", "/TR"):
            yield from _below(part, pdf)


def _head(parts: list[Any]) -> None:
    """Let heads stand for their columns: WeasyPrint names the wrong ones beside cells that span rows."""
    for part in parts:
        if part["S"] == "/TH":
            part["A"]["Scope"] = "/Column"
        elif part["S"] == "/TD":
            part["A"].pop("Headers", None)


def _untable(parts: list[Any]) -> None:
    """Tag a grid without heads as plain text: it only places words, as the closing block does."""
    for part in parts:
        part["S"] = PLAIN.get(part["S"], part["S"]) if part["K"] else "/NonStruct"
        part.pop("A", None)
