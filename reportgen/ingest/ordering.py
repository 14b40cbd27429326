"""In which order the items of several returns stand: by their projects' numbers, where these are of one series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.ingest.audit.notes import HINT, QUERY, note, of_table
from reportgen.records import AuditNote, Item
from reportgen.text import fold


def same_project(one: Item, other: Item) -> bool:
    """Tell neighbours of one project: by number and name, or by the number alone in a table that names no projects."""
    if one.project_no != other.project_no or fold(one.project.text) != fold(other.project.text):
        return False
    one_table = one.serial.address.table == other.serial.address.table
    return bool(one.project.text) or (one.project_no is not None and one_table)


def order(items: Sequence[Item]) -> list[int]:
    """Order places by number, or as the returns came where each counts anew; a named project stays together."""
    begins = _begins(items)
    numbers = [item.project_no for item in items if isinstance(item.project_no, int)]
    if len(numbers) < len(items) or _counted_anew(items):
        numbers = [0] * len(items)
    return sorted(range(len(items)), key=lambda place: (numbers[place], begins[place], place))


def queries(items: Sequence[Item]) -> Iterator[AuditNote]:
    """Tell once that returns count anew, or ask of each number that stands for several projects in their one series."""
    anew = _counted_anew(items)
    for number, (first, *others) in _by_number(items).items():
        again = next((other for other in others if other.serial.address.table != first.serial.address.table), None)
        if again and anew:
            text = f"各份报送各自编序号（如序号{number}不止一项），按报送的先后排列，项次连续编号。"
            yield of_table("numbers_anew", HINT, again.serial.address, text)
            return
        if again:
            file, part = first.serial.address.table
            place = file if file != again.serial.address.file else part
            text = f"序号{number}在{place}第{first.serial.address.row}行是另一项，请核对。"
            yield note("number_twice", QUERY, again, again.serial, text)


def _counted_anew(items: Sequence[Item]) -> bool:
    """Tell numbers of several series: the lowest stands for several projects; a single slip elsewhere is none."""
    held = _by_number(items)
    return bool(held) and len(held[min(held)]) > 1


def _by_number(items: Sequence[Item]) -> dict[int, list[Item]]:
    """Give the first item of each project that has a number, by that."""
    held: dict[int, list[Item]] = {}
    for place in sorted(set(_begins(items))):
        item = items[place]
        if isinstance(item.project_no, int):
            held.setdefault(item.project_no, []).append(item)
    return held


def _begins(items: Sequence[Item]) -> list[int]:
    """Give for each item the place at which its project begins; one with a name may go on elsewhere."""
    begins: list[int] = []
    named: dict[tuple[object, str], int] = {}
    for place, item in enumerate(items):
        if item.project.text:
            begins.append(named.setdefault((item.project_no, fold(item.project.text)), place))
        else:
            goes_on = place > 0 and same_project(items[place - 1], item)
            begins.append(begins[-1] if goes_on else place)
    return begins
