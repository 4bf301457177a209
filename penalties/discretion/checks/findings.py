"""What a check says, and the statutory ranges it is held against."""

from typing import NamedTuple

ERROR, NOTE = "错误", "提醒"
PARTIES = {"organisation": "单位", "individual": "个人", "service_firm": "档案服务企业"}


class Finding(NamedTuple):
    """One thing to be put right: how much it weighs, where, why, and what to do."""

    weight: str
    place: str
    reason: str
    remedy: str

    def __str__(self):
        return f"【{self.weight}】{self.place}：{self.reason}。{self.remedy}。"


class Clause(NamedTuple):
    """One statutory range: which act, whose, under which articles, how much."""

    violation: str
    party: str
    bases: list[dict]
    kinds: list[str]
    confiscate_gains: bool
    minimum: int
    maximum: int
