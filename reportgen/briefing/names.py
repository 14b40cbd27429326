"""Names fit for a sentence: an item's short name, the units and persons of a cell, shortened quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.labels import Names
from reportgen.records import Cell, Project
from reportgen.text import CLOSING, OPENING
from reportgen.typography import one_line

ORDINAL = re.compile(r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．](?!\d)\s*|[一二三四五六七八九十]是)")
COUNT = (
    r"(?:约|近|超过?|不少于|不低于|至少|≥)?\d+(?:\.\d+)?[万亿千百]?"
    r"(?:[㐀-鿿]{1,2}|[平立]方公?[米里])(?<![以倍])(?:以上|左右|以内)?"
)
ENDING_COUNT = re.compile(f"{COUNT}(?=$|、)")
COUNTED_MEMBER = re.compile(f"{COUNT}.*、|、.*{COUNT}|{COUNT}(?:[和与]|及(?!以上))")
DAY = (
    r"(?:\d{4}年)?(?:年[内底末]|当年|本年度?|[上下]半年|[春夏秋冬]季|[一二三四]季度|主?汛期?|"
    r"\d{1,2}月(?:\d{1,2}日|[底初末]|[上中下]旬)?)(?:学期|采暖季|之?[前内])*"
)
# 年内主体封顶, 12月底前完工10个; but 年内新增泊位500个 and 10月举办马拉松 ask for something else
BY_A_DAY = re.compile(
    DAY + r"(?!举办|开展|组织|新增|新建)(?:全部|基本)?(?:完成|完工|建成|竣工|开工|贯通|\D*$|\D*率\D*\d)"
)
NOT_AN_END = (*"达到为至的是于率占", "不少", "不低", "完成", "新增", "新建", "建设")
EACH = re.compile("每[㐀-鿿]$")  # 每人每月, of which the amount is the point
REMARK = re.compile("（[^（）]{5,}）")  # no （改、扩） of 新（改、扩）建, no （间） of 套（间）
Register = Mapping[str, Sequence[str]]  # a unit's full name ▶ its other names
PEOPLE = re.compile(r"[、,，;；/／\n]|\s{2,}")
# 区委常委, 常务副区长: what a leader holds; 副区长李明 is 李明
OFFICE = re.compile(
    r"[区县市州镇乡街道委政府党组工织宣传统战法纪监人大协常务副部办局院公安检察管会一二三四级]{0,10}"
    r"(?:常委|书记|[市县区州镇乡局部处科院校秘]长|主任|主席|委员|调研员|成员)"
)
PERSON = re.compile(r"[㐀-鿿·]{2,6}")
CLAUSE_MARKS = "，；。：\n"
OMITTED = "……"


def short_names(projects: Sequence[Project], names: Names) -> dict[int, str]:
    """Name every item; where each project is one item, a project's name is its item's too, if no other bears it."""
    alone = all(len(project.items) == 1 for project in projects)
    shared = Counter(one_line(project.name) for project in projects)
    named = {}
    for project in projects:
        own = ORDINAL.sub("", one_line(project.name))
        fits = alone and 0 < len(own) <= names.longest and shared[one_line(project.name)] == 1
        for item in project.items:
            named[item.no] = own if fits else short_name(item.target, project.name, names)
    return named


def short_name(target: Cell, project: str, names: Names) -> str:
    """Name an item by the first thing its target asks for, without a trailing quantity; cut at clause ends only."""
    clauses = [stripped for clause in _clauses(one_line(target.text)) if (stripped := ORDINAL.sub("", clause))]
    if len(clauses) > 1 and clauses[0] == one_line(project):
        clauses = clauses[1:]
    if not clauses:
        return one_line(project) or names.nameless
    name = _enumerated(_without_quantity(clauses[0]), names)
    others = any(_asks_more(clause, clauses[0], names) for clause in clauses[1:])
    return name + names.more if others and names.more not in name else name


def _clauses(text: str) -> list[str]:
    """Cut at pauses and stops outside brackets and quotes."""
    pieces, depth = [""], 0
    for letter in text:
        depth += (letter in OPENING) - (letter in CLOSING)
        if letter in "，；。" and depth <= 0:
            pieces.append("")
        else:
            pieces[-1] += letter
    return [piece for piece in pieces if piece]


def _without_quantity(clause: str) -> str:
    """Leave out the numbers that end the members of a list, all of them or none."""
    bare = ENDING_COUNT.sub("", clause)
    cut = any(len(member) < 2 or member.endswith(NOT_AN_END) or EACH.search(member) for member in bare.split("、"))
    return clause if len(bare) < 5 or cut or COUNTED_MEMBER.search(bare) else bare


def _enumerated(name: str, names: Names) -> str:
    """Shorten a name that is too long: leave out brackets, then the later members of a list."""
    if len(name) > names.longest:
        name = REMARK.sub("", name)
    if len(name) > names.longest and "、" in name[4 : names.longest]:
        return name[: name.rindex("、", 4, names.longest)] + names.more
    return name if len(name) <= 2 * names.longest else name[: names.longest] + "……"


def _asks_more(clause: str, first: str, names: Names) -> bool:
    """Tell whether a later clause asks for something else, not just explains, dates or repeats the first."""
    if clause.startswith(names.explaining) or BY_A_DAY.match(clause):
        return False
    return not any(clause[at : at + 4] in first for at in range(len(clause) - 3))


def listed_names(cell: Cell) -> tuple[str, ...]:
    """Split the units or persons of a cell, as spelt there; a blank cell names nobody."""
    if cell.blank:
        return ()
    names = (one_line(name) for name in PEOPLE.split(cell.text))
    return tuple(dict.fromkeys(name for name in names if name))


def people(cell: Cell) -> tuple[str, ...]:
    """List the persons of a cell, each without the offices that the cell names; offices alone stay as they are."""
    names = listed_names(cell)
    persons = (name for name in names if not OFFICE.fullmatch(name))
    return tuple(dict.fromkeys(map(_without_office, persons))) or names


def _without_office(name: str) -> str:
    """Take the office off a name: 常务副区长李明."""
    office = OFFICE.match(name)
    rest = name[office.end() :] if office else ""
    return rest if PERSON.fullmatch(rest) else name


def lead_unit(cell: Cell, register: Register) -> str:
    """Give the unit that an item counts for: the first named, by its full name where the register knows it."""
    return lead_units(cell, register)[0]


def lead_units(cell: Cell, register: Register) -> tuple[str, ...]:
    """Give all units that lead an item, each by its full name where the register knows it; nobody is one without name.

    What stands there once for all of a kind (各镇街) is one of them.
    """
    named = (next((full for full, others in register.items() if name in others), name) for name in listed_names(cell))
    return tuple(dict.fromkeys(named)) or ("",)


def shortened(text: str, limit: int) -> str:
    """Keep whole clauses up to the limit; what was left out shows as ……."""
    if len(text) <= limit:
        return text
    cut = max((text.rfind(mark, 0, limit + 1) for mark in CLAUSE_MARKS), default=-1)
    return text[: cut if cut > limit // 3 else limit].rstrip(CLAUSE_MARKS + "、") + OMITTED
