"""发文字号 of a bureau that changes over in mid-year: where they begin, that none is missing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import numbering, series, services
from archives_enforcement.documents.models import NumberSequence
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON

KIND, YEAR = "inquiry_letter", ON.year


@pytest.fixture
def start(head):
    def run(number=40, *, actor=head, year=YEAR, reason="此前用纸质登记簿。", on=ON):
        return services.set_start(KIND, year, start=number, reason=reason, actor=actor, on=on)

    return run


@pytest.fixture
def issue(make_draft, officer, head):
    def run():
        return services.sign(services.submit(make_draft(), actor=officer, on=ON), actor=head, on=ON)

    return run


def line_of(bureau, kind=KIND, year=YEAR) -> series.Line:
    lines = (line for _, table in series.of_year(bureau, year) for line in table)
    return next(line for line in lines if line.kind == kind)


def test_the_system_goes_on_after_the_numbers_given_out_on_paper(start, issue, bureau):
    start()
    assert numbering.expected(bureau, KIND, YEAR) == "示10档函询〔2024〕41号"
    assert [issue().number, issue().number] == ["示10档函询〔2024〕41号", "示10档函询〔2024〕42号"]
    line = line_of(bureau)
    assert (line.start, line.last, line.used, line.entered) == (40, 42, 2, 0)
    assert line.next == "示10档函询〔2024〕43号"
    assert series.gaps() == []


def test_each_series_has_a_start_of_its_own(start, issue, bureau, other_bureau):
    start()
    assert line_of(bureau, "report_reminder").next == "示10档催报〔2024〕1号"
    assert line_of(bureau, year=2023).next == "示10档函询〔2023〕1号"
    assert line_of(other_bureau).next == "示11档函询〔2024〕1号"


def test_the_act_stands_in_the_trail_with_its_reason(start, head):
    entry = AuditEntry.objects.about(start()).get()
    assert (entry.action, entry.actor, entry.on) == ("set_start", head, ON)
    assert (entry.note, entry.details) == ("此前用纸质登记簿。", {"start": 40, "before": 0})
    assert entry.target_name == "函询函 2024 年字号"


def test_it_may_be_put_right_until_the_system_has_numbered_a_paper(start, issue):
    start(40)
    start(38)
    assert issue().serial == 39
    with pytest.raises(Refused, match="已经编到第 39 号"):
        start(40)
    assert NumberSequence.objects.get(kind=KIND).start == 38


def test_a_number_taken_back_with_its_signature_leaves_the_start_open(start, submitted, head):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        services.sign(submitted, actor=head, on=ON)
        1 / 0  # noqa: B018 - what follows in the same transaction fails
    assert start().last == 40


@pytest.mark.parametrize("reason", ["", "  "])
def test_it_asks_for_a_reason(start, reason):
    with pytest.raises(Refused, match="写明理由"):
        start(reason=reason)
    assert not NumberSequence.objects.exists()


def test_a_year_to_come_has_no_numbers_yet(start):
    today = timezone.localdate()
    with pytest.raises(Refused, match="还没有开始"):
        start(year=today.year + 1, on=today)
    assert start(year=today.year, on=today).start == 40


@pytest.mark.parametrize("post", ["clerk", "officer", "reviewer"])
def test_only_the_head_sets_it(start, head, request, post):
    with pytest.raises(PermissionDenied, match="设定起始号"):
        start(actor=request.getfixturevalue(post))
    assert start(actor=head).start == 40


def test_a_day_before_today_asks_for_the_permission_to_enter_late(start, bureau):
    chief = factories.make_user("chief", "head", bureau=bureau)
    today = timezone.localdate()
    with pytest.raises(Refused, match="补录"):
        start(actor=chief, on=today - timedelta(days=1))
    assert start(actor=chief, on=today).start == 40


def test_the_database_keeps_the_last_number_from_falling_below_the_start(start):
    row = start()
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberSequence.objects.filter(pk=row.pk).update(last=39)
    NumberSequence.objects.filter(pk=row.pk).update(last=40)


@pytest.mark.postgres
def test_it_locks_the_counter_that_a_signature_locks(start):
    with CaptureQueriesContext(connection) as seen:
        start()
    assert [
        query["sql"]
        for query in seen
        if "FOR UPDATE" in query["sql"] and NumberSequence._meta.db_table in query["sql"]
    ]


class TestNumbersRiseWithTheirDates:
    """A number may not be dated before the last one of its series and year (文书 are read so)."""

    @pytest.fixture
    def sign_on(self, make_draft, officer, head):
        def run(on):
            letter = make_draft(on=ON - timedelta(days=30))
            services.submit(letter, actor=officer, on=ON - timedelta(days=30))
            return services.sign(letter, actor=head, on=on)

        return run

    @pytest.mark.parametrize("later", [0, 1])
    def test_the_same_day_and_a_later_one_are_lawful(self, sign_on, later):
        assert [sign_on(ON).serial, sign_on(ON + timedelta(days=later)).serial] == [1, 2]

    def test_an_earlier_day_is_refused_and_takes_no_number(self, sign_on):
        sign_on(ON)
        with pytest.raises(Refused, match="2024年7月4日.*请用今天的日期.*补录纸质文书"):
            sign_on(ON - timedelta(days=1))
        assert sign_on(ON).serial == 2

    def test_so_is_a_day_before_the_start_was_set(self, sign_on, start):
        start()
        with pytest.raises(Refused, match="已经编到2024年7月4日"):
            sign_on(ON - timedelta(days=1))
        assert sign_on(ON).serial == 41

    def test_another_year_is_another_series(self, sign_on):
        sign_on(ON + timedelta(days=365))
        assert sign_on(ON).serial == 1
