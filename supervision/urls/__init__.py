"""Addresses of 执法监督, one module for each register."""

from supervision.urls import complaints, faults, file_reviews, lamps, notices, remedies, rounds

app_name = "supervision"
urlpatterns = [
    *rounds.urlpatterns,
    *file_reviews.urlpatterns,
    *notices.urlpatterns,
    *complaints.urlpatterns,
    *faults.urlpatterns,
    *remedies.urlpatterns,
    *lamps.urlpatterns,
]
