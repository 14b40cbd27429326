"""D1xx: what shows that the annual target is met."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.reading import Reading
from reportgen.norms import Norms
from reportgen.rule import Evidence, rule
from reportgen.rules.wording import listed, quoted
from reportgen.rules.year import ALL_YEAR, TO_COME, met_by_numbers, met_by_starting, met_by_words


@rule("D101", "年度目标数量已达到", source=("thresholds.about_met", *TO_COME, *ALL_YEAR))
def quantities_met(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容中的各项数量均已达到或超过。

    中：目标 新增托位200个，培训400名。｜进展 新增托位210个，完成培训550人。
    不中：目标 新增托位200个，培训400名。｜进展 新增托位210个，完成培训350人。
    不中：目标 改造老旧小区12个。｜进展 12个小区全部开工。
    不中：目标 秸秆综合利用率达94%以上。｜进展 利用率96.1%。｜截至 2025-08-31
    不中：目标 为寄宿制学校1.6万名学生供餐。｜进展 学校全部供餐，惠及学生16217人。
    不中：目标 筹集住房1200套。｜进展 已筹集1200套，分别为存量用房510套、新建460套、改建130套。
    """
    if counted := met_by_numbers(reading):
        yield Evidence.of_answers(counted, f"年度目标{listed(counted)}，已达到")


@rule("D102", "自述全部完成", source=("phrases.whole_claims", *TO_COME, *ALL_YEAR))
def claimed(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """进展明确整项完成，且没有数字或其他文字与之相反。

    中：目标 完成20公里农村公路改造提升。｜进展 项目完成。
    不中：目标 完成20公里农村公路改造提升。｜进展 已完成招标。
    不中：目标 完成20公里农村公路改造提升。｜进展 项目完成12公里，其余正在施工。
    不中：目标 组建消防队6支。｜计划 8月底前完成营房改造；10月底前到位执勤。｜进展 营房改造全部完成。
    不中：目标 完成教室空调安装。｜进展 供货单位已完成勘察，待放假后统一进场安装。
    """
    if by_words := met_by_words(reading):
        yield Evidence.of_answers(by_words, f"自报{quoted(by_words)}")


@rule("D103", "年度目标只要求开工，已开工且本期计划已达到", source="ladders")
def started(reading: Reading, norms: Norms) -> Iterator[Evidence]:
    """主要内容只要求开工的，已经开工并达到本期计划，即为完成。

    中：目标 开工建设区体育馆。｜计划 土方开挖，基础施工。｜进展 地下室土方开挖完成，底板浇捣完成。｜期限 2025-09-30
    不中：目标 开工建设区体育馆。｜计划 主体施工。｜进展 桩基施工完成。｜期限 2025-09-30
    """
    if met_by_starting(reading):
        text = f"年度目标为开工，报{quoted((*reading.plan, *reading.target))}，本期计划已达到"
        yield Evidence.of_answers((*reading.target, *reading.plan), text)
