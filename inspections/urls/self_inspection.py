"""Addresses of 年度自查: the bureau's side, its settings, and the unit's side."""

from django.urls import path

from inspections.views import (
    portal_self,
    self_acts,
    self_inspection,
    self_reports,
    self_rules,
    spot_checks,
)

# fmt: off
urlpatterns = [
    path("self/", self_inspection.SelfListView.as_view(), name="self-list"),
    path("self/new/", self_acts.SelfCreateView.as_view(), name="self-create"),
    path("self/<int:pk>/", self_inspection.SelfDetailView.as_view(), name="self-detail"),
    path("self/<int:pk>/export/", self_inspection.SummaryExportView.as_view(),
         name="self-summary-export"),
    path("self/<int:pk>/edit/", self_acts.SelfEditView.as_view(), name="self-edit"),
    path("self/<int:pk>/discard/", self_acts.DiscardView.as_view(), name="self-discard"),
    path("self/<int:pk>/open/", self_acts.OpenView.as_view(), name="self-open"),
    path("self/<int:pk>/include/", self_acts.IncludeView.as_view(), name="self-include"),
    path("self/<int:pk>/remind/", self_acts.RemindView.as_view(), name="self-remind"),
    path("self/<int:pk>/close/", self_acts.CloseView.as_view(), name="self-close"),
    path("self/<int:pk>/summary/", self_acts.SummaryView.as_view(), name="self-summary"),
    path("self/<int:pk>/spot/", spot_checks.SpotView.as_view(), name="self-spot"),
    path("self/<int:pk>/spot/choose/", spot_checks.ChooseView.as_view(), name="self-spot-choose"),
    path("self/<int:pk>/spot/draw/", spot_checks.SpotDrawView.as_view(), name="self-spot-draw"),
    path("self/reports/<int:pk>/", self_reports.ReportDetailView.as_view(), name="self-report"),
    path("self/reports/<int:pk>/exclude/", self_reports.ExcludeView.as_view(),
         name="self-report-exclude"),
    path("self/reports/<int:pk>/enter/", self_reports.EnterView.as_view(),
         name="self-report-enter"),
    path("self/reports/<int:pk>/accept/", self_reports.AcceptView.as_view(),
         name="self-report-accept"),
    path("self/reports/<int:pk>/return/", self_reports.ReturnView.as_view(),
         name="self-report-return"),
    path("self/reports/<int:pk>/order/", self_reports.OrderView.as_view(),
         name="self-report-order"),
    path("self/rules/", self_rules.RuleListView.as_view(), name="self-rule-list"),
    path("self/rules/new/", self_rules.RuleCreateView.as_view(), name="self-rule-create"),
    path("self/rules/<int:pk>/end/", self_rules.RuleEndView.as_view(), name="self-rule-end"),
    path("self/forms/<int:pk>/", self_rules.FormDetailView.as_view(), name="self-form-detail"),
    path("self/forms/<int:pk>/version/", self_rules.FormVersionView.as_view(),
         name="self-form-version"),
    path("portal/self/<int:pk>/", portal_self.FillView.as_view(), name="portal-self-report"),
    path("portal/self/<int:pk>/paper/", portal_self.PaperView.as_view(),
         name="portal-self-paper"),
]
# fmt: on
