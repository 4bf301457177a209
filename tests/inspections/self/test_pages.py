"""Pages of 年度自查: the way of the clerk, the head and the reviewer through the forms."""

from io import BytesIO

from openpyxl import load_workbook

from inspections.models import SelfForm, SelfInspection, SelfReport
from inspections.services import planning
from inspections.services import self_reports as services
from inspections.services.self_reports import Filled
from tests import factories
from tests.inspections import arranging
from tests.inspections import self_inspecting as self_
from tests.inspections.self.pages import at, text_of, typed
from tests.inspections.self_inspecting import FILED, LATE, OPENED


def test_a_round_is_prepared_and_opened_through_the_forms(client, clerk, head, unit, school, firm):
    client.force_login(clerk)
    sent = {
        "report_year": 2025,
        "rule": self_.rule().pk,
        "form": self_.form().pk,
        "on": str(OPENED),
    }
    client.post(at("self-create"), sent)
    asked = SelfInspection.objects.get()
    page = text_of(client.get(at("self-detail", asked)))
    assert "核对报送范围，由机关负责人布置" in page and str(firm) not in page
    client.post(
        at("self-include", asked), {"units": [firm.pk], "reason": "自愿报送", "on": str(OPENED)}
    )
    assert "自愿报送：自愿报送" in text_of(client.get(at("self-detail", asked)))
    client.force_login(head)
    assert client.post(at("self-open", asked), {}).status_code == 422
    client.post(at("self-open", asked), {"confirm": "on", "on": str(OPENED)})
    page = text_of(client.get(at("self-detail", asked)))
    assert "应报 3 个" in page and "2026年9月30日" in page
    assert str(asked) in text_of(client.get(at("self-list")))


def test_a_draft_is_given_up_through_its_form(client, clerk, unit):
    draft = self_.prepared(clerk)
    client.force_login(clerk)
    response = client.get(at("self-detail", draft))
    last = response.context["acts"][-1]
    assert (last.url, last.primary) == (at("self-discard", draft), False)
    client.post(at("self-discard", draft), {"note": "重复准备", "on": str(OPENED)})
    page = text_of(client.get(at("self-detail", draft)))
    assert "已放弃" in page and at("self-include", draft) not in page


def test_the_reviewer_reads_returns_and_accepts(client, officer, contact, filed):
    client.force_login(officer)
    page = text_of(client.get(at("self-report", filed)))
    assert "回执编号" in page and "负责人甲（主任）" in page
    client.post(
        at("self-report-return", filed),
        {"note": "数据不全", "due_on": "2026-06-20", "on": str(FILED)},
    )
    filed.refresh_from_db()
    assert filed.state == "returned"
    client.force_login(contact)
    page = at("portal-self-report", filed)
    assert "数据不全" in text_of(client.get(page))
    sent = typed(filed, seen=filed.saved_at.isoformat(), pledge_files=[self_.scan()])
    client.post(page, sent)
    client.force_login(officer)
    client.post(at("self-report-accept", filed), {"note": "属实", "on": str(FILED)})
    filed.refresh_from_db()
    assert filed.state == "accepted"


def test_a_paper_report_is_entered(client, clerk, contact, report, clock):
    """On a blank sheet: the draft that the unit has begun is its own."""
    clock.move_to(FILED)
    draft = Filled({"10": "还没有写完"}, "内部的话")
    services.save_draft(report, actor=contact, on=FILED, filled=draft)
    client.force_login(clerk)
    sent = typed(report, on=str(FILED), seen="", pledge_files=[self_.scan()])
    assert at("self-report-enter", report) in text_of(client.get(report.get_absolute_url()))
    blank = text_of(client.get(at("self-report-enter", report)))
    assert "还没有写完" not in blank and "内部的话" not in blank
    client.post(at("self-report-enter", report), sent)
    page = text_of(client.get(at("self-report", report)))
    assert "纸质报送，代录于" in page and "代录自查报告" in page


def test_urging_closing_and_the_summary(client, clerk, head, officer, asked, report, clock):
    clock.move_to(LATE)
    client.force_login(clerk)

    def urged_to():
        acts = client.get(at("self-detail", asked)).context["acts"]
        return [act.label for act in acts if act.primary]

    assert urged_to() == ["催报"]
    page = text_of(client.get(at("self-remind", asked)))
    assert page.count('name="reports"') == 2
    assert page.count('data-all="reports"') == 1
    chosen = {"reports": [report.pk], "reply_due": "2026-10-20", "on": str(LATE)}
    client.post(at("self-remind", asked), chosen)
    assert "催报" in text_of(client.get(at("self-report", report)))
    assert "只要求定期报送，没有规定责令和处罚" in text_of(client.get(at("self-report", report)))
    assert "只要求定期报送" in text_of(client.get(at("self-report-order", report)))
    client.post(at("self-close", asked), {"note": "总体良好", "confirm": "on", "on": str(LATE)})
    client.post(at("self-summary", asked), {"on": str(LATE)})
    asked.refresh_from_db()
    assert asked.summary.kind == "self_report_summary"
    book = client.get(at("self-summary-export", asked))
    assert load_workbook(BytesIO(book.content)).active["A2"].value == "示例学校一"


def test_choosing_and_drawing_through_the_forms(client, clerk, asked, report, filed):
    client.force_login(clerk)
    page = text_of(client.get(at("self-spot", asked)))
    assert "最多 0 个单位" in page and "没有矛盾" in page
    plan = planning.create_plan(actor=clerk, on=OPENED, year=2026, title="2026年度计划")
    sent = {
        "reports": [report.pk], "plan": plan.pk, "kind": "daily", "month": 9,
        "checklist": arranging.checklist().pk,
    }  # fmt: skip
    assert client.get(at("self-spot-choose", asked)).context["form"]["month"].value() == FILED.month
    planning.create_plan(actor=clerk, on=OPENED, year=FILED.year + 1, title="下年计划")
    assert client.get(at("self-spot-choose", asked)).context["form"]["month"].value() == 1
    assert client.post(at("self-spot-choose", asked), sent).status_code == 422
    assert text_of(client.get(at("self-spot-draw", asked)))


def test_rules_and_forms_are_set_by_the_head(client, head, clerk):
    client.force_login(clerk)
    assert client.get(at("self-rule-create")).status_code == 403
    client.force_login(head)
    rule = {
        "title": "本局规则", "kinds": ["organ"], "roll": "", "basis": "制度", "mark": "LOCAL",
        "ceiling": 5, "ceiling_basis": "制度", "remind_before": 10,
        "effective_from": str(OPENED), "on": str(OPENED),
    }  # fmt: skip
    client.post(at("self-rule-create"), rule)
    page = text_of(client.get(at("self-rule-list")))
    assert "本局规则" in page and "没有登记条文，只能催报" in page
    client.post(
        at("self-rule-end", self_.rule("本局规则")),
        {"last_day": str(OPENED), "note": "另定", "on": str(OPENED)},
    )
    assert self_.rule("本局规则").ended_on == OPENED
    shown = text_of(client.get(at("self-form-version", self_.form())))
    assert "数据库运行维护情况｜是否｜5-09｜" in shown
    lines = "档案保存情况｜数字｜｜案卷数\n数据库运行维护情况｜是否｜5-09｜备份"
    new = {"name": "新表", "source": "制度", "effective_from": str(OPENED), "lines": lines}
    client.post(at("self-form-version", self_.form()), new | {"on": str(OPENED)})
    made = SelfForm.objects.get(name="新表")
    assert "案卷数" in text_of(client.get(at("self-form-detail", made)))


def test_the_page_of_many_reports_asks_few_questions(
    client, clerk, asked, bureau, django_assert_max_num_queries
):
    client.force_login(clerk)
    client.get(at("self-detail", asked))
    units = [factories.make_unit(bureau, f"街道{n}") for n in range(20)]
    SelfReport.objects.bulk_create(SelfReport(self_inspection=asked, unit=unit) for unit in units)
    with django_assert_max_num_queries(22):
        client.get(at("self-detail", asked))
