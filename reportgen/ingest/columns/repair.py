"""Flattened rows put back: of all placings of a row's cells, the one for which most speaks.

Text that was scraped or pasted keeps a row's cells in order but not their places. Every way to place them is tried
against what the columns can hold. Cells that the likely ways put in different columns are put in none; a row that fits
in no way, or whose number, project or target would be unclear, is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.errors import InputError
from reportgen.ingest.columns import placings, register
from reportgen.ingest.columns.headers import called, indexes
from reportgen.ingest.columns.meanings import UNITS
from reportgen.ingest.columns.placings import MERGED_DOWN, Places
from reportgen.ingest.columns.profile import Profile, padded, trimmed
from reportgen.records import Cell
from reportgen.text import fold

NEEDED = frozenset({"no", "project", "target", "measure", "amount"})  # which item it is, and what is asked of it
MOST = 1  # what may speak against the right placing: a name that nobody knows
NEVER = 2  # as a form that a column cannot have
LIKELIER, AS_LIKELY = 1, 2  # by how much more must speak against another placing: with more merges, with as many


def place(row: Sequence[Cell], known: Profile, where: str, above: Sequence[Cell] = ()) -> Places:
    """Put a row's cells back in their columns; InputError where it fits in no way, or its target may be another one.

    `where` names the row in a refusal. `above` is the row before, with a cell for every column: its units may reach
    down, and a figure that does not follow its number may be a target too.
    """
    cells, width = tuple(row) if known.unpadded else trimmed(row), len(known.heads)
    if len(cells) > width:
        raise InputError(
            f"{where}: {len(cells)} cells under a header of {width} columns; "
            "a delimiter inside a cell divides it: mend that line."
        )
    if not row[0].text.strip():
        return _in_place(cells, known, where)
    if known.kept:
        return Places(placings.in_place(cells, known))
    if len(cells) == width and not known.gaps:
        return Places(padded(cells, width))
    typed = Places(padded(row, width))
    if known.again and _objections(typed, known, above) <= MOST:
        return typed
    objections = _weighed(cells, known, above)
    if (as_usual := _lost_as_usual(objections, known)) is not None:
        return _without_plan_above(as_usual, known, where)
    as_typed = known.whole and len(row) == width
    for places in objections:
        # A row typed with a cell for every column, of which no other reading comes near, may hold one odd cell.
        odd = MOST + 1 if len(row) == width and None not in places.cells else MOST
        clear = _stands_out(places, objections, odd) or _stands_far_out(places, objections)
        if clear or (as_typed and _as_typed(places, objections, known)):
            return _without_plan_above(places, known, where)
    return _in_doubt(objections, known, f"{where}: the row 「{fold(cells[0].text)[:12]}…」")


def _weighed(cells: Sequence[Cell], known: Profile, above: Sequence[Cell]) -> dict[Places, int]:
    """Weigh what speaks against each placing, with as few columns merged as will do."""
    in_turn = placings.follows(fold(cells[0].text), _number(above))
    objections: dict[Places, int] = {}
    for merged in placings.SELDOM_MERGED:
        found = placings.readings(cells, known, in_turn, merged)
        objections = {places: _objections(places, known, above) for places in found}
        if min(objections.values(), default=MOST + 1) <= MOST:
            break
    return objections


def _lost_as_usual(objections: Mapping[Places, int], known: Profile) -> Places | None:
    """Find the placing that lacks just a project's number, name and leader, where rows end early by what they lost.

    Nothing may speak more against it than against any other.
    """
    if not known.ends_early:
        return None
    usual = {*known.groups, *indexes(known.heads, "lead_leader")}
    least = min(objections.values(), default=MOST + 1)
    likely = (places for places, against in objections.items() if against == least <= MOST)
    return next((one for one in likely if {at for at, cell in enumerate(one.cells) if cell is None} == usual), None)


def _in_doubt(objections: Mapping[Places, int], known: Profile, row: str) -> Places:
    """Keep what the likely placings of a row share; InputError where nothing fits, or the target would be unclear."""
    if min(objections.values(), default=MOST + 1) > MOST:
        raise InputError(
            f"{row} does not fit the header's columns however it is shifted; "
            "put its cells under their columns, with a delimiter for every empty one."
        )
    doubt = (
        f"{row} has lost its merged cells and fits in several ways{_either(objections, known)}; "
        "fill its empty cells with / or give the Word, Excel or web file that it was copied from."
    )
    shared = _shared(objections, known, doubt)
    if shared.unclear & {*known.groups, *indexes(known.heads, *NEEDED)}:
        raise InputError(doubt)
    return shared


def _without_plan_above(places: Places, known: Profile, where: str) -> Places:
    """Leave a plan empty that may be the one above: none is judged by another's plan."""
    plans = frozenset(head.index for head in called(known.heads, "plan") if places.cells[head.index] is None)
    cells = tuple(Cell() if at in plans else cell for at, cell in enumerate(places.cells))
    doubt = f"{where}: the row has no plan of its own; fill it in, or give the file that the text was copied from."
    return Places(cells, places.merges, plans, doubt) if plans else places


def _shared(objections: Mapping[Places, int], known: Profile, doubt: str) -> Places:
    """Keep what all placings have in common against which hardly more speaks than against the best."""
    least = min(objections.values())
    likely = [places.cells for places, against in objections.items() if against < least + AS_LIKELY]
    first, *others = likely
    unclear = frozenset(at for at in range(known.width) if any(cells[at] != first[at] for cells in others))
    return Places(tuple(Cell() if at in unclear else cell for at, cell in enumerate(first)), 0, unclear, doubt)


def _stands_far_out(places: Places, objections: Mapping[Places, int]) -> bool:
    """Tell a placing of which one cell has an odd form (应发尽发 below 年度目标), and two more of every other one."""
    mine = objections[places]
    return mine <= NEVER and all(o >= mine + 2 * NEVER for other, o in objections.items() if other != places)


def _either(objections: Mapping[Places, int], known: Profile) -> str:
    """Name the first cell that the two likeliest placings put in different columns."""
    one, other = (places.cells for places in sorted(objections, key=lambda places: objections[places])[:2])
    for mine, theirs in ((one, other), (other, one)):
        for head, cell in zip(known.heads, mine, strict=True):
            at = theirs.index(cell) if cell and cell.text.strip() and cell in theirs else head.index
            if cell and at != head.index:
                return f" (「{fold(cell.text)[:12]}」 may be {fold(head.header)} or {fold(known.heads[at].header)})"
    return ""


def _stands_out(places: Places, objections: Mapping[Places, int], most: int) -> bool:
    """Tell whether no more than `most` speaks against a placing, and clearly more against every other."""
    mine = objections[places]
    return mine <= most and all(
        theirs >= mine + (LIKELIER if other.merges > places.merges else AS_LIKELY)
        for other, theirs in objections.items()
        if other != places
    )


def _as_typed(places: Places, objections: Mapping[Places, int], known: Profile) -> bool:
    """Tell the placing as typed, where no other one keeps the texts in their columns and moves the units only.

    An odd cell that the table holds nowhere else (甲、乙、丙镇 among bureaus) speaks no more against it.
    """
    if None in places.cells or objections[places] > min(MOST + 1, *objections.values()):
        return False
    texts = [head.index for head in known.heads if head.name not in MERGED_DOWN]
    others = [other for other, against in objections.items() if other != places and against <= MOST]
    return not any(all(other.cells[at] == places.cells[at] for at in texts) for other in others)


def _number(above: Sequence[Cell]) -> str:
    return fold(above[0].text) if above else ""


def _objections(places: Places, known: Profile, above: Sequence[Cell]) -> int:
    """Weigh what speaks against a placing, column by column; a number out of turn does too."""
    number = places.cells[0]
    counts = known.numbered and known.numbers_projects and number is not None
    jumps = counts and number is not None and not placings.follows(fold(number.text), _number(above))
    held = zip(known.heads, places.cells, strict=True)
    kinds = sum(known.objection(head, cell.text) for head, cell in held if cell is not None)
    return jumps + kinds + _of_units(places, known, above) + _of_states(places, known) + _of_reports(places, known)


def _of_reports(places: Places, known: Profile) -> int:
    """Weigh a placing by which a row reports nothing, where rows are as long as what is left of them."""
    if not known.ends_early:
        return 0
    told = [cell for head in called(known.heads, "progress") if (cell := places.cells[head.index]) is not None]
    return 2 * NEVER if told and all(cell.blank for cell in told) else 0


def _of_states(places: Places, known: Profile) -> int:
    """Weigh a state (正常推进) that stands among the texts of a row, and none in the column of states."""
    if not known.has("status"):
        return 0
    states = {
        head.name
        for head, cell in zip(known.heads, places.cells, strict=True)
        if cell is not None and fold(cell.text).rstrip("。") in known.states
    }
    return NEVER if states & {"plan", "progress"} and "status" not in states else 0


def _of_units(places: Places, known: Profile, above: Sequence[Cell]) -> int:
    """Weigh what speaks against the units of a placing, one of which reaches down from above.

    A word for many units (各街道) does not lead where it does so nowhere else, and nobody supports just himself.
    """
    units = [
        (cell, above[head.index] if above else Cell())
        for head, cell in zip(known.heads, places.cells, strict=True)
        if head.name in UNITS
    ]
    if len(units) < len(UNITS) or all(cell is not None for cell, _ in units):
        return 0
    lead_first = next(head.name for head in called(known.heads, *UNITS)) == "lead_unit"
    names = [{fold(name) for name in register.split(cell or over)} for cell, over in units]
    leads, supports = names if lead_first else reversed(names)
    many = NEVER if leads & known.norms.many - known.leads else 0
    return many + (NEVER if leads and leads == supports else 0)


def _in_place(cells: Sequence[Cell], known: Profile, where: str) -> Places:
    """Keep a row whose covered cells were left empty in their places; what else looks odd may be so where all are."""
    places = Places(placings.in_place(cells, known))
    fits = known.kept or _objections(places, known, ()) <= MOST
    if not (fits and placings.sound(places.cells, known)):
        raise InputError(
            f"{where}: the row begins with an empty cell, and its other cells do not fit "
            "their columns; put them under their columns, with a delimiter for every empty one."
        )
    return places
