"""检查评价: once for each visit, without its giver, read from above in sums of closed quarters."""

import io
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from supervision.models import RatedVisit, Rating
from supervision.models.ratings import QUESTIONS
from supervision.queries import ratings as queries
from supervision.services import ratings as services
from tests import factories
from tests.inspections.rectifying import days, make_visit, queries_of

TODAY = timezone.localdate()
CANARY = "Q-rating-Q 讲得太快"
GOOD = {asked.field: 5 for asked in QUESTIONS}
LAST_YEAR = date(TODAY.year - 1, 1, 1)


@pytest.fixture
def above(bureau, superior):
    bureau.parent = superior
    bureau.save()
    return factories.make_user("above", "superior", bureau=superior)


@pytest.fixture
def visit(unit, officer, second_officer, above):
    return make_visit(unit, officer, second_officer)


def rate(visit, contact, **facts):
    return services.rate(visit, actor=contact, on=TODAY, **(GOOD | facts))


def given(bureau, quarter, marks, text=""):
    for mark in marks:
        every = dict.fromkeys(GOOD, mark)
        Rating.objects.create(bureau=bureau, quarter=quarter, text=text, **every)


def test_a_unit_rates_a_visit_once_and_nothing_kept_leads_back_to_it(visit, contact, unit):
    before = AuditEntry.objects.count(), Message.objects.count(), Job.objects.count()
    assert rate(visit, contact, text=CANARY) is None
    colleague = factories.make_contact("colleague", unit.party)
    with pytest.raises(Refused, match="已经评价过这次检查"):
        rate(visit, colleague)
    assert (AuditEntry.objects.count(), Message.objects.count(), Job.objects.count()) == before
    kept = {field.name for field in Rating._meta.get_fields()}
    assert kept == {"id", "bureau", "quarter", "text", *GOOD}
    assert [field.name for field in RatedVisit._meta.get_fields()] == ["inspection"]
    assert Rating.objects.get().quarter == queries.quarter_of(TODAY)


def test_every_rating_of_the_quarter_is_written_anew_with_the_last(visit, unit, contact, officer):
    rate(visit, contact, text="一")
    first = Rating.objects.get().pk
    for text in "二三四五六":
        rate(make_visit(unit, officer), contact, text=text)
    assert not Rating.objects.filter(pk=first).exists()
    assert sorted(Rating.objects.values_list("text", flat=True)) == sorted("一二三四五六")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"burden": 0}, "负担”请选 1 到 5 分"),
        ({"burden": 6}, "负担”请选 1 到 5 分"),
        ({"text": "示例街道一这次"}, "看得出是哪次检查"),
        ({"text": "second_officer很客气"}, "看得出是哪次检查"),
        ({"text": "好" * 1001}, "最多 1000 字"),
    ],
)
def test_a_missing_mark_and_a_text_that_names_somebody_come_back(visit, contact, facts, why):
    with pytest.raises(Refused, match=why):
        rate(visit, contact, **facts)
    assert not RatedVisit.objects.exists()


def test_who_may_not_rate(visit, contact, unit, officer, bureau):
    untold = make_visit(unit, officer, state="recorded", letter=None)
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)
    for row, who in ((untold, contact), (visit, other)):
        with pytest.raises(ObjectDoesNotExist):
            rate(row, who)
    with pytest.raises(PermissionDenied):
        rate(visit, officer)
    with pytest.raises(Refused, match="评价原来的那次检查"):
        rate(make_visit(unit, officer, kind="look_back"), contact)
    with pytest.raises(Refused, match="不能补录"):
        services.rate(visit, actor=contact, on=days(-1), **GOOD)


def test_without_a_bureau_above_nobody_would_read_it(visit, bureau, contact):
    bureau.parent = None
    bureau.save()
    with pytest.raises(Refused, match="没有登记这个机关的上级"):
        rate(visit, contact)


def test_a_quarter_is_read_when_it_is_over_and_has_enough(above, bureau, settings):
    settings.RATINGS_SHOWN_FROM = 3
    second = LAST_YEAR.replace(month=4)
    given(bureau, LAST_YEAR, [5, 3])
    assert queries.judged(above, TODAY)[0].periods == []
    given(bureau, second, [1])
    given(bureau, LAST_YEAR.replace(month=7), [4, 4])
    given(bureau, queries.quarter_of(TODAY), [1] * 9)
    (period,) = queries.judged(above, TODAY)[0].periods
    assert (period.first, period.last, period.count) == (LAST_YEAR, second, 3)
    assert (period.means, period.low) == ((3.0,) * 5, 5)
    assert period.label == f"{LAST_YEAR.year}年第一季度至{LAST_YEAR.year}年第二季度"


def test_a_bureau_reads_what_is_said_of_those_below_and_nothing_of_itself(above, bureau, superior):
    given(superior, LAST_YEAR, [1] * 9)
    assert [row.bureau for row in queries.judged(above, TODAY)] == [bureau]


def test_the_text_stands_on_the_page_from_above_once_enough_have_spoken_and_nowhere_else(
    client, above, visit, contact, officer, clerk, head
):
    rate(visit, contact, text=CANARY)
    page = reverse("supervision:rating-list")
    client.force_login(above)
    assert CANARY not in client.get(page).text
    Rating.objects.update(quarter=LAST_YEAR)
    given(visit.bureau, LAST_YEAR, [5] * 4)
    shown = client.get(page).text
    assert CANARY in shown
    assert str(visit.unit) not in shown
    for who in (officer, clerk, head, contact):
        client.force_login(who)
        assert client.get(page).status_code == 403
    client.force_login(contact)
    give = reverse("supervision:rating-give", args=[visit.pk])
    assert "已经评价过这次检查" in client.get(give).text
    assert CANARY not in client.get(give).text


def test_the_file_holds_what_the_page_shows_and_nothing_is_offered_before(
    client, above, bureau, settings
):
    page = reverse("supervision:rating-list")
    client.force_login(above)
    assert "导出 Excel" not in client.get(page).text
    settings.RATINGS_SHOWN_FROM = 2
    given(bureau, LAST_YEAR, [5, 2], CANARY)
    assert "导出 Excel" in client.get(page).text
    content = b"".join(client.get(page, {"export": "xlsx"}).streaming_content)
    heads, *rows = load_workbook(io.BytesIO(content)).active.values
    [row] = rows
    found = dict(zip(heads, row, strict=True))
    assert (found["机关"], found["份数"], found["平均"]) == (str(bureau), 2, 3.5)
    assert found["1—2分"] == len(QUESTIONS)
    assert CANARY in found["意见"]


def test_the_form_keeps_what_was_typed_and_then_takes_it(client, visit, contact):
    client.force_login(contact)
    home = reverse("inspections:portal-inspection", args=[visit.pk])
    give = reverse("supervision:rating-give", args=[visit.pk])
    assert give in client.get(home).text
    assert give in client.get(reverse("reports:portal")).text
    half = client.post(give, GOOD | {"burden": "", "text": CANARY})
    assert half.status_code == 422
    assert "请选 1 到 5 分" in half.text
    assert CANARY in half.text
    assert client.post(give, GOOD | {"text": CANARY}).url == home
    assert "你单位已经评价过" in client.get(home).text
    assert give not in client.get(reverse("reports:portal")).text
    assert Rating.objects.get().text == CANARY


def test_the_page_asks_as_much_for_one_bureau_as_for_three(client, above, bureau, superior):
    client.force_login(above)
    page = reverse("supervision:rating-list")
    one = queries_of(client, page)
    for code in ("120112", "120113"):
        other = factories.make_bureau(f"示例{code}", code, parent=superior)
        given(other, LAST_YEAR, [4] * 5)
    given(bureau, LAST_YEAR, [4] * 5)
    assert queries_of(client, page) == one
