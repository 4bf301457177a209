"""录音录像 and other evidence of a visit as a whole: when it is taken, from whom, who sees it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Exhibit, Inspection
from inspections.services import concluding
from inspections.services.evidence import add
from tests import factories
from tests.files.recordings import MP3, MP4, video
from tests.files.test_length import film
from tests.inspections import on_site
from tests.inspections.on_site import DAY, picture

PURPOSE = "执法过程录音录像"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def visit(unit, head, officer, second_officer):
    visit = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    return on_site.fill(visit, officer, "2-02")


@pytest.fixture
def bring(visit, officer):
    def act(*uploads, actor=officer, purpose=PURPOSE, on=DAY):
        return add(visit, actor=actor, on=on, purpose=purpose, uploads=list(uploads))

    return act


def test_a_recording_becomes_an_exhibit_with_its_length(visit, bring):
    first, second = bring(
        SimpleUploadedFile("全程.mp4", film(125_000)), SimpleUploadedFile("询问.mp3", MP3)
    )
    assert [str(file.exhibit) for file in (first, second)] == ["证据 1 号", "证据 2 号"]
    assert (first.media_type, first.length, second.length) == ("video/mp4", "2:05", "")
    entry = AuditEntry.objects.about(visit).get(action="add_evidence")
    assert entry.details["files"] == ["全程.mp4", "询问.mp3"]


def test_a_recorder_may_be_read_out_after_the_end_and_nothing_else_comes_then(
    visit, bring, officer
):
    concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    with pytest.raises(Refused, match="只能再加入现场的录音录像"):
        bring(video(), picture("补拍.png"))
    assert not Exhibit.objects.exists()
    assert bring(video())


@pytest.mark.parametrize("state", ["approved", "rectifying", "closed"])
def test_before_and_long_after_the_visit_there_is_none(visit, bring, state):
    Inspection.objects.filter(pk=visit.pk).update(state=state)
    with pytest.raises(Refused, match="不能加入证据"):
        bring(video())


@pytest.mark.parametrize(
    ("uploads", "purpose", "why"),
    [
        ([], PURPOSE, "没有选文件"),
        ([video()], "随便", "用途只能"),
        ([SimpleUploadedFile("a.exe", b"MZ")], PURPOSE, "录音录像（MP4、MOV、3GP、M4A、MP3、WAV）"),
        ([video("甲.mp4"), SimpleUploadedFile("空.mp4", b"")], PURPOSE, "空文件"),
    ],
)
def test_what_is_not_evidence_is_refused_whole(bring, uploads, purpose, why):
    with pytest.raises(Refused, match=why):
        bring(*uploads, purpose=purpose)
    assert not Exhibit.objects.exists()


def test_the_same_bytes_are_one_exhibit(bring):
    bring(video())
    with pytest.raises(Refused, match="已经是证据 1 号"):
        bring(video("另一个名字.mp4"))


def test_its_limit_is_a_setting_told_before(bring, settings, client, visit, officer):
    settings.RECORDING_LIMIT_MB = 1
    with pytest.raises(Refused, match="超过 1 MB"):
        bring(SimpleUploadedFile("长.mp4", MP4.ljust(1024 * 1024 + 1, b"0")))
    client.force_login(officer)
    page = client.get(reverse("inspections:inspection-evidence-add", args=[visit.pk])).text
    assert "录音录像（MP4、MOV、3GP、M4A、MP3、WAV），每个不超过 90 MB" in page


def test_only_an_officer_of_the_team_adds(bring, bureau, clerk):
    with pytest.raises(PermissionDenied):
        bring(video(), actor=clerk)
    absent = factories.make_officer("absent", bureau, "backfiller")
    with pytest.raises(Refused, match="不是这次检查的执法人员"):
        bring(video(), actor=absent)


def test_it_is_added_listed_and_handed_out_on_its_pages(
    client, unit, head, officer, second_officer, contact
):
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.arrive(visit, officer, today)
    client.force_login(officer)
    address = reverse("inspections:inspection-evidence-add", args=[visit.pk])
    shown = reverse("inspections:inspection-evidence", args=[visit.pk])
    assert address in client.get(shown).text
    upload = SimpleUploadedFile("全程.mp4", film(125_000))
    sent = {"purpose": PURPOSE, "uploads": upload, "on": today}
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    text = client.get(shown).text
    assert "证据 1 号" in text and "全程.mp4" in text and "时长 2:05" in text
    file = Exhibit.objects.get(inspection=visit).file
    download = reverse("files:download", args=[file.pk])
    assert b"".join(client.get(download)) == film(125_000)
    assert client.get(reverse("files:copy-export", args=[file.pk])).status_code == 404
    client.force_login(contact)
    assert client.get(download).status_code in (403, 404)


def test_the_page_says_why_nothing_can_be_added(client, visit, officer):
    Inspection.objects.filter(pk=visit.pk).update(state="closed")
    client.force_login(officer)
    page = client.get(reverse("inspections:inspection-evidence-add", args=[visit.pk])).text
    assert "不能加入证据" in page and 'type="file"' not in page
    shown = client.get(reverse("inspections:inspection-evidence", args=[visit.pk])).text
    assert "加入证据" not in shown
