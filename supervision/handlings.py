"""处理方式: the six ways in which a fault may be answered, and who has the power to each (C15)."""

from typing import NamedTuple

SOURCE = "君山区史志档案局责任清单，五、监督检查处理"
OWN = ""  # the bureau itself


class Measure(NamedTuple):
    """One measure within one of the six ways."""

    code: str
    numeral: str  # of the way, as the source numbers it
    way: str  # the words of the source
    label: str
    competent: str  # by whom it is decided; empty: by the bureau
    basis: str

    @property
    def is_own(self) -> bool:
        return self.competent == OWN

    @property
    def words(self) -> str:
        return f"（{self.numeral}）{self.label}{'' if self.is_own else '（建议）'}"


WRITTEN, CIRCULAR = "责令书面检查", "通报批评"
CERTIFICATE = "暂扣或者吊销行政执法证件或者调离行政执法工作岗位"
DISCIPLINE = "警告、记过、记大过、降级、撤职、开除等行政处分"
PAYMENT = "因故意或者重大过失的行政执法过错引起行政赔偿的，承担全部或者部分赔偿责任"
CRIME = "涉嫌犯罪的，移送司法机关处理"
ISSUER = "发证的司法行政部门"
EMPLOYER = "任免机关或者监察机关"
COMPENSATION_LAW = "《中华人民共和国国家赔偿法》第十六条（未核对原文）"
CIVIL_SERVICE = "《中华人民共和国公务员法》第六十一条、第六十二条（未核对原文）"

# fmt: off
MEASURES = {row.code: row for row in (
    Measure("written", "一", WRITTEN, "责令书面检查", OWN, SOURCE),
    Measure("circular", "二", CIRCULAR, "通报批评", OWN, SOURCE),
    Measure("suspend", "三", CERTIFICATE, "暂扣行政执法证件", ISSUER, SOURCE),
    Measure("revoke", "三", CERTIFICATE, "吊销行政执法证件", ISSUER, SOURCE),
    Measure("transfer", "三", CERTIFICATE, "调离行政执法工作岗位", OWN, SOURCE),
    Measure("warning", "四", DISCIPLINE, "警告", EMPLOYER, CIVIL_SERVICE),
    Measure("demerit", "四", DISCIPLINE, "记过", EMPLOYER, CIVIL_SERVICE),
    Measure("great_demerit", "四", DISCIPLINE, "记大过", EMPLOYER, CIVIL_SERVICE),
    Measure("demotion", "四", DISCIPLINE, "降级", EMPLOYER, CIVIL_SERVICE),
    Measure("removal", "四", DISCIPLINE, "撤职", EMPLOYER, CIVIL_SERVICE),
    Measure("dismissal", "四", DISCIPLINE, "开除", EMPLOYER, CIVIL_SERVICE),
    Measure("pay_part", "五", PAYMENT, "承担部分赔偿费用", OWN, COMPENSATION_LAW),
    Measure("pay_all", "五", PAYMENT, "承担全部赔偿费用", OWN, COMPENSATION_LAW),
    Measure("crime", "六", CRIME, "移送司法机关（监察机关）", "有管辖权的司法机关或者监察机关",
            SOURCE),
)}
# fmt: on
PAYING = ("pay_part", "pay_all")
CHOICES = [(row.code, row.words) for row in MEASURES.values()]
