"""Folded text that keeps a way back to the typed characters, and its cuts into clauses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.records import Address, Cell, Span

HANZI = "\u3400-\u9fff"  # within [ ]
SENTENCE_MARKS = "。;!?"  # ends a sentence of folded text; within [ ]
CLAUSE_MARKS = ",。;"  # ends a clause, or a statement; within [ ]
# A list marker (1. 2、 （3） 一是) stands at the beginning of a sentence, or behind a comma: where words lead to the
# list (今年以来，一是…), or its points are parted by commas. At the beginning alone 1.4月底 is a marker and a month.
BEHIND_COMMA = r"(?:\(?\d{1,2}(?:[.、](?=\D)|\))|[一二三四五六七八九十]是)"
MARKER = rf"(?:{BEHIND_COMMA}|\(?\d{{1,2}}[.、](?=\d{{1,2}}月))"
LABEL = r"(?:(?:目前|当前|本月)?(?:工作|项目)?(?:进展|完成|推进|落实|实施)(?:情况|进度)?:)"
HEADING = "(?:(?:现将|现就)[^。;:]{0,16}如下:|【[^【】]{0,6}(?:进展|进度|情况)】:?)"
# What leads in to a sentence and tells nothing: 按照区委、区政府部署，经过努力，我局已完成…
EFFORT = r"(?:(?:按照?|根据|经|在)[^\d,。;:!?]{0,20}(?:部署|要求|努力|统计|(?:领导|指导|支持)下),)"
SINCE = "(?:(?:今年|年初)以来,)"
OFFICE = "(?:[我本](?:局|委|办|单位|部门|街道|镇|乡|中心)(?=已|均|全|共|累|按|组|开|完|新|建|启|,),?)"
# Who reports, at the head of a text (区住建局：…); of two such heads each is needed.
REPORTER = r"(?:^[^\d,。;:!?()、]{2,12}[局委办](?:\([^\d()]{2,8}\))?:(?!.*[局委办]:))"
LEAD = rf"(?:{LABEL}|{HEADING}|{EFFORT}|{SINCE}|{OFFICE}|{REPORTER})*"
SENTENCE = re.compile(rf"{LEAD}(?:{MARKER})?((?:[^{SENTENCE_MARKS},:]|[,:](?!{BEHIND_COMMA}))+)")
# Names in brackets, what a thing holds, and what a clause is about (渠化改造方面，10处完工) are a part of their clause:
# 主体(含食堂,宿舍楼)封顶, 学校(含食堂1座).
NAMES = r"\((?:[^()\d]*|(?:含|包括|包含)[^()]*)\)"
CLAUSE_END = re.compile(f"[{CLAUSE_MARKS}]")
CLAUSE = re.compile(rf"(?:{NAMES}|\([^(),]{{1,12}},[^(),]{{1,16}}\)|[^,]|(?<=方面),|(?<=\d),(?=\d{{3}}(?!\d)))+")
PIECE = re.compile(rf"(?:{NAMES}|[^、])+")
AND = "(?:[及与]|和(?!平(?![整台均])|谐|睦|美|顺|兴|畅))"  # 和平巷 is one name
LISTED = re.compile(f"、|{AND}")  # what stands between the members of a list
BRACKETS = re.compile(r"\(([^()]*)\)")  # folded ones, and what stands in them
OPENING, CLOSING = "(（《“‘【〔〈", ")）》”’】〕〉"

ENCLOSED = range(0x2460, 0x24A0)
# Brackets that only point elsewhere (名单附后), or say of what kind it is (区级民生实事), are no words of the text.
POINTER = re.compile(
    r"(?<=.)\((?:(?:详?见|附|(?:具体)?[名清]单|明细)[^()。;]{0,12}?(?:附[件表后]\d?|另附|[名清]单|明细表?)|附后)\)"
    r"|\((?:[省市区县]级?)?(?:重点|民生|为民|实事|项目|工程)+\)"
)
# A point between words ends a sentence (已建成8处.余1处); behind a numeral it marks an item of a list (一.建设情况).
STOP = re.compile(rf"(?<=[{HANZI})%])(?<![一二三四五六七八九十])\.(?=[{HANZI}(“]|\d{{1,4}}[{HANZI}]|$)")
# 和 between two numbers lists them, as 、 does: 管道13.1公里和庭院管7.4公里.
AND_NUMBER = re.compile(
    rf"{AND}(?:(?<=\d[{HANZI}].)|(?<=\d[{HANZI}]{{2}}.)|(?<=\d[{HANZI}]{{3}}.))(?<!以.)(?=[{HANZI}]{{1,10}}\d)"
)
# Where sentence after sentence begins with 1. 2. 3. the digits behind belong to what is counted: 1.200套…;2.3个…
NUMBERED = re.compile(
    r"(?:^|(?<=[。;!?:])|(?<=[,)])(?=\d{1,2}[.、](?:\D|\d+[个所项座处家户名条台盏](?!百分))))"
    r"(\d{1,2})[.、](?P<number>[\d一二两三四五六七八九十百千])?"
)


def invisible(letter: str) -> bool:
    """Tell a character that only steers how others are set: a soft hyphen, a joint of no width, a mark of order."""
    return unicodedata.category(letter) == "Cf"


class _Letters(dict[int, str]):
    """What each character folds to, by its code point; worked out when it first comes."""

    def __missing__(self, code: int) -> str:
        # ① begins a point of a list, as a semicolon would end the one before: NFKC would make ①52所 into 152所.
        letters = ";" if code in ENCLOSED else unicodedata.normalize("NFKC", chr(code))
        self[code] = "".join(letter for letter in letters if not letter.isspace() and not invisible(letter))
        return self[code]


LETTERS = _Letters()
UNLIKE = re.compile("[^!-~、。“”\u3400-\u4dbf\u4e00-\u9fff]")  # what may fold to other letters: a small part of a text


@lru_cache(maxsize=4096)  # the same few cells are folded many times in a row
def fold(text: str) -> str:
    """Fold for matching: NFKC, white space and what is not seen out. Folding twice is folding once."""
    return AND_NUMBER.sub("、", _folded(text))


def _folded(text: str) -> str:
    """Fold, but leave the words between numbers as typed."""
    letters = _letters(text)
    return _without_markers(POINTER.sub("", letters) if "(" in letters else letters)


# What folds to other letters than it is read as: Ⅳ, ㎡, ℃, m².
SIGNS = re.compile("([²³\u2100-\u218f\u3371-\u33df]+)")


def fold_for_print(text: str) -> str:
    """Fold, but leave as typed the signs that would become other letters, and the words between numbers."""
    return "".join(part if at % 2 else _folded(part) for at, part in enumerate(SIGNS.split(text)))


def _letters(text: str) -> str:
    """Fold each character, and make a full stop of the point that is typed for one."""
    letters = UNLIKE.sub(lambda match: LETTERS[ord(match[0])], text)
    return STOP.sub("。", letters) if "." in letters else letters


def _without_markers(text: str) -> str:
    """Put semicolons in the place of the list markers of a text that would be read as part of the number behind."""
    markers = list(NUMBERED.finditer(text)) if "2." in text else []
    if len(markers) < 2 or [marker[1] for marker in markers] != [str(at) for at in range(1, len(markers) + 1)]:
        return text
    for marker in markers:
        if marker["number"]:
            text = text[: marker.start()] + ";" * (len(marker[0]) - 1) + text[marker.end() - 1 :]
    return text


def balanced(text: str) -> str:
    """Leave out what stands behind a bracket or quotation mark that is not closed, or before one that is not opened."""
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in OPENING:
            opened.append(at)
        elif letter in CLOSING:
            if not opened:
                return balanced(text[at + 1 :]) or text[:at]
            opened.pop()
    return (text[: opened[0]] or balanced(text[opened[0] + 1 :])) if opened else text


def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    offsets, begin = list[int](), 0
    for unlike in UNLIKE.finditer(text):
        at = unlike.start()
        offsets += [*range(begin, at), *(at for _ in LETTERS[ord(unlike[0])])]
        begin = at + 1
    offsets += range(begin, len(text))
    for pointer in reversed(list(POINTER.finditer(_letters(text)))) if len(offsets) > len(fold(text)) else ():
        del offsets[slice(*pointer.span())]
    return fold(text), tuple(offsets)


@dataclass(frozen=True, slots=True)
class Folded:
    """A cell's folded text, with the offset in the typed text of each folded character."""

    address: Address
    typed: str
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Quote the typed words behind the folded `text[start:end]` (not empty)."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Span(self.address, first, last, self.typed[first:last])

    def at(self, span: Span) -> int:
        """The place in the folded text at which a span of it begins."""
        return bisect_left(self.offsets, span.start)

    def past(self, span: Span) -> int:
        """The place in the folded text right behind a span of it."""
        return self.at(span) + len(fold(span.text))

    def before(self, span: Span) -> str:
        """The folded text before a span of this text."""
        return self.text[: self.at(span)]

    def whole(self) -> Span:
        return self.span(0, len(self.text))


def folded(cell: Cell) -> Folded:
    """Fold a cell's text, keeping the way back."""
    text, offsets = _fold(cell.text)
    return Folded(cell.address, cell.text, text, offsets)


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest stretch of a text that says one thing: `text[start:end]`, with its clause and its sentence."""

    start: int
    end: int
    clause: tuple[int, int]
    sentence: tuple[int, int]


def pieces(text: str) -> Iterator[Piece]:
    """Cut folded text at 。；！？ and list markers, then at commas, then at 、."""
    for sentence in SENTENCE.finditer(text):
        begin = sentence.start(1)
        for clause in CLAUSE.finditer(text, begin, sentence.end()):
            for piece in PIECE.finditer(text, *clause.span()):
                yield Piece(*piece.span(), clause.span(), (begin, sentence.end()))
