"""Measure `reportgen build` as a whole process: wall time, peak memory, and the size of what it writes."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
KIB = 1024


def measure(command: list[str]) -> tuple[float, float]:
    """Run a command to its end; give its seconds and the most memory it held, in MiB."""
    begun = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss / KIB


def main(runs: int) -> None:
    """Print the medians and, of the newest month built, the size of every file."""
    command = [str(Path(sys.executable).with_name("reportgen")), "--quiet", "build"]
    seconds, memory = zip(*(measure(command) for _ in range(runs)), strict=True)
    middle = f"{statistics.median(seconds):.2f} s, {statistics.median(memory):.0f} MiB"
    print(f"build, whole process, median of {runs}: {middle}")
    print(f"  fastest {min(seconds):.2f} s, slowest {max(seconds):.2f} s, most memory {max(memory):.0f} MiB")
    newest = max((folder for folder in (ROOT / "outputs").iterdir() if folder.is_dir()), key=lambda folder: folder.name)
    for file in sorted(newest.iterdir()):
        print(f"  {file.relative_to(ROOT)}  {file.stat().st_size / KIB:.0f} KiB")


if __name__ == "__main__":
    os.chdir(ROOT)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
