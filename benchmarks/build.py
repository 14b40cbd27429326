"""Measure `reportgen build` as a whole process: wall time, peak memory, the size of what it writes, and its growth.

Run: python benchmarks/build.py [RUNS [ROWS ...]].
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import read

ROOT = Path(__file__).parents[1]
SIZES = (35, 350, 3500)
KIB = 1024


def measure(command: list[str]) -> tuple[float, float]:
    """Run a command to its end; give its seconds and the most memory it held, in MiB."""
    begun = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss / KIB


def command(*arguments: str) -> list[str]:
    """Give the command line of the program beside this Python."""
    return [str(Path(sys.executable).with_name("reportgen")), *arguments]


def real(runs: int) -> None:
    """Print the medians and, of the newest month built, the size of every file."""
    seconds, memory = zip(*(measure(command("--quiet", "build")) for _ in range(runs)), strict=True)
    middle = f"{statistics.median(seconds):.2f} s, {statistics.median(memory):.0f} MiB"
    print(f"build, whole process, median of {runs}: {middle}")
    print(f"  fastest {min(seconds):.2f} s, slowest {max(seconds):.2f} s, most memory {max(memory):.0f} MiB")
    newest = max((folder for folder in (ROOT / "outputs").iterdir() if folder.is_dir()), key=lambda folder: folder.name)
    for file in sorted(newest.iterdir()):
        print(f"  {file.relative_to(ROOT)}  {file.stat().st_size / KIB:.0f} KiB")


def grown(rows: int) -> None:
    """Print what the real table's rows take, repeated with other numbers until there are so many."""
    with tempfile.TemporaryDirectory() as name:
        office = Path(name)
        shutil.copytree(ROOT / "templates", office / "templates")
        shutil.copy(ROOT / "reportgen.toml", office)
        (office / "inputs").mkdir()
        read.write(office / "inputs" / "2025-08.xlsx", rows)
        seconds, memory = measure(command("--quiet", "-C", str(office), "build"))
    print(f"{rows:6d} rows  {seconds:7.2f} s  {1000 * seconds / rows:6.1f} ms a row  {memory:5.0f} MiB")


def main(runs: int = 5, *sizes: int) -> None:
    """Measure the real table, then larger ones."""
    os.chdir(ROOT)
    real(runs)
    for rows in sizes or SIZES:
        grown(rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
