"""更正和作废 of entries of 普法: the old words stay, what is struck off counts nowhere."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.queries import activities as queries
from publicity.services import activities, outreach
from tests.inspections.on_site import PNG

DAY = date(2024, 6, 9)


@pytest.fixture
def who(clerk):
    return {"actor": clerk, "on": date(2024, 6, 20)}


@pytest.fixture
def day(who):
    return activities.record_activity(**who, kind="lecture", title="讲座", held_on=DAY, audience=12)


def page(kind, row, name):
    return reverse(f"publicity:entry-{name}", args=[kind, row.pk])


def test_a_correction_keeps_what_stood_there_with_its_reason(client, clerk, day):
    client.force_login(clerk)
    address = page("activity", day, "amend")
    form = client.get(address).context["form"]
    typed = {name: value for name, value in form.initial.items() if value is not None}
    typed |= {"audience": 120, "kind": "school", "reason": "人数少写一个零。", "on": date.today()}
    client.post(address, typed)
    day.refresh_from_db()
    assert (day.audience, day.kind) == (120, "school")
    shown = client.get(day.get_absolute_url()).text
    for wanted in ("参加人数：12 → 120", "讲座收看 → 进校园", "人数少写一个零。"):
        assert wanted in shown


def test_a_correction_needs_a_reason_a_change_and_a_day_that_has_come(who, day):
    with pytest.raises(Refused, match="更正的原因"):
        activities.amend(day, **who, reason=" ", title="报告会")
    with pytest.raises(Refused, match="没有改动"):
        activities.amend(day, **who, reason="试", title="讲座")
    with pytest.raises(Refused, match="还没有到"):
        activities.amend(day, **who, reason="试", held_on=who["on"] + timedelta(days=1))


def test_only_who_records_corrects(who, day, officer):
    with pytest.raises(PermissionDenied):
        activities.amend(day, actor=officer, on=who["on"], reason="试", title="报告会")
    with pytest.raises(PermissionDenied):
        activities.strike(day, actor=officer, on=who["on"], reason="试")


def test_what_is_struck_off_counts_nowhere_and_stays_readable(client, who, clerk, day):
    plan = outreach.draft(**who, year=2024, goal="宣传档案法")
    item = plan.items.first()
    type(plan).objects.filter(pk=plan.pk).update(state="approved")
    activities.amend(day, **who, reason="补上计划项目", item=item)
    activities.strike(day, **who, reason="重复登记")
    assert queries.counts(clerk, 2024)[Activity] == 0
    assert not queries.in_year(Activity, clerk.bureau, 2024).exists()
    assert not item.activities.exists()
    assert str(item) in str(AuditEntry.objects.about(day).get(action="strike_entry").details)
    client.force_login(clerk)
    assert "已作废" in client.get(reverse("publicity:activity-list"), {"year": 2024}).text
    assert "重复登记" in client.get(day.get_absolute_url()).text
    with pytest.raises(Refused, match="已经作废"):
        activities.amend(day, **who, reason="试", title="报告会")


def test_an_activity_is_of_a_running_plan_alone(who, day):
    plan = outreach.draft(**who, year=2024, goal="宣传档案法")
    with pytest.raises(Refused, match="正在实施的普法计划"):
        activities.amend(day, **who, reason="试", item=plan.items.first())


def test_articles_and_media_are_corrected_too_and_media_bring_their_clipping(client, clerk, who):
    piece = activities.record_article(
        **who, series="兰台风采", title="一", published_on=DAY, channel="公众号"
    )
    activities.strike(piece, **who, reason="重复")
    assert queries.series_counts(clerk, 2024) == []
    picture = SimpleUploadedFile("剪报.png", PNG)
    row = activities.record_media(
        **who, outlet="示例日报", title="经验", published_on=DAY, kind="media", clipping=[picture]
    )
    activities.amend(row, **who, reason="补截图", clipping=[SimpleUploadedFile("截图.png", PNG)])
    assert [file.name for file in files_of(row, clerk).order_by("pk")] == ["剪报.png", "截图.png"]
    client.force_login(clerk)
    listed = client.get(reverse("publicity:activity-list"), {"year": 2024, "tab": "media"}).text
    assert "剪报 2" in listed
    assert {type(piece), type(row)} == {ArticlePiece, MediaRecord}


def test_an_unknown_kind_is_no_address(client, clerk, day):
    client.force_login(clerk)
    assert client.get(f"/publicity/entries/user/{day.pk}/").status_code == 404


def test_an_item_is_edited_while_the_plan_is_drafted(client, clerk, who):
    plan = outreach.draft(**who, year=2024, goal="宣传档案法")
    item = plan.items.first()
    client.force_login(clerk)
    address = reverse("publicity:outreach-item-edit", args=[item.pk])
    initial = client.get(address).context["form"].initial
    typed = {name: initial[name] for name in ("kind", "title", "planned_for", "responsible")}
    client.post(address, typed | {"title": "档案日开放", "on": date.today()})
    item.refresh_from_db()
    assert item.title == "档案日开放"
    assert typed["title"] in AuditEntry.objects.about(plan).latest("pk").note
    outreach.submit(plan, **who)
    facts = typed | {"title": "又改"}
    with pytest.raises(Refused, match="不能修改项目"):
        outreach.edit_item(item, **who, **facts)
    with pytest.raises(Refused, match="2024 年内"):
        type(plan).objects.filter(pk=plan.pk).update(state="draft")
        outreach.edit_item(item, **who, **(facts | {"planned_for": date(2025, 1, 1)}))
