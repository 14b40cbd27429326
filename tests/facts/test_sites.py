"""Sites: places by name, as targets list them and reports tell of them one by one."""

from datetime import date

import pytest

from reportgen.facts.words.clauses import statements
from reportgen.facts.words.sites import Sites, sites
from reportgen.norms import Norms
from reportgen.records import Cell

AUGUST = date(2025, 8, 31)


def found(asked: str, told: str, norms: Norms) -> Sites:
    return sites(*(statements(Cell(text=text), AUGUST, norms) for text in (asked, told)), norms)


@pytest.mark.parametrize(
    ("asked", "told", "names"),
    [
        ("打通海晏路、盐北路、渡口路3条断头路", "海晏路通车；盐北路、渡口路路基施工中", {"海晏路", "盐北路", "渡口路"}),
        ("新建石塘、黄檀2座消防站", "石塘站已执勤；黄檀站正在选址", {"石塘", "黄檀"}),
        ("改造农贸市场3个", "红岩市场7月投用。龙硐市场完工。茶林市场报批", {"红岩市场", "龙硐市场", "茶林市场"}),
        ("新建幼儿园5所", "桃林二幼、石咀中心园竣工验收", {"桃林二幼", "石咀中心园"}),
        ("整治河道6条", "袁家浜、十字河、南窑港已清淤完毕", {"袁家浜", "十字河", "南窑港"}),
        ("建设碧道12公里", "一标段完工；二标段正在铺装", {"一标段", "二标段"}),
        ("建设安置房4栋", "1#、3#楼封顶；2#楼施工至12层；4#楼施工至15层", {"1#", "3#", "2#", "4#"}),
        ("新建教学楼2栋", "A栋主体完工，B栋完成底板浇筑", {"A栋", "B栋"}),
        ("建成教师宿舍60套", "者密中学30套已封顶；平寨小学30套完成地勘", {"者密中学", "平寨小学"}),
        ("新建变电站2座", "东郊变土建完工，西郊变正在打桩", {"东郊变", "西郊变"}),
        ("新建中学", "3栋教学楼封顶，1#、2#宿舍楼施工至四层", {"教学楼", "宿舍楼", "1#", "2#"}),
        ("新建中学", "教学楼封顶，室外管网施工", set()),
        ("改造危桥3座", "石塘2号桥桩基完成；黄檀桥通车", {"黄檀桥"}),
        ("新建托育园4个", "桃林、石咀托育园分别于3月、5月开园", {"桃林", "石咀托育园"}),
        ("建设服务站6个", "心电图机、超声机等设备已到货", set()),
        ("新建消防站2座", "两座消防站均已投用", set()),
        ("开班30个点", "第一期7月开班，第二期8月开班", set()),
        ("改造农贸市场3个", "市场环境明显改善，道路施工影响开放", set()),
    ],
)
def test_places_are_found_by_name(asked: str, told: str, names: set[str], norms: Norms) -> None:
    """Places are found that the target lists, or that the report names as such things are named; no other words."""
    assert set(found(asked, told, norms).names) == names


def test_a_clause_goes_on_about_the_site_before_it(norms: Norms) -> None:
    """A clause that names no place tells of that of the clause before it in its sentence, and a new count of others."""
    told = found("改造市场3个", "红岩市场完工，正在招商，另2个正在施工。", norms).told
    assert [sorted(names) for names in told] == [["红岩市场"], ["红岩市场"], []]
