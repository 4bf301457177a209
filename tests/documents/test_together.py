"""批量起草: one kind of paper for many units in one act, then on to 提交、审核、签发."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import rendering, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.documents.queries import progress_of
from archives_enforcement.documents.services import together
from archives_enforcement.documents.services.batches import MOST, run_batch
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from units.models import Unit

KIND = "report_reminder"
WORDS = {
    "matter": "2024年度档案工作情况",
    "was_due": "2024年9月30日",
    "reply_due": "收到本函之日起10日内",
}
PAGE = f"/documents/together/unit/{KIND}/"


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number:02d}") for number in range(1, 41)]


@pytest.fixture
def begin(clerk):
    """Tell the worker to draft for these units today."""

    def begin(units, *, fields=WORDS, kind=KIND, actor=clerk, title="催报函"):
        return services.draft_together(
            "unit", kind, units, title=title, fields=fields, actor=actor, on=timezone.localdate()
        )

    return begin


def progress(batch):
    return progress_of(batch, batch.made_by)


def single(unit, actor):
    return services.draft_about(
        "unit", unit, KIND, title="", fields=WORDS, actor=actor, on=timezone.localdate()
    )


def post(client, units, **changes):
    sent = {"records": [row.pk for row in units], "title": "催报函", "confirmed": "on", **WORDS}
    return client.post(PAGE, sent | {"on": timezone.localdate()} | changes)


def test_forty_are_drafted_in_one_act_as_one_by_one(units, begin, clerk, bureau):
    batch = begin(units)
    assert not Document.objects.exists()
    run_batch(batch.pk)
    papers = [item.document for item in progress(batch).items]
    assert [paper.party for paper in papers] == [row.party for row in units]
    alone = single(factories.make_unit(bureau, "另一街道"), clerk)
    for paper in papers:
        assert (paper.kind, paper.title, paper.state) == (KIND, "催报函", "draft")
        assert (paper.drafted_by, paper.drafted_on) == (clerk, timezone.localdate())
        assert paper.fields == alone.fields | {"unit": paper.party.name}
    assert AuditEntry.objects.filter(action="draft").count() == 41
    assert trail.problems()[1] == []


def test_one_is_refused_with_its_reason_and_the_others_go_on(units, begin, clerk):
    batch = begin(units)
    single(units[7], clerk)  # meanwhile somebody drafts it by hand
    run_batch(batch.pk)
    found = progress(batch)
    assert (found.done, found.failed) == (39, 1)
    assert "已经有一份催报函（起草），请在原来的文书上办理" in found.items[7].failure
    assert "有 1 份没有起草" in Message.objects.get(recipient=clerk).text


def test_what_failed_alone_is_tried_again(units, begin, clerk):
    batch = begin(units[:3])
    own = single(units[1], clerk)
    run_batch(batch.pk)
    services.void(own, actor=clerk, on=timezone.localdate(), note="重复")
    before = list(Document.objects.values_list("pk", flat=True))
    services.retry_batch(batch, actor=clerk, on=timezone.localdate())
    run_batch(batch.pk)
    assert Document.objects.exclude(pk__in=before).get().subject == units[1]
    assert (progress(batch).done, progress(batch).failed) == (3, 0)


def test_a_job_that_runs_twice_drafts_once(units, begin):
    batch = begin(units[:5])
    run_batch(batch.pk)
    run_batch(batch.pk)
    assert Document.objects.count() == 5


def test_the_same_click_twice_drafts_once(units, begin):
    first, second = begin(units[:2]), begin(units[:2])
    run_batch(first.pk)
    run_batch(second.pk)
    assert Document.objects.count() == 2
    assert progress(second).failed == 2


def test_a_worker_that_is_killed_leaves_a_whole_paper_or_none(units, begin, monkeypatch):
    batch = begin(units[:3])
    saved, save = [], BatchItem.save

    def killed_at_the_second(item, **kwargs):
        saved.append(item)
        return save(item, **kwargs) if len(saved) == 1 else 1 / 0

    monkeypatch.setattr(BatchItem, "save", killed_at_the_second)
    with pytest.raises(ZeroDivisionError):
        run_batch(batch.pk)
    assert Document.objects.count() == 1
    monkeypatch.undo()
    run_batch(batch.pk)
    assert Document.objects.count() == 3


def test_a_second_paper_is_drafted_once_the_first_is_out(units, begin, clerk, head):
    run_batch(begin(units[:1]).pk)
    paper, today = Document.objects.get(), timezone.localdate()
    services.submit(paper, actor=clerk, on=today)
    services.sign(paper, actor=head, on=today)
    run_batch(begin(units[:1]).pk)
    assert Document.objects.count() == 2


def test_it_is_dated_the_day_of_the_click(units, begin, bureau, time_machine):
    plain = factories.make_officer("plain", bureau)  # who may enter nothing late
    time_machine.move_to("2024-12-31 23:58+08:00", tick=False)
    batch = begin(units[:1], actor=plain)
    time_machine.move_to("2025-01-01 00:03+08:00", tick=False)
    run_batch(batch.pk)
    paper = Document.objects.get()
    assert paper.drafted_on == date(2024, 12, 31)
    assert not AuditEntry.objects.about(paper).get().backfilled


def test_nobody_drafts_what_the_catalogue_does_not_give_him(units, begin, head):
    with pytest.raises(PermissionDenied):
        begin(units[:1], actor=head)
    assert not Batch.objects.exists()


def test_a_right_that_is_lost_meanwhile_drafts_nothing(units, begin, clerk):
    batch = begin(units[:1])
    clerk.groups.clear()
    run_batch(batch.pk)
    assert "您的岗位不能办理" in progress(batch).items[0].failure
    assert not Document.objects.exists()


def test_a_record_that_has_left_the_bureau_is_refused(units, begin, other_bureau):
    batch = begin(units[:2])
    units[0].party.bureau = other_bureau
    units[0].party.save()
    run_batch(batch.pk)
    assert [item.done for item in progress(batch).items] == [False, True]
    assert "不在您能办理的范围内" in progress(batch).items[0].failure


def test_only_one_to_a_hundred_records_of_ones_own_are_taken(units, begin, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区街道")
    for wrong, why in (
        ([], f"1 至 {MOST} 份"),
        ([units[0], units[0]], "重复"),
        ([units[0], foreign], "不在您能办理的范围内"),
    ):
        with pytest.raises(Refused, match=why):
            begin(wrong)
    parties = [
        factories.make_party(units[0].party.bureau, f"单位{number}") for number in range(MOST + 1)
    ]
    with pytest.raises(Refused, match=f"1 至 {MOST} 份"):
        begin(Unit.objects.bulk_create(Unit(party=party) for party in parties))


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("inspection", "correction_order"),  # touches rights
        ("inspection", "patrol_record"),  # written down on the spot
        ("inspection", "report_to_others"),  # one letter to a third body
        ("unit", "exemplary_decision"),  # not drafted on units
        ("bureau", "joint_meeting_minutes"),  # there is one bureau
        ("unit", "nothing"),
    ],
)
def test_what_rests_on_each_case_is_drafted_one_by_one(client, officer, units, about, kind):
    with pytest.raises(Refused, match="不能批量起草"):
        services.draft_together(about, kind, units[:1], title="", fields={}, actor=officer, on=ON)
    client.force_login(officer)
    assert client.get(f"/documents/together/{about}/{kind}/").status_code == 404


def test_the_pick_page_offers_what_this_person_may_draft(client, clerk, officer, head):
    client.force_login(clerk)
    page = client.get(reverse("documents:together-pick")).text
    assert PAGE in page
    assert "feedback_letter" not in page  # an officer's
    assert "correction_order" not in page
    client.force_login(officer)
    assert "feedback_letter" in client.get(reverse("documents:together-pick")).text
    client.force_login(head)
    assert client.get(reverse("documents:together-pick")).status_code == 403
    assert client.get(PAGE).status_code == 403
    assert post(client, []).status_code == 403


def test_the_page_lists_what_is_open_and_why_the_rest_is_not(client, clerk, units):
    single(units[0], clerk)
    client.force_login(clerk)
    page = client.get(PAGE)
    assert page.text.count('name="records"') == 39
    assert [row.record for row in page.context["refused"]] == [units[0]]
    assert "已经有一份催报函（起草）" in page.text
    assert "《中华人民共和国档案法实施条例》第四十五条" in page.text
    assert "都是草稿：不编号、不盖章、不发给单位" in page.text


def test_the_list_is_narrowed(client, clerk, units):
    Unit.objects.filter(pk=units[3].pk).update(is_key_monitored=True)
    client.force_login(clerk)

    def found(query):
        return [row.record for row in client.get(PAGE + query).context["rows"]]

    assert found("?q=街道07") == [units[6]]
    assert found("?is_key_monitored=True") == [units[3]]
    assert found("?party__kind=organ") == []
    assert len(found("?party__kind=madeup")) == 40


def test_a_sample_is_looked_at_and_nothing_is_kept(client, clerk, units):
    client.force_login(clerk)
    page = post(client, units[2:4], preview="1", confirmed="", was_due="")
    assert page.status_code == 200
    assert page.context["sample"]["record"] == units[2]
    assert "2024年度档案工作情况" in page.text
    assert "〔原定报送期限〕" in page.text
    assert page.text.count("checked") == 2
    assert not Batch.objects.exists()


def test_the_drafter_walks_it(client, clerk, units):
    client.force_login(clerk)
    assert PAGE in client.get(reverse("documents:together-pick")).text
    assert post(client, units[:5], confirmed="").status_code == 422
    nobody = post(client, [])
    assert nobody.status_code == 422
    assert "请勾选要起草文书的被检查单位" in nobody.text
    answer = post(client, units[:5])
    batch = Batch.objects.get()
    assert answer.url == batch.get_absolute_url()
    page = client.get(answer.url)
    assert page.text.count("等待起草") == 5
    assert "示例街道05" in page.text
    assert "every 3s" in page.text
    while queue.run_due():
        pass
    page = client.get(answer.url)
    assert '已起草 <b class="num">5</b> 份' in page.text
    assert "批量提交 5 份" in page.text
    assert "every 3s" not in page.text


def test_an_empty_choice_is_named_in_chinese(client, clerk, units):
    client.force_login(clerk)
    answer = post(client, [])
    assert answer.status_code == 422
    assert ">请勾选要起草文书的被检查单位。<" in answer.text
    assert "Records" not in answer.text


def test_units_of_another_bureau_are_neither_offered_nor_taken(client, clerk, units, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区街道")
    client.force_login(clerk)
    assert "外区街道" not in client.get(PAGE).text
    answer = post(client, [units[0], foreign])
    assert answer.status_code == 422
    assert "外区街道" not in answer.text
    assert "有的已经办过" in answer.text
    assert "外区街道" not in post(client, [foreign], preview="1").text
    assert not Batch.objects.exists()


def test_what_a_draft_lacks_is_said_and_it_is_not_offered_for_submission(
    client, clerk, units, begin
):
    batch = begin(units[:2], fields=WORDS | {"matter": ""})
    run_batch(batch.pk)
    filled = Document.objects.first()
    services.revise(filled, actor=clerk, on=timezone.localdate(), fields={"matter": "年报"})
    client.force_login(clerk)
    page = client.get(batch.get_absolute_url()).text
    assert page.count("还没有填写：应当报送的事项") == 1
    assert "批量提交 1 份" in page
    address = reverse("documents:batch-submit") + f"?batch={batch.pk}"
    page = client.get(address)
    assert page.text.count('name="documents"') == 1
    assert "还没有填写应当报送的事项" in page.text
    both = list(Document.objects.values_list("pk", flat=True))
    client.post(address, {"documents": both, "confirmed": "on", "on": timezone.localdate()})
    while queue.run_due():
        pass
    states = Document.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["submitted", "draft"]


def go_on(client, person, name, batch):
    """Take all that the page offers of the batch one step on."""
    client.force_login(person)
    address = reverse(f"documents:batch-{name}") + f"?batch={batch.pk}"
    page = client.get(address)
    papers = [paper.pk for paper in page.context["papers"]]
    answer = client.post(
        address, {"documents": papers, "confirmed": "on", "on": timezone.localdate()}
    )
    assert answer.status_code == 302
    while queue.run_due():
        pass
    return papers


def test_it_leads_on_to_review_to_signature_and_to_the_zip(
    client, units, begin, clerk, reviewer, head, monkeypatch
):
    kind = "warning_circular"
    batch = begin(units[:3], kind=kind, fields=dict.fromkeys(KINDS[kind].fields, "同样的内容"))
    monkeypatch.setattr(rendering, "make_pdf", lambda document: str(document.pk).encode())
    run_batch(batch.pk)
    for person, name, state in (
        (clerk, "submit", "in_review"),
        (reviewer, "review", "submitted"),
        (head, "create", "issued"),
    ):
        assert len(go_on(client, person, name, batch)) == 3
        assert {paper.state for paper in Document.objects.all()} == {state}
    assert {(row.reviewed_by, row.issued_by) for row in Document.objects.all()} == {
        (reviewer, head)
    }
    client.force_login(clerk)
    page = client.get(reverse("documents:batch-package", args=[batch.pk]))
    names = zipfile.ZipFile(BytesIO(page.content)).namelist()
    assert len(names) == 4  # each once, though it stands in four batches, and the register
    assert "示例街道01" in names[0]


def test_each_waits_for_the_one_whose_turn_it_is(client, units, begin, clerk, reviewer, head):
    run_batch(begin(units[:1]).pk)
    paper, today = Document.objects.get(), timezone.localdate()
    for act, person in (("review", clerk), ("sign", clerk), ("submit", head)):
        with pytest.raises(PermissionDenied):
            services.start_batch([paper], actor=person, on=today, name=act)
    with pytest.raises(Refused, match="不在等待办理的状态"):
        services.start_batch([paper], actor=reviewer, on=today, name="review")


def test_somebody_elses_batch_narrows_nothing(client, units, begin, other_bureau):
    batch = begin(units[:1])
    stranger = factories.make_user("elsewhere", "clerk", bureau=other_bureau)
    client.force_login(stranger)
    address = reverse("documents:batch-submit")
    assert client.get(f"{address}?batch={batch.pk}").status_code == 404
    assert client.get(f"{address}?batch=x").status_code == 200


def test_who_starts_tries_again(units, begin, bureau, clerk):
    batch = begin(units[:1])
    batch.items.update(failure="x")
    other = factories.make_user("other", "clerk", bureau=bureau)
    with pytest.raises(Refused, match="请由clerk再试"):
        services.retry_batch(batch, actor=other, on=timezone.localdate())


def test_the_pages_ask_as_often_for_forty_as_for_two(
    client, units, begin, clerk, django_assert_max_num_queries
):
    client.force_login(clerk)
    client.get(PAGE)
    with django_assert_max_num_queries(10):
        client.get(PAGE)
    with django_assert_max_num_queries(13):
        assert post(client, units, preview="1").status_code == 200
    batch = begin(units)
    with django_assert_max_num_queries(9):
        client.get(batch.get_absolute_url())
    run_batch(batch.pk)
    with django_assert_max_num_queries(9):
        client.get(batch.get_absolute_url())
    with django_assert_max_num_queries(9):
        client.get(reverse("documents:batch-submit") + f"?batch={batch.pk}")


def test_every_kind_that_is_offered_can_be_drafted(officer):
    found = {(about, code) for about, _, kinds in together.offered(officer) for code in kinds}
    assert ("unit", KIND) in found
    assert ("inspection", "inspection_notice") in found
    for about, code in found:
        assert together.way_of(about, code).permission in officer.get_all_permissions()


def test_dates_to_come_are_refused(units, clerk):
    with pytest.raises(Refused, match="不能晚于今天"):
        services.draft_together(
            "unit", KIND, units[:1], title="", fields=WORDS, actor=clerk,
            on=timezone.localdate() + timedelta(days=1),
        )  # fmt: skip
