"""Addresses of 监督检查, one module for each phase."""

from inspections.urls import draws, planning, recording, rectification, visits

app_name = "inspections"
urlpatterns = [
    *planning.urlpatterns,
    *draws.urlpatterns,
    *visits.urlpatterns,
    *recording.urlpatterns,
    *rectification.urlpatterns,
]
