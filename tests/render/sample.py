"""A made-up page with every kind of block, long enough to fill several sheets."""

from __future__ import annotations

from pathlib import Path

from reportgen.briefing import Chart
from reportgen.render.page import Page
from reportgen.render.theme import Theme
from reportgen.render.tree import Vocabulary, parse

TEMPLATES = Path(__file__).parents[2] / "templates" / "briefing"
CHART = Chart(
    "各项目进展情况（单位：项）",
    "各项目进展情况。便利畅行已完成2项、按序时推进1项；医疗卫生滞后2项。",
    ("便利畅行", "医疗卫生", "老年服务", "城市品质", "教育设施", "儿童成长", "公共安全", "创业就业"),
    {"已完成": (2, 0, 1, 0, 3, 1, 0, 2), "按序时推进": (1, 3, 4, 5, 0, 2, 2, 1), "滞后": (0, 2, 0, 0, 0, 1, 1, 0)},
)
PARAGRAPH = (
    "截至2025年8月31日，37个子项中已完成12个，占32.4%；按序时推进20个，占54.1%；滞后5个，占13.5%。"
    "其中《云湖区2025年度民生实事项目实施方案》确定的“一老一小”服务设施已建成10～15处，"
    "累计服务1.5万人次，完成率48.25%——比上月提高6.3个百分点……优化调整716-1路等公交线路，"
    "预计9月10日前办结；张·三等同志牵头，1—8月共召开调度会12次（含现场会3次），解决问题26个。"
)
LONG = "方案多次调整，目前正在进行预算审核，力争10月份开工；" * 2


def item(no: int, project: str, span: int, progress: str) -> str:
    """One row of the ledger; `span` of 0 continues the project above."""
    lead = f'<td rowspan="{span}">{no}</td><td rowspan="{span}">{project}</td>' if span else ""
    return (
        f"<tr>{lead}<td>完成{no}公里农村公路改造提升。</td><td>甲乙丙</td><td>区交通局</td><td>公安分局、区住建局</td>"
        f"<td>项目开工。</td><td>{progress}</td>"
        '<td><span class="on_track">▲按序时推进</span></td><td>已完成招标。</td></tr>'
    )


def ledger(groups: int = 4, rows: int = 5, progress: str = LONG) -> str:
    """A table of projects with several rows each."""
    heads = "".join(
        f'<th class="{cls}">{text}</th>'
        for cls, text in (
            ("no", "序号"), ("project", "项目名称"), ("target", "主要内容"), ("lead_leader", "牵头领导"),
            ("lead_unit", "牵头单位"), ("support_units", "配合单位"), ("plan", "三季度工作计划"),
            ("progress", "8月份完成情况"), ("status", "进度状态"), ("reason", "情况说明"),
        )
    )  # fmt: skip
    bodies = "".join(
        "<tbody>"
        + "".join(item(group + 1, "便利畅行工程", rows if row == 0 else 0, progress) for row in range(rows))
        + "</tbody>"
        for group in range(groups)
    )
    return f'<table class="ledger"><thead><tr>{heads}</tr></thead>{bodies}</table>'


MASTHEAD = """
<section class="masthead">
  <p class="masthead-name">云湖民生实事简报</p>
  <p class="issue">第8期</p>
  <p class="issuer"><span class="left">云湖区人民政府办公室</span><span class="right">2025年9月5日</span></p>
</section>"""
CLOSING = """
<section class="closing"><table class="closing">
  <tbody><tr><td colspan="2">报：区委、区人大常委会、区政府、区政协领导。</td></tr></tbody>
  <tbody><tr><td colspan="2">发：各街道办事处，区政府各部门、各直属单位，市驻云湖各单位，各有关企业。</td></tr></tbody>
  <tbody><tr><td>云湖区人民政府办公室</td><td>共印50份</td></tr></tbody>
</table></section>"""


def markup(paragraphs: int = 8, table: str = "") -> str:
    """The sample's markup."""
    table = table or ledger()
    body = "".join(f'<p class="body">{PARAGRAPH}</p>' for _ in range(paragraphs))
    return f"""<article>{MASTHEAD}
<section class="body">
  <h1 class="title">关于2025年8月份云湖区民生实事<br/>项目进展情况的通报</h1>
  <p class="addressee">各街道办事处，区政府各部门、各直属单位：</p>
  <h2 class="level1">一、总体情况</h2>{body}
  <figure class="chart" data-chart="status">
    <figcaption class="figure-title">各项目进展情况（单位：项）</figcaption>
  </figure>
  <h3 class="level2">（一）已完成</h3>
  <p class="level3">1.农村公路改造提升。区交通局牵头，已完成20公里。</p>
  <p class="attachment-note">附件：1.2025年8月份民生实事项目进展情况表<br/>2.2025年8月份民生实事项目滞后事项清单</p>
  <p class="signature">云湖区人民政府办公室</p>
  <p class="date">2025年9月5日</p>
</section>
<section class="annex-landscape">
  <p class="annex-number">附件1</p>
  <h1 class="annex-title">2025年8月份民生实事项目进展情况表</h1>
  {table}
</section>
<section class="annex">
  <p class="annex-number">附件2</p>
  <h1 class="annex-title">滞后事项清单</h1>
  <p class="body">无。</p>
</section>{CLOSING}</article>"""


def page(theme: Theme, text: str = "") -> Page:
    """The sample as a checked page."""
    return Page(
        parse(text or markup(), Vocabulary.of(theme)),
        "关于2025年8月份民生实事项目进展情况的通报",
        {"status": CHART},
        TEMPLATES,
    )


def duplex(look: Theme) -> Theme:
    """A theme that asks for the closing block on the back of the last sheet."""
    closing = look.sections["closing"].model_copy(update={"even": True})
    return look.model_copy(update={"sections": look.sections | {"closing": closing}})
