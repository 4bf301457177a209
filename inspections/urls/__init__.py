"""Addresses of 监督检查, one module for each phase."""

from inspections.urls import (
    assessment,
    campaigns,
    checklists,
    draws,
    offline,
    planning,
    recording,
    rectification,
    self_inspection,
    tips,
    visits,
)

app_name = "inspections"
urlpatterns = [
    *planning.urlpatterns,
    *campaigns.urlpatterns,
    *checklists.urlpatterns,
    *draws.urlpatterns,
    *visits.urlpatterns,
    *recording.urlpatterns,
    *offline.urlpatterns,
    *rectification.urlpatterns,
    *self_inspection.urlpatterns,
    *assessment.urlpatterns,
    *tips.urlpatterns,
]
