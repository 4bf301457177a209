"""Addresses of 执法监督, one module for each register."""

from supervision.urls import complaints, notices, remedies, rounds

app_name = "supervision"
urlpatterns = [
    *rounds.urlpatterns,
    *notices.urlpatterns,
    *complaints.urlpatterns,
    *remedies.urlpatterns,
]
