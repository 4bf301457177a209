"""A form keeps itself until it is sent: its text by itself, its good files beside a bad one."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Unsent
from archives_enforcement.files import store, unsent
from archives_enforcement.files.models import StoredFile, Upload
from inspections.models import Reply
from tests import factories
from tests.inspections.rectifying import make_finding, make_visit, upload

GOOD, BAD = b"%PDF-1.7 good", b"MZ bad"
SAID = {"kind": "fixed", "text": "已换新灭火器两具"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def page(client, unit, officer, contact):
    client.force_login(contact)
    finding = make_finding(make_visit(unit, officer))
    return reverse("inspections:portal-finding-reply", args=[finding.pk])


def save(client, page, **said):
    return client.post(page, SAID | said, headers={"Keep": "yes"})


def typed(client, page) -> dict:
    form = client.get(page).context["form"]
    return {name: form[name].value() for name in SAID}


def shown(client, page, field="files") -> list[str]:
    return [row.name for row in client.get(page).context["form"].fields[field].kept]


def test_what_is_typed_is_saved_and_there_again_after_the_session(client, page, contact):
    answer = save(client, page)
    now = timezone.localtime(Unsent.objects.get().saved_at)
    assert f"{now:%H:%M}" in answer.text
    assert "已保存" in answer.text
    assert Reply.objects.count() == 0
    client.logout()
    client.force_login(contact)
    assert typed(client, page) == SAID
    assert "还没有提交的内容" in client.get(page).text
    save(client, page, text="再改")
    assert typed(client, page)["text"] == "再改"


def test_once_sent_nothing_is_kept(client, page):
    save(client, page)
    assert client.post(page, SAID).status_code == 302
    assert (Unsent.objects.count(), Reply.objects.count()) == (0, 1)


def test_a_refused_form_is_kept_too(client, page):
    client.post(page, {"kind": "more_time", "text": "等供货"})
    assert typed(client, page)["text"] == "等供货"


def test_it_is_one_persons_and_one_forms(client, page, unit, bureau):
    save(client, page)
    client.force_login(factories.make_contact("second", unit.party))
    assert typed(client, page)["text"] is None
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)
    client.force_login(other)
    assert save(client, page).status_code == 404
    client.logout()
    assert save(client, page).status_code == 302
    assert Unsent.objects.count() == 1


def test_it_can_be_thrown_away_with_its_files(client, page, tmp_path):
    client.post(page, SAID | {"keep": "yes", "files": [upload("好.pdf", GOOD)]})
    assert shown(client, page) == ["好.pdf"]
    client.post(page, {"discard": "yes"})
    assert (Unsent.objects.count(), Upload.objects.count()) == (0, 0)
    assert list((tmp_path / "incoming").iterdir()) == []


def test_one_bad_file_loses_neither_the_others_nor_the_text(client, page):
    files = [upload("好.pdf", GOOD), upload("坏.exe", BAD), upload("也坏.exe", BAD)]
    answer = client.post(page, SAID | {"files": files, "before": upload("前.png", PNG)})
    form = answer.context["form"]
    assert (answer.status_code, Reply.objects.count()) == (422, 0)
    assert [word.split("”")[0] for word in form.errors["files"]] == ["“坏.exe", "“也坏.exe"]
    assert "已换新灭火器两具</textarea>" in answer.text
    assert (shown(client, page), shown(client, page, "before")) == (["好.pdf"], ["前.png"])
    ticked = {
        f"resumed-{name}": [row.pk for row in form.fields[name].kept]
        for name in ("files", "before")
    }
    more = {"files": [upload("再来.pdf", GOOD + b"2")]}
    assert client.post(page, SAID | ticked | more).status_code == 302
    names = StoredFile.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["前.png", "好.pdf", "再来.pdf"]
    assert Upload.objects.count() == 0


def test_a_kept_file_that_is_unticked_is_not_sent(client, page):
    client.post(page, SAID | {"keep": "yes", "files": [upload("好.pdf", GOOD)]})
    assert client.post(page, SAID).status_code == 302
    assert (StoredFile.objects.count(), Upload.objects.count()) == (0, 0)


def test_saving_for_later_names_the_files_that_are_not_kept(client, page):
    files = [upload("好.pdf", GOOD), upload("坏.exe", BAD)]
    answer = client.post(page, SAID | {"keep": "yes", "files": files}, follow=True)
    words = " ".join(str(message) for message in answer.context["messages"])
    assert ("坏.exe" in words, "已保存，还没有提交" in words) == (True, True)
    assert shown(client, page) == ["好.pdf"]


@pytest.mark.parametrize(("content", "status"), [(GOOD, 200), (BAD, 422)])
def test_a_file_that_goes_ahead_is_judged_when_it_is_whole(client, page, content, status):
    told = {
        "Upload-Length": str(len(content)), "Upload-Name": "a.pdf",
        "Upload-Digest": store.digest(content),
    }  # fmt: skip
    key = client.post(page, headers=told).json()["upload"]
    answer = client.patch(
        f"{page}?upload={key}", content, "application/octet-stream",
        headers={"Upload-Offset": "0"},
    )  # fmt: skip
    assert answer.status_code == status
    assert Upload.objects.exists() is (status == 200)


def test_a_form_is_saved_only_so_often(client, page, monkeypatch):
    monkeypatch.setattr(unsent, "SAVES_PER_MINUTE", 0)
    assert save(client, page).status_code == 429


def test_a_question_keeps_itself_too(client, page):
    ask = page + "ask/"
    client.post(ask, {"text": "灭火器要几具？"}, headers={"Keep": "yes"})
    assert client.get(ask).context["form"]["text"].value() == "灭火器要几具？"


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def test_what_no_database_keeps_is_left_out(client, page):
    save(client, page, text="已换\x00新")
    assert Unsent.objects.get().fields["text"] == "已换新"
