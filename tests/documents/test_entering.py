"""补录: a letter that was issued on paper stands in the books as it was, and sets nothing going."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, kinds, queries, series, services
from archives_enforcement.documents.models import Document, NumberSequence, Rendition
from archives_enforcement.files import store
from archives_enforcement.files.workbook import workbook
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


@pytest.fixture
def party(unit):
    return unit.party


@pytest.fixture
def start(head):
    return services.set_start(
        "inquiry_letter", 2024, start=40, reason="此前用纸质登记簿。", actor=head, on=ON
    )


@pytest.fixture
def entered(start, clerk, party):
    return enter(clerk, party)


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


# Who may


def test_it_asks_for_both_permissions(start, bureau, party):
    person = factories.make_user("person", bureau=bureau)
    for missing in ("enter_document", "backfill"):
        with pytest.raises(PermissionDenied, match="补录纸质文书"):
            enter(User.objects.get(pk=person.pk), party)
        factories.give(person, missing)
    assert enter(User.objects.get(pk=person.pk), party).serial == 12


@pytest.mark.parametrize("only", ["enter_document", "backfill"])
def test_one_of_the_two_is_not_enough(start, bureau, party, only):
    person = factories.make_user("person", bureau=bureau)
    factories.give(person, only)
    with pytest.raises(PermissionDenied):
        enter(User.objects.get(pk=person.pk), party)


def test_the_receiver_is_one_of_the_bureau(clerk, other_bureau):
    there = factories.make_party(other_bureau, "别处")
    with pytest.raises(Party.DoesNotExist):
        enter(clerk, there, number=FREE)


# What is refused; `entered` above is the lawful twin of all

TODAY = timezone.localdate()
REFUSED = {
    "no number": ({"number": " "}, "发文字号"),
    "no title": ({"title": ""}, "标题"),
    "no signer": ({"signer": " "}, "签发人"),
    "too long a number": ({"number": "号" * 61}, "60 个字"),
    "issued today": ({"number": FREE, "issued_on": TODAY}, "早于今天"),
    "issued in another year": ({"issued_on": date(2023, 12, 31)}, "2024年"),
    "above the start": ({"number": "示10档函询〔2024〕41号"}, "起始号是 40"),
    "number nought": ({"number": "示10档函询〔2024〕0号"}, "起始号是 40"),
    "a year without a start": ({"number": "示10档函询〔2023〕1号"}, "起始号是 0"),
    "of another kind": ({"number": "示10档催报〔2024〕1号"}, "催报函的字号"),
    "delivered before": ({"delivered_on": ISSUED_ON - timedelta(days=1)}, "不能早于签发日期"),
    "delivered tomorrow": ({"delivered_on": TODAY + timedelta(days=1)}, "不能晚于今天"),
    "no receiver": ({"party": None}, "选择主送单位"),
    "an internal paper delivered": (
        {"kind": "inspection_approval", "number": FREE, "delivered_on": ISSUED_ON},
        "内部文书",
    ),
}


@pytest.mark.parametrize(("changes", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(start, clerk, party, changes, why):
    with pytest.raises(Refused, match=why):
        enter(clerk, **{"party": party, **changes})
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"number": FREE, "issued_on": TODAY - timedelta(days=1)},
        {"number": "示10档函询〔2024〕40号"},
        {"number": "示10档函询〔2024〕1号", "issued_on": date(2024, 12, 31)},
        {"number": "号" * 60},
        {"delivered_on": ISSUED_ON},
        {"delivered_on": TODAY},
    ],
    ids=str,
)
def test_what_just_may_be_is_entered(start, clerk, party, changes):
    assert enter(clerk, party, **changes).pk


def test_it_is_not_later_than_the_first_number_of_the_system(start, issued, clerk, party):
    assert issued.serial == 41
    with pytest.raises(Refused, match="系统从2024年7月4日起编示10档函询"):
        enter(clerk, party, issued_on=ON + timedelta(days=1))
    assert enter(clerk, party, issued_on=ON).serial == 12


@pytest.mark.parametrize("number", [OLD_NUMBER, FREE])
def test_a_number_is_entered_once(start, clerk, party, number):
    enter(clerk, party, number=number)
    with pytest.raises(Refused, match="已经登记过"):
        enter(clerk, party, number=number)
    assert Document.objects.count() == 1


def test_a_mistaken_number_does_not_stand_in_another_bureaus_way(clerk, party, other_bureau):
    """The clerk types a number of the other bureau; that bureau's own letter still goes out."""
    enter(clerk, party, number="示11档函询〔2024〕1号")
    factories.make_user("chief", "head", "backfiller", bureau=other_bureau)
    lead = factories.make_officer("lead", other_bureau, "backfiller")
    unit = factories.make_unit(other_bureau, "别处的单位")
    fields = dict.fromkeys(kinds.KINDS["inquiry_letter"].fields, "内容")
    letter = services.draft(
        unit, "inquiry_letter", bureau=other_bureau, party=unit.party, title="函", fields=fields,
        actor=lead, on=ON,
    )  # fmt: skip
    services.submit(letter, actor=lead, on=ON)
    letter = services.sign(letter, actor=User.objects.get(username="chief"), on=ON)
    assert letter.number == "示11档函询〔2024〕1号"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (b"MZ program", "不是可以接收的格式"),
        (workbook("册", [("列", 10)], []), "不是扫描件"),
    ],
    ids=["empty", "program", "workbook"],
)
def test_the_scan_is_a_pdf_or_a_picture(start, clerk, party, content, why):
    with pytest.raises(Refused, match=why):
        enter(clerk, party, scan=SimpleUploadedFile("扫描件", content))
    assert not Document.objects.exists()


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


# Frozen


@pytest.mark.parametrize("change", [{"title": "别的"}, {"state": "draft"}, {"origin": "system"}])
def test_the_database_refuses_to_change_it(entered, change):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Document.objects.filter(pk=entered.pk).update(**change)


def test_the_database_refuses_to_delete_it_or_to_change_its_scan(entered):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Document.objects.filter(pk=entered.pk)._raw_delete("default")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Rendition.objects.update(sha256="0" * 64)


def test_only_what_was_on_paper_has_no_wording_and_it_is_never_a_draft(draft, entered):
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=draft.pk).update(wording=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=draft.pk).update(origin="paper")


# The check of all papers


def test_it_is_as_it_was_entered(entered):
    assert queries.problems() == (1, [])


def test_a_changed_scan_is_found(entered):
    path = store.path_of(entered.rendition.sha256)
    path.chmod(0o640)
    path.write_bytes(b"%PDF-1.7 other")
    assert queries.problems() == (1, [f"{OLD_NUMBER}：版式文件内容已被改动"])
    path.unlink()


def test_an_origin_that_does_not_fit_the_number_is_found(entered, issued):
    NumberSequence.objects.update(start=11)
    found = series.gaps()
    assert any("第 12 号的来源与此不符" in fault for fault in found)
    NumberSequence.objects.update(start=41)
    assert any("第 41 号的来源与此不符" in fault for fault in series.gaps())


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


def test_a_year_that_cannot_be_is_a_slip_of_the_pen(clerk, party):
    with pytest.raises(Refused, match="写成了1890年1月1日"):
        enter(clerk, party, number=FREE, issued_on=date(1890, 1, 1))
    assert enter(clerk, party, number=FREE, issued_on=date(1988, 1, 1))
