"""How typed text becomes print: punctuation, dates, quotes, and the short names of items."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.briefing.names import listed_names, people, short_name, short_names, shortened
from reportgen.records import Cell, Item, Project
from reportgen.typography import one_line, printed, quoted
from tests.test_briefing_cases import WORDS

typed = st.text(
    alphabet="完成新建停车场，。；：、,;:()（）.!?！？“”\"' \n\t0123456789%％-～年月日AＡ１〇…—", max_size=60
)


@pytest.mark.parametrize(
    ("text", "print_"),
    [
        ("新(改、扩)建卫生站3家.", "新（改、扩）建卫生站3家。"),
        ("完成招标,正在施工;计划(9月)完工", "完成招标，正在施工；计划（9月）完工"),
        ("15:40开会,716-1路,1,200人", "15:40开会，716-1路，1,200人"),
        ("完成率≥85%。。，", "完成率≥85%。"),
        ("完成率不低于90%,11月底录完", "完成率不低于90%，11月底录完"),
        ("2025年09月05日、08月05日", "2025年9月5日、08月5日"),
        ("促进交通 便利畅行", "促进交通便利畅行"),
        ('开展"一人一技"培训', "开展“一人一技”培训"),
        ("１２０台ＡＥＤ，完成４８.２５％", "120台AED，完成48.25%"),
        ("甲((乙))", "甲（（乙））"),
        ("f(x, y): ok", "f(x, y): ok"),
        ("1.新建。\n\n 2.改造", "1.新建。\n2.改造"),
        ("等待...", "等待……"),
    ],
)
def test_typed_text_is_set_for_print(text: str, print_: str) -> None:
    """Marks beside Chinese are full-width, digits and codes stay, dates lose their padding."""
    assert printed(text) == print_


@given(typed)
def test_setting_twice_is_setting_once(text: str) -> None:
    """Text that is set stays as it is."""
    assert printed(printed(text)) == printed(text)


@given(typed)
def test_digits_are_untouched(text: str) -> None:
    """No digit is lost or moved, but for the padding of dates and the width of full-width ones."""
    narrow = text.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)})
    before, after = (re.sub("0", "", re.sub(r"\D", "", one)) for one in (narrow, printed(text)))
    assert before == after


@given(typed)
def test_no_half_width_mark_stays_beside_chinese(text: str) -> None:
    """No half-width mark is left beside a hanzi."""
    assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", printed(text))


def test_quotes_nest() -> None:
    """Quotes inside quotes become single, and the end mark stays outside."""
    assert quoted("开展“一人一技”培训。") == "“开展‘一人一技’培训”"


def test_lines_join_in_a_sentence() -> None:
    """Line ends become pauses inside a sentence."""
    assert one_line("1.完成设计,\n2.开工。\n3.验收") == "1.完成设计；2.开工。3.验收"


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("完成20公里农村公路改造提升。", "完成20公里农村公路改造提升"),
        ("新增公交线路4条,新增新能源公交车10辆。", "新增公交线路等"),
        ("完成流感疫苗接种3.5万人次以上。", "完成流感疫苗接种"),
        ("为老年人免费接种流感疫苗,完成流感疫苗接种3.5万人次以上。", "为老年人免费接种流感疫苗"),
        ("开展老年人助餐服务,覆盖人数约1380名。", "开展老年人助餐服务"),
        ("开展“一人一技”“金蓝领”等各类培训活动,新增人才5000名", "开展“一人一技”“金蓝领”等各类培训活动"),
        ("完成15个体育场地建设,包括7个球场、1个足球场。", "完成15个体育场地建设"),
        ("新(改、扩)建村级医疗机构3家", "新（改、扩）建村级医疗机构"),
        ("1.建设停车场。2.改造道路。", "建设停车场等"),
        ("新建第二小学,年内主体结构封顶。", "新建第二小学"),
        ("整治积水点8处,4月底前完成5处,12月底前全部完成。", "整治积水点"),
        ("改造老旧小区9个,涉及居民3860户。", "改造老旧小区"),
        ("建成步道18公里,10月举办马拉松。", "建成步道18公里等"),
        ("建设停车场3处,年内新增充电桩500个。", "建设停车场等"),
        ("大项,新增蓄水8万方", "新增蓄水8万方"),
        ("建成示范型居家养老中心3家、老年食堂5家", "建成示范型居家养老中心、老年食堂"),
        ("新建社区多功能运动场12个、百姓健身房6个,改造步道", "新建社区多功能运动场、百姓健身房等"),
        ("建成养老中心3家和老年食堂5家", "建成养老中心3家和老年食堂5家"),
        ("组织65周岁及以上老年人免费体检5.2万人", "组织65周岁及以上老年人免费体检"),
        ("改造3个小区、停车场5个", "改造3个小区、停车场5个"),
        ("标准不低于低保标准1.6倍", "标准不低于低保标准1.6倍"),
        ("服务人数达到2000人", "服务人数达到2000人"),
        ("城乡低保标准提高到每人每月1050元以上,7月1日起执行。", "城乡低保标准提高到每人每月1050元以上"),
        ("新(改)建镇级综合性养老服务中心3家(通济、三甲、沿圩)。", "新（改）建镇级综合性养老服务中心3家"),
        ("", "大项"),
    ],
)
def test_item_is_named_by_its_first_task(target: str, name: str) -> None:
    """A short name is the first thing the target asks for; 等 tells that there is more."""
    assert short_name(Cell(text=target), "大项", WORDS.names) == name


@given(st.text(alphabet="完成新建道路停车场、，。；（）10个", max_size=200))
def test_short_names_are_short_and_not_empty(target: str) -> None:
    """A name is never empty, and never longer than twice the limit and its mark."""
    assert 0 < len(short_name(Cell(text=target), "", WORDS.names)) <= 2 * WORDS.names.longest + len(WORDS.names.more)


def test_projects_of_one_item_lend_their_names() -> None:
    """Where every project is one item, its name names the item; else the target does."""
    one, two = (Item(no, target=Cell(text="建设停车场3处。")) for no in (1, 2))
    assert short_names([Project(1, "便民停车", (one,))], WORDS.names) == {1: "便民停车"}
    assert short_names([Project(1, "便民停车", (one, two))], WORDS.names)[1] == "建设停车场"


def test_a_name_that_several_projects_bear_names_no_item() -> None:
    """Rows that repeat their project's name are told apart by their targets."""
    one, two = (Item(no, target=Cell(text=text)) for no, text in ((1, "建设停车场3处。"), (2, "施划泊位。")))
    named = short_names([Project(1, "便民停车", (one,)), Project(1, "便民停车", (two,))], WORDS.names)
    assert named == {1: "建设停车场", 2: "施划泊位"}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区甲局、区乙局", ("区甲局", "区乙局")),
        ("区甲局,区乙局；区甲局", ("区甲局", "区乙局")),
        ("区 甲 局\n区乙局", ("区甲局", "区乙局")),
        ("/", ()),
        ("", ()),
    ],
)
def test_units_of_a_cell_are_told_apart(cell: str, names: tuple[str, ...]) -> None:
    """The units of a cell come one by one, each once; a blank cell names nobody."""
    assert listed_names(Cell(text=cell)) == names


def test_long_text_is_cut_at_a_clause() -> None:
    """A text over the limit ends after a whole clause, and shows that more followed."""
    assert shortened("完成招标，正在施工，计划年底完工", 10) == "完成招标，正在施工……"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区委常委、常务副区长李明", ("李明",)),
        ("副区长 李明", ("李明",)),
        ("区委副书记、区长\n李明、王强", ("李明", "王强")),
        ("区政府党组成员欧阳文静", ("欧阳文静",)),
        ("李长春、常春", ("李长春", "常春")),
        ("区长", ("区长",)),
        ("", ()),
    ],
)
def test_offices_are_no_persons(cell: str, names: tuple[str, ...]) -> None:
    """What a leader holds is taken off the name; an office alone stands for its holder."""
    assert people(Cell(text=cell)) == names
