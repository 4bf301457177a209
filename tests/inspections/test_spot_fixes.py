"""立行立改: what was put right during the visit, from the photo to the letter."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused
from inspections.models import SpotFix
from inspections.queries import letters, reporting, site_record
from inspections.services import concluding, feedback, recording, spot_fixes
from inspections.workflow import FINDING_FLOW
from tests.inspections import on_site
from tests.inspections.on_site import DAY, picture

HAZARD = "2-02"
WORDS = "当场更换2具灭火器。"


@pytest.fixture
def visit(unit, head, officer, second_officer):
    visit = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    return on_site.fill(visit, officer, HAZARD, "2-06", facts="灭火器过期")


@pytest.fixture
def fix(visit, officer):
    def act(code=HAZARD, **changes):
        photos = {"before": picture("前.png"), "after": picture("后.png")}
        said = {"item": item(visit, code), "words": WORDS, **photos, **changes}
        return spot_fixes.fix_on_the_spot(visit, actor=officer, on=DAY, **said)

    return act


def item(visit, code=HAZARD):
    return visit.checklist.items.get(code=code).pk


def conclude(visit, officer):
    return concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)


def test_it_is_kept_with_its_pair_of_photos(visit, fix):
    kept = fix()
    assert (kept.before.name, kept.after.name) == ("前.png", "后.png")
    entry = AuditEntry.objects.about(visit).first()
    assert (entry.label, entry.details["item"]) == ("当场整改", HAZARD)


def test_the_photo_of_the_item_may_be_the_one_before(visit, fix, officer):
    with pytest.raises(Refused, match="还没有整改前的照片"):
        fix(before=None)
    photos = {item(visit): [picture("现场.png")]}
    recording.record_items(visit, actor=officer, on=DAY, results={}, photos=photos)
    assert fix(before=None).before.name == "现场.png"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"words": " "}, "请写明怎么整改的"),
        ({"after": picture("后.pdf", b"%PDF-1.7")}, "应当是照片"),
        ({"before": picture("前.pdf", b"%PDF-1.7")}, "应当是照片"),
        ({"code": "2-01"}, "只有记为“不符合”"),
    ],
)
def test_it_needs_a_failing_item_words_and_photos(fix, changes, why):
    with pytest.raises(Refused, match=why):
        fix(**changes)
    assert not SpotFix.objects.exists()


def test_an_item_that_conforms_after_all_has_nothing_fixed(visit, fix, officer):
    fix()
    answer = {item(visit): ("fails", "灭火器过期3个月")}
    recording.record_items(visit, actor=officer, on=DAY, results=answer)
    assert SpotFix.objects.exists()
    answer = {item(visit): ("conforms", "")}
    recording.record_items(visit, actor=officer, on=DAY, results=answer)
    assert not SpotFix.objects.exists()


def test_its_finding_is_struck_off_with_the_visit_and_the_other_is_not(visit, fix, officer):
    fix()
    conclude(visit, officer)
    fixed, other = visit.findings.order_by("position")
    assert (fixed.state, fixed.accepted_on, fixed.spot_fix.words) == ("accepted", DAY, WORDS)
    assert (other.state, other.spot_fix) == ("open", None)
    entry = AuditEntry.objects.about(fixed).get()
    assert (entry.label, entry.note) == ("当场整改销号", WORDS)
    with pytest.raises(Refused):
        FINDING_FLOW.advance(other, "accept_at_once", actor=officer, on=DAY)


def test_record_letter_and_report_tell_it_apart(visit, fix, officer):
    fix()
    visit = conclude(visit, officer)
    _, table, *_ = site_record.fields(visit)["blocks"]
    assert f"灭火器过期\n已当场整改：{WORDS}" in [row[3] for row in table["rows"]]
    text = "\n".join(letters.fields_about_findings(visit, DAY)["problems"])
    assert f"检查中已当场整改：{WORDS}" in text
    assert "责令" not in text
    assert "其中1项已当场整改" in feedback.default_overview(visit)
    result = reporting.package(visit)["result"]
    assert (result["fails"], result["fixed_on_site"]) == (2, 1)


def test_the_letter_starts_no_clock_for_it(visit, fix, officer, head):
    fix()
    fix("2-06")
    visit = conclude(visit, officer)
    letter = on_site.draft(visit, officer)
    assert "均已当场整改" in letter.fields["report_due"]
    on_site.issue(letter, officer, head)
    feedback.letter_delivered(letter, actor=officer, on=DAY)
    assert not Deadline.objects.filter(code="D-I08", object_id__in=visit.findings.all()).exists()


def test_it_is_noted_on_its_page_from_the_card(client, unit, head, officer, second_officer):
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.fill(on_site.begin(visit, officer, today), officer, HAZARD, on=today)
    client.force_login(officer)
    address = reverse("inspections:inspection-record-fix", args=[visit.pk, item(visit)])
    section = reverse("inspections:inspection-record-section", args=[visit.pk, "2"])
    assert address in client.get(section).text
    sent = {"words": WORDS, "before": picture("前.png"), "after": picture("后.png")}
    assert client.post(address, sent).url == f"{section}#q{HAZARD}"
    assert "已当场整改" in client.get(section).text
    conforms = item(visit, "2-01")
    other = reverse("inspections:inspection-record-fix", args=[visit.pk, conforms])
    assert client.get(other).status_code == 404
