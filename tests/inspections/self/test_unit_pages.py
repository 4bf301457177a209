"""Pages of 年度自查 for the unit: what it is asked, and that nothing it types is lost."""

from django.urls import reverse

from inspections.models import SelfReport
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self.pages import at, text_of, typed
from tests.inspections.self_inspecting import FILED


def test_the_unit_saves_prints_and_hands_in(client, contact, report, clock):
    clock.move_to(FILED)
    client.force_login(contact)
    assert "请在 <strong" in text_of(client.get("/", follow=True))
    page = at("portal-self-report", report)
    assert "必须报告" in text_of(client.get(page))
    client.post(page, {"q1": "12", "seen": "", "save": "1"})
    report.refresh_from_db()
    assert (report.answers["1"], report.state) == ("12", "waiting")
    paper = text_of(client.get(at("portal-self-paper", report)))
    assert "真实性承诺书" in paper and "还有 19 题没有填写" in paper
    seen = report.saved_at.isoformat()
    refused = client.post(page, typed(report, seen=seen))
    assert refused.status_code == 422 and "承诺书" in refused.content.decode()
    files = {"pledge_files": [self_.scan()], "files": [self_.scan("目录.pdf")]}
    sent = client.post(page, typed(report, seen=seen, **files), follow=True)
    receipt = f"2025-{report.submissions.get().pk:06d}"
    assert receipt in text_of(sent)
    shown = text_of(client.get(page))
    assert receipt in shown and "目录.pdf" in shown and 'name="q1"' not in shown
    assert "看回执" in text_of(client.get("/", follow=True))


def test_a_draft_made_from_an_older_one_is_not_kept(client, contact, report):
    client.force_login(contact)
    page = at("portal-self-report", report)
    client.post(page, {"q1": "12", "seen": "", "save": "1"})
    again = client.post(page, {"q1": "99", "seen": "", "save": "1"})
    assert again.status_code == 422
    shown = again.content.decode()
    assert "保存了另一份草稿" in shown and 'value="99"' in shown
    assert again.context["theirs"] == [(again.context["form"].fields["q1"].label, "12")]
    seen = again.context["form"]["seen"].value()
    client.post(page, {"q1": "99", "seen": seen, "save": "1"})  # now he knows what he replaces
    assert SelfReport.objects.get(pk=report.pk).answers["1"] == "99"


def test_what_is_typed_keeps_itself_for_who_typed_it_alone(client, contact, report, unit):
    page = at("portal-self-report", report)
    client.force_login(contact)
    said = client.post(page, {"q1": "12", "remark": "正在填", "seen": ""}, headers={"Keep": "yes"})
    assert "已保存" in text_of(said)
    assert SelfReport.objects.get(pk=report.pk).answers == {}
    shown = client.get(page).context["form"]
    assert (shown["q1"].value(), shown["remark"].value()) == ("12", "正在填")
    client.force_login(factories.make_contact("colleague", unit.party))
    assert client.get(page).context["form"]["q1"].value() == ""
    client.force_login(contact)
    client.post(page, {"q1": "12", "seen": "", "save": "1"})
    assert client.get(page).context["unsent"] is None
    client.force_login(factories.make_contact("second", unit.party))
    assert client.get(page).context["form"]["q1"].value() == "12"


def test_a_pledge_that_is_begun_outlives_the_saving_of_the_draft(client, contact, report):
    page = at("portal-self-report", report)
    client.force_login(contact)
    chosen = {"files": [self_.scan("目录.pdf")], "pledge_files": [self_.scan()]}
    client.post(page, {"q1": "12", "seen": "", "pledged_by": "负责人甲", "save": "1", **chosen})
    form = client.get(page).context["form"]
    assert (form["pledged_by"].value(), form["q1"].value()) == ("负责人甲", "12")
    [pledge] = form.fields["pledge_files"].kept
    assert (pledge.name, form.fields["files"].kept) == ("承诺书.pdf", [])
    sent = typed(report, seen=form["seen"].value(), **{"resumed-pledge_files": pledge.pk})
    assert client.post(page, sent).status_code == 302
    assert SelfReport.objects.get(pk=report.pk).state == "submitted"
    assert client.get(page).context["unsent"] is None


def test_another_unit_finds_nothing(client, report, school):
    from_elsewhere = factories.make_contact("elsewhere", school.party)
    client.force_login(from_elsewhere)
    for name in ("portal-self-report", "portal-self-paper"):
        assert client.get(at(name, report)).status_code == 404
    assert client.get(at("self-report", report)).status_code == 403


def test_what_is_to_be_reported_is_the_third_thing_on_the_home(client, contact, report, officer):
    client.force_login(contact)
    home = client.get(reverse("reports:portal"))
    assert home.context["to_report"] == 1
    assert "要报送的" in text_of(home) and "9月30日前报送" in text_of(home).replace(" ", "")
    self_.submitted(report, contact, on=self_.OPENED)
    assert client.get(reverse("reports:portal")).context["to_report"] == 0
