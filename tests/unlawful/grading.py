"""裁量权基准 and 地方规定: published in order, left only with consent, never beyond its level."""

from datetime import timedelta

from django.urls import reverse

from penalties.models import Benchmark
from penalties.services import benchmarks, departures, discretion, local_clauses, notice
from tests import factories
from tests.penalties.case_facts import CORRECTION, clause_of, violation
from tests.penalties.discussing import discuss
from tests.penalties.grading import HEAD
from tests.penalties.test_departures import REASON
from tests.penalties.test_local_clauses import TEXT
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY

ORDER_27 = "国办发〔2022〕27号"
NOTICE = Deed("officer", "penalties:notice-draft", notice.draft, {"phone": "000-00000000"})
DEPART = Deed(
    "officer", "penalties:case-depart", departures.depart,
    {"fine": 60_000, "correction": CORRECTION, "ground": "unfair", "reason": REASON},
)  # fmt: skip
APPROVE = Deed("head", "penalties:departure-approve", departures.approve)
FIX = Deed(
    "officer", "penalties:case-fine", discretion.propose,
    {"fine": 110_000, "correction": CORRECTION},
)  # fmt: skip
PUBLISH = Deed(
    "head", "penalties:benchmark-publish", benchmarks.publish,
    lambda walk: {"valid_from": walk.day}, on=lambda walk: walk.benchmark,
)  # fmt: skip


def general(walk):
    """The benchmark puts the case into 一般: 74,000 to 146,000 yuan."""
    walk.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)


def by_sample(walk):
    walk.adopt = lambda: None  # the bureau has published nothing
    general(walk)


def departed(walk):
    general(walk)
    DEPART.do(walk, walk.officer, {})
    walk.fresh()


def discussed(walk):
    departed(walk)
    discuss(walk)


def approved(walk):
    discussed(walk)
    APPROVE.do(walk, walk.head, {})


def handler_may_approve(walk):
    discussed(walk)
    walk.second.groups.add(*walk.head.groups.all())


def drafted(walk):
    """A copy of the sample, the bureau's own, on the day of the case."""
    sample = Benchmark.objects.get(bureau=None)
    walk.benchmark = benchmarks.draft(sample, actor=walk.reviewer, on=walk.day, **HEAD)


def drafter_may_publish(walk):
    drafted(walk)
    factories.give(walk.reviewer, "publish_benchmark")


def without_origin(walk):
    drafted(walk)
    head = {**HEAD, "source": " "}
    benchmarks.write_head(walk.benchmark, actor=walk.reviewer, on=walk.day, valid_to=None, **head)


def with_a_gap(walk):
    """The middle band of 单位 ends before the heavy one begins."""
    drafted(walk)
    bands = [dict(band) for band in walk.benchmark.content["ranges"][0]["bands"]]
    bands[1]["to"] -= 1_000
    benchmarks.write_bands(
        walk.benchmark, actor=walk.reviewer, on=walk.day, key="ORG_1_10", bands=bands
    )


def administrator(walk):
    walk.admin = factories.make_user(
        "admin", "administrator", "backfiller", bureau=walk.bureau, is_staff=True
    )


def clause(**changes):
    """A fine for refusing to file, which the law leaves to local regulations."""

    def facts(walk):
        return {
            "bureau": walk.bureau, "violation": violation("V06"), "category": "service_firm",
            "offender": "拒不改正的单位", "kinds": ["警告", "罚款"], "minimum": 1_000,
            "maximum": 10_000, **TEXT, **changes,
        }  # fmt: skip

    return facts


def enter(walk, *, actor, **facts):
    return local_clauses.enter(actor=actor, **facts)


LOCAL = Deed(
    "admin", lambda walk: reverse("admin:penalties_localclause_add"), enter, clause(),
    on=lambda walk: walk, redisplays=200,
)  # fmt: skip
SPELT_OUT = LOCAL.but(
    facts=lambda walk: {
        **clause()(walk), "violation": violation("V01"), "specifies": clause_of(),
        "minimum": 20_000, "maximum": 100_000,
    }
)  # fmt: skip

# fmt: off
ROWS = [
    Row("a figure by the sample", f"只能试算.*{PENALTY}第五条第三款", "investigate", FIX, by_sample,
        general),
    Row("told of a departure nobody approved", f"还没有经机关负责人批准调整适用.*{ORDER_27}",
        "investigate", NOTICE, departed, approved),
    Row("a departure approved without the minutes", f"没有经集体讨论多数同意.*{ORDER_27}",
        "investigate", APPROVE, departed, discussed),
    Row("a departure approved by who handles the case", f"不能批准自己提出的调整适用.*{ORDER_27}",
        "investigate", APPROVE, handler_may_approve, discussed, by="second"),
    Row("a departure beyond the law itself", "第四十九条第二款", "investigate", DEPART, general,
        general, {"fine": 200_001}, {"fine": 200_000}),
    Row("a departure into the very band", f"不用调整适用.*{ORDER_27}", "investigate", DEPART,
        general, general, {"fine": 74_001}, {"fine": 74_000}),

    Row("a benchmark published by its drafter", f"起草人不能公布.*{ORDER_27}", "investigate",
        PUBLISH, drafter_may_publish, drafted, by="reviewer"),
    Row("a benchmark without its origin", f"还没有写明制定机关和来源.*{PENALTY}第三十四条",
        "investigate", PUBLISH, without_origin, drafted),
    Row("a benchmark with a gap between its bands", f"校验没有通过，不能公布.*{ORDER_27}",
        "investigate", PUBLISH, with_a_gap, drafted),
    Row("a benchmark in force before its publication", f"不能早于公布日期.*{PENALTY}第五条第三款",
        "investigate", PUBLISH, drafted, drafted,
        {"valid_from": lambda walk: walk.day - timedelta(1)}),

    Row("a fine set by a document of the bureau", "不得设定行政处罚.*第十六条", "lead", LOCAL,
        administrator, administrator, {"level": "normative_document"}, closed=True),
    Row("a local rule that fines what the law does not", "第十四条第二款", "lead", LOCAL,
        administrator, administrator, {"level": "local_rule"}),
    Row("a local clause beyond the range of the law", "幅度.*第十二条第二款", "lead", SPELT_OUT,
        administrator, administrator, {"maximum": 300_000}),
    Row("a local clause beside that of the law", "第十二条第二款", "lead", SPELT_OUT,
        administrator, administrator, {"specifies": None}),
]
# fmt: on
