"""Addresses of 执法监督, one module for each register."""

from supervision.urls import (
    complaints,
    faults,
    file_reviews,
    lamps,
    notices,
    ratings,
    remedies,
    rounds,
)

app_name = "supervision"
urlpatterns = [
    *rounds.urlpatterns,
    *file_reviews.urlpatterns,
    *notices.urlpatterns,
    *complaints.urlpatterns,
    *faults.urlpatterns,
    *remedies.urlpatterns,
    *ratings.urlpatterns,
    *lamps.urlpatterns,
]
