"""Addresses of complaints about enforcement."""

from django.urls import path

from supervision.views import complaints as views

ONE = "complaints/<int:pk>/"
urlpatterns = [
    path("complaints/", views.ComplaintListView.as_view(), name="complaint-list"),
    path("complaints/export/", views.ComplaintExportView.as_view(), name="complaint-export"),
    path("complaints/new/", views.ComplaintCreateView.as_view(), name="complaint-create"),
    path(ONE, views.ComplaintDetailView.as_view(), name="complaint-detail"),
    path(f"{ONE}assign/", views.ComplaintAssignView.as_view(), name="complaint-assign"),
    path(f"{ONE}find/", views.ComplaintFindView.as_view(), name="complaint-find"),
    path("tips/<int:pk>/take/", views.ComplaintTakeView.as_view(), name="complaint-take"),
    path(f"{ONE}reporter/", views.ComplaintReporterView.as_view(), name="complaint-reporter"),
    path(f"{ONE}answer/", views.ComplaintAnswerView.as_view(), name="complaint-answer"),
    path(f"{ONE}refer/", views.ComplaintReferView.as_view(), name="complaint-refer"),
]
