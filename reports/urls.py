"""工作台 and what stands above all apps; also the site's entrance."""

from django.urls import include, path

from reports.views import (
    annual,
    annual_acts,
    clocks,
    desk,
    districts,
    entrance,
    figures,
    ledger,
    operation,
    quality,
    search,
)

# fmt: off
pages = [
    path("workbench/", desk.WorkbenchView.as_view(), name="workbench"),
    path("portal/", desk.PortalView.as_view(), name="portal"),
    path("portal/<int:pk>/package/", desk.PortalPackageView.as_view(), name="portal-package"),
    path("clocks/", clocks.ClockBoardView.as_view(), name="clock-board"),
    path("clocks/excel/", clocks.ClockExportView.as_view(), name="clock-export"),
    path("ledger/", ledger.LedgerListView.as_view(), name="ledger-list"),
    path("ledger/export/", ledger.LedgerExportView.as_view(), name="ledger-export"),
    path("ledger/tasks/<int:pk>/history/", ledger.TaskDetailView.as_view(),
         name="ledger-task-detail"),
    path("ledger/tasks/<int:pk>/urge/", ledger.TaskUrgeView.as_view(), name="ledger-task-urge"),
    path("ledger/tasks/new/", ledger.TaskCreateView.as_view(), name="ledger-task-create"),
    path("ledger/tasks/<int:pk>/", ledger.TaskUpdateView.as_view(), name="ledger-task-update"),
    path("ledger/visits/new/", ledger.VisitCreateView.as_view(), name="ledger-visit-create"),
    path("districts/", districts.DistrictsView.as_view(), name="districts"),
    path("districts/excel/", districts.DistrictsExportView.as_view(), name="districts-export"),
    path("quality/", quality.QualityView.as_view(), name="quality"),
    path("figures/<int:year>/", figures.FiguresView.as_view(), name="figures"),
    path("figures/<int:year>/excel/", figures.FiguresExportView.as_view(),
         name="figures-export"),
    path("figures/<int:year>/<slug:key>/", figures.FigureRecordsView.as_view(),
         name="figure-records"),
    path("annual/", annual.AnnualReportListView.as_view(), name="annual-report-list"),
    path("annual/new/", annual_acts.AnnualReportDraftView.as_view(), name="annual-report-draft"),
    path("annual/<int:pk>/", annual.AnnualReportDetailView.as_view(), name="annual-report-detail"),
    path("annual/<int:pk>/text/", annual.AnnualReportTextView.as_view(),
         name="annual-report-text"),
    path("annual/<int:pk>/word/", annual.AnnualReportWordView.as_view(),
         name="annual-report-word"),
    path("annual/<int:pk>/edit/", annual_acts.AnnualReportEditView.as_view(),
         name="annual-report-edit"),
    path("annual/<int:pk>/submit/", annual_acts.AnnualReportSubmitView.as_view(),
         name="annual-report-submit"),
    path("annual/<int:pk>/return/", annual_acts.AnnualReportReturnView.as_view(),
         name="annual-report-return"),
    path("annual/<int:pk>/reopen/", annual_acts.AnnualReportReopenView.as_view(),
         name="annual-report-reopen"),
    path("annual/<int:pk>/approve/", annual_acts.AnnualReportApproveView.as_view(),
         name="annual-report-approve"),
    path("annual/<int:pk>/publish/", annual_acts.AnnualReportPublishView.as_view(),
         name="annual-report-publish"),
    path("annual/<int:pk>/earlier/", annual_acts.AnnualReportEarlierView.as_view(),
         name="annual-report-earlier"),
]
# fmt: on

urlpatterns = [
    path("", entrance.HomeView.as_view(), name="home"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("livez", operation.AliveView.as_view(), name="livez"),
    path("readyz", operation.ReadyView.as_view(), name="readyz"),
    path("metrics", operation.MetricsView.as_view(), name="metrics"),
    path("robots.txt", entrance.RobotsView.as_view(), name="robots"),
    path("reports/", include((pages, "reports"))),
]
