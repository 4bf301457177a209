import pytest

from units import credit_code


@pytest.mark.parametrize(
    "code",
    ["91110000600037341L", "12100000400013180J", "11100000000013127D"],
)
def test_the_check_character_follows_from_the_first_seventeen(code):
    whole = code[:17] + credit_code.check_character(code[:17])
    assert credit_code.fault(whole) is None


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("9111000060003734", "应为 18 位，实为 16 位"),
        ("91110000600037341I", "含有不使用的字符“I”"),
        ("91110000600037341M", "第 18 位应为“L”"),
        ("91110000600037431L", "校验位不符"),
    ],
)
def test_a_wrong_code_is_told_with_its_reason(code, why):
    assert why in credit_code.fault(code)


def test_a_known_real_code_holds():
    assert credit_code.fault("91110000600037341L") is None


def test_a_code_may_begin_with_a_letter():
    body = "Y1110112MF290584X"[:17]
    assert credit_code.fault(body + credit_code.check_character(body)) is None
