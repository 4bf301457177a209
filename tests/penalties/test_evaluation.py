"""案卷自评: vetoes and points from plain data, and on the page with the way to close each gap."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from penalties.evaluation import RULES, Hearing, Paper, Records, Stage, Statement, evaluate
from penalties.evaluation.scoring import LACKS
from penalties.models import Case
from penalties.queries.dossier import dossiers
from penalties.queries.evaluation import evaluated, filed

STAGE = "serve"
DAY = date(2024, 10, 20)
NOTICE = Paper("prior_notice", date(2024, 9, 1), date(2024, 9, 3))
DECISION = Paper("penalty_decision", date(2024, 10, 10), date(2024, 10, 12))
WHOLE = Records(
    stage=Stage.CLOSED, on_the_spot=False, penalised=True, licensed_officers=2,
    in_jurisdiction=True, barred=False, approved=True, usable_evidence=3,
    evidence_without_card=(), evidence_without_source=(), open_elements=0, elements_missing=0,
    reported=True, papers={"prior_notice": NOTICE, "penalty_decision": DECISION},
    statements=(Statement(date(2024, 9, 5), True),),
    hearings=(Hearing(date(2024, 9, 25), True, False),), reviewed=True, needs_discussion=True,
    discussed=True, fine=50_000, maximum=200_000, told=50_000, sample=False,
    decided_by_handler=False, decision="penalty_decision", decided_on=date(2024, 10, 10),
    decide_by=date(2024, 11, 13), publish_by=date(2024, 10, 19), published=True, owed=0,
    closing_report=True, filed_above=False,
)  # fmt: skip
UNSERVED = DECISION._replace(delivered_on=None)
SPOT = {"on_the_spot": True, "decision": "penalty_decision", "sample": False}

# What is changed in a whole file → the items that are lost by it.
FAULTS = [
    ({"licensed_officers": 1}, ["V01"]),
    ({"usable_evidence": 0}, ["V02"]),
    ({"open_elements": 1}, ["V03"]),
    ({"elements_missing": 1}, ["V03"]),
    ({"papers": {"penalty_decision": DECISION}}, ["V04", "P06"]),
    ({"papers": {"prior_notice": NOTICE, "penalty_decision": UNSERVED}}, ["P11"]),
    ({"papers": {"prior_notice": NOTICE}}, ["P10", "P11"]),
    ({"hearings": (Hearing(None, False, False),)}, ["V05"]),
    ({"hearings": (Hearing(date(2024, 9, 25), False, False),)}, ["P08"]),
    ({"reviewed": False}, ["V06", "P09"]),
    ({"discussed": False}, ["V07"]),
    ({"fine": 200_001, "told": None}, ["V08"]),
    ({"fine": 50_001}, ["V08"]),
    ({"barred": True}, ["V09"]),
    ({"in_jurisdiction": False}, ["V10"]),
    ({"decided_by_handler": True}, ["V11"]),
    ({"approved": False}, ["P01"]),
    ({"evidence_without_card": ("证据2",)}, ["P02"]),
    ({"evidence_without_source": ("证据3",)}, ["P03"]),
    ({"reported": False}, ["P04"]),
    ({"sample": True}, ["P05"]),
    ({"statements": (Statement(date(2024, 9, 5), False),)}, ["P07"]),
    ({"decided_on": date(2024, 11, 14)}, ["P12"]),
    ({"published": False}, ["P13"]),
    ({"owed": 1}, ["P14"]),
    ({"closing_report": False}, ["P15"]),
    ({**SPOT, "reviewed": False, "papers": {"penalty_decision": DECISION}}, ["P16"]),
]


def lost(records, on=DAY):
    score = evaluate(records, on)
    return [gap.rule.code for gap in (*score.vetoes, *score.gaps)]


def test_a_whole_file_has_every_point_and_no_veto():
    score = evaluate(WHOLE, DAY)
    assert (score.points, score.passes, score.words) == (100, True, "100/100")


@pytest.mark.parametrize(("change", "codes"), FAULTS, ids=lambda value: str(value)[:40])
def test_each_fault_costs_its_items_and_no_other(change, codes):
    assert lost(WHOLE._replace(**change)) == codes


def test_every_item_is_lost_by_some_fault_and_the_points_make_a_hundred():
    assert {code for _, codes in FAULTS for code in codes} == {rule.code for rule in RULES}
    assert {rule.code for rule in RULES} == set(LACKS)
    ordinary = sum(rule.points for rule in RULES if rule.way != "spot")
    assert ordinary == 100


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"fine": 200_000, "told": None}, []),
        ({"decided_on": date(2024, 11, 13)}, []),
        ({"published": False, "publish_by": DAY}, []),
        ({"hearings": (Hearing(date(2024, 9, 25), False, True),)}, []),
        ({"penalised": False, "reviewed": False, "papers": {}, "owed": 9}, []),
        ({**SPOT, "filed_above": True, "reviewed": False}, []),
        ({"needs_discussion": False, "discussed": False}, []),
    ],
    ids=str,
)
def test_what_is_lawful_costs_nothing(change, codes):
    assert lost(WHOLE._replace(**change)) == codes


@pytest.mark.parametrize("stage", Stage)
def test_nothing_is_asked_before_its_stage(stage):
    nothing = WHOLE._replace(
        stage=stage, usable_evidence=0, papers={}, reported=False, reviewed=False,
        closing_report=False, open_elements=1, statements=(), hearings=(), published=False, owed=9,
    )  # fmt: skip
    asked = {rule.code for rule in RULES if rule.since <= stage}
    assert set(lost(nothing)) <= asked
    assert bool(lost(nothing)) == (stage >= Stage.CONCLUDED)


def test_the_words_name_the_missing_paper_and_its_points():
    score = evaluate(WHOLE._replace(papers=WHOLE.papers | {"penalty_decision": UNSERVED}), DAY)
    assert score.words == "92/100，缺处罚决定书的送达回证 −8"


def test_a_case_walked_through_the_services_lacks_only_what_is_so(walk):
    [(_, records)] = filed(dossiers([walk.case]))
    assert records.stage == Stage.SERVED
    assert lost(records) == []


def test_many_cases_are_read_in_as_many_queries_as_one(walk):
    def asked(cases):
        with CaptureQueriesContext(connection) as queries:
            assert len(evaluated(cases, DAY)) == len(cases)
        return len(queries)

    def again(number):
        return [Case.objects.get(pk=walk.case.pk) for _ in range(number)]

    assert asked(again(3)) == asked(again(1)) <= 20


def test_the_page_of_a_case_asks_each_thing_once(walk, client):
    client.force_login(walk.officer)
    page = walk.case.get_absolute_url()
    client.get(page)  # what the process remembers is asked once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    assert len(asked) <= 34


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_the_page_names_what_is_missing_and_leads_to_it(walk, client):
    client.force_login(walk.officer)
    page = client.get(walk.case.get_absolute_url())
    score = page.context["evaluation"].score
    assert "案卷自评" in page.content.decode()
    assert ([gap.rule.code for gap in score.gaps], score.points) == ([], 100)


def test_the_file_is_looked_through_again_before_the_case_is_closed(walk, client):
    client.force_login(walk.officer)
    page = client.get(reverse("penalties:case-propose-closing", args=[walk.case.pk]))
    assert "案卷自评" in page.content.decode()
    assert page.context["evaluation"].score.points == 100


@pytest.mark.parametrize("staged", ["file"], indirect=True)
def test_a_gap_leads_to_the_act_that_closes_it_for_him_who_may_do_it(walk, client):
    Case.objects.filter(pk=walk.case.pk).update(state=Case.State.INVESTIGATED)
    client.force_login(walk.officer)
    [veto] = [
        row for row in client.get(walk.case.get_absolute_url()).context["evaluation"].vetoes
        if row.gap.rule.code == "V02"
    ]  # fmt: skip
    assert (veto.gap.missing, veto.url) == ("没有可以采用的证据", "")  # no act is open for it now
    Case.objects.filter(pk=walk.case.pk).update(report="报告", state=Case.State.PROPOSED)
    paper = client.get(walk.case.get_absolute_url()).content.decode()
    assert reverse("penalties:notice-draft", args=[walk.case.pk]) in paper
