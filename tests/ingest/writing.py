"""Write one made table, with its merges, in every form that the readers read."""

from __future__ import annotations

import csv as csv_module
import email.policy
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt

from reportgen.ingest.formats.merged import Merge, Place

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
WORD_COLUMN = 1100  # twentieths of a point
PRINTED_COLUMN, PRINTED_LETTERS, PRINTED_LINE = 24, 11, 15  # width, letters a line, height of a line
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Made:
    """A table as its author sees it: texts at the first cell of each merge, rows and columns from 1."""

    rows: int
    columns: int
    texts: Mapping[Place, str]
    merges: tuple[Merge, ...] = ()
    header: int = 1

    def covering(self) -> dict[Place, Merge]:
        """Map every place to the merge that covers it, a cell on its own to itself."""
        covering = {(row, column): Merge(row, column, row, column)
                    for row in range(1, self.rows + 1) for column in range(1, self.columns + 1)}  # fmt: skip
        for merge in self.merges:
            for row in range(merge.top, merge.bottom + 1):
                covering.update({(row, column): merge for column in range(merge.left, merge.right + 1)})
        return covering

    def places(self) -> Iterator[list[tuple[Place, Merge, str]]]:
        """Give row by row every place, the merge that covers it, and the text that is typed there."""
        covering = self.covering()
        for row in range(1, self.rows + 1):
            places = [(row, column) for column in range(1, self.columns + 1)]
            yield [(place, covering[place], self.texts.get(place, "")) for place in places]

    def shown(self) -> list[list[str]]:
        """Give the text that a reader sees at every place."""
        return [[self.texts.get((merge.top, merge.left), "") for _, merge, _ in places] for places in self.places()]


UP, LEFT = "↑", "←"


def made(rows: Sequence[Sequence[str]], header: int = 1) -> Made:
    """Make a table in which ↑ goes on with the cell above and ← with that to the left."""
    texts: dict[Place, str] = {}
    first: dict[Place, Place] = {}
    last: dict[Place, Place] = {}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            place = row, column
            first[place] = first[row - 1, column] if value == UP else first[row, column - 1] if value == LEFT else place
            last[first[place]] = place
            if value not in (UP, LEFT):
                texts[place] = value
    merges = tuple(Merge(*start, *end) for start, end in last.items() if start != end)
    return Made(len(rows), len(rows[0]), texts, merges, header)


# --- text ---------------------------------------------------------------------------------------


def pipe(table: Made) -> bytes:
    """Write as a scraper flattens: merged positions left out, empties at the end, a bar closing each line."""
    lines = []
    for places in table.places():
        kept = [text.replace("\n", " ") for place, merge, text in places if place == (merge.top, merge.left)]
        kept += [""] * (table.columns - len(kept))
        lines.append(" | ".join(kept).rstrip(" ") + " |")
    return "\n".join(lines).encode("utf-8")


def csv(table: Made, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Write as a spreadsheet exports: merged positions stay empty."""
    written = io.StringIO(newline="")
    writer = csv_module.writer(written, delimiter=delimiter)
    writer.writerows([text for _, _, text in places] for places in table.places())
    return written.getvalue().encode(encoding)


# --- Excel --------------------------------------------------------------------------------------


def xlsx(table: Made, above: Sequence[str] = ()) -> bytes:
    """Write a sheet with its merged ranges; lines of `above` fill merged rows over the table."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        down = len(above) - 1  # its rows and columns count from 0
        for row, line in enumerate(above):
            sheet.merge_range(row, 0, row, table.columns - 1, line)
        for merge in table.merges:
            sheet.merge_range(merge.top + down, merge.left - 1, merge.bottom + down, merge.right - 1, "")
        for (row, column), text in table.texts.items():
            if text:
                sheet.write_string(row + down, column - 1, text)
    return written.getvalue()


def printed(table: Made) -> bytes:
    """Write a sheet laid out to be printed: ruled, wrapped, one page wide, its header on every page."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        ruled = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 10})
        for row in range(1, table.rows + 1):
            longest = max(len(table.texts.get((row, column), "")) for column in range(1, table.columns + 1))
            sheet.set_row(row - 1, PRINTED_LINE * (1 + longest // PRINTED_LETTERS))
        for merge in sorted(set(table.covering().values()), key=lambda merge: (merge.top, merge.left)):
            top, left, bottom, right = merge.top - 1, merge.left - 1, merge.bottom - 1, merge.right - 1
            text = table.texts.get((merge.top, merge.left), "")
            if (top, left) == (bottom, right):
                sheet.write_string(top, left, text, ruled)
            else:
                sheet.merge_range(top, left, bottom, right, text, ruled)
        sheet.set_column(0, table.columns - 1, PRINTED_COLUMN)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, table.header - 1)
    return written.getvalue()


def xlsx_inline(table: Made) -> bytes:
    """Write a sheet that holds its texts in its own part, as programs do that export tables."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for (row, column), text in table.texts.items():
        if text:
            cell = sheet.cell(row, column)
            cell.value, cell.data_type = text, "inlineStr"
    for merge in table.merges:
        sheet.merge_cells(start_row=merge.top, end_row=merge.bottom, start_column=merge.left, end_column=merge.right)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def xls(table: Made) -> bytes:
    """Write a workbook of the old binary kind, which WPS names .et too."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    covering = table.covering()
    for (row, column), text in table.texts.items():
        merge = covering[row, column]
        sheet.write_merge(row - 1, merge.bottom - 1, column - 1, merge.right - 1, text)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def ods(table: Made) -> bytes:
    """Write an OpenDocument sheet with spans and covered cells."""
    rows = []
    for places in table.places():
        cells = []
        for (row, column), merge, text in places:
            if (merge.top, merge.left) != (row, column):
                cells.append("<table:covered-table-cell/>")
                continue
            spans = (f'table:number-rows-spanned="{merge.bottom - row + 1}" '
                     f'table:number-columns-spanned="{merge.right - column + 1}"')  # fmt: skip
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
            cells.append(f"<table:table-cell {spans}>{lines}</table:table-cell>")
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<table:table table:name="Sheet1">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


# --- Word ---------------------------------------------------------------------------------------


def docx(table: Made, before: Sequence[str] = (), after: Sequence[str] = ()) -> bytes:
    """Write a document with gridSpan and vMerge, lines of text before and after the table."""
    paragraphs = ["".join(f"<w:p>{_run(line)}</w:p>" for line in lines) for lines in (before, after)]
    return document(f"{paragraphs[0]}{word_table(table)}{paragraphs[1]}<w:p/>")


def word_table(table: Made) -> str:
    rows = []
    for places in table.places():
        cells = [_word_cell(text, merge, row) for (row, column), merge, text in places if merge.left == column]
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    sides = "".join(f'<w:{name} w:val="single" w:sz="4"/>' for name in names)
    properties = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
    grid = f'<w:gridCol w:w="{WORD_COLUMN}"/>' * table.columns
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _word_cell(text: str, merge: Merge, row: int) -> str:
    span = f'<w:gridSpan w:val="{merge.right - merge.left + 1}"/>' if merge.right > merge.left else ""
    down = "" if merge.bottom == merge.top else '<w:vMerge w:val="restart"/>' if row == merge.top else "<w:vMerge/>"
    width = f'<w:tcW w:w="{WORD_COLUMN * (merge.right - merge.left + 1)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{down}</w:tcPr><w:p>{_run(text)}</w:p></w:tc>"


def _run(text: str) -> str:
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n"))
    return f"<w:r>{pieces}</w:r>" if text else ""


def document(body: str, **parts: str) -> bytes:
    """Pack the XML of a body, and further parts by name (without `word/` and suffix), as a docx."""
    main = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    relation = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
            "word/document.xml": main,
            **{f"word/{name}.xml": part for name, part in parts.items()},
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


# --- web ----------------------------------------------------------------------------------------


def html(table: Made, charset: str = "utf-8", before: str = "") -> bytes:
    """Write a page with rowspan and colspan, in the charset that its meta element names."""
    rows = []
    for places in table.places():
        cells = []
        for (row, column), merge, text in places:
            if (merge.top, merge.left) == (row, column):
                spans = f" rowspan={merge.bottom - row + 1} colspan={merge.right - column + 1}"
                shown = escape(text).replace("\n", "<br>")
                cells.append(f"<td{spans}>{shown}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    head = f'<meta http-equiv=Content-Type content="text/html; charset={charset}">'
    page = f"<html><head>{head}</head><body>{before}<table border=1>{''.join(rows)}</table></body></html>"
    return page.encode("gb18030" if charset == "gb2312" else charset)


def mht(table: Made, charset: str = "utf-8") -> bytes:
    """Pack the page as a web archive."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = "table"
    message.add_attachment(html(table, charset), "text", "html", filename="sheet001.htm")
    return message.as_bytes()


# --- the real table -----------------------------------------------------------------------------


def restored(flat: str) -> Made:
    """Give the real table (tests/data/2025-08.txt) its merges back, as the office had them."""
    lines = [[value.strip(" ") for value in line.split("|")[:-1]] for line in flat.splitlines()]
    first, second = lines[0], lines[1]
    header = [
        [first[0], first[1], LEFT, first[2], first[3], first[4], first[5], LEFT],
        [UP, second[0], second[1], UP, UP, UP, second[2], second[3]],
    ]
    body = [line if line[0].isdigit() else [UP, UP, *line[:6]] for line in lines[2:]]
    return made([*header, *body], header=2)
