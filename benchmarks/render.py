"""Measure the two writers on the month's own rows, repeated to 35, 350 and 3,500 items: seconds, pages, memory."""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (35, 350, 3500)


def grown(items: int) -> object:
    """Compose the newest month's briefing, the rows of its annex repeated until there are so many."""
    from reportgen import briefing, labels, norms, pipeline, workspace

    office = workspace.open(ROOT)
    rules, words = norms.load(office.norms), labels.load(office.briefing / "labels.toml")
    newest = max(office.inputs.glob("*.txt"))
    table, verdicts = pipeline.judged(office, [newest], rules)
    composed = briefing.compose(table, verdicts, office.settings, words, rules)
    times = math.ceil(items / len(verdicts))
    return replace(composed, ledger=replace(composed.ledger, groups=composed.ledger.groups * times))


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Run a step; give its seconds and what it made."""
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def measure(items: int) -> None:
    """Print one line: the steps' seconds, the pages and the peak memory of this process."""
    import pypdfium2

    from reportgen import labels, workspace
    from reportgen.render import fonts, page, pdf, theme, word

    office = workspace.open(ROOT)
    words, look = labels.load(office.briefing / "labels.toml"), theme.load(office.briefing / "theme.toml")
    faces = fonts.resolve(look, office.font_folders)
    composed = grown(items)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder)
        render, drawn = timed(lambda: page.render(composed, words, office.briefing))
        docx, _ = timed(lambda: word.write(drawn, look, faces, file / "briefing.docx"))
        printed, _ = timed(lambda: pdf.write(drawn, look, faces, file / "briefing.pdf"))
        pages = len(pypdfium2.PdfDocument(file / "briefing.pdf"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = f"page {render:6.2f} s  word {docx:6.2f} s  pdf {printed:7.2f} s"
    print(f"{items:6d} items  {steps}  {pages:5d} pages  {peak:5.0f} MiB")


def main(arguments: list[str]) -> None:
    """Measure one size, or every size in a process of its own."""
    if arguments:
        measure(int(arguments[0]))
        return
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
