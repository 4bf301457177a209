"""证据 n 号 stays with its file: by whomever, whenever and wherever it is named."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from inspections.models import Exhibit, Inspection
from inspections.queries import evidence, site_record
from inspections.services import concluding, recording, spot_fixes
from inspections.services.evidence import hand_over
from tests.inspections import on_site
from tests.inspections.on_site import DAY, PNG, picture

FAILING = "2-02"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def visit(unit, head, officer, second_officer):
    visit = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    return on_site.fill(visit, officer, FAILING)


def item(visit, code=FAILING):
    return visit.checklist.items.get(code=code).pk


def photograph(visit, officer, *names, code=FAILING):
    photos = {item(visit, code): [picture(f"{name}.png", PNG + name.encode()) for name in names]}
    recording.record_items(visit, actor=officer, on=DAY, results={}, photos=photos)


def numbers(visit) -> dict[str, int]:
    rows = Exhibit.objects.filter(inspection=visit).select_related("file")
    return {row.file.name: row.number for row in rows}


def test_every_way_in_takes_the_next_number(visit, officer):
    photograph(visit, officer, "一", "二")
    spot_fixes.fix_on_the_spot(
        visit, actor=officer, on=DAY, item=item(visit), words="已更换", after=picture("后.png")
    )
    signing = on_site.SIGNED | {"signature": picture("签名.png", PNG + b"s")}
    concluding.conclude(visit, actor=officer, on=DAY, signing=signing)
    assert numbers(visit) == {"一.png": 1, "二.png": 2, "后.png": 3, "签名.png": 4}
    assert Inspection.objects.get(pk=visit.pk).last_exhibit == 4


def test_each_visit_counts_for_itself(visit, unit, head, officer, second_officer):
    photograph(visit, officer, "一")
    other = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    on_site.fill(other, officer, FAILING)
    photograph(other, officer, "甲")
    assert (numbers(visit), numbers(other)) == ({"一.png": 1}, {"甲.png": 1})


def test_what_is_no_longer_relied_on_keeps_its_number_and_nobody_gets_it(visit, officer):
    photograph(visit, officer, "前")
    fix = {"item": item(visit), "words": "已更换", "after": picture("后.png")}
    spot_fixes.fix_on_the_spot(visit, actor=officer, on=DAY, **fix)
    answer = {item(visit): ("conforms", "")}
    recording.record_items(visit, actor=officer, on=DAY, results=answer)
    photograph(visit, officer, "新", code="2-01")
    assert numbers(visit) == {"前.png": 1, "后.png": 2, "新.png": 3}


def test_a_refused_act_uses_no_number_up(visit, officer):
    fix = {"item": item(visit), "words": "已更换", "after": picture("后.png"), "before": None}
    with pytest.raises(Exception, match="还没有整改前的照片"):
        spot_fixes.fix_on_the_spot(visit, actor=officer, on=DAY, **fix)
    photograph(visit, officer, "一")
    assert numbers(visit) == {"一.png": 1}


def test_the_database_gives_no_number_twice(visit, officer):
    photograph(visit, officer, "一", "二")
    with pytest.raises(IntegrityError), transaction.atomic():
        Exhibit.objects.filter(inspection=visit).update(number=1)


def test_a_hand_over_names_it(visit, officer):
    photograph(visit, officer, "一", "二")
    second = Exhibit.objects.get(inspection=visit, number=2).file
    hand_over(visit, actor=officer, on=DAY, file=second.pk, to="档案馆", reason="鉴定")
    entry = AuditEntry.objects.about(second).get(action="hand_over")
    assert entry.details["exhibit"] == 2
    assert numbers(visit)["二.png"] == 2


def test_it_stands_wherever_the_file_is_named(client, visit, officer):
    photograph(visit, officer, "一", "二")
    client.force_login(officer)
    named = ("证据 1 号", "证据 2 号")
    section = reverse("inspections:inspection-record-section", args=[visit.pk, "2"])
    hand = reverse("inspections:inspection-evidence-hand-over", args=[visit.pk])
    assert all(word in client.get(page).text for page in (section, hand) for word in named)
    signing = on_site.SIGNED | {"signature": picture("签名.png", PNG + b"s")}
    visit = concluding.conclude(visit, actor=officer, on=DAY, signing=signing)
    assert "证据 3 号" in client.get(visit.get_absolute_url()).text
    printed = reverse("inspections:inspection-record-print", args=[visit.pk])
    assert "查看签名（证据 3 号）" in client.get(printed).text
    finding = client.get(visit.findings.get().get_absolute_url()).text
    assert all(word in finding for word in named)
    assert "证据 3 号" not in finding
    _, _, table, *rest = site_record.fields(visit)["blocks"]
    assert table["heading"] == "二、现场证据"
    assert [row[:3] for row in table["rows"]] == [
        ["证据 1 号", f"{FAILING}　现场照片", "一.png"],
        ["证据 2 号", f"{FAILING}　现场照片", "二.png"],
        ["证据 3 号", "笔录签名", "签名.png"],
    ]
    assert [block["heading"] for block in rest[:-1]] == ["三、当场口头反馈", "四、被检查单位签字"]


def test_who_may_see_no_files_is_told_of_none_on_a_finding(visit, officer, bureau):
    photograph(visit, officer, "一")
    visit = concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    finding = visit.findings.get()
    assert [row.name for row in evidence.exhibits_of_finding(finding, officer)] == ["一.png"]
    stranger = type(officer)(pk=0, bureau=bureau)
    assert evidence.exhibits_of_finding(finding, stranger) == []


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_uploads_at_once_get_two_numbers(visit, officer):
    def upload(name):
        try:
            photograph(visit, officer, name)
        finally:
            connection.close()

    names = [f"第{number}张" for number in range(8)]
    with ThreadPoolExecutor(4) as people:
        list(people.map(upload, names))
    given = numbers(visit)
    assert given.keys() == {f"{name}.png" for name in names}
    assert sorted(given.values()) == list(range(1, 9))
