"""Addresses of 复议、诉讼、赔偿、调解."""

from django.urls import path

from supervision.views import remedies as views

ONE = "remedies/<int:pk>/"
urlpatterns = [
    path("remedies/", views.RemedyListView.as_view(), name="remedy-list"),
    path("remedies/export/", views.RemedyExportView.as_view(), name="remedy-export"),
    path("remedies/new/", views.RemedyCreateView.as_view(), name="remedy-create"),
    path(ONE, views.RemedyDetailView.as_view(), name="remedy-detail"),
    path(f"{ONE}answer/", views.RemedyAnswerView.as_view(), name="remedy-answer"),
    path(f"{ONE}conclude/", views.RemedyConcludeView.as_view(), name="remedy-conclude"),
]
