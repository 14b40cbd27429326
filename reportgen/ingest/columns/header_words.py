"""Patterns of header words: what a word of time, intention or measure beside a noun makes of it."""

from __future__ import annotations

import re

CONJUNCTION = re.compile(r"[、,;/和]|(?<!参)与|及(?!其)")
BRACKETED = re.compile(r"\([^()]*\)$")
TOLD_HOW = re.compile(r"\([^()]{6,}\)$")  # 进展简述(100字以内,含存在问题): how to fill it in
INSERTED = re.compile(r"\([^()]*\)")  # 项目(指标)名称
NEXT = re.compile(r"下一?(?:个?月|季|步|阶段|节点|期|周)|次月|明年|后续|后期")
PLANNED = re.compile(
    r"^前?[年季月本当]?[度月底末]?(?:应|拟|预定|预计|计划(?!.*情况))|\((?:计划|预计)\)$"
)  # 计划进度, 完成(计划), 预计完成情况; not 计划完成情况
HOPED = "预计"
TOLD = re.compile(r"情况|进展")
SHARE_END = re.compile(r"%\)?$")
WHETHER = re.compile(r"是否(?!.*(?:[需涉]|问题|困难))|.*与否$")  # 是否完成年度任务, 办结与否; not 是否需要协调
COMPARES = re.compile(r"[与较比](?!.*(?:情况|进展)$)")
NEEDED = re.compile(r"^(?:目前|当前)?(?:需(?!求)|提请|请求|恳请)")  # 需上级支持事项 is no task
STEP = re.compile(r"序时|季度|月度|[本当每][月季期]|半年|阶段|节点")
OPEN_WORD = "内容"  # 本月施工内容 may be what was done, or what is to be
DONE_SO_FAR = re.compile(r"^(?:目前|当前)?(?:已|实际|正在)(?:完成|开展|达|建成|推进|实施|进行)")
ENOUGH = re.compile(r"才算|^[做办干建]到(?:什么|何种)程度$")  # 干到什么程度才算完
BY_THEN = "前"  # 5月底前
LIST = "清单"  # 进展清单 is a column as 进展 is; 重点项目清单 is a title
TO_REACH = re.compile(
    r"^[底末]?(?:要|应|须|需|拟|计划)(?:推进|开展|完成|办|做|干|建|达|实现|到|走)"
)  # 11月应推进到, 年内要办成
REACHED = re.compile(
    r"^[底末]?(?:[做办干建走]到|(?:实际|现已?|目前|眼下|已经?)(?:推进|开展|完成|办|做|干|建|达|实现|到|走))|到(?:了)?哪(?:一?步|里|儿|了)?$"
)  # 9月末实际到哪一步
CURRENT = re.compile(r"(?:目前|当前|现阶段)(?!.*(?:计划|目标|要求|任务))")
STILL = re.compile(r"(?:[尚还仍]?[待欠]|[尚还仍]需)(?:完成|办|推进|实施|开展)|剩余|余下|差额")
HOW_MANY = re.compile(r"[数量额]$")
NOT_DONE = re.compile(r"^[尚还仍]?未(?:完[成工]|开展|开工|办结|启动)")
TOLD_WHY = re.compile(r"情况|原因|说明")
UNIT_NOUN = re.compile(
    r"(?:责任)?(?:单位|部门|[处科股]室|机关|机构|委办局?|[科局]办|科局|部委|镇街|街镇|[处科股局办])$"
)
ACTUAL = re.compile(r"实际|已完成")
WHOLE_YEAR = re.compile(r"度|全")
MARKS = "*★☆●◆▲#:【】〔〕[]「」"  # stand before and behind header words and mean nothing
QUOTES = re.compile("[“”‘’\"'「」『』]")
NUMBERED = re.compile(
    r"^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、](?!\d))"
)
NO_HEADER = re.compile(r"[。;!?《》]|:.|(?:表|清单|台账|一览|通报)(?:\(.*\))?$")
DIGIT = re.compile(r"\d")
HANZI = re.compile(r"[\u3400-\u9fff]")
