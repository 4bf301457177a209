"""加处罚款: counted by the record, stopped where the law stops it, imposed by a signature alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.documents import composing
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties import closing_guards
from penalties.queries import enforcing, papers
from penalties.services import execution, surcharges
from tests.penalties.test_challenges import conclude, enter

STAGE = "serve"
FINE, DAILY = 47_000, 1_410


@pytest.fixture
def late(walk):
    """The case, and its last day to pay."""
    walk.due = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on
    return walk


def after(walk, days):
    walk.day = walk.due + timedelta(days=days)
    return enforcing.lateness(walk.fresh(), walk.day)


def pay(walk, amount, receipt="票1", on=None):
    return execution.record_payment(
        walk.fresh(), actor=walk.officer, on=walk.day, amount=amount, paid_on=on or walk.day,
        receipt=receipt,
    )  # fmt: skip


def draft(walk):
    return surcharges.draft(
        walk.fresh(), actor=walk.officer, on=walk.day, payment_account="指定银行示例支行"
    )


@pytest.mark.parametrize(
    ("days", "amount"), [(0, 0), (1, DAILY), (33, 33 * DAILY), (34, FINE), (400, FINE)]
)
def test_three_percent_a_day_and_never_more_than_the_fine(late, days, amount):
    assert after(late, days).amount == amount


def test_what_was_paid_bears_no_more(late):
    after(late, 2)
    pay(late, 27_000)
    assert after(late, 4).amount == 2 * DAILY + 2 * 600
    pay(late, 20_000, "票2")
    assert after(late, 9).amount == 2 * DAILY + 2 * 600


def test_an_approved_delay_is_no_lateness(late):
    clock = papers.clock_on(late.paper, papers.PAYMENT_CLOCK)
    deadlines.extend(clock, to=late.due + timedelta(days=30), reason="批准延期", on=late.due)
    assert after(late, 30).amount == 0
    assert after(late, 31).amount == DAILY


def test_days_of_review_and_suit_are_not_counted(late):
    after(late, 2)
    challenge = enter(late)
    assert after(late, 10).amount == DAILY  # the day of the application does not count
    with pytest.raises(Refused, match="第七十三条第三款"):
        draft(late)
    conclude(late, challenge)
    assert after(late, 12).amount == 3 * DAILY
    assert draft(late).fields["amount"] == 3 * DAILY


def test_nothing_is_owed_by_the_passing_of_days_alone(late):
    after(late, 34)
    assert closing_guards.unpaid(late.case) == FINE
    draft(late)
    assert closing_guards.unpaid(late.fresh()) == FINE
    late.sign(papers.latest(late.case, papers.SURCHARGE))
    assert closing_guards.unpaid(late.fresh()) == 2 * FINE


def test_it_is_imposed_by_the_head_with_the_reckoning_and_the_remedies(late):
    after(late, 3)
    paper = documents.submit(draft(late), actor=late.officer, on=late.day)
    with pytest.raises(Refused, match="已有加处罚款决定书"):
        draft(late)
    documents.sign(paper, actor=late.head, on=late.day)
    row = late.case.surcharges.get()
    assert (row.amount, row.until, row.decided_by) == (3 * DAILY, late.day, late.head)
    said = "".join(
        text for _, text in composing.content(paper, number="", on=late.day)["paragraphs"]
    )
    for words in (
        "肆仟贰佰叁拾元整",
        "逾期 3 日",
        "百分之三",
        "六十日内",
        "第七十二条第一款第一项",
    ):
        assert words in said


def test_a_figure_that_is_no_longer_right_is_not_signed(late):
    after(late, 3)
    paper = documents.submit(draft(late), actor=late.officer, on=late.day)
    pay(late, 20_000, on=late.due)
    with pytest.raises(Refused, match="不一致.*第七十二条"):
        documents.sign(paper, actor=late.head, on=late.day)


def test_the_same_days_are_imposed_once(late):
    after(late, 3)
    late.sign(draft(late))
    with pytest.raises(Refused, match="没有可以加处的罚款.*第七十二条.*第四十五条"):
        draft(late)
    assert after(late, 5).amount == 2 * DAILY


def test_who_pays_in_time_bears_nothing(late):
    late.day = late.due
    pay(late, FINE)
    assert after(late, 40).amount == 0
    with pytest.raises(Refused, match="没有可以加处的罚款"):
        draft(late)


def test_a_case_is_not_closed_before_it_is_paid(late):
    after(late, 3)
    late.sign(draft(late))
    pay(late, FINE)
    with pytest.raises(Refused, match="还有 4,230 元没有缴纳"):
        late.close()
    pay(late, 3 * DAILY, "票2")
    assert late.close().state == "closed"


def test_the_page_says_what_it_comes_to_and_drafts_it(client, late):
    after(late, 3)
    client.force_login(late.officer)
    url = reverse("penalties:surcharge-draft", args=[late.case.pk])
    assert url in client.get(late.case.get_absolute_url()).text
    shown = client.get(late.case.get_absolute_url()).text
    assert "由机关负责人决定，不会自动加处" in shown
    assert client.post(url, {"payment_account": "", "on": late.day}).status_code == 422
    typed = {"payment_account": "指定银行示例支行", "on": late.day.isoformat()}
    assert client.post(url, typed).status_code == 302
    assert papers.latest(late.case, papers.SURCHARGE).fields["amount"] == 3 * DAILY


def test_the_page_shows_what_was_imposed(client, late):
    after(late, 3)
    paper = documents.submit(draft(late), actor=late.officer, on=late.day)
    documents.sign(paper, actor=late.head, on=late.day)
    client.force_login(late.officer)
    shown = client.get(late.case.get_absolute_url())
    assert (shown.status_code, "加处罚款" in shown.text) == (200, True)
