"""Measure judging: milliseconds an item, beside a scan of the same text by the norms' phrases, and its growth."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from reportgen import ingest, norms
from reportgen.facts.phrases import pattern
from reportgen.judge import judge
from reportgen.records import Item

ROOT = Path(__file__).parents[1]
MILLI = 1000


def median_ms(run: Callable[[], object], count: int, rounds: int = 7) -> float:
    """Run several times after a warm-up; give the median milliseconds of one of `count` things."""
    run()
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        run()
        spent.append(time.perf_counter() - begun)
    return statistics.median(spent) * MILLI / count


def main() -> None:
    """Print the cost of an item of the real table, its ratio to the scan, and the cost in a longer table."""
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


if __name__ == "__main__":
    main()
