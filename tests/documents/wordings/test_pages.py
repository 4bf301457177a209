"""The pages on which wordings are written, looked at and withdrawn."""

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import reference
from archives_enforcement.documents.models import Wording
from tests.documents.rewording import KIND, LABELS, NEW, TOMORROW

LIST = reverse("admin:documents_wording_changelist")
ADD = f"{reverse('admin:documents_wording_add')}?kind={KIND}"


# Pages.
def typed(**changes):
    return {"text": NEW, "effective_from": TOMORROW, "note": "精简", **changes}


def test_an_administrator_writes_a_version_through_the_pages(client, keeper):
    client.force_login(keeper)
    assert "编写新版本" in client.get(LIST).content.decode()
    page = client.get(ADD).content.decode()
    assert "编写新版本：函询函 第2版" in page
    assert reference.read(KIND).splitlines()[1] in page  # prefilled
    for text in ("<code>{questions}</code>", LABELS["questions"], "必有"):
        assert text in page
    answer = client.post(ADD, typed(_save="1"), follow=True)
    assert "第 2 版已保存" in answer.content.decode()
    assert "待启用" in answer.content.decode()
    assert "第 2 版，2026年3月3日启用" in client.get(LIST).content.decode()
    made = Wording.objects.get(kind=KIND, version=2)
    assert (made.text, made.note) == (NEW, "精简")
    shown = client.get(reverse("admin:documents_wording_change", args=[made.pk]))
    assert '<p class="change in"><b>增</b> 电话：{phone}。</p>' in shown.content.decode()


def test_the_sheet_and_the_changes_are_shown_before_anything_is_saved(client, keeper):
    client.force_login(keeper)
    page = client.post(ADD, typed(_preview="1", note="")).content.decode()
    assert f"请于〔示例：{LABELS['reply_due']}〕前回复。" in page
    assert "草稿" not in page
    assert '<p class="change out"><b>删</b> 联系电话：{phone}。</p>' in page
    assert not Wording.objects.filter(kind=KIND, version=2).exists()


@pytest.mark.papers
def test_the_sample_comes_as_pdf(client, keeper):
    client.force_login(keeper)
    answer = client.post(ADD, typed(_pdf="1", note=""))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-1.7")
    assert not Wording.objects.filter(kind=KIND, version=2).exists()


@pytest.mark.parametrize("button", ["_save", "_preview", "_pdf"])
def test_a_wrong_text_comes_back_with_what_is_wrong(client, keeper, button):
    client.force_login(keeper)
    answer = client.post(ADD, typed(text=NEW.replace("{questions}", "{qestions}"), **{button: "1"}))
    page = answer.content.decode()
    assert "不认识的填写项：{qestions}" in page
    assert f"必须写明的内容不能删去：{LABELS['questions']}{{questions}}" in page
    assert "请于{reply_due}前回复" in page  # nothing typed is lost


def test_a_version_is_withdrawn_on_its_page_and_an_old_one_is_not(client, keeper, write):
    client.force_login(keeper)
    made, first = write(), Wording.objects.get(kind=KIND, version=1)
    assert "撤回" in client.get(f"{LIST}?kind={KIND}").content.decode()
    old = reverse("admin:documents_wording_delete", args=[first.pk])
    assert client.post(old, {"post": "yes"}).status_code == 403
    client.post(reverse("admin:documents_wording_delete", args=[made.pk]), {"post": "yes"})
    assert not Wording.objects.filter(pk=made.pk).exists()
    assert AuditEntry.objects.filter(action="withdraw_wording").count() == 1
    assert "撤回" not in client.get(f"{LIST}?kind={KIND}").content.decode()


def test_a_version_cannot_be_changed_through_any_page(client, keeper, write):
    client.force_login(keeper)
    made = write()
    change = reverse("admin:documents_wording_change", args=[made.pk])
    assert client.post(change, typed(text="别的", _save="1")).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [made.pk], "post": "yes"})
    assert Wording.objects.get(pk=made.pk).text == NEW


def test_a_kind_that_its_act_lays_out_is_not_offered(client, keeper):
    client.force_login(keeper)
    page = reverse("admin:documents_wording_add")
    for kind in ("site_record", "annual_report", "unheard", ""):
        assert client.get(f"{page}?kind={kind}").url == LIST
