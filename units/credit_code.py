"""统一社会信用代码 (GB 32100-2015): eighteen characters, the last a check character."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V, Z
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def check_character(body: str) -> str:
    """The eighteenth character for the first seventeen."""
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(body, WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def fault(code: str) -> str | None:
    """What is wrong with a code, in words; None when it holds."""
    if len(code) != 18:
        return f"应为 18 位，实为 {len(code)} 位"
    if strange := [char for char in code if char not in ALPHABET]:
        return f"含有不使用的字符“{strange[0]}”（代码不使用 I、O、S、V、Z 和小写字母）"
    if code[-1] != check_character(code[:17]):
        return f"校验位不符，第 18 位应为“{check_character(code[:17])}”，请对照登记证书核对"
    return None
