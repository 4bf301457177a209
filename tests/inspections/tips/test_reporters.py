"""Who reported stays sealed, and opens for a reason to those who need it."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Reporter, Tip
from inspections.services import reporters, tips
from inspections.services.handing_over import hand_over
from reports.queries import clocks_told
from reports.queries.work import work_for_deadlines
from tests import factories
from tests.files.test_arrival import photo
from tests.inspections.tips.conftest import FACTS

S = Tip.State
TODAY = timezone.localdate()
REASON = "电话核实线索的时间"


def test_who_reported_opens_for_a_reason_to_the_clerk_and_the_handler_alone(
    accept, send, clerk, officer, second_officer, head
):
    tip, _ = accept(name="反映人甲", contact="000")
    again, _ = send(name="反映人乙")
    tips.merge(again, actor=clerk, on=TODAY, into=tip)
    assert reporters.reveal(tip, actor=officer, reason=REASON) == ("反映人甲", "000")
    assert reporters.reveal(tip, actor=clerk, reason=REASON).name == "反映人甲"
    for reason in ("", " 看 ", "给反映人甲回电话"):
        with pytest.raises(Refused):
            reporters.reveal(tip, actor=officer, reason=reason)
    with pytest.raises(Refused, match="只有登记答复的人员和承办人"):
        reporters.reveal(again, actor=officer, reason=REASON)
    with pytest.raises(ObjectDoesNotExist):
        reporters.reveal(tip, actor=second_officer, reason=REASON)
    with pytest.raises(PermissionDenied):
        reporters.reveal(tip, actor=head, reason=REASON)
    entries = AuditEntry.objects.about(tip).filter(action="see_reporter")
    assert [(entry.actor, entry.details) for entry in entries] == [
        (clerk, {"reason": REASON}), (officer, {"reason": REASON})
    ]  # fmt: skip


def test_whoever_takes_the_work_over_may_ask_who_reported_and_the_giver_no_more(
    accept, officer, second_officer, head
):
    tip, _ = accept(name="反映人甲")
    assert hand_over(officer, second_officer, actor=head, on=TODAY, reason="调离") == {
        "举报投诉": 1
    }
    assert reporters.reveal(tip, actor=second_officer, reason=REASON).name == "反映人甲"
    with pytest.raises(ObjectDoesNotExist):
        reporters.reveal(tip, actor=officer, reason=REASON)


def test_what_was_told_is_for_who_sorts_registers_or_handles_it_and_the_head(
    accept, send, client, clerk, officer, second_officer, head, reviewer
):
    """All others read the lead; the same matter told again goes to who handles the first."""
    upload = SimpleUploadedFile("漏水.jpg", photo())
    tip, _ = accept(uploads=[upload])
    again, _ = send()
    tips.merge(again, actor=clerk, on=TODAY, into=tip)
    own, _ = tips.register(
        actor=second_officer, on=TODAY, received_on=TODAY, source="call", **FACTS
    )
    (file,) = StoredFile.objects.all()

    def shown(user):
        rows = set(Tip.objects.visible_to(user))
        assert (tip in rows) == StoredFile.objects.visible_to(user).filter(pk=file.pk).exists()
        return rows

    assert shown(clerk) == shown(head) == {tip, again, own}
    assert shown(officer) == {tip, again}
    assert shown(second_officer) == {own}
    assert shown(reviewer) == set()
    for user, status in ((officer, 200), (second_officer, 404)):
        client.force_login(user)
        assert client.get(tip.get_absolute_url()).status_code == status
        lead = client.get(tip.lead.get_absolute_url())
        assert lead.status_code == 200
        assert (tip.get_absolute_url() in lead.text) == (status == 200)


def test_a_late_tip_leads_only_those_to_it_who_may_open_it(send, bureau, head):
    """A deputy head oversees the clocks, and is told that this one ran out."""
    tip, _ = send(on=TODAY - timedelta(days=60))
    deputy = factories.make_user("deputy", "deputy_head", bureau=bureau)
    (clock,) = deadlines.for_subject(tip)
    for user, url in ((head, tip.get_absolute_url()), (deputy, "")):
        assert [row.url for row in clocks_told.told([clock], user)] == [url]
        urls = [item.url for item in work_for_deadlines(user, TODAY)]
        assert (tip.get_absolute_url() in urls) == bool(url)


def test_nothing_in_the_clear_and_a_new_key_seals_anew(send, clerk, settings):
    tip, _ = send(name="反映人甲", contact="000")
    kept = Reporter.objects.get()
    assert "反映人甲" not in str(Tip.objects.filter(pk=tip.pk).values().get()) + kept.sealed
    settings.SEALING_KEYS_BEFORE, settings.SEALING_KEY = [settings.SEALING_KEY], "n" * 40
    call_command("reseal", stdout=io.StringIO())
    settings.SEALING_KEYS_BEFORE = []
    assert reporters.reveal(tip, actor=clerk, reason=REASON).name == "反映人甲"


def test_the_lead_does_not_say_who_reported(send, clerk, unit, officer):
    tip, _ = send(name="反映人甲")
    with pytest.raises(Refused, match="请去掉"):
        tips.accept(
            tip, actor=clerk, on=TODAY, party=unit.party, handler=officer, text="反映人甲说漏水"
        )


@pytest.mark.parametrize(
    "told",
    [{"text": "反映人甲说漏水"}, {"concerning": "13000000000的邻居"}, {"place": "反映人甲家"}],
)
def test_what_staff_write_does_not_say_who_reported(clerk, told):
    whole = {
        "actor": clerk, "on": TODAY, "received_on": TODAY, "source": "call", "name": "反映人甲",
        "contact": "手机13000000000", **FACTS,
    }  # fmt: skip
    with pytest.raises(Refused, match="登记的内容里有反映人"):
        tips.register(**{**whole, **told})
    tip, _ = tips.register(**whole)
    said = {"actor": clerk, "on": TODAY, "reason": "不属职权", "way": "call"}
    with pytest.raises(Refused, match="告知反映人的内容里有反映人"):
        tips.refuse(tip, answer="反映人甲：请另行反映。", **said)
    assert tips.refuse(tip, answer="请另行反映。", **said).state == S.REFUSED
