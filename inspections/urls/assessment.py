"""Addresses of 年度考核 and of the 体检卡."""

from django.urls import path

from inspections.views import (
    assessment,
    assessment_acts,
    assessment_appeals,
    health_card,
    portal_assessment,
)

# fmt: off
urlpatterns = [
    path("assessments/", assessment.AssessmentListView.as_view(), name="assessment-list"),
    path("assessments/new/", assessment_acts.PrepareView.as_view(), name="assessment-create"),
    path("assessments/rules/set/", assessment_acts.RuleSetView.as_view(),
         name="assessment-rule-set"),
    path("assessments/evaluate/<int:pk>/", assessment_acts.EvaluateView.as_view(),
         name="assessment-evaluate"),
    path("assessments/card/<int:pk>/", health_card.CardView.as_view(),
         name="assessment-card-pdf"),
    path("assessments/<int:pk>/", assessment.AssessmentDetailView.as_view(),
         name="assessment-detail"),
    path("assessments/<int:pk>/export/", assessment.AssessmentExportView.as_view(),
         name="assessment-export"),
    path("assessments/<int:pk>/count/", assessment_acts.CountView.as_view(),
         name="assessment-count"),
    path("assessments/<int:pk>/publish/", assessment_acts.PublishView.as_view(),
         name="assessment-publish"),
    path("assessments/<int:pk>/circular/",
         assessment_acts.NoticeView.as_view(kind="assessment_circular"),
         name="assessment-circular"),
    path("assessments/<int:pk>/warning/",
         assessment_acts.NoticeView.as_view(kind="warning_circular"), name="assessment-warning"),
    path("assessments/results/<int:pk>/", assessment.ResultDetailView.as_view(),
         name="assessment-result"),
    path("assessments/results/<int:pk>/enter-appeal/",
         assessment_appeals.EnterAppealView.as_view(), name="assessment-appeal-enter"),
    path("assessments/results/<int:pk>/decide/", assessment_appeals.DecideView.as_view(),
         name="assessment-appeal-decide"),
    path("portal/assessments/<int:pk>/", portal_assessment.ResultView.as_view(),
         name="portal-assessment"),
    path("portal/assessments/<int:pk>/card/", health_card.PortalCardView.as_view(),
         name="portal-assessment-card-pdf"),
]
# fmt: on
