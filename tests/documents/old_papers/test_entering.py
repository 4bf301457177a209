"""补录: a letter that was issued on paper stands in the books as it was, and sets nothing going."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, kinds, queries, series, services
from archives_enforcement.documents.models import NumberSequence
from archives_enforcement.files import store
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused
from reports.queries.paper_work import work_for_papers
from tests import factories
from tests.documents.conftest import ON
from tests.documents.delivering import picture, scan
from tests.documents.entering import ISSUED_ON, OLD_NUMBER, enter
from units.models import Unit

pytestmark = pytest.mark.django_db
FREE = "旧档〔2023〕7号"


def test_it_stands_as_it_was_issued_with_who_entered_it(entered, clerk, unit):
    today = timezone.localdate()
    assert (entered.state, entered.origin, entered.is_entered) == ("issued", "paper", True)
    assert (entered.number, entered.year, entered.serial) == (OLD_NUMBER, 2024, 12)
    assert (entered.issued_on, entered.signer) == (ISSUED_ON, "原局长")
    assert (entered.drafted_by, entered.drafted_on) == (clerk, today)
    assert (entered.subject, entered.party) == (unit, unit.party)
    assert entered.rendition.sha256 == entered.content["scan"]
    assert store.get(entered.rendition.sha256) == b"%PDF-1.7 signed"


def test_the_trail_tells_it_as_entered_late_and_keeps_the_digest(entered, clerk):
    entry = AuditEntry.objects.about(entered).get()
    assert (entry.action, entry.actor, entry.backfilled) == ("enter", clerk, True)
    assert entry.on == timezone.localdate()
    assert entry.details["content_sha256"] == composing.fingerprint(entered.content)


@pytest.mark.parametrize("delivered_on", [None, ISSUED_ON])
def test_it_sets_nothing_going(start, clerk, party, contact, monkeypatch, delivered_on):
    kind = kinds.KINDS["inquiry_letter"]._replace(clock="D-P13", clock_named="")
    monkeypatch.setitem(kinds.KINDS, "inquiry_letter", kind)
    paper = enter(clerk, party, delivered_on=delivered_on)
    assert list(paper.deliveries.values_list("delivered_on", flat=True)) == (
        [delivered_on] if delivered_on else []
    )
    for model in (Job, Message, Deadline):
        assert not model.objects.exists()
    assert work_for_papers(clerk, timezone.localdate()) == []


def test_a_letter_of_the_system_does_set_something_going(issued):
    assert Job.objects.exists()
    assert issued.deliveries.get().delivered_on is None


@pytest.mark.parametrize(
    "typed", ["示10档函询[2024] 12号", "示10档函询（2024）012号", "示10档函询〔2024〕第12号"]
)
def test_a_number_of_the_series_takes_its_place_however_it_is_typed(start, clerk, party, typed):
    paper = enter(clerk, party, number=typed)
    assert (paper.number, paper.serial) == (OLD_NUMBER, 12)


def test_a_number_of_another_scheme_stands_as_it_was_printed(clerk, party):
    paper = enter(clerk, party, number="旧档[2023] 7号", issued_on=date(2023, 5, 6))
    assert (paper.number, paper.year, paper.serial) == (FREE, 2023, None)
    assert not NumberSequence.objects.exists()


def test_a_receiver_without_a_record_of_his_own_is_known_to_the_bureau(clerk, bureau):
    firm = factories.make_party(bureau, "示例公司", Party.Kind.SERVICE_ENTERPRISE)
    assert enter(clerk, firm, number=FREE).subject == bureau


def test_an_internal_paper_needs_no_receiver(clerk, bureau):
    paper = enter(clerk, None, "inspection_approval", number=FREE)
    assert (paper.subject, paper.outward) == (bureau, False)


@pytest.mark.parametrize(
    ("make", "media_type", "ending"),
    [(scan, "application/pdf", "pdf"), (picture, "image/png", "png")],
)
def test_the_file_is_named_after_the_number(start, clerk, party, make, media_type, ending):
    file = enter(clerk, party, scan=make()).rendition
    assert (file.media_type, file.name) == (media_type, f"{OLD_NUMBER}.{ending}")


# In its series


def test_the_start_does_not_fall_below_an_entered_number(entered, head):
    def start(number):
        return services.set_start(
            "inquiry_letter", 2024, start=number, reason="更正", actor=head, on=ON
        )

    with pytest.raises(Refused, match="第 12 号已经补录"):
        start(11)
    assert start(12).last == 12


def test_the_series_counts_it_apart_from_those_of_the_system(entered, issued, bureau):
    lines = [line for _, table in series.of_year(bureau, 2024) for line in table]
    line = next(line for line in lines if line.kind == "inquiry_letter")
    assert (line.start, line.last, line.used, line.entered) == (40, 41, 1, 1)


@pytest.mark.postgres
def test_it_locks_the_counter_of_its_series(start, clerk, party):
    with CaptureQueriesContext(connection) as seen:
        enter(clerk, party)
    table = NumberSequence._meta.db_table
    assert [q for q in seen if "FOR UPDATE" in q["sql"] and table in q["sql"]]


def test_a_unit_keeps_its_old_papers_on_its_record(entered, unit, clerk):
    assert list(queries.documents_about(Unit.objects.get(pk=unit.pk), clerk)) == [entered]


def test_papers_on_a_record_stand_as_they_were_issued_and_drafts_last(
    draft, make_draft, head, officer, unit, party, clerk
):
    young = services.submit(make_draft(), actor=officer, on=ON)
    young = services.sign(young, actor=head, on=ON)
    old = enter(clerk, party, number=FREE, issued_on=ON - timedelta(days=400))
    last = make_draft()
    of_unit = queries.documents_about(Unit.objects.get(pk=unit.pk), clerk)
    assert list(of_unit) == [old, young, draft, last]
