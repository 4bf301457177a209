"""The law as a lawyer would write it on one page, for tests that judge what the system decided.

Written by hand from 档案法第四十八条、第四十九条 and 行政处罚法; it shares nothing with the system.
"""

import re
from datetime import date

# 49¶1 and ¶3: 单位 and 个人; 49¶2: 档案服务企业.
UNIT, PERSON, FIRM = (10_000, 100_000), (500, 5_000), (20_000, 200_000)
BANDS = {  # 从轻, 一般, 从重 of the sample; an end belongs to the lighter band
    UNIT: ((10_000, 37_000), (37_001, 73_000), (73_001, 100_000)),
    PERSON: ((500, 1_850), (1_851, 3_650), (3_651, 5_000)),
    FIRM: ((20_000, 74_000), (74_001, 146_000), (146_001, 200_000)),
}
FLOOR = 10  # per cent of the least fine, below which 减轻 does not go

# First and last day of each law by the name under which a paper cites it.
IN_FORCE = {
    "中华人民共和国档案法": (date(2021, 1, 1), date.max),
    "档案法": (date(2021, 1, 1), date.max),  # as the label of the sample calls it
    "中华人民共和国档案法实施条例": (date(2024, 3, 1), date.max),
    "中华人民共和国档案法实施办法": (date(1990, 11, 19), date(2024, 2, 29)),
    "中华人民共和国行政处罚法": (date(2021, 7, 15), date.max),
    "行政执法机关移送涉嫌犯罪案件的规定": (date(2020, 8, 7), date.max),
    "中华人民共和国刑法": (date(1997, 10, 1), date.max),
    "中华人民共和国行政强制法": (date(2012, 1, 1), date.max),
    "中华人民共和国行政复议法": (date(2024, 1, 1), date.max),
    "中华人民共和国行政诉讼法": (date(2017, 7, 1), date.max),
    "中华人民共和国民事诉讼法": (date(2024, 1, 1), date.max),
}
HOW_MANY = {  # articles of each
    "中华人民共和国档案法": 53, "档案法": 53, "中华人民共和国档案法实施条例": 52,
    "中华人民共和国档案法实施办法": 31, "中华人民共和国行政处罚法": 86,
    "中华人民共和国行政强制法": 71, "中华人民共和国行政复议法": 90,
    "中华人民共和国行政诉讼法": 103, "中华人民共和国民事诉讼法": 306,
    "中华人民共和国刑法": 452, "行政执法机关移送涉嫌犯罪案件的规定": 19,
}  # fmt: skip
CITED = re.compile("《([^》]+)》第([一二三四五六七八九十百]+)条")
ITEM = {"V01": "一", "V02": "二", "V03": "三", "V04": "四", "V05": "五"}  # of 第四十八条
DIGITS = "零一二三四五六七八九"


def fines(subject: str, act: str, known: dict) -> set[tuple[int, int]]:
    """The ranges in yuan within which these facts may be fined; empty where nobody is fined.

    `known` gives each fact as yes, no or unknown; what is unknown opens nothing.
    """

    def holds(name):
        return known.get(name) == "yes"

    own = PERSON if subject == "person" else UNIT
    if not holds("in_jurisdiction") or known.get("crime") not in ("no", "duty"):
        return set()
    if act == "V03":  # selling state archives is a crime where 情节严重
        return {own} if holds("state_owned") and known.get("serious") == "no" else set()
    if act == "V05":
        criminal = "no" not in (known.get("state_owned"), known.get("serious"))
        return {own} if holds("foreign") and not criminal else set()
    if act == "V04" or (act in ("V01", "V02") and holds("state_owned")):
        return _used(subject, own, known)
    return set()


def _used(subject: str, own: tuple[int, int], known: dict) -> set[tuple[int, int]]:
    """49¶1 reaches who uses the holdings of an archive hall, ¶2 a firm in the course of service."""
    of_hall = {own} if known.get("hall_holdings") == "yes" else set()
    if subject != "service_enterprise":
        return of_hall
    serving = known.get("in_service")
    return {FIRM} if serving == "yes" else of_hall if serving == "no" else set()


def articles(act: str, bounds: tuple[int, int]) -> list[str]:
    """What a decision on this act in this range has to cite, word for word."""
    paragraph = "三" if act in ("V03", "V05") else "二" if bounds == FIRM else "一"
    return [f"第四十八条第（{ITEM[act]}）项", f"第四十九条第{paragraph}款"]


def number(words: str) -> int:
    """四十八 → 48."""
    hundreds, _, rest = words.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    whole = DIGITS.index(hundreds) * 100 if hundreds else 0
    whole += (DIGITS.index(tens.strip("零")) if tens.strip("零") else 1) * 10 if ten else 0
    return whole + (DIGITS.index(ones.strip("零")) if ones.strip("零") else 0)


def out_of_force(text: str, day: date) -> list[str]:
    """The laws that `text` cites and that were not in force on `day`.

    A law that this page does not know is named too, and an article that its law does not have.
    """
    found = []
    for title, words in CITED.findall(text):
        first, last = IN_FORCE.get(title, (date.max, date.min))
        if not first <= day <= last:
            found.append(title)
        elif not 1 <= number(words) <= HOW_MANY[title]:
            found.append(f"{title}第{words}条")
    return found
