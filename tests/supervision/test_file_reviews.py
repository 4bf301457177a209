"""案卷评查: the system proposes, a person who did not handle the case decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workflow import Refused
from penalties.models import Statement
from penalties.queries import papers
from supervision import prescores
from supervision.forms.file_reviews import BeginForm
from supervision.models import FileReview
from supervision.services import file_reviews
from tests import factories
from tests.penalties.walk import Walk
from tests.sharing import kept

G = FileReview.Grade


@pytest.fixture(scope="module")
def decided_once(django_db_setup, django_db_blocker):
    with kept(django_db_blocker):
        walk = Walk(factories.make_bureau())
        walk.decide()
        walk.lawyer = factories.make_user("lawyer", "reviewer", "backfiller", bureau=walk.bureau)
        yield walk


@pytest.fixture
def walk(decided_once, db):
    decided_once.fresh()
    return decided_once


@pytest.fixture
def review(walk):
    return file_reviews.begin(actor=walk.lawyer, on=walk.day, case=walk.case)


def lost(review, **values):
    """As proposed, with what is decided otherwise (code → points, words)."""
    codes = {row.item.code: row.proposed or 0 for row in review.scores.select_related("item")}
    return {code: values.get(code, (points, "同预评")) for code, points in codes.items()}


def decide(review, walk, **values):
    return file_reviews.decide(
        review, actor=walk.lawyer, on=walk.day, lost=lost(review, **values), opinion="案卷规范。"
    )


def test_the_system_proposes_what_it_sees_and_nothing_more(review):
    found = {row.item.code: row for row in review.scores.select_related("item")}
    assert len(found) == 14
    assert (found["officers"].proposed, found["officers"].reason) == (0, "承办人员2名。")
    assert found["told"].proposed == found["reviewed"].proposed == 0
    assert found["file"].proposed > 0 and "缺少" in found["file"].reason
    assert (found["heard"].proposed, found["heard"].reason) == (0, "当事人没有要求听证。")
    assert found["filing"].proposed == found["term"].proposed == 0
    assert found["evidence"].proposed is None and found["execution"].proposed is None


def test_nothing_is_missing_of_the_service_while_its_days_still_run(walk):
    """The twin whose days are over stands below."""
    clock = papers.clock_on(papers.decision(walk.case), papers.SERVICE_CLOCK)
    rows = type(clock).objects.filter(pk=clock.pk)
    rows.update(due_on=localdate())
    assert prescores.service(walk.case).lost == 0
    assert "届满，还没有送达" in prescores.service(walk.case).why
    rows.update(due_on=localdate() - timedelta(1))
    assert prescores.service(walk.fresh()).lost == 5


def test_what_was_late_unheard_unserved_or_unpaid_is_seen_in_the_records(walk):
    """The lawful twin of each is the case as it was walked."""
    case, paper = walk.case, papers.decision(walk.case)
    score = {code: prescores.pre_scores[code](case) for code in ("term", "filing", "service")}
    assert (score["term"].lost, score["filing"].lost) == (0, 0)
    assert score["service"] == (5, "缺行政处罚决定书的送达回证。")
    clocks = (papers.clock_on(case, papers.DECISION_CLOCK), papers.clock_on(case.lead, "D-P04"))
    for clock in clocks:
        type(clock).objects.filter(pk=clock.pk).update(due_on=case.proposed_on - timedelta(1))
    assert prescores.term(case).lost == 10 and "作出决定" in prescores.term(case).why
    assert prescores.filing(case).lost == 5
    walk.deliver(paper, walk.day)
    case = walk.fresh()
    assert prescores.service(case) == (0, "送达回证齐全。")
    assert prescores.execution(case) is None
    case.state = case.State.CLOSED
    assert prescores.execution(case).lost == 5
    case.approved_by = None
    assert prescores.filing(case).lost == 10
    asked = {"case": case, "kind": "hearing", "made_on": walk.day, "text": "要求听证。"}
    Statement.objects.create(**asked, made_by=walk.clerk)
    assert prescores.heard(walk.fresh()).lost == 1


def test_another_room_may_register_what_it_knows(walk, monkeypatch):
    monkeypatch.setattr(prescores, "pre_scores", dict(prescores.pre_scores))
    monkeypatch.setattr(file_reviews, "pre_scores", prescores.pre_scores)
    prescores.register("term", lambda case: prescores.Prescore(99, "逾期。"))
    review = file_reviews.begin(actor=walk.lawyer, on=walk.day, case=walk.case)
    score = review.scores.get(item__code="term")
    assert (score.proposed, score.reason) == (10, "逾期。")


def test_nobody_reviews_the_file_of_his_own_case(walk):
    for person in (walk.officer, walk.reviewer):
        factories.give(person, "supervise")
        own = type(person).objects.get(pk=person.pk)
        with pytest.raises(Refused, match="不能监督自己办的事"):
            file_reviews.begin(actor=own, on=walk.day, case=walk.case)
    assert file_reviews.begin(actor=walk.lawyer, on=walk.day, case=walk.case)


def test_one_review_at_a_time_and_only_of_a_decided_case(walk, review):
    with pytest.raises(ValidationError, match="正在评查"):
        file_reviews.begin(actor=walk.lawyer, on=walk.day, case=walk.case)
    type(walk.case).objects.filter(pk=walk.case.pk).update(state="investigating")
    with pytest.raises(Refused, match="已经作出决定"):
        file_reviews.begin(actor=walk.lawyer, on=walk.day, case=walk.fresh())


@pytest.mark.parametrize(
    ("values", "score", "grade"),
    [
        ({}, 100, G.EXCELLENT),
        ({"evidence": (10, "缺签名")}, 90, G.EXCELLENT),
        ({"evidence": (11, "缺签名")}, 89, G.GOOD),
        ({"evidence": (20, "无"), "decision": (1, "漏写")}, 79, G.PASSED),
        ({"evidence": (20, "无"), "decision": (20, "无"), "term": (1, "迟")}, 59, G.FAILED),
        ({"heard": (1, "应当听证")}, 100, G.FAILED),
    ],
)
def test_points_make_the_grade_and_a_veto_fails(walk, review, values, score, grade):
    lawful = {"file": (0, "材料另存"), "service": (0, "回证另存")}
    review = decide(review, walk, **lawful | values)
    assert (review.score, review.grade) == (score, grade)


def test_what_departs_from_the_pre_score_needs_its_words(walk, review):
    with pytest.raises(Refused, match="与系统预评不同"):
        decide(review, walk, file=(0, " "))
    with pytest.raises(Refused, match="扣分、否决"):
        decide(review, walk, evidence=(1, ""))
    with pytest.raises(Refused, match="最多扣 20 分"):
        decide(review, walk, evidence=(21, "无"))
    assert FileReview.objects.get(pk=review.pk).score is None


def test_the_sheet_is_numbered_and_the_table_handed_out(walk, review, client):
    review = decide(review, walk)
    sheet = documents_about(review, walk.lawyer).get()
    assert sheet.number and sheet.fields["result"].startswith(f"{review.score}分")
    client.force_login(walk.lawyer)
    assert sheet.number in client.get(review.get_absolute_url()).text
    export = client.get(reverse("supervision:file-review-export", args=[review.pk]))
    assert export["Content-Type"].endswith("spreadsheetml.sheet")
    with pytest.raises(Refused):
        decide(review, walk)


def test_it_is_decided_on_its_page(walk, review, client):
    client.force_login(walk.lawyer)
    page = reverse("supervision:file-review-decide", args=[review.pk])
    assert "系统预评" in client.get(page).text
    assert client.post(page, {}).status_code == 422
    sent = {"opinion": "规范。", "on": walk.day}
    for code, (points, note) in lost(review).items():
        sent |= {f"lost_{code}": points, f"note_{code}": note}
    assert client.post(page, sent).status_code == 302


def test_nobody_is_offered_a_case_that_he_had_a_hand_in(walk):
    """The officer, the reviewer and the head are refused; the page offers it to others alone."""
    offered = {}
    for person in (walk.lawyer, walk.reviewer, walk.officer, walk.head):
        factories.give(person, "supervise")
        form = BeginForm(actor=type(person).objects.get(pk=person.pk))
        offered[person] = list(form.fields["case"].queryset)
    assert offered.pop(walk.lawyer) == [walk.case]
    assert not any(offered.values())
