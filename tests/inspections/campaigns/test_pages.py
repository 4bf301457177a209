"""Pages of campaigns: what each side sees and does, what a refusal looks like, what goes out."""

from django.urls import reverse

from archives_enforcement.accounts.models import Party
from inspections.models import Campaign, Inspection
from inspections.services import campaign_parts, planning
from tests import factories
from tests.inspections import arranging, campaigning
from tests.inspections.campaigning import ON, REPORTS_FROM, VISIT

TODAY = {"on": ON.isoformat()}


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


def filled(**values) -> dict:
    return {
        "name": "2026年专项检查", "reference": "示市档〔2026〕5号", "circular": "关于检查的通知",
        "begins_on": "2026-03-09", "ends_on": "2026-06-30", "reports_from": "2026-06-01",
        "due_on": "2026-07-10", "checklist": arranging.checklist().pk, "selection": "named",
        "unit_kind": "", "unit_number": "", "questions": "做法\n问题\n", "on": "2026-03-02",
        **values,
    }  # fmt: skip


def test_the_superior_drafts_and_issues_in_the_browser(
    client, planner, director, public, bureau, neighbour
):
    client.force_login(planner)
    client.post(page("campaign-create"), filled(bureaus=[bureau.pk]))
    campaign = Campaign.objects.get()
    assert campaign.questions == ["做法", "问题"]
    client.post(page("campaign-submit", campaign.pk), TODAY)
    client.force_login(director)
    answer = client.post(page("campaign-issue", campaign.pk), {"on": "2026-03-02"})
    assert answer.status_code == 422  # the box is not ticked
    client.post(page("campaign-issue", campaign.pk), {"on": "2026-03-02", "confirm": "on"})
    campaign.refresh_from_db()
    assert campaign.state == "issued"


def test_all_bureaux_below_are_proposed_and_no_other(client, planner, bureau, neighbour):
    factories.make_bureau("外市档案局", "130100")
    client.force_login(planner)
    form = client.get(page("campaign-create")).context["form"]
    assert list(form.fields["bureaus"].queryset) == [bureau, neighbour]
    assert form["bureaus"].value() == [bureau.pk, neighbour.pk]


def test_who_has_nobody_below_is_told_so(client, clerk):
    client.force_login(clerk)
    response = client.get(page("campaign-create"))
    assert "没有下级档案主管部门" in response.content.decode()
    assert [row["label"] for row in client.get(page("campaign-list")).context["actions"]] == [
        "登记上级交办"
    ]


def test_a_refusal_keeps_what_was_typed(client, planner, bureau):
    client.force_login(planner)
    answer = client.post(
        page("campaign-create"), filled(bureaus=[bureau.pk], due_on="2026-05-01", name="没丢")
    )
    assert (answer.status_code, Campaign.objects.count()) == (422, 0)
    said = answer.content.decode()
    assert "报送开始不能晚于报送截止" in said and 'value="没丢"' in said


def test_a_campaign_from_outside_is_entered_with_its_circular(client, clerk):
    client.force_login(clerk)
    asked = filled(superior="示例省档案局")
    assert "上级文件扫描件" in client.post(page("campaign-enter"), asked).content.decode()
    client.post(page("campaign-enter"), asked | {"files": campaigning.scan()})
    campaign = Campaign.objects.get()
    shown = client.get(campaign.get_absolute_url())
    assert "通知.pdf" in shown.content.decode()
    edit = client.get(page("campaign-edit", campaign.pk))
    assert edit.context["form"]["questions"].value() == "做法\n问题"
    changed = asked | {"name": "改过的名称"}
    client.post(page("campaign-edit", campaign.pk), changed)
    campaign.refresh_from_db()
    assert campaign.name == "改过的名称"
    acts = client.get(campaign.get_absolute_url()).context["acts"]
    assert [act.label for act in acts] == ["提交批准执行", "放弃草稿", "修改"]


def test_units_are_ticked_or_all_taken(client, clerk, part, unit, bureau):
    other = factories.make_unit(bureau, "示例学校", Party.Kind.INSTITUTION)
    client.force_login(clerk)
    address = page("campaign-part-units", part.pk)
    assert client.post(address, TODAY).status_code == 422
    client.post(address, TODAY | {"units": [unit.pk]})
    assert [row.unit for row in part.units.all()] == [unit]
    client.post(address, TODAY | {"every": "on"})
    assert {row.unit for row in part.units.all()} == {unit, other}


def test_a_visit_is_arranged_from_the_part(client, officer, taken, campaign):
    client.force_login(officer)
    address = f"{page('inspection-create')}?campaign_unit={taken.pk}"
    form = client.get(address).context["form"]
    assert [value for value, _ in form.fields["kind"].choices] == ["special"]
    assert list(form.fields["checklist"].queryset) == [campaign.checklist]
    chosen = {
        "kind": "special", "slot": "other", "scheduled_on": VISIT.isoformat(),
        "session": "morning", "checklist": campaign.checklist_id, "reason": form["reason"].value(),
        **TODAY,
    }  # fmt: skip
    client.post(address, chosen)
    visit = Inspection.objects.get()
    assert visit.campaign == campaign
    shown = client.get(visit.get_absolute_url()).content.decode()
    assert campaign.get_absolute_url() in shown and "示市档〔2026〕5号" in shown
    edit = client.get(page("inspection-edit", visit.pk)).context["form"]
    assert list(edit.fields["checklist"].queryset) == [campaign.checklist]


def test_a_plan_takes_the_units_of_a_campaign(client, clerk, taken, campaign):
    plan = planning.create_plan(actor=clerk, on=ON, year=2026, title="2026年计划")
    client.force_login(clerk)
    asked = {
        "kind": "daily", "method": "on_site", "month": 4, "campaign": campaign.pk,
        "checklist": arranging.checklist().pk, **TODAY,
    }  # fmt: skip
    client.post(page("plan-item-add", plan.pk), asked)
    item = plan.items.get()
    assert (item.unit, item.kind, item.campaign) == (taken.unit, "special", campaign)
    assert "上级部署：" in client.get(plan.get_absolute_url()).content.decode()


def test_without_a_campaign_a_plan_does_not_ask_for_one(client, clerk):
    plan = planning.create_plan(actor=clerk, on=ON, year=2026, title="2026年计划")
    client.force_login(clerk)
    form = client.get(page("plan-item-add", plan.pk)).context["form"]
    assert "campaign" not in form.fields


def test_both_sides_read_the_table_that_was_returned(client, sent, planner, clerk, head):
    campaign_parts.send_back(sent, actor=planner, on=REPORTS_FROM, note="缺问题分析")
    returned = page("campaign-part-table", sent.pk, 1)
    for reader in (planner, clerk):
        client.force_login(reader)
        assert returned in client.get(sent.get_absolute_url()).text
        shown = client.get(returned)
        assert "主要做法：已落实" in shown.text and shown.context["figures"][0]["value"] == 1
    assert client.get(page("campaign-part-table", sent.pk, 2)).status_code == 404
    campaigning.sent(sent, clerk, head)
    assert client.get(returned).status_code == 200
    standing = page("campaign-part-table", sent.pk, 2)
    assert client.get(standing).status_code == 404  # it stands on the part's own page
