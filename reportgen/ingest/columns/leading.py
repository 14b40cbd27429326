"""Who leads an item where no column of its own tells it: at the end of a cell, in a name, in a list, in a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reportgen.ingest.columns import captions, duties, register
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.duties import Duties
from reportgen.ingest.columns.headers import called
from reportgen.ingest.columns.profile import HANZI_NUMBER, OF_WORKS, POINTED, TITLE
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.norms import ColumnNorms, UnitNorms
from reportgen.records import Address, Cell
from reportgen.text import fold

NAMES = r"(?:[\u3400-\u9fff、 ]|[(（][^()（）\d]*[)）])+?"  # 区住建局、各乡镇(街道)
LABELLED = re.compile(r"(?:责任|牵头|主办)(?:单位|部门)\s*[:：]")
UNIT = rf"[(（\s]*{LABELLED.pattern}\s*(?P<lead_unit>{NAMES})"
SUPPORT = rf"(?:[\s。;；]*(?:配合|协办|协同)(?:单位|部门)\s*[:：]\s*(?P<support_units>{NAMES}))?"
UNITS_AT_END = re.compile(rf"{UNIT}{SUPPORT}[。)）]*\s*$")
IN_BRACKETS = re.compile(r"[(（]([^()（）:：]+)[)）][。；;]?\s*$")
JOINS = "；;，,"  # what parts the units from the target
LEADER_IN_NAME = re.compile(r"[(（][^()（）:：]{0,8}领导[:：]\s*([^()（）:：]{2,20})[)）]")
PERSON = rf"(?:[\u3400-\u9fff·]{{2,4}}|{POINTED})"
LED_BY = re.compile(rf"(?:^|[、.\s])(?:{TITLE}(?<!长长))?({PERSON})同志")  # 区长长孙某 is no 区长长
MARK = re.compile(r"[(（]([^()（）]+?)(?:单位|部门)?[)）]$")
COUNTED = re.compile(r"[(（]?共?\s*\d{1,3}\s*[个项件](?:项目|任务|子项|实事)?[)）]?\s*$")  # 甲局（2项）
NUMBERED = re.compile(rf"^\s*(?:{HANZI_NUMBER}、|[(（](?:{HANZI_NUMBER}|\d{{1,2}})[)）]|\d{{1,2}}[.、．])\s*")
SEAL = r"(?:\s*[(（](?:盖章|公章|印章)[)）])?"
FILLED_IN_BY = re.compile(rf"^(?:填报|报送|上报)单位{SEAL}\s*[:：]\s*(\S+?){SEAL}(?:\s.*)?$")
BUILT = re.compile(rf"{OF_WORKS.pattern}|[新扩]建|建设|提升")  # 新建学校 ends as a unit does
NONE = Cell()


def units_at_end(cells: Mapping[str, Cell], norms: ColumnNorms) -> tuple[str, dict[str, Cell]]:
    """Read 责任单位：…；配合单位：…, or （甲局牵头）, at the end of a target, name or report, and give it without them.

    The name of its column comes first.
    """
    for own in (name for name in ("target", "project", "progress") if name in cells):
        cell = cells[own]
        once = len(LABELLED.findall(cell.text)) == 1  # else each part of the target has a unit of its own
        if once and (match := UNITS_AT_END.search(cell.text)):
            told = {**match.groupdict(), own: cell.text[: match.start()].rstrip(JOINS)}
            return own, {name: Cell(cell.address, text.strip()) for name, text in told.items() if text}
        sentence = IN_BRACKETS.search(cell.text)
        if sentence and (duty := duties.told(sentence[1], norms.by_label)):
            texts = ("、".join(duty[0]), "、".join(duty[1]), cell.text[: sentence.start()])
            named = zip(("lead_unit", "support_units", own), texts, strict=True)
            return own, {name: Cell(cell.address, text.strip()) for name, text in named if text}
    return "", {}


def leader_in_name(name: Cell, norms: ColumnNorms) -> dict[str, Cell]:
    """Read who leads: 一、某某同志领办项目, or （牵头区领导：某某）, which is no part of the project's name."""
    if match := LEADER_IN_NAME.search(name.text):
        bare = name.text[: match.start()] + name.text[match.end() :]
        return {"lead_leader": Cell(name.address, match[1].strip()), "project": Cell(name.address, bare)}
    named = (match for match in LED_BY.finditer(name.text) if name.text.startswith(norms.led_by, match.end()))
    match = next(named, None)
    return {"lead_leader": Cell(name.address, match[1].strip())} if match else {}


def by_headings(
    headings: Collection[Cell], words: Vocabulary, units: UnitNorms, *, led: bool
) -> dict[Cell, dict[str, Cell]]:
    """Give what headings over the rows tell of who leads those: by a label (牵头单位：甲局), perhaps behind the name of
    the project, or because all are names of units (甲局（2项）) and no column tells who leads, which `led` says.
    """
    bare = {cell: _bare(cell) for cell in headings}
    told = {cell: _named(cell) | found for cell, name in bare.items() if (found := captions.told([name], words))}
    of_units = not (led or told) and _are_units([fold(name.text) for name in bare.values()], units)
    return {cell: {"lead_unit": name} for cell, name in bare.items()} if of_units else told


def _bare(heading: Cell) -> Cell:
    """Take off a heading's number and how many items stand below it: 二、区中医院（3项）."""
    return Cell(heading.address, COUNTED.sub("", NUMBERED.sub("", heading.text)).strip())


def _named(heading: Cell) -> dict[str, Cell]:
    """Give the name of a project in front of the first label of its heading: 一、教育类 分管领导：某某."""
    label = captions.LABELLED.search(heading.text)
    name = heading.text[: label.start()].strip() if label else ""
    return {"project": Cell(heading.address, name)} if name else {}


def over_tables(
    sheets: Sequence[Sheet], lines: Sequence[Sequence[Cell]], units: UnitNorms
) -> Sequence[Mapping[str, Cell]]:
    """Give the unit that leads each of several tables, by the name of its sheet or a line above it, where all bear the
    names of units and no column tells who leads; a table without a header goes on under the one before.
    """
    whole = [at for at, sheet in enumerate(sheets) if sheet.header.body]
    sheet_names = [_bare(Cell(Address(sheet.grid.file, sheet.grid.part), sheet.grid.part)) for sheet in sheets]
    for named in (sheet_names, [_unit_above(above, units) for above in lines]):
        names = [fold(cell.text) for at in whole if (cell := named[at])]
        untold = not any(called(sheet.layout.heads, "lead_unit") for sheet in sheets)
        if untold and len(names) == len(whole) and len(set(names)) > 1 and _are_units(names, units):
            return [{"lead_unit": cell} if cell and at in whole else {} for at, cell in enumerate(named)]
    return [{}] * len(sheets)


def _unit_above(lines: Sequence[Cell], units: UnitNorms) -> Cell | None:
    """Give the last line that is the name of a unit, or names the one that fills the table in."""
    named = (Cell(line.address, FILLED_IN_BY.sub(r"\1", line.text.strip())) for line in reversed(lines))
    bare = map(_bare, named)
    return next((line for line in bare if register.whole(line.text, units)), None)


def _are_units(names: Collection[str], units: UnitNorms) -> bool:
    """Tell names of units: one at least is nothing else, and none tells of works."""
    surely = any(name.endswith(units.sure) or name in units.known for name in names)
    return surely and all(register.whole(name, units) and not BUILT.search(name) for name in names)


def parted(cells: Mapping[str, Cell], norms: ColumnNorms, *, first_leads: bool) -> dict[str, Cell]:
    """Part the units of one column: by marks (甲局（牵头）、乙局), by a sentence, or the first that is said to lead."""
    cell = cells.get("lead_unit", NONE)
    if cell.blank or not cells.get("support_units", NONE).blank:
        return {}
    names = register.split(cell)
    found = _marked(names, norms.leads) or duties.told(cell.text, norms.by_label)
    found = found or ((names[:1], names[1:]) if first_leads else None)
    parted = dict(zip(("lead_unit", "support_units"), found, strict=True)) if found else {}
    return {name: Cell(cell.address, "、".join(units)) for name, units in parted.items()}


def _marked(names: Sequence[str], leads: Collection[str]) -> Duties | None:
    """Part names by the mark of those that lead, and take the mark off."""
    marks = {name: mark for name in names if (mark := MARK.search(name)) and mark[1] in leads}
    others = [name for name in names if name not in marks]
    return ([name[: marks[name].start()] for name in names if name in marks], others) if marks else None
