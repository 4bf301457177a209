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
CITED = re.compile("《([^》]+)》第[一二三四五六七八九十百]+条")


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


def out_of_force(text: str, day: date) -> list[str]:
    """The laws that `text` cites and that were not in force on `day`; unknown ones too."""
    ends = {title: IN_FORCE.get(title, (date.max, date.min)) for title in CITED.findall(text)}
    return [title for title, (first, last) in ends.items() if not first <= day <= last]
