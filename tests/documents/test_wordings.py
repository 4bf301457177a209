"""文书样式: administrators write new versions; what is issued stays as it is."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import (
    kinds,
    reference,
    rendering,
    samples,
    services,
    wording_rules,
)
from archives_enforcement.documents import wording_versions as versions
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.services import wordings
from archives_enforcement.workflow import Refused
from tests import factories

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)
KIND = "inquiry_letter"
NEW = (
    "{reason}\n请你单位就下列问题作出说明：\n{questions}\n请于{reply_due}前回复。\n"
    "电话：{phone}。\n"
)
LABELS = kinds.KINDS[KIND].fields
WRITABLE = [code for code in kinds.KINDS if not wording_rules.is_laid_out_elsewhere(code)]
LIST = reverse("admin:documents_wording_changelist")
ADD = f"{reverse('admin:documents_wording_add')}?kind={KIND}"


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)


@pytest.fixture(autouse=True)
def not_set(request, monkeypatch):
    """Whether a text can be set is asked by tests marked `papers`; the others want no sheet."""
    if not request.node.get_closest_marker("papers"):
        monkeypatch.setattr(wordings, "specimen", lambda kind, text, on: b"")


@pytest.fixture
def keeper(db):
    return factories.make_user("keeper", "administrator", is_staff=True)


@pytest.fixture
def write(keeper):
    def run(text=NEW, *, kind=KIND, on=TODAY, **facts):
        given = {"effective_from": TOMORROW, "note": "按新的函件要求精简", "actor": keeper}
        return services.add_wording(kind, text, on=on, **{**given, **facts})

    return run


# What a text must and must not contain.
@pytest.mark.big_set
@pytest.mark.parametrize("kind", WRITABLE)
def test_every_packaged_wording_may_stand(kind):
    assert wording_rules.objections(kind, reference.read(kind)) == []


@pytest.mark.big_set
@pytest.mark.parametrize("kind", WRITABLE)
def test_a_mandatory_field_is_not_left_out(kind):
    """Each alone is missed by its name; the catalogue names them."""
    text, asked = reference.read(kind), wording_rules.mandatory_fields(kind)
    assert asked
    for name, label in asked.items():
        found = wording_rules.objections(kind, text.replace(f"{{{name}}}", ""))
        assert any(f"{label}{{{name}}}" in why for why in found), name


def test_the_ways_of_appeal_stay_in_a_decision():
    asked = wording_rules.mandatory_fields("penalty_decision")
    assert "remedies" in asked
    assert "party" not in asked  # stands above the letter


def test_a_record_by_officers_keeps_its_lines_to_sign():
    text = reference.read("patrol_record")
    unsigned = text[: text.rindex("签字：")]
    assert "最后一行应当是“签字：”" in wording_rules.objections("patrol_record", unsigned)[0]


def test_only_facts_that_papers_of_the_kind_have_may_stand():
    assert (
        "不认识的填写项：{cause}、{topics}"
        in (wording_rules.objections(KIND, f"{NEW}{{topics}}{{cause}}")[0])
    )
    assert wording_rules.objections("prior_notice", reference.read("prior_notice")) == []


# New versions.
def test_a_new_version_is_used_from_its_day_on(write, make_draft, time_machine):
    made = write()
    assert (made.version, made.effective_from) == (2, TOMORROW)
    assert make_draft(on=TODAY).wording.version == 1
    time_machine.move_to(f"{TOMORROW} 12:00+08:00")
    assert make_draft(on=TOMORROW).wording == made


@pytest.mark.papers
def test_an_issued_paper_is_set_again_byte_for_byte(write, submitted, head, time_machine):
    paper = services.sign(submitted, actor=head, on=TODAY)
    before = rendering.make_pdf(paper)
    write()
    time_machine.move_to(f"{TOMORROW} 12:00+08:00")
    again = type(paper).objects.get(pk=paper.pk)
    assert versions.by_phase(TOMORROW)[0]  # the new one is in force
    assert Wording.objects.get(kind=KIND, version=2).effective_from <= TOMORROW
    assert (again.wording.version, rendering.make_pdf(again)) == (1, before)


@pytest.mark.parametrize(
    ("day", "lawful"), [(TODAY - timedelta(days=1), False), (TODAY, False), (TOMORROW, True)]
)
def test_a_version_begins_tomorrow_at_the_earliest(write, day, lawful):
    if lawful:
        assert write(effective_from=day).effective_from == day
        return
    with pytest.raises(Refused, match="最早是明天"):
        write(effective_from=day)


def test_a_version_begins_after_the_last_one(write):
    write(effective_from=TOMORROW)
    with pytest.raises(Refused, match="晚于第2版"):
        write(f"{NEW}此致\n", effective_from=TOMORROW)
    later = TOMORROW + timedelta(days=1)
    assert write(f"{NEW}此致\n", effective_from=later).version == 3


def test_a_reason_is_given(write):
    with pytest.raises(Refused, match="改了什么"):
        write(note=" ")


def test_the_same_text_is_no_new_version(write):
    with pytest.raises(Refused, match="一样，不用新编"):
        write(reference.read(KIND).replace("\n", "\r\n\r\n "))


def test_a_paper_that_its_act_lays_out_has_no_text_to_write(write):
    with pytest.raises(Refused, match="由办理页面逐项排定"):
        write("{blocks}\n说明\n", kind="site_record")


@pytest.mark.papers
def test_a_text_that_cannot_be_printed_is_not_kept(write):
    with pytest.raises(Refused, match="不能排版"):
        write(f"{NEW}\U0001f600\n")
    assert not Wording.objects.filter(version=2).exists()


def test_only_administrators_write_and_withdraw(write, head):
    with pytest.raises(PermissionDenied):
        write(actor=head)
    with pytest.raises(PermissionDenied):
        services.withdraw_wording(write(), actor=head, on=TODAY)


def test_a_version_is_withdrawn_before_its_day_and_never_after(write, keeper, time_machine):
    services.withdraw_wording(write(), actor=keeper, on=TODAY)
    assert not Wording.objects.filter(kind=KIND, version=2).exists()
    kept = write()
    with pytest.raises(Refused, match="不能撤回或者修改"):
        services.withdraw_wording(kept, actor=keeper, on=TOMORROW)


def test_the_database_refuses_to_change_a_wording(write):
    made = write()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Wording.objects.filter(pk=made.pk).update(text="别的")


def test_the_trail_of_the_platform_keeps_both_acts(write, keeper):
    made = write()
    entries = AuditEntry.objects.about(made)
    services.withdraw_wording(made, actor=keeper, on=TODAY)
    found = list(entries.values_list("action", "bureau_code", "note"))
    assert found == [
        ("withdraw_wording", trail.PLATFORM, "按新的函件要求精简"),
        ("add_wording", trail.PLATFORM, "按新的函件要求精简"),
    ]
    assert entries.get(action="withdraw_wording").details["text"] == NEW


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


@pytest.mark.big_set
@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_has_a_sample_that_says_so(kind):
    content = samples.content(kind, reference.read(kind), TODAY)
    assert "示例" in content["mark"] + content["number"]
    assert content["watermark"] == ""
    if kind in WRITABLE:
        said = str(content.get("paragraphs") or content.get("blocks"))
        assert all(f"〔示例：{label}〕" in said for name, label in
                   wording_rules.mandatory_fields(kind).items() if name != "remedies")  # fmt: skip
