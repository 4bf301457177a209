"""回头看: how a problem looks now is photographed, on the pages and without network."""

import uuid

import pytest
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from inspections import case_file
from inspections.services import recording
from inspections.services.offline import prepare
from tests.inspections import on_site
from tests.inspections.offline.sending import do
from tests.inspections.on_site import DAY
from tests.sharing import own


@pytest.fixture(scope="module")
def told(cast):
    """A visit at which one item failed, and its letter."""
    team = cast.officer, cast.second_officer
    visit = on_site.approved(cast.unit, cast.head, *team)
    on_site.recorded(visit, cast.officer, "2-02", facts="过期")
    on_site.issue(on_site.draft(visit, cast.officer), cast.officer, cast.head)
    return visit


@pytest.fixture(scope="module")
def second_visit(cast, told):
    team = cast.officer, cast.second_officer
    visit = on_site.approved(cast.unit, cast.head, *team, kind="look_back", origin=told)
    return on_site.begin(visit, cast.officer)


@pytest.fixture
def origin(told, db):
    return own(told)


@pytest.fixture
def look_back(second_visit, db):
    return own(second_visit)


@pytest.fixture
def finding(origin):
    return origin.findings.get()


def record(look_back, finding, officer, *, result="fixed", photos=()):
    results = {finding.pk: (result, "已换新")} if result else {}
    return recording.record_look_back(
        look_back, actor=officer, on=DAY, results=results, photos={finding.pk: list(photos)}
    )


def test_a_photo_is_an_exhibit_of_the_look_back(look_back, origin, finding, officer, client):
    record(look_back, finding, officer, photos=[on_site.picture("新灭火器.png")])
    file = StoredFile.objects.get(purpose="现场照片")
    assert file.exhibit.inspection == look_back
    client.force_login(officer)
    page = client.get(reverse("inspections:inspection-evidence", args=[look_back.pk])).text
    assert "第 1 项　现场照片" in page and "新灭火器.png" in page
    titles = [row.title for row in case_file.materials(origin)]
    assert f"{file.exhibit}　回头看现场照片：第 1 项" in titles


def test_a_photo_waits_for_the_result(look_back, finding, officer):
    photo = on_site.picture()
    with pytest.raises(Refused, match="第 1 项 还没有选择检查结果，照片没有保存"):
        record(look_back, finding, officer, result="", photos=[photo])
    record(look_back, finding, officer)
    record(look_back, finding, officer, result="", photos=[photo])
    assert StoredFile.objects.filter(purpose="现场照片").count() == 1


def test_a_photo_of_another_visits_problem_is_refused(look_back, finding, officer):
    with pytest.raises(Refused, match="不在这次检查的范围内"):
        recording.record_look_back(
            look_back, actor=officer, on=DAY, results={}, photos={0: [on_site.picture()]}
        )


def test_the_page_takes_photos(look_back, finding, officer, client):
    client.force_login(officer)
    address = reverse("inspections:inspection-record-section", args=[look_back.pk, "look-back"])
    assert f'name="photos-{finding.pk}"' in client.get(address).text
    client.post(
        address,
        {
            "on": DAY, f"result-{finding.pk}": "partly", f"facts-{finding.pk}": "还差一具",
            f"photos-{finding.pk}": on_site.picture("一具.png"),
        },
    )  # fmt: skip
    assert StoredFile.objects.get(purpose="现场照片").name == "一具.png"
    assert "已存 1 张" in client.get(address).text


def test_without_network_too(look_back, finding, officer, time_machine):
    time_machine.move_to("2024-09-05T09:00:00+08:00")
    bundle, _ = prepare(look_back, actor=officer, on=DAY)
    time_machine.move_to("2024-09-05T18:00:00+08:00")
    key = str(finding.pk)
    do(bundle, "look_back", {"key": key, "result": "fixed", "facts": ""})
    number = uuid.uuid4()
    for _ in range(2):  # sent twice, kept once
        do(bundle, "photo", {"key": key}, file=on_site.picture("离线.png"), number=number)
    kept = StoredFile.objects.get(purpose="现场照片")
    assert (kept.exhibit.inspection, kept.subject) == (
        look_back, look_back.look_back_results.get(),
    )  # fmt: skip
    _, content = prepare(look_back, actor=officer, on=DAY)
    assert [row["name"] for row in content["recorded"][key]["photos"]] == ["证据 1 号　离线.png"]
