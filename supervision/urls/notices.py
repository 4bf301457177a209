"""Addresses of 执法监督通知（决定）书."""

from django.urls import path

from supervision.views import notices as views

ONE = "notices/<int:pk>/"
urlpatterns = [
    path("notices/", views.NoticeListView.as_view(), name="notice-list"),
    path("notices/export/", views.NoticeExportView.as_view(), name="notice-export"),
    path("notices/new/", views.NoticeCreateView.as_view(), name="notice-create"),
    path("notices/enter/", views.NoticeEnterView.as_view(), name="notice-enter"),
    path(ONE, views.NoticeDetailView.as_view(), name="notice-detail"),
    path(f"{ONE}paper/", views.NoticePaperView.as_view(), name="notice-paper"),
    path(f"{ONE}receive/", views.NoticeReceiveView.as_view(), name="notice-receive"),
    path(f"{ONE}report/", views.NoticeReportView.as_view(), name="notice-report"),
    path(f"{ONE}return/", views.NoticeReturnView.as_view(), name="notice-return"),
    path(f"{ONE}close/", views.NoticeCloseView.as_view(), name="notice-close"),
    path(f"{ONE}review/", views.NoticeReviewView.as_view(), name="notice-review"),
    path(f"{ONE}decide/", views.NoticeDecideView.as_view(), name="notice-decide"),
    path(
        f"{ONE}enter-decision/",
        views.NoticeEnterDecisionView.as_view(),
        name="notice-enter-decision",
    ),
]
