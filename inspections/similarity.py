"""How alike two short texts are, counted by pairs of neighbouring signs; plain data only."""

import unicodedata


def _pairs(text: str) -> set[str]:
    plain = [sign for sign in unicodedata.normalize("NFKC", text).lower() if sign.isalnum()]
    return {first + second for first, second in zip(plain, plain[1:], strict=False)}


def share(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same pairs of signs (Dice)."""
    left, right = _pairs(one), _pairs(other)
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))
