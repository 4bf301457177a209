"""The administrator's pages: law is shown, settings are edited, edits are remembered."""

from datetime import date

import pytest
from django.contrib.admin.sites import site
from django.test import RequestFactory
from django.urls import reverse

from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.admin import LocalTermForm
from archives_enforcement.workdays.models import Deadline, Holiday, LocalTerm, TimeLimit
from tests import factories


def request_by(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


@pytest.fixture
def administrator(db):
    return factories.make_user("administrator", "administrator", is_staff=True)


def admin_form(model, administrator, instance=None, **changes):
    """The form an administrator would send, with every other field as it stands."""
    form_class = site.get_model_admin(model).get_form(request_by(administrator), instance)
    initial = form_class(instance=instance).initial
    return form_class({**initial, **changes}, instance=instance)


def save_through_admin(model, administrator, form):
    assert form.errors == {}
    instance = form.save(commit=False)
    site.get_model_admin(model).save_model(request_by(administrator), instance, form, change=True)


def test_only_remarks_and_the_class_of_a_limit_can_be_edited(administrator):
    limit = TimeLimit.objects.get(code="D-P07")
    form = admin_form(TimeLimit, administrator, limit)
    assert sorted(form.fields) == [
        "consequence", "consequence_mark", "consequence_source", "expiry_text", "note",
    ]  # fmt: skip


def test_another_class_needs_its_source_and_reaches_the_open_clocks(client, administrator, bureau):
    limit = TimeLimit.objects.get(code="D-P24")
    clock = deadlines.start(bureau, "D-P24", bureau=bureau, on=date(2024, 9, 26))
    page = clock.get_absolute_url()
    client.force_login(factories.make_user("head", "head", bureau=bureau))
    assert "本系统归类，未经法律顾问核对" in client.get(page).text
    form = admin_form(TimeLimit, administrator, limit, consequence="unlawful")
    assert "写明依据" in form.errors["consequence_source"][0]
    source = "示例区档案局法律顾问意见（2024）1号"
    changed = {"consequence": "unlawful", "consequence_source": source, "consequence_mark": "LOCAL"}
    form = admin_form(TimeLimit, administrator, limit, **changed)
    assert form.errors == {}
    assert deadlines.reclassify(form.save()) == 1
    clock.refresh_from_db()
    assert clock.consequence == "unlawful"
    assert source in client.get(page).text


def test_limits_are_neither_added_nor_deleted(administrator):
    page, request = site.get_model_admin(TimeLimit), request_by(administrator)
    assert not page.has_add_permission(request)
    assert not page.has_delete_permission(request)


def test_an_edited_limit_remembers_that_it_was_edited(administrator):
    limit = TimeLimit.objects.get(code="D-P07")
    form = admin_form(TimeLimit, administrator, limit, note="本机关说明")
    save_through_admin(TimeLimit, administrator, form)
    limit.refresh_from_db()
    assert (limit.note, limit.edited) == ("本机关说明", True)


def test_an_entered_holiday_remembers_that_it_was_entered(administrator):
    form = admin_form(
        Holiday, administrator, day="2027-01-01", kind="off", name="元旦", source="示例通知"
    )
    save_through_admin(Holiday, administrator, form)
    assert Holiday.objects.get(day=date(2027, 1, 1)).edited


def test_a_local_term_offers_only_limits_that_may_be_changed(db):
    offered = {code for code, _ in LocalTermForm().fields["code"].choices}
    configurable = TimeLimit.objects.filter(configurable=True).exclude(unit="none")
    assert offered == {"", *configurable.values_list("code", flat=True)}


def test_a_bureau_sees_and_sets_only_its_own_terms(bureau, other_bureau, head, administrator):
    for owner in (bureau, other_bureau):
        LocalTerm.objects.create(
            bureau=owner,
            code="D-I06",
            length=5,
            unit="workday",
            effective_from=date(2024, 7, 1),
            source="制度",
        )
    page = site.get_model_admin(LocalTerm)
    field = LocalTerm._meta.get_field("bureau")
    assert [term.bureau for term in page.get_queryset(request_by(head))] == [bureau]
    assert page.get_queryset(request_by(administrator)).count() == 2
    choices = page.formfield_for_foreignkey(field, request_by(head)).queryset
    assert list(choices) == [bureau]
    everyone = page.formfield_for_foreignkey(field, request_by(administrator)).queryset
    assert set(everyone) == {bureau, other_bureau}


def test_provisional_clocks_are_counted_again_from_the_holiday_page(client, administrator, bureau):
    party = factories.make_party(bureau)
    deadlines.start(party, "D-G08", bureau=bureau, on=date(2026, 12, 20))
    Holiday.objects.create(day=date(2027, 1, 1), kind="off", name="元旦", source="示例")
    chosen = Holiday.objects.create(day=date(2027, 10, 1), kind="off", name="国庆节", source="示例")
    client.force_login(administrator)
    page = client.post(
        reverse("admin:workdays_holiday_changelist"),
        {"action": "recheck", "_selected_action": chosen.pk},
        follow=True,
    )
    messages = [str(message) for message in page.context["messages"]]
    assert messages == ["暂定期限已全部复核，其中1项的届满日有变化。"]
    assert Deadline.objects.get().due_on == date(2027, 1, 18)


@pytest.mark.parametrize("model", ["holiday", "timelimit", "localterm"])
def test_the_lists_can_be_searched(client, administrator, model):
    client.force_login(administrator)
    page = client.get(reverse(f"admin:workdays_{model}_changelist"), {"q": "示例"})
    assert page.status_code == 200


def test_a_refused_setting_comes_back_to_the_page_with_its_reason(administrator, bureau):
    form = admin_form(
        LocalTerm,
        administrator,
        bureau=bureau.pk,
        code="D-G02",
        length=21,
        unit="workday",
        effective_from="2024-07-01",
        source="制度",
    )
    assert form.non_field_errors() == [
        "D-G02 其他执法结果公开依政府信息公开条例第二十六条最长为20个工作日，"
        "本机关只能缩短，不得延长。"
    ]
