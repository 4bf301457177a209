"""证据清单 of a visit: numbers, digests and custody."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files import store
from archives_enforcement.workflow import Refused
from inspections.queries import evidence
from inspections.services import recording
from inspections.services.evidence import hand_over
from tests.inspections import on_site
from tests.inspections.on_site import DAY, PNG, picture
from tests.inspections.rectifying import queries_of


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def visit(unit, head, officer, second_officer):
    visit = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    photograph(visit, officer, "2-02", picture("灭火器.png"))
    return visit


def photograph(visit, officer, code, *photos):
    item = visit.checklist.items.get(code=code).pk
    recording.record_items(
        visit, actor=officer, on=DAY, results={item: ("fails", "")}, photos={item: list(photos)}
    )


def only(visit, officer):
    (row,) = evidence.exhibits(visit, officer)
    return row


def test_pieces_are_numbered_in_the_order_of_arrival(visit, officer):
    photograph(visit, officer, "2-01", picture("库房.png", PNG + b"1"))
    rows = evidence.exhibits(visit, officer)
    assert [(row.exhibit.number, row.file.name, row.about) for row in rows] == [
        (1, "灭火器.png", "2-02　现场照片"), (2, "库房.png", "2-01　现场照片"),
    ]  # fmt: skip


def test_each_step_of_the_custody_is_an_entry(visit, officer):
    hand_over(
        visit, actor=officer, on=DAY, file=only(visit, officer).file.pk, to="档案馆", reason="鉴定"
    )
    assert [entry.label for entry in only(visit, officer).custody] == ["存入", "移交档案馆"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"to": " "}, "移交给谁"),
        ({"reason": ""}, "为什么移交"),
        ({"file": 0}, "不是这次检查的证据"),
    ],
)
def test_a_hand_over_is_complete_and_of_this_visit(visit, officer, changes, why):
    said = {"file": only(visit, officer).file.pk, "to": "档案馆", "reason": "鉴定", **changes}
    with pytest.raises(Refused, match=why):
        hand_over(visit, actor=officer, on=DAY, **said)


def test_what_is_no_longer_what_came_in_is_not_handed_over(visit, officer):
    file = only(visit, officer).file
    path = store.path_of(file.sha256)
    path.chmod(0o640)
    path.write_bytes(b"changed")
    with pytest.raises(Refused, match="已被改动"):
        hand_over(visit, actor=officer, on=DAY, file=file.pk, to="档案馆", reason="鉴定")


def test_the_list_says_what_is_not_known(client, visit, officer):
    client.force_login(officer)
    address = reverse("inspections:inspection-evidence", args=[visit.pk])
    text = client.get(address).text
    assert "证据 1 号" in text and "拍摄：不详" in text and only(visit, officer).file.sha256 in text
    one = queries_of(client, address)
    photograph(visit, officer, "2-01", picture("库房.png", PNG + b"1"))
    assert queries_of(client, address) == one


def test_it_is_handed_over_on_its_page(client, visit, officer):
    client.force_login(officer)
    address = reverse("inspections:inspection-evidence-hand-over", args=[visit.pk])
    sent = {"file": only(visit, officer).file.pk, "to": "档案馆", "reason": "鉴定",
            "on": timezone.localdate()}  # fmt: skip
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert (
        "移交档案馆" in client.get(reverse("inspections:inspection-evidence", args=[visit.pk])).text
    )
