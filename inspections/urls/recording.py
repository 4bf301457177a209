"""Addresses of the visit itself, its letter and its report."""

from django.urls import path, re_path

from inspections.views import (
    evidence,
    letters,
    recording,
    recording_items,
    reporting,
    site_steps,
    spot_fixes,
    visit_acts,
)

# fmt: off
urlpatterns = [
    path("<int:pk>/start/", recording.StartView.as_view(), name="inspection-start"),
    path("<int:pk>/record/", recording.RecordView.as_view(), name="inspection-record"),
    path("<int:pk>/record/step/<slug:step>/", site_steps.StepView.as_view(),
         name="inspection-step"),
    path("<int:pk>/record/facts/", recording.FactsView.as_view(), name="inspection-record-facts"),
    path("<int:pk>/record/print/", recording.RecordPrintView.as_view(),
         name="inspection-record-print"),
    path("<int:pk>/record/part/<slug:section>/", recording_items.SectionView.as_view(),
         name="inspection-record-section"),
    path("<int:pk>/record/item/<int:row>/", recording_items.ItemView.as_view(),
         name="inspection-record-item"),
    path("<int:pk>/record/item/<int:row>/fix/", spot_fixes.SpotFixView.as_view(),
         name="inspection-record-fix"),
    path("<int:pk>/evidence/", evidence.EvidenceView.as_view(), name="inspection-evidence"),
    path("<int:pk>/evidence/add/", evidence.EvidenceAddView.as_view(),
         name="inspection-evidence-add"),
    path("<int:pk>/evidence/withdraw/", evidence.WithdrawView.as_view(),
         name="inspection-evidence-withdraw"),
    path("<int:pk>/evidence/hand-over/", evidence.HandOverView.as_view(),
         name="inspection-evidence-hand-over"),
    path("<int:pk>/finish/", recording.FinishView.as_view(), name="inspection-finish"),
    path("<int:pk>/site-record/", visit_acts.SiteRecordDraftView.as_view(),
         name="site-record-draft"),
    path("<int:pk>/letter/", letters.LetterDraftView.as_view(), name="letter-draft"),
    path("findings/<int:pk>/edit/", letters.FindingEditView.as_view(), name="finding-edit"),
    path("findings/<int:pk>/guidance/", letters.GuidanceView.as_view(), name="finding-guidance"),
    path("<int:pk>/report/", reporting.ReportView.as_view(), name="inspection-report"),
    re_path(r"^(?P<pk>\d+)/report/package\.(?P<form>json|xlsx)$", reporting.PackageView.as_view(),
            name="inspection-report-package"),
]
# fmt: on
