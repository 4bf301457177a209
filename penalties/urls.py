"""Addresses of 行政处罚."""

from django.urls import path

from penalties.views import cases, deciding, filing, handling, leads, on_the_spot, portal

app_name = "penalties"
# fmt: off
urlpatterns = [
    path("", cases.CaseListView.as_view(), name="case-list"),
    path("leads/", leads.LeadListView.as_view(), name="lead-list"),
    path("leads/new/", leads.LeadRegisterView.as_view(), name="lead-register"),
    path("leads/<int:pk>/", leads.LeadDetailView.as_view(), name="lead-detail"),
    path("leads/<int:pk>/facts/", leads.LeadDetermineView.as_view(), name="lead-determine"),
    path("leads/<int:pk>/file/", filing.CaseProposeView.as_view(), name="case-propose"),

    path("<int:pk>/", cases.CaseDetailView.as_view(), name="case-detail"),
    path("<int:pk>/evidence/", cases.CaseEvidenceView.as_view(), name="case-evidence"),
    path("<int:pk>/discretion/", cases.CaseDiscretionView.as_view(), name="case-discretion"),
    path("<int:pk>/documents/", cases.CaseDocumentsView.as_view(), name="case-documents"),
    path("<int:pk>/deadlines/", cases.CaseDeadlinesView.as_view(), name="case-deadlines"),
    path("<int:pk>/trail/", cases.CaseTrailView.as_view(), name="case-trail"),

    path("<int:pk>/approve/", filing.CaseApproveView.as_view(), name="case-approve"),
    path("<int:pk>/reject/", filing.CaseRejectView.as_view(), name="case-reject"),
    path("<int:pk>/on-the-spot/", on_the_spot.BeginView.as_view(), name="spot-begin"),
    path("<int:pk>/on-the-spot/leave/", on_the_spot.LeaveView.as_view(), name="spot-leave"),
    path("<int:pk>/on-the-spot/decision/", on_the_spot.DecisionDraftView.as_view(),
         name="spot-decision"),
    path("<int:pk>/on-the-spot/report/", on_the_spot.ReportView.as_view(), name="spot-report"),
    path("<int:pk>/evidence/add/", handling.EvidenceAddView.as_view(), name="evidence-add"),
    path("evidence/<int:pk>/exclude/", handling.EvidenceExcludeView.as_view(),
         name="evidence-exclude"),
    path("<int:pk>/establish/", handling.EstablishView.as_view(), name="case-establish"),
    path("<int:pk>/end-investigation/", handling.EndInvestigationView.as_view(),
         name="case-end-investigation"),
    path("<int:pk>/reopen/", handling.ReopenView.as_view(), name="case-reopen"),
    path("<int:pk>/circumstances/add/", handling.CircumstanceAddView.as_view(),
         name="circumstance-add"),
    path("circumstances/<int:pk>/remove/", handling.CircumstanceRemoveView.as_view(),
         name="circumstance-remove"),
    path("<int:pk>/fine/", handling.ProposeView.as_view(), name="case-fine"),
    path("<int:pk>/adjust/", handling.AdjustView.as_view(), name="case-adjust"),

    path("<int:pk>/notice/", deciding.NoticeDraftView.as_view(), name="notice-draft"),
    path("<int:pk>/statements/enter/", deciding.StatementEnterView.as_view(),
         name="statement-enter"),
    path("statements/<int:pk>/answer/", deciding.StatementAnswerView.as_view(),
         name="statement-answer"),
    path("statements/<int:pk>/hearing/", deciding.HearingArrangeView.as_view(),
         name="hearing-arrange"),
    path("hearings/<int:pk>/hold/", deciding.HearingHoldView.as_view(), name="hearing-hold"),
    path("<int:pk>/review/submit/", deciding.SubmitReviewView.as_view(),
         name="case-submit-review"),
    path("<int:pk>/review/", deciding.ReviewView.as_view(), name="case-review"),
    path("<int:pk>/discussion/", deciding.DiscussionView.as_view(), name="discussion-add"),
    path("<int:pk>/decision/", deciding.DecisionDraftView.as_view(), name="decision-draft"),
    path("<int:pk>/payment/", deciding.PaymentView.as_view(), name="payment-add"),
    path("<int:pk>/closing/", deciding.ProposeClosingView.as_view(),
         name="case-propose-closing"),
    path("<int:pk>/closing/return/", deciding.ReturnClosingView.as_view(),
         name="case-return-closing"),
    path("<int:pk>/close/", deciding.CloseView.as_view(), name="case-close"),
    path("<int:pk>/end/", deciding.EndView.as_view(), name="case-end"),

    path("portal/<int:pk>/", portal.PortalCaseView.as_view(), name="portal-case"),
    path("portal/<int:pk>/statement/", portal.PortalStatementView.as_view(),
         name="portal-statement"),
    path("portal/<int:pk>/hearing/", portal.PortalHearingView.as_view(), name="portal-hearing"),
    path("portal/<int:pk>/waiver/", portal.PortalWaiverView.as_view(), name="portal-waiver"),
]
# fmt: on
