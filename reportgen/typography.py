"""How typed text is printed: punctuation, spaces and dates as an official document sets them."""

from __future__ import annotations

import re

HAN = "㐀-䶿一-鿿豈-﫿〇\U00020000-\U0003ffff"
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
NARROW |= {ord("％"): ord("%"), ord("．"): ord("."), 0x3000: 0x20}
CJK = f"{HAN}，。；：！？、（）《》〈〉【】〔〕“”‘’…—～％"
SPACE_BESIDE_CJK = re.compile(rf"(?<=[{CJK}])[ \t\xa0]+|[ \t\xa0]+(?=[{CJK}])")
MARK_BESIDE_CJK = re.compile(rf"(?<=[{CJK}])[,;:!?]|[,;:!?](?=[{CJK}])|(?<=%)[,;](?=\d+(?:\.\d+)?[{HAN}])")
BESIDE_CJK = re.compile(f"[{CJK}]")
PADDED_MONTH = re.compile(r"(?<=\d年)0(?=[1-9]月)")
PADDED_DAY = re.compile(r"(?<=\d月)0(?=[1-9][日号])")
STOP = re.compile(rf"(?<=[{HAN}”）])\.(?=\s|$|[{HAN}])")
DOTS = re.compile(r"\.{3,}|。{3,}|…+")
PAUSES = re.compile(r"[，。；：、！？]{2,}")
STRENGTH = "、，：；。！？"
STRAIGHT = re.compile(r'"([^"\n]*)"')


def printed(text: str) -> str:
    """Set typed text for print. Doing it twice is doing it once; no digit changes but the padding of dates."""
    text = "\n".join(line.strip() for line in text.translate(NARROW).splitlines() if line.strip())
    # One change can bring a mark or a space beside Chinese that was not there before.
    while (after := _set(text)) != text:
        text = after
    return text


def _set(text: str) -> str:
    text = SPACE_BESIDE_CJK.sub("", STRAIGHT.sub(_paired, text))
    text = _round(MARK_BESIDE_CJK.sub(lambda mark: mark[0].translate(FULL_WIDTH), text))
    text = STOP.sub("。", DOTS.sub("……", text))
    text = PAUSES.sub(lambda run: max(run[0], key=STRENGTH.index), text)
    return _nested(PADDED_DAY.sub("", PADDED_MONTH.sub("", text)))


def _nested(text: str) -> str:
    """Make quotation marks inside quotation marks single, where all are in pairs."""
    letters, depth = [], 0
    for letter in text:
        depth -= letter == "”"
        letters.append({"“": "‘", "”": "’"}.get(letter, letter) if depth == 1 else letter)
        depth += letter == "“"
        if not 0 <= depth <= 2:
            return text
    return text if depth else "".join(letters)


def one_line(text: str) -> str:
    """Set typed text for print inside a sentence: its line ends become pauses."""
    lines = printed(text).split("\n")
    return printed("；".join(line.rstrip("，；、") for line in lines if line))


def quoted(text: str) -> str:
    """Put text in quotation marks, those inside becoming single ones; an end mark stays outside."""
    return one_line(f"“{one_line(text).rstrip('，。；：、')}”")


def _paired(found: re.Match[str]) -> str:
    return f"“{found[1]}”" if re.search(f"[{HAN}]", found[0]) else found[0]


def _round(text: str) -> str:
    """Widen both brackets of a pair that holds Chinese or stands beside it, and lone ones beside it."""
    letters, opened = list(text), []
    for at, letter in enumerate(text):
        if letter in "(（":
            opened.append(at)
        elif letter in ")）":
            start = opened.pop() if opened else at
            _widen(letters, start, at)
    for at in opened:
        _widen(letters, at, at)
    return "".join(letters)


def _widen(letters: list[str], start: int, end: int) -> None:
    around = letters[max(0, start - 1) : start] + letters[start + 1 : end] + letters[end + 1 : end + 2]
    pair = letters[start] + letters[end]
    if pair.isascii() and not BESIDE_CJK.search("".join(around)):
        return
    letters[start] = letters[start].translate(FULL_WIDTH)
    letters[end] = letters[end].translate(FULL_WIDTH)
