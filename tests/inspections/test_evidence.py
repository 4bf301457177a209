"""证据清单 of a visit: numbers, digests and custody."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files import store
from archives_enforcement.workflow import Refused
from inspections.queries import evidence
from inspections.queries import recording as recorded
from inspections.services import concluding, recording, spot_fixes
from inspections.services.evidence import hand_over, withdraw
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


def take_back(visit, actor, **changes):
    said = {"file": only(visit, actor).file.pk, "reason": "拍虚", **changes}
    return withdraw(visit, actor=actor, on=DAY, **said)


def test_what_is_withdrawn_keeps_its_number_and_trail_and_is_printed_nowhere(visit, officer):
    kept = take_back(visit, officer)
    row = only(visit, officer)
    assert (row.exhibit.number, row.file.withdrawn_by, row.file.withdrawn_because) == (
        1, officer, "拍虚",
    )  # fmt: skip
    assert [entry.label for entry in row.custody] == ["存入", "撤回"]
    assert store.get(kept.sha256) == PNG
    assert evidence.on_paper(visit) == []
    assert ("照片", 0) in recorded.totals(visit, recorded.sections(visit))
    assert recorded.photos_of(list(visit.results.all()), officer) == {}


def test_it_may_be_taken_again_under_a_new_number(visit, officer):
    take_back(visit, officer)
    photograph(visit, officer, "2-02", picture("灭火器.png"))
    numbers = [
        (row.exhibit.number, row.file.withdrawn_at is None)
        for row in evidence.exhibits(visit, officer)
    ]
    assert numbers == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("changes", "why"), [({"reason": " "}, "撤回的原因"), ({"file": 0}, "不是这次检查的证据")]
)
def test_a_withdrawal_says_why_and_is_of_this_visit(visit, officer, changes, why):
    with pytest.raises(Refused, match=why):
        take_back(visit, officer, **changes)
    assert take_back(visit, officer).withdrawn_at


def test_nothing_is_withdrawn_twice_nor_handed_over_afterwards(visit, officer):
    kept = take_back(visit, officer)
    for act in (take_back, hand_over_again):
        with pytest.raises(Refused, match="或者已经撤回"):
            act(visit, officer, file=kept.pk)


def hand_over_again(visit, officer, file):
    return hand_over(visit, actor=officer, on=DAY, file=file, to="档案馆", reason="鉴定")


def test_what_the_unit_signed_stays_as_it_was(visit, officer):
    file = only(visit, officer).file
    on_site.fill(visit, officer, "2-02", facts="灭火器过期")
    concluding.sign(visit, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match="已经签字或者拒绝签字"):
        withdraw(visit, actor=officer, on=DAY, file=file.pk, reason="拍虚")
    file.refresh_from_db()
    assert file.withdrawn_at is None


def test_the_proof_of_what_was_put_right_is_not_withdrawn(visit, officer):
    item = visit.checklist.items.get(code="2-02").pk
    spot_fixes.fix_on_the_spot(
        visit, actor=officer, on=DAY, item=item, words="已更换", after=picture("后.png", PNG + b"2")
    )
    before = evidence.exhibits(visit, officer)[0].file
    with pytest.raises(Refused, match="当场整改前后的照片"):
        withdraw(visit, actor=officer, on=DAY, file=before.pk, reason="拍虚")


def test_it_is_withdrawn_on_its_page(client, visit, officer):
    client.force_login(officer)
    page = reverse("inspections:inspection-evidence-withdraw", args=[visit.pk])
    listed = reverse("inspections:inspection-evidence", args=[visit.pk])
    assert "1 件</span>" in (before := client.get(listed).text) and page in before
    said = {"file": only(visit, officer).file.pk, "reason": "拍虚", "on": timezone.localdate()}
    assert '<option value="" selected>请选择</option>' in client.get(page).text
    assert client.post(page, {**said, "file": ""}).status_code == 422
    assert client.post(page, said).status_code == 302
    shown = client.get(listed).text
    assert "已撤回" in shown and f"{officer}撤回：拍虚" in shown
    assert "0 件　另有 1 件已撤回" in shown and page not in shown
