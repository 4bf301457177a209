from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, services
from archives_enforcement.documents.models import Delivery, Document, NumberSequence, Wording
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON


def test_signing_numbers_freezes_sends_and_queues_in_one_act(submitted, head, contact):
    document = services.sign(submitted, actor=head, on=ON)
    assert (document.number, document.state) == ("示10档函询〔2024〕1号", "issued")
    assert document.content["to"] == "示例街道一"
    assert ["p", "1. 库房灭火器是否已过检验期。"] in document.content["paragraphs"]
    assert document.deliveries.get().sent_on == ON
    assert Job.objects.get().object_id == document.pk
    assert Message.objects.get().recipient == contact
    entry = AuditEntry.objects.about(document).first()
    assert entry.details["number"] == document.number
    assert entry.details["content_sha256"] == composing.fingerprint(document.content)


def test_numbers_follow_one_another_and_begin_anew_each_year(make_draft, officer, head):
    def issue(on):
        paper = services.submit(make_draft(on=on), actor=officer, on=on)
        return services.sign(paper, actor=head, on=on).number

    assert [issue(ON), issue(ON), issue(date(2025, 1, 2))] == [
        "示10档函询〔2024〕1号",
        "示10档函询〔2024〕2号",
        "示10档函询〔2025〕1号",
    ]


def test_a_refused_signature_takes_no_number(submitted, head, bureau):
    bureau.identity_confirmed_on = None
    bureau.save()
    with pytest.raises(Refused, match="行政主体、印章"):
        services.sign(submitted, actor=head, on=ON)
    assert not NumberSequence.objects.filter(last__gt=0).exists()
    bureau.identity_confirmed_on = ON
    bureau.save()
    assert services.sign(submitted, actor=head, on=ON).serial == 1


def test_the_drafter_does_not_sign_his_own_paper(make_draft, bureau):
    both = factories.make_officer("both", bureau, "head", "backfiller")
    own = services.submit(make_draft(actor=both), actor=both, on=ON)
    with pytest.raises(Refused, match="不能签发自己起草"):
        services.sign(own, actor=both, on=ON)


def test_an_officer_may_not_sign(submitted, officer):
    with pytest.raises(PermissionDenied):
        services.sign(submitted, actor=officer, on=ON)


@pytest.mark.parametrize(
    ("field", "label"),
    [("unit", "被函询单位"), ("questions", "需要说明的问题"), ("reply_due", "回复期限")],
)
def test_a_paper_that_lacks_a_mandatory_fact_is_not_submitted(make_draft, officer, field, label):
    paper = make_draft(**{field: ""})
    with pytest.raises(Refused, match=label):
        services.submit(paper, actor=officer, on=ON)


def test_a_paper_is_not_signed_before_it_was_drafted(submitted, head):
    with pytest.raises(Refused, match="不能早于起草日期"):
        services.sign(submitted, actor=head, on=date(2024, 7, 3))


def test_returning_needs_a_reason_and_opens_the_draft_again(submitted, head, officer):
    with pytest.raises(Refused, match="原因"):
        services.return_draft(submitted, actor=head, on=ON, note=" ")
    with pytest.raises(Refused, match="不能修改"):
        services.revise(submitted, actor=officer, on=ON, fields={"reason": "x"})
    draft = services.return_draft(submitted, actor=head, on=ON, note="期限有误")
    assert services.revise(draft, actor=officer, on=ON, fields={"reason": "x"}).fields[
        "reason"
    ] == ("x")


@pytest.mark.parametrize("change", [{"title": "改"}, {"state": "draft"}, {"fields": {}}])
def test_the_database_refuses_to_change_an_issued_paper(issued, change):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Document.objects.filter(pk=issued.pk).update(**change)


def test_the_database_refuses_to_delete_an_issued_paper(issued):
    rows = Document.objects.filter(pk=issued.pk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows._raw_delete("default")


def test_a_new_wording_leaves_issued_papers_alone(issued, make_draft):
    Wording.objects.create(
        kind="inquiry_letter", version=2, effective_from=date(2024, 8, 1), text="新样式{unit}"
    )
    assert make_draft(on=date(2024, 8, 1)).wording.version == 2
    assert Document.objects.get(pk=issued.pk).wording.version == 1


def test_a_unit_sees_a_paper_only_once_it_is_issued(submitted, contact, head, stranger):
    rows = Document.objects
    assert not rows.visible_to(contact).exists()
    services.sign(submitted, actor=head, on=ON)
    assert rows.visible_to(contact).count() == 1
    assert not rows.visible_to(stranger).exists()


def test_the_unit_acknowledges_online(issued, contact):
    today_entry = services.acknowledge(issued.deliveries.get(), actor=contact, on=_today())
    assert (today_entry.method, today_entry.received_by) == ("online", "contact")
    with pytest.raises(Refused, match="已于"):
        services.acknowledge(issued.deliveries.get(), actor=contact, on=_today())


def test_another_unit_cannot_acknowledge(issued, bureau):
    other = factories.make_contact("other", factories.make_party(bureau, "示例街道二"))
    with pytest.raises(Delivery.DoesNotExist):
        services.acknowledge(issued.deliveries.get(), actor=other, on=_today())


def test_staff_enter_a_delivery_on_paper_with_its_date(issued, clerk):
    delivery = services.record_delivery(
        issued.deliveries.get(), actor=clerk, on=date(2024, 7, 8), method="direct",
        received_by="档案员",
    )  # fmt: skip
    assert delivery.delivered_on == date(2024, 7, 8)
    assert AuditEntry.objects.about(issued).first().backfilled is True


def test_nothing_is_delivered_before_it_is_issued(issued, clerk):
    with pytest.raises(Refused, match="不能早于签发日期"):
        services.record_delivery(
            issued.deliveries.get(), actor=clerk, on=date(2024, 7, 3), method="direct",
            received_by="档案员",
        )  # fmt: skip


def test_without_the_right_to_backfill_an_act_is_dated_today(submitted, bureau):
    other_head = factories.make_user("other_head", "head", bureau=bureau)
    with pytest.raises(Refused, match="补录"):
        services.sign(submitted, actor=other_head, on=ON)
    assert services.sign(submitted, actor=other_head, on=_today()).issued_on == _today()


def _today():
    return timezone.localdate()
