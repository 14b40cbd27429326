"""The review copy: what each verdict rests on, as a comment at the item's status in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.records import Verdict
from reportgen.render import rows
from reportgen.render.word.package import Properties
from reportgen.render.word.wordml import DECLARATION, NAMESPACES, paragraph, properties, quoted, run, tag, value

TABLE, COLUMN = "ledger", "status"
INITIALS = "核"
TEXT, REFERENCE = "CommentText", "CommentReference"

# The paragraphs of a comment, by the number of the item.
Notes = Mapping[int, tuple[str, ...]]


def evidence(verdicts: Iterable[Verdict]) -> dict[int, tuple[str, ...]]:
    """Tell each item's evidence: the rules that decided, the words they rest on and where, and what to ask."""
    return {verdict.item.no: tuple(_lines(verdict)) for verdict in verdicts}


def _lines(verdict: Verdict) -> Iterator[str]:
    for finding in verdict.deciding or verdict.findings:
        yield f"{finding.rule} {finding.title}：{finding.text}"
        yield from finding.quotes
    if verdict.question:
        yield f"核实问题：{verdict.question}"
    if not (verdict.deciding or verdict.findings or verdict.question):
        yield verdict.reason


def comments_xml(notes: Notes, about: Properties) -> str:
    """Make the comments part; the day is the table's, so that each run gives the same bytes."""
    day = f' w:date="{about.day:%Y-%m-%d}T00:00:00Z"' if about.day else ""
    listed = "".join(
        f'<w:comment w:id="{no}" w:author="{quoted(about.author)}"{day} w:initials="{INITIALS}">'
        f"{''.join(_paragraphs(lines))}</w:comment>"
        for no, lines in sorted(notes.items())
    )
    return f"{DECLARATION}<w:comments {NAMESPACES}>{listed}</w:comments>"


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        mark = f"<w:r>{properties('rPr', value('rStyle', REFERENCE))}<w:annotationRef/></w:r>" if number == 0 else ""
        yield paragraph(TEXT, mark + run(line))


def comment_styles() -> str:
    """Make the two styles that Word gives its comments."""
    text = properties("pPr", tag("spacing", before=0, after=0, line=240, lineRule="auto"), value("jc", "left"))
    letters = properties("rPr", value("sz", 21), value("szCs", 21))
    mark = properties("rPr", value("sz", 16), value("szCs", 16))
    return (
        f'<w:style w:type="paragraph" w:styleId="{TEXT}">{value("name", "annotation text")}'
        f"{value('basedOn', 'Normal')}{text}{letters}</w:style>"
        f'<w:style w:type="character" w:styleId="{REFERENCE}">{value("name", "annotation reference")}{mark}</w:style>'
    )


def anchors(table: str, columns: Sequence[str], groups: Iterable[Iterable[rows.Row]]) -> dict[int, int]:
    """Find the ledger's cells that comments belong to: the number of the item by the identity of the cell's node."""
    if table != TABLE or COLUMN not in columns:
        return {}
    found = (row for group in groups for row in group)
    return {
        id(cell.node): no for no, row in enumerate(found, 1) for cell in row.cells if columns[cell.column] == COLUMN
    }


def commented(runs: str, no: int) -> str:
    """Put a comment's marks around the runs it speaks of."""
    reference = f"<w:r>{properties('rPr', value('rStyle', REFERENCE))}{tag('commentReference', id=no)}</w:r>"
    return f"{tag('commentRangeStart', id=no)}{runs}{tag('commentRangeEnd', id=no)}{reference}"
