"""普法宣传: what is entered, by whom, and how it is listed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.services import activities
from tests.factories import make_user

ON = date(2024, 6, 10)
ACTIVITY = {"kind": "school", "title": "红色档案进校园", "held_on": date(2024, 6, 9)}
ARTICLE = {
    "series": "兰台风采",
    "title": "兰台风采第 1 期",
    "published_on": date(2024, 6, 9),
    "channel": "微信公众号",
}
MEDIA = {
    "outlet": "示例档案网",
    "title": "局馆协同的做法",
    "published_on": date(2024, 6, 9),
    "kind": "media",
}
RECORDS = [
    (activities.record_activity, ACTIVITY, "held_on"),
    (activities.record_article, ARTICLE, "published_on"),
    (activities.record_media, MEDIA, "published_on"),
]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
LIST = "/publicity/activities/"


@pytest.fixture
def signed_in(client, clerk):
    client.force_login(clerk)
    return client


@pytest.mark.parametrize(("act", "facts", "day"), RECORDS)
def test_a_record_belongs_to_the_bureau_of_who_enters_it(clerk, act, facts, day):
    row = act(actor=clerk, on=ON, **facts)

    assert row.bureau == clerk.bureau
    assert {name: getattr(row, name) for name in facts} == facts


def test_an_exhibition_tells_its_reach_series_and_result(signed_in):
    facts = {"kind": "exhibition", "series": "红色记忆", "reach": 12000, "result": "转载三次"}
    signed_in.post(reverse("publicity:activity-create"), {**ACTIVITY, **facts, "on": "2024-06-10"})
    page = signed_in.get(f"{LIST}?year=2024").text
    for told in ("网上展览", "系列：红色记忆", "浏览 12000 次", "效果：转载三次"):
        assert told in page


@pytest.mark.parametrize(("act", "facts", "day"), RECORDS)
def test_nothing_is_entered_before_it_happened(clerk, act, facts, day):
    with pytest.raises(Refused, match="还没有到"):
        act(actor=clerk, on=ON, **{**facts, day: date(2024, 6, 11)})


@pytest.mark.parametrize(("act", "facts", "day"), RECORDS)
def test_others_enter_nothing(officer, act, facts, day):
    with pytest.raises(PermissionDenied):
        act(actor=officer, on=ON, **facts)


def test_photos_are_kept_with_the_activity(clerk):
    row = activities.record_activity(
        actor=clerk, on=ON, photos=[SimpleUploadedFile("会场.png", PNG)], **ACTIVITY
    )

    kept = StoredFile.objects.get()
    assert (kept.subject, kept.purpose, kept.bureau) == (row, "活动照片", clerk.bureau)


@pytest.mark.parametrize(
    ("page", "facts", "model"),
    [
        ("publicity:activity-create", ACTIVITY, Activity),
        ("publicity:article-create", ARTICLE, ArticlePiece),
        ("publicity:media-create", MEDIA, MediaRecord),
    ],
)
def test_a_record_is_entered_on_its_page_and_shown_in_its_list(signed_in, page, facts, model):
    assert signed_in.get(reverse(page)).status_code == 200
    answer = signed_in.post(reverse(page), {**facts, "on": "2024-06-10"}, follow=True)

    assert model.objects.get().title == facts["title"]
    assert answer.content.decode().count(facts["title"]) == 1


def test_a_refusal_comes_back_with_what_was_typed(signed_in):
    answer = signed_in.post(
        reverse("publicity:activity-create"),
        {**ACTIVITY, "held_on": "2099-01-01", "on": "2024-06-10"},
    )

    assert answer.status_code == 422
    assert answer.context["form"]["title"].value() == ACTIVITY["title"]


def test_the_list_is_of_one_year_and_keeps_its_tab(signed_in, clerk):
    activities.record_article(actor=clerk, on=ON, **ARTICLE)
    activities.record_article(actor=clerk, on=ON, **{**ARTICLE, "published_on": date(2023, 1, 5)})

    page = signed_in.get(f"{LIST}?tab=articles&year=2024")
    assert page.context["object_list"].count() == 1
    assert [(tab["label"], tab["count"]) for tab in page.context["tabs"]] == [
        ("普法活动", 0), ("宣传稿件", 1), ("媒体和简报刊载", 0),
    ]  # fmt: skip
    assert page.context["tabs"][2]["url"] == "?tab=media&year=2024"
    assert page.context["series"] == [("兰台风采", 1)]


@pytest.mark.parametrize("tab", ["activities", "articles", "media"])
def test_the_list_costs_the_same_queries_with_one_row_and_with_three(
    signed_in, clerk, tab, django_assert_num_queries, django_assert_max_num_queries
):
    place = ["activities", "articles", "media"].index(tab)
    act, facts, _ = RECORDS[place]
    act(actor=clerk, on=ON, **facts)
    address = f"{LIST}?tab={tab}&year=2024"
    with django_assert_max_num_queries(20) as one:
        signed_in.get(address)
    for _ in range(2):
        act(actor=clerk, on=ON, **facts)

    with django_assert_num_queries(len(one)):
        signed_in.get(address)


@pytest.mark.parametrize(
    ("person", "listed", "entered"),
    [("clerk", 200, 200), ("officer", 200, 403), ("contact", 403, 403), ("observer", 403, 403)],
)
def test_who_sees_the_list_and_who_enters(client, request, person, listed, entered):
    client.force_login(request.getfixturevalue(person))

    assert client.get(LIST).status_code == listed
    assert client.get(reverse("publicity:activity-create")).status_code == entered


def test_another_bureau_does_not_see_the_records(client, clerk, other_bureau):
    activities.record_activity(actor=clerk, on=ON, **ACTIVITY)
    client.force_login(make_user("stranger-clerk", "clerk", bureau=other_bureau))

    assert client.get(f"{LIST}?year=2024").context["object_list"].count() == 0
