"""Numbers and dates are given as the sheet shows them."""

import pytest

from reportgen.ingest.formats.number_format import shown

SHOWN = [
    (0.65, "0%", "65%"),
    (0.655, "0%", "66%"),
    (1.14, "0.0%", "114.0%"),
    (-0.05, "0%", "-5%"),
    (0.65, "0.00%;[Red]-0.00%", "65.00%"),
    (12345.678, "#,##0.00", "12,345.68"),
    (1234567, "#,##0", "1,234,567"),
    (0, "#,##0", "0"),
    (0.5, "#.##", ".5"),
    (7, "000", "007"),
    (3, '0"个"', "3个"),
    (12345, '0!.0,"万"', "1.2万"),
    (1200000, '0.0,,"百万"', "1.2百万"),
    (2, "[$¥-804]#,##0.00", "¥2.00"),
    (-5, "0;(0)", "(5)"),
    (-65, "#,##0 ;(#,##0)", "(65)"),
    (0, '0;-0;"-"', "-"),
    (0, ";;;", "0"),
    (0.65, '[>=0.7]"▲"0%;[<0.7]"▼"0%', "▼65%"),
    (12, '[Red][<10]0"个";0"家"', "12家"),
    (0.1 + 0.2, "General", "0.3"),
    (1e15, "General", "1000000000000000"),
    (12345, 'General"元"', "12345元"),
    (12345, "0.00E+00", "12345"),
    (0.5, "# ?/?", "0.5"),
    (1, "@", "1"),
    (45352, 'yyyy"年"m"月"', "2024年3月"),
    (45352, "[$-804]yyyy\\-mm\\-dd;@", "2024-03-01"),
    (45352.5, "yyyy/m/d h:mm", "2024/3/1 12:00"),
    (45352.75, '上午/下午h"时"mm"分"', "下午6时00分"),
    (45352, "aaaa", "星期五"),
    (45352, "mmm-yy", "Mar-24"),
    (1.25, "[h]:mm", "30:00"),
    (1e300, "yyyy", "1" + "0" * 300),
]


@pytest.mark.parametrize(("value", "code", "text"), SHOWN)
def test_a_number_is_shown_as_its_format_writes_it(value: float, code: str, text: str) -> None:
    """Percent, thousands, units in quotes, sections for signs, Chinese dates: as on the screen."""
    assert shown(value, code) == text


def test_workbooks_of_1904_count_days_from_there() -> None:
    """The same day has another number in a workbook that counts from 1904."""
    assert shown(45352 - 1462, "yyyy/m/d", from_1904=True) == "2024/3/1"
