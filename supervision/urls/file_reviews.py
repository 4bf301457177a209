"""Addresses of 案卷评查."""

from django.urls import path

from supervision.views import file_reviews as views

ONE = "file-reviews/<int:pk>/"
urlpatterns = [
    path("file-reviews/", views.FileReviewListView.as_view(), name="file-review-list"),
    path("file-reviews/new/", views.FileReviewCreateView.as_view(), name="file-review-create"),
    path(ONE, views.FileReviewDetailView.as_view(), name="file-review-detail"),
    path(f"{ONE}decide/", views.FileReviewDecideView.as_view(), name="file-review-decide"),
    path(f"{ONE}export/", views.FileReviewExportView.as_view(), name="file-review-export"),
]
