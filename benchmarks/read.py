"""Time and peak memory of reading 35,000 rows of xlsx with merges, beside pandas.read_excel.

Run: python benchmarks/read.py [ROWS]. Each reader runs in a process of its own; the median of five is printed.
`grids` reads the cells and merges, `items` all there is to read: columns, items and the audit too.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLAT = ROOT / "tests" / "data" / "2025-08.txt"
HEADER = ["序号", "项目名称", "主要内容", "牵头区领导", "牵头单位", "配合单位", "三季度工作计划", "8月份完成情况"]
RUNS = 5
READERS = ("grids", "items", "pandas")


def write(path: Path, rows: int) -> None:
    """Write the real table's rows again and again, with other numbers and the office's merges."""
    import xlsxwriter

    lines = [[value.strip() for value in line.split("|")[:-1]] for line in FLAT.read_text("utf-8").splitlines()[2:]]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, HEADER)
        first, number, name = 1, 0, ""
        for row in range(1, rows + 2):
            line = lines[(row - 1) % len(lines)]
            if line[0].isdigit() or row > rows:
                if row - 1 > first:
                    sheet.merge_range(first, 0, row - 1, 0, number)
                    sheet.merge_range(first, 1, row - 1, 1, name)
                elif row > 1:
                    sheet.write_row(first, 0, [number, name])
                first, number, name = row, number + 1, f"{line[1]}{row}"
            values = line[2:8] if line[0].isdigit() else line[:6]
            if row <= rows:
                sheet.write_row(row, 2, [f"{values[0]}（{row}）", *values[1:5], f"{values[5]}第{row}批。"])


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
    if len(sys.argv) == 3:
        rows = run(sys.argv[1], Path(sys.argv[2]))
        print(rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 35_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2025-08.xlsx"
        write(path, wanted)
        print(f"{wanted} rows, {path.stat().st_size / 1e6:.1f} MB")
        for reader in READERS:
            runs = [measure(reader, path) for _ in range(RUNS)]
            seconds, megabytes = (statistics.median(run[at] for run in runs) for at in (0, 1))
            print(f"{reader:8} {seconds:6.2f} s {megabytes:6.0f} MB {runs[0][2]:7} rows")


if __name__ == "__main__":
    main()
