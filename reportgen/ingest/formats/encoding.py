"""Bytes to text, or a refusal: never mojibake."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from reportgen.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DETECTOR_CONFIDENCE = 0.9
COMMON_SHARE = 0.6  # Chinese read in its right encoding has above 0.97, Big5 read as GB18030 below 0.55
SAVE_AGAIN = "save it again as UTF-8"
ESCAPED = re.compile(rb"~\{[!-~]+~\}|\+[A-Za-z0-9+/]{3,}")  # Chinese in plain ASCII letters: HZ, UTF-7
WIDE, LATIN, HANZI = re.compile(r"[^\0-\x7f]"), re.compile(r"[\u0080-\u024f]"), re.compile(r"[\u4e00-\u9fff]")
MISREAD_SHARE = 0.4  # of Chinese that was read as GBK two thirds come back, of other text hardly any
FEW = 10  # letters that tell nothing


def decode(data: bytes) -> str:
    """Decode by byte order mark, else strictly as UTF-8, GB18030, UTF-16, then by a detector."""
    for mark, name in MARKS:
        if data.startswith(mark):
            text = strictly(data, name)
            if text is None or not _typed(text):
                raise InputError(f"the text does not keep to the encoding that it announces ({name}); {SAVE_AGAIN}.")
            return text
    if b"\0" in data:
        return _unmarked_utf16(data)
    if data.isascii() and ESCAPED.search(data) and (text := _detected(data)):
        return text
    for name in ("utf-8", "gb18030"):
        text = strictly(data, name)
        if text is not None and _typed(text) and (name == "utf-8" or chinese(text)):
            return _not_misread(text)
    if text := _detected(data):
        return text
    raise _unreadable(data)


def _unmarked_utf16(data: bytes) -> str:
    for name in ("utf-16-le", "utf-16-be"):
        text = strictly(data, name)
        if text is not None and _typed(text) and chinese(text):
            return text
    raise InputError("this is not text but binary data of no known kind; give the table itself (Word, Excel, CSV …).")


def _detected(data: bytes) -> str | None:
    """Decode as a detector is sure that the bytes are to be read; None where it is not, or the text is no Chinese."""
    import chardet

    found = chardet.detect(data)
    name, confidence = found["encoding"], found["confidence"] or 0
    text = strictly(data, name) if name and confidence >= DETECTOR_CONFIDENCE else None
    return text if text is not None and _typed(text) and chinese(text) else None


def _unreadable(data: bytes) -> InputError:
    """Word the refusal of bytes in another encoding, with the likely one of Chinese text."""
    import chardet

    found = chardet.detect(data)
    if found["language"] == "zh" and found["encoding"] == "Big5" and strictly(data, "big5hkscs") is not None:
        return InputError(
            "the text is probably Big5, in traditional characters, and tables are read in simplified ones only; "
            f"turn it into simplified characters and {SAVE_AGAIN}."
        )
    line = data[: _first_fault(data)].count(b"\n") + 1
    return InputError(
        f"the text is neither UTF-8 nor GB18030 (line {line} is the first that cannot be read); {SAVE_AGAIN}."
    )


def _not_misread(text: str) -> str:
    """Give the text back; InputError where somebody had read Chinese in a wrong encoding before it was saved."""
    if wrong := misread(text):
        raise InputError(f"the text was read {wrong} before it was saved, and is garbled; give the file it came from.")
    return text


def misread(text: str) -> str:
    """Tell in words to print in which encoding Chinese was wrongly read, empty where it was in none."""
    wide = len(WIDE.findall(text))
    if wide > FEW and len(LATIN.findall(text)) > wide / 2:
        return "in a Western encoding"
    again = text.encode("gb18030", "ignore").decode("utf-8", "ignore")
    return "as GBK while it was UTF-8" if wide > FEW and len(HANZI.findall(again)) > MISREAD_SHARE * wide else ""


def strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _first_fault(data: bytes) -> int:
    """Find how far the better of the two usual encodings can read."""
    reached = 0
    for name in ("utf-8", "gb18030"):
        try:
            data.decode(name)
        except UnicodeDecodeError as error:
            reached = max(reached, error.start)
    return reached


def _typed(text: str) -> bool:
    """Tell whether somebody can have typed this: no control, private or unassigned characters."""
    odd = {char for char in set(text) if unicodedata.category(char) in ("Cc", "Cn", "Cs")}
    return odd <= set("\t\n\r\f\v\x1a\x85")


def chinese(text: str) -> bool:
    """Tell whether the hanzi are mostly the common ones, as they are only in the right encoding."""
    wide = Counter(WIDE.findall(text))
    return sum(times for char, times in wide.items() if _likely(char)) >= COMMON_SHARE * wide.total()


def _likely(char: str) -> bool:
    """Take the characters of GB 2312, and those that only a four-byte code of GB18030 can have given."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return len(char.encode("gb18030")) == 4
    return True
