"""Addresses of 执法监督检查."""

from django.urls import path

from supervision.views import invitations
from supervision.views import rounds as views

ONE = "rounds/<int:pk>/"
# fmt: off
urlpatterns = [
    path("rounds/", views.RoundListView.as_view(), name="round-list"),
    path("rounds/new/", views.RoundCreateView.as_view(), name="round-create"),
    path(ONE, views.RoundDetailView.as_view(), name="round-detail"),
    path(f"{ONE}export/", views.RoundExportView.as_view(), name="round-export"),
    path(f"{ONE}draw/", views.RoundDrawView.as_view(), name="round-draw"),
    path(f"{ONE}sum/", views.RoundSumView.as_view(), name="round-sum"),
    path(f"{ONE}circular/", views.RoundCircularView.as_view(), name="round-circular"),
    path(f"{ONE}report/", views.RoundReportView.as_view(), name="round-report"),
    path(f"{ONE}close/", views.RoundCloseView.as_view(), name="round-close"),
    path("round-items/<int:pk>/", views.ItemReviewView.as_view(), name="round-review"),
    path("round-items/<int:pk>/invite/", invitations.InviteView.as_view(), name="round-invite"),
    path("invitations/<int:pk>/", invitations.GuestReviewView.as_view(),
         name="invitation-review"),
    path("invitations/<int:pk>/papers/<int:paper>/", invitations.GuestPaperView.as_view(),
         name="invitation-paper"),
]
# fmt: on
