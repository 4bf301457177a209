"""档案法第四十八条第六项 and 条例第四十八条至第五十条: no fine, and 处分 only on their facts."""

from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PROPOSE

KIND = "handling_proposal"
LAW, RULES = "《中华人民共和国档案法》", "《中华人民共和国档案法实施条例》"


def words(walk):
    return {
        "title": KINDS[KIND].label,
        "fields": {name: f"〔{label}〕" for name, label in KINDS[KIND].fields.items()},
    }


def draft(lead, *, actor, **facts):
    return documents.draft_about("lead", lead, KIND, actor=actor, **facts)


SUGGEST = Deed(
    "officer", lambda walk: reverse("documents:draft", args=["lead", walk.tip.pk, KIND]), draft,
    words, on=lambda walk: walk.tip,
    typed=lambda walk, facts: {"title": facts["title"], "on": facts["on"], **facts["fields"]},
)  # fmt: skip


def found(code, **answers):
    return lambda walk: walk.determine(walk.tip, code=code, grounds="补充核查。", **answers)


ORDERED = {"order": "correction"}
REFUSED, OBEYED = ORDERED | {"order_ignored": "yes"}, ORDERED | {"order_ignored": "no"}
GRAVE = {"state_hall": "yes", "serious": "yes"}

# fmt: off
ROWS = [
    Row("sanctioned for not filing without an order", f"没有责令改正.*{LAW}第四十八条第（六）项",
        "lead_hall", SUGGEST, found("V06", order="none"), found("V06", **REFUSED)),
    Row("sanctioned for not filing that was put right", f"没有拒不改正.*{LAW}第四十八条第（六）项",
        "lead_hall", SUGGEST, found("V06", **OBEYED), found("V06", **REFUSED)),
    Row("sanctioned for what is not opened without gravity", f"情节严重.*{RULES}第四十八条",
        "lead_hall", SUGGEST, found("V12", **GRAVE | {"serious": "no"}), found("V12", **GRAVE)),
    Row("sanctioned for what is not opened by no state archives",
        f"不是国家档案馆.*{RULES}第四十八条", "lead_hall", SUGGEST,
        found("V12", **GRAVE | {"state_hall": "no"}), found("V12", **GRAVE)),
    Row("sanctioned for not handing over that was put right", f"没有拒不改正.*{RULES}第四十九条",
        "lead_hall", SUGGEST, found("V13", **OBEYED), found("V13", **REFUSED)),
    Row("sanctioned for misused premises without gravity", f"情节严重.*{RULES}第五十条",
        "lead_hall", SUGGEST, found("V14", **GRAVE | {"serious": "no"}), found("V14", **GRAVE)),
    *(Row(f"fined under {code}, for which there is no fine", f"{LAW}第四十九条|{RULES}第{article}",
          "lead", PROPOSE, found(code), found("V01"), closed=True)
      for code, article in (("V06", "四十九条"), ("V12", "四十八条"), ("V13", "四十九条"),
                            ("V14", "五十条"))),
]
# fmt: on
