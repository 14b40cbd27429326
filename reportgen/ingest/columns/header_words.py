"""Patterns of header words: what a word of time, intention or measure beside a noun makes of it."""

from __future__ import annotations

import re

DUTIES = re.compile(r"责任|分工|职责|包保|包联|领导")  # 责任分工 spans those who lead and support
FIRST = r"(?:首位|首个|首家|第一|最前|前面|列前)"
WHO_LEADS = r"(?:牵头|主责|主办|负总责)"
FIRST_LEADS = re.compile(
    rf"(?:单位|部门).*(?:\(.*{FIRST}.{{0,6}}{WHO_LEADS}|{FIRST}.{{0,4}}[的为是].{{0,4}}{WHO_LEADS}"
    rf"|{WHO_LEADS}.{{0,4}}[列排放在为]\D{{0,3}}{FIRST})"
)  # 责任单位(列首位的为牵头单位)
SUPPORTS = re.compile(r"(?:配合|协[同办助作]|联合|参与|会同)(?!.*牵头)")
CONJUNCTION = re.compile(r"[、,;/和]|(?<!参)与|及(?!其)")
BRACKETED = re.compile(r"\([^()]*\)$")
TOLD_HOW = re.compile(r"\([^()]{6,}\)$")  # 进展简述(100字以内,含存在问题): how to fill it in
NEXT = re.compile(
    r"下一?(?:个?月|季|步|阶段|节点|期|周)|次月|明年|后续|后期|接下来|(?:后|下)面|近期(?=工作|打算|安排|计划|重点)"
)
PLANNED = re.compile(
    r"^前?[年季月本当]?[度月底末]?(?:应|该(?![项工任])|拟|预定|预计|计划(?!.*情况))|\((?:计划|预计)\)$"
)  # 计划进度, 完成(计划), 预计完成情况; not 计划完成情况
HOPED = "预计"
FORECAST = re.compile(r"预[计测估].*(?:全年|年[底末终])|(?:全年|年[底末终]).*预[计测估]")  # 预计年底完成 asks nothing
TOLD = re.compile(r"情况|进展")
SHARE_END = re.compile(r"%\)?$")
WHETHER = re.compile(
    r"(?:年[底末内]|[底末])?前?(?:是否|是不是|[能可]否)(?!.*(?:[需涉]|问题|困难))|.*(?:与否|[完成结现标序号工](?:没有?|否|了?吗)|了没有?)$"
)  # 是否完成年度任务, 办结与否, 兑现了没; not 是否需要协调
OF_KIND = re.compile(
    r"^(?!.*(?:完成|达到|竣工|办结|开工)).*(?:项目|实事|工程|[省市区县国]级|重点|[新续]建|跨年度?|票决)$"
)  # 是否省级民生实事 tells no state
COMPARES = re.compile(r"[与较比](?!.*(?:情况|进展)$)")
NEEDED = re.compile(r"^(?:目前|当前)?(?:需(?!求)|提请|请求|恳请|求助)")  # 需上级支持事项 is no task
POINT = "节点"
STEP = re.compile(r"序时|季度|月度|[本当每][月季期]|半年|阶段|节点")
OPEN_WORD = "内容"  # 本月施工内容 may be what was done, or what is to be
DONE_ALREADY = re.compile(r"^(?:现?已经?|累计)(?!.*(?:时间|日期|时限))")  # 已完工 is no day
DONE_SO_FAR = re.compile(r"^(?:目前|当前)?(?:已|实际|正在)(?:完成|开展|达|建成|推进|实施|进行)")
BY_THEN = "前"  # 5月底前
LIST = "清单"  # 进展清单 is a column as 进展 is; 重点项目清单 is a title
TO_REACH = re.compile(
    r"^[底末]?(?:[要应该须需拟]|应[该当]|必须|计划)(?:推进|开展|完成|办|做|干|建|达|实现|到|走)"
)  # 11月应推进到, 年内要办成
REACHED = re.compile(
    r"^[底末]?(?:[做办干建走]到|(?:实际|现已?|目前|眼下|已经?)(?:推进|开展|完成|办|做|干|建|达|实现|到|走))|到(?:了)?哪(?:一?步|里|儿|了)?$"
)  # 9月末实际到哪一步
POINTS = re.compile(
    r"^(?:[本当每][月季期]度?|[季月]度|阶段)?(?:工作|推进|攻坚|主要|任务|实施)?(?:要点|重点|部署|谋划|抓手)$"
)  # 8月工作要点
CURRENT = re.compile(r"(?:目前|当前|现阶段)(?!.*(?:计划|目标|要求|任务))")
STILL = re.compile(r"(?:[尚还仍]?[待欠]|[尚还仍]需)(?:完成|办|推进|实施|开展)|剩余|余下|差额")
OF_AMOUNT = re.compile(r"[数量额]$")
NOT_DONE = re.compile(r"^[尚还仍]?未(?:完[成工]|开展|开工|办结|启动)")
TOLD_WHY = re.compile(r"情况|原因|说明")
COUNTERSIGNED = re.compile(
    r"(?:审[签核批定阅]|[签核][字名批发章定准]|会签|盖章|批[示阅]|阅示|点评|评语|意见|确认)$"
)  # 分管领导审签, 责任单位盖章 name nobody
UNIT_NOUN = re.compile(
    r"(?:责任)?(?:单位|部门|[处科股]室|机关|机构|委办局?|[科局]办|科局|部委|镇街|街镇|站所|所站|[处科股局办方])$"
    r"|责任(?:村居?|社区|中心|乡镇|[站所])$"
)
OF_LEVEL = re.compile(r"(?<=[头任办责合同管])[省市州盟县区镇乡街]{1,2}[级直属]*(?=单位|部门)")  # 牵头县直单位
ACTUAL = re.compile(r"实际|已完成")
WHOLE_YEAR = re.compile(r"度|全")
MARKS = "*★☆●◆▲#:【】〔〕[]「」"  # stand before and behind header words and mean nothing
QUOTES = re.compile("[“”‘’\"'「」『』]")
NUMBERED = re.compile(  # ① is folded to a semicolon
    r"^(?:;|\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、](?!\d))"
)
NO_HEADER = re.compile(r"[。;!?《》]|:.|(?:表|清单|台账|一览|通报)(?:\(.*\))?$")
DIGIT = re.compile(r"\d")
HANZI = re.compile(r"[\u3400-\u9fff]")

# What offices ask in plain speech, of which the first that is found tells: 卡在哪里, 8月干了啥, 啥时候干完, 谁来干.
OF_NOW = re.compile(r"^(?:[本当这上每][月周期]|[本当上]季度?|今年|本年|年内)")
WHAT = r"(?:啥|什么|哪些|何种?|哪)"
DOING = r"(?:[做办干建修]|推进|落实|完成|开展|实施|进行|进展|解决|兑现|执行)"
SPOKEN = tuple(
    (name, re.compile(words))
    for name, words in (
        ("due", r"(?:[啥何几]时|什么时候?|哪[天年月]|几月|多久)(?!.*(?:开工|开始|启动|立项|进场))"),
        (
            "problem",
            rf"^(?:还|主要|目前|现在)?(?:[卡堵难差慢]|问题|困难|症结|难点|堵点|短板)(?:出|卡)?在(?:了)?{WHAT}"
            rf"|^(?:还|尚)?[缺差欠]{WHAT}|(?:为(?:什么|啥|何)|咋)(?:还|会)?(?:[没未不慢拖]|滞后|落后)"
            rf"|[有遇碰][到上]?了?{WHAT}(?:困难|难处|难点|问题|难题|堵点|障碍|麻烦|阻力|卡点)"
            r"|^(?:需要?|[请求盼要]|提请|请求|恳请|[亟急][待需]).*"
            r"(?:协调|解决|支持|研究|帮[助忙]?)(?:的?(?:事项|问题|困难|难题|什么|啥|忙))*$",
        ),
        ("next_step", r"(?:怎[么样]|如何|咋)(?:[去来])?(?:解决|推进|整改|化解|应对|攻坚|处理|[办破补追赶改])"),
        ("target", rf"才算|^(?:[要想拟]|打算|准备|计划)?[做办干建达]到{WHAT}程度$"),
        (
            "progress",
            rf"^[底末]?{DOING}(?:成|到|好)?了(?:些)?(?:{WHAT}|多少|几)|^[底末]?{DOING}[得的]?(?:咋样|怎么?样|如何)了?$"
            rf"|^[底末]?(?:[做办干建走推]|推进|进行|进展|实施|施工)到了?{WHAT}",
        ),
        ("project", rf"^[要想拟]?[办干做](?:的|{WHAT})+[好实大小]?事$"),
        ("target", rf"^(?:[要想拟]|打算|准备|计划)?[做办干建修](?:[成些点])?{WHAT}样?$"),
        ("lead_leader", r"^谁(?:来|在)?(?:挂帅|带队|盯|督|抓|分管|包保|挂点|挂联)"),
        ("support_units", r"^谁(?:来|在)?(?:配合|协助|协办|帮)"),
        ("lead_unit", r"^谁(?:来|在)?(?:[干做办管建]|负责|牵头|主办|承办|落实)|^哪[个家](?:单位|部门|科室|镇街)"),
    )
)
