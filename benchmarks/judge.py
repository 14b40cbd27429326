"""Measure judging: milliseconds an item, beside a scan by the norms' phrases, and its growth with items and letters."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from reportgen import ingest, norms
from reportgen.facts.words.phrases import pattern
from reportgen.judge import judge
from reportgen.records import Cell, Item

ROOT = Path(__file__).parents[1]
MILLI = 1000
LONG_CELLS = (5000, 20000)


def median_ms(run: Callable[[], object], count: int, rounds: int = 7) -> float:
    """Run several times after a warm-up; give the median milliseconds of processor time of one of `count` things."""
    run()
    spent = []
    for _ in range(rounds):
        begun = time.process_time()
        run()
        spent.append(time.process_time() - begun)
    return statistics.median(spent) * MILLI / count


def main() -> None:
    """Print the cost of an item of the real table, its ratio to the scan, and the cost in a longer table or cell."""
    rules = norms.load(ROOT / "templates" / "norms.toml")
    table = ingest.read([ROOT / "inputs" / "2025-08.txt"], rules)
    items = table.items
    phrases = [value for value in rules.phrases.model_dump().values() if isinstance(value, tuple)]

    def scan(item: Item) -> int:
        texts = (item.target.text, item.plan.text, item.progress.text)
        return sum(len(pattern(words).findall(text)) for words in phrases for text in texts)

    judged = median_ms(lambda: [judge(item, table.period, rules) for item in items], len(items))
    scanned = median_ms(lambda: [scan(item) for item in items], len(items))
    print(f"judging {judged:.2f} ms an item, {judged / scanned:.1f} times a plain scan by the norms' phrases")
    longer = items * 4
    grown = median_ms(lambda: [judge(item, table.period, rules) for item in longer], len(longer), rounds=3)
    print(f"  {len(longer)} items: {grown:.2f} ms an item")
    told = "。".join(item.progress.text for item in items)
    for letters in LONG_CELLS:
        item = replace(items[0], progress=Cell(text=(told * (letters // len(told) + 1))[:letters]))
        spent = median_ms(partial(judge, item, table.period, rules), 1, rounds=3)
        print(f"  a cell of {letters} letters: {spent:.0f} ms, {spent / letters * MILLI:.0f} µs a letter")


if __name__ == "__main__":
    main()
