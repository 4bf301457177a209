"""The report of a visit to the platform, and the overview that the record writes."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.services import concluding, feedback, reporting
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY

LATER = date(2024, 9, 10)


def test_the_report_to_the_platform_meets_its_clock(make, reporter):
    visit = reporting.record_report(make(), actor=reporter, on=date(2024, 9, 6))
    clock = deadlines.for_subject(visit).get(code="D-I05")
    assert (visit.reported_on, clock.met_on) == (date(2024, 9, 6), date(2024, 9, 6))


def test_a_visit_is_reported_once(make, reporter):
    visit = reporting.record_report(make(), actor=reporter, on=DAY)
    with pytest.raises(Refused, match="已于2024年9月5日填报"):
        reporting.record_report(visit, actor=reporter, on=LATER)


def test_a_visit_is_not_reported_before_its_day(make, reporter):
    with pytest.raises(Refused, match="不能早于检查日期"):
        reporting.record_report(make(), actor=reporter, on=date(2024, 9, 4))


def test_a_visit_under_way_is_not_reported(unit, head, team, officer, reporter):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    with pytest.raises(Refused, match="检查还没有结束"):
        reporting.record_report(visit, actor=reporter, on=DAY)


def test_an_officer_does_not_report(make, officer):
    with pytest.raises(PermissionDenied):
        reporting.record_report(make(), actor=officer, on=DAY)


def test_the_overview_written_by_the_record_counts(make_other, bureau):
    unit = factories.make_unit(bureau, "示例局", Party.Kind.ORGAN)
    visit = make_other("1-01", "2-05", unit=unit)
    total = visit.results.count()
    assert feedback.default_overview(visit) == (
        "2024年9月5日，检查组采取听取汇报、核查现场的方式，"
        f"对照检查清单共检查{total}项，发现问题2项。"
    )


def test_what_the_officer_wrote_about_the_visit_comes_first(unit, head, team, officer):
    visit = on_site.begin(on_site.approved(unit, head, *team), officer)
    on_site.fill(visit, officer, summary="重点检查了库房。")
    visit = concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    assert feedback.default_overview(visit) == "重点检查了库房。"
