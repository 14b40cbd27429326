"""Bytes become the typed text or are refused; mojibake never passes."""

from collections.abc import Callable

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats.encoding import decode

TEXT = "序号,项目名称,牵头单位\n1,改造新碶街道农村公路20公里,区交通局\n2,新增公交车10辆,区交通局\n"
RARE = TEXT + "3,𠮷𬴊路,区住建局\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_usual_encodings_are_read(encoding: str) -> None:
    """Every encoding in which offices save text gives the text as typed."""
    assert decode(RARE.encode(encoding)) == RARE


@pytest.mark.parametrize("length", range(2, 30))
def test_short_gb_text_is_not_taken_for_another(length: int) -> None:
    """Short GBK text, which detectors call Korean, is read as Chinese."""
    text = TEXT[:length]
    assert decode(text.encode("gbk")) == text


@pytest.mark.parametrize("encoding", ["big5", "shift_jis"])
def test_other_encodings_are_read_rightly_or_refused(encoding: str) -> None:
    """Big5 and the like decode under GB18030 to nonsense: that nonsense must never be given."""
    text = {
        "big5": "項目名稱,主辦單位\n改造農村公路二十公里並開工建設,區交通局\n" * 3,
        "shift_jis": "項目名,担当課\nこの道路の工事を完了しました,建設課\n" * 3,
    }[encoding]
    told = ""
    try:
        read = decode(text.encode(encoding))
    except InputError as refusal:
        told = str(refusal)
    assert "save it again as UTF-8" in told if told else read == text


def test_the_first_unreadable_line_is_named() -> None:
    """A file that breaks off inside a character says in which line."""
    with pytest.raises(InputError, match=r"line 2 "):
        decode(TEXT.encode("utf-8")[:60] + b"\xff\xff\n")


def test_control_characters_are_no_text() -> None:
    """Bytes that decode but that nobody can have typed are refused."""
    with pytest.raises(InputError):
        decode(b"\x01\x02\x03 abc")


@pytest.mark.parametrize("encoding", ["hz", "utf-7"])
def test_chinese_in_plain_ascii_letters_is_read(encoding: str) -> None:
    """HZ and UTF-7 of old mail programs look like plain text; they are decoded, never quoted as they stand."""
    text = TEXT.replace("碶", "城")  # HZ holds the hanzi of GB 2312 only
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["A+B组,1+1\n", "~{未完\n", "a+abcd\n"])
def test_plain_text_with_such_marks_stays(text: str) -> None:
    """A plus sign or a tilde with a brace makes no other encoding."""
    assert decode(text.encode()) == text


def test_big5_is_named() -> None:
    """Traditional characters in Big5 are refused by that name, with nothing garbled quoted."""
    with pytest.raises(InputError, match=r"probably Big5, in traditional characters.*simplified.*as UTF-8\.$"):
        decode("項目名稱,主辦單位\n改造農村公路二十公里並開工建設,區交通局\n".encode("big5"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda text: text.encode().decode("gb18030", "ignore"), "as GBK while it was UTF-8"),
        (lambda text: text.encode("gb18030").decode("latin-1"), "in a Western encoding"),
    ],
)
def test_text_garbled_before_it_was_saved_is_told(wrong: Callable[[str], str], told: str) -> None:
    """Valid UTF-8 that holds mojibake says how it came about, and quotes none of it."""
    with pytest.raises(InputError, match=rf"was read {told} before it was saved") as refusal:
        decode(wrong(TEXT).encode())
    assert str(refusal.value).isascii()
