"""Time and peak memory of reading 35,000 rows with merges from xlsx, docx or html; xlsx beside pandas.read_excel
where pandas is installed.

Run: python benchmarks/read.py [ROWS [FORMAT]]. Each reader runs in a process of its own; the median of five is printed.
`grids` reads the cells and merges, `items` all there is to read: columns, items and the audit too.
"""

from __future__ import annotations

import importlib.util
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
FLAT = ROOT / "tests" / "data" / "2025-08.txt"
HEADER = ["序号", "项目名称", "主要内容", "牵头区领导", "牵头单位", "配合单位", "三季度工作计划", "8月份完成情况"]
RUNS = 5
READERS = ("grids", "items")
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="21"/></w:rPr>'
LETTERS = re.compile("[ -~]+|[^ -~]+")  # Word parts a text into runs where hanzi and figures meet
Project = tuple[int, str, list[list[str]]]  # its number and name, and the other cells of its rows


def projects(rows: int) -> Iterator[Project]:
    """Give the real table's projects again and again, with other numbers, until they have so many rows."""
    lines = [[value.strip() for value in line.split("|")[:-1]] for line in FLAT.read_text("utf-8").splitlines()[2:]]
    number, name, held = 0, "", list[list[str]]()
    for row in range(1, rows + 1):
        line = lines[(row - 1) % len(lines)]
        if line[0].isdigit():
            if held:
                yield number, name, held
            number, name, held = number + 1, f"{line[1]}{row}", []
        values = line[2:8] if line[0].isdigit() else line[:6]
        held.append([f"{values[0]}（{row}）", *values[1:5], f"{values[5]}第{row}批。"])
    yield number, name, held


def write(path: Path, rows: int) -> None:
    """Write projects with the office's merges, in the format that the path's suffix names."""
    {".xlsx": xlsx, ".docx": docx, ".html": html}[path.suffix](path, projects(rows))


def xlsx(path: Path, found: Iterator[Project]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, HEADER)
        row = 0
        for number, name, held in found:
            for column, shared in enumerate((number, name)):
                if len(held) > 1:
                    sheet.merge_range(row + 1, column, row + len(held), column, shared)
                else:
                    sheet.write(row + 1, column, shared)
            for values in held:
                row += 1
                sheet.write_row(row, 2, values)


def docx(path: Path, found: Iterator[Project]) -> None:
    def cell(text: str, merge: str = "") -> str:
        runs = "".join(f"<w:r>{FONT}<w:t>{escape(part)}</w:t></w:r>" for part in LETTERS.findall(text))
        paragraph = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p>'
        return f'<w:tc><w:tcPr><w:tcW w:w="1100"/>{merge}</w:tcPr>{paragraph}</w:tc>'

    lines = ["".join(map(cell, HEADER))]
    for number, name, held in found:
        shared = "".join(cell(text, '<w:vMerge w:val="restart"/>') for text in (str(number), name))
        below = cell("", "<w:vMerge/>") * 2
        lines += [(below if at else shared) + "".join(map(cell, values)) for at, values in enumerate(held)]
    body = f"<w:body><w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl></w:body>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}>{body}</w:document>")


def html(path: Path, found: Iterator[Project]) -> None:
    def cells(texts: list[str], deep: int = 1) -> str:
        return "".join(f"<td rowspan={deep} class=xl65 style='width:113pt'>{escape(text)}</td>" for text in texts)

    lines = [cells(HEADER)]
    for number, name, held in found:
        shared = cells([str(number), name], len(held))
        lines += [("" if at else shared) + cells(values) for at, values in enumerate(held)]
    table = "".join(f"<tr>{line}</tr>\n" for line in lines)
    path.write_text(f"<meta charset=utf-8><table>{table}</table>", "utf-8")


def run(reader: str, path: Path) -> int:
    """Read the file once and give the number of rows found."""
    if reader == "pandas":
        import pandas

        return len(pandas.read_excel(path, header=None)) - 1
    from reportgen import ingest, norms

    if reader == "grids":
        return len(ingest.open_grids(path)[0].rows) - 1
    return len(ingest.read([path], norms.load(ROOT / "templates" / "norms.toml")).items)


def measure(reader: str, path: Path) -> tuple[float, float, int]:
    """Give wall seconds and peak megabytes of a process of its own, and the rows it found."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, reader, str(path)], check=True, capture_output=True, text=True, cwd=ROOT
    )
    rows, peak = done.stdout.split()
    return time.perf_counter() - start, int(peak) / 1024, int(rows)


def main() -> None:
    if sys.argv[1:2] and sys.argv[1] in (*READERS, "pandas"):
        rows = run(sys.argv[1], Path(sys.argv[2]))
        print(rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    wanted, suffix = int((sys.argv[1:] or ["35000"])[0]), (sys.argv[2:] or ["xlsx"])[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"2025-08.{suffix}"
        write(path, wanted)
        print(f"{wanted} rows, {path.stat().st_size / 1e6:.1f} MB")
        compared = suffix == "xlsx" and importlib.util.find_spec("pandas") is not None
        for reader in (*READERS, "pandas") if compared else READERS:
            runs = [measure(reader, path) for _ in range(RUNS)]
            seconds, megabytes = (statistics.median(run[at] for run in runs) for at in (0, 1))
            print(f"{reader:8} {seconds:6.2f} s {megabytes:6.0f} MB {runs[0][2]:7} rows")


if __name__ == "__main__":
    main()
