"""Addresses of tips for staff; those of the public page stand in `inspections.tip_urls`."""

from django.urls import path

from inspections.views import tip_acts
from inspections.views import tips as views

ONE = "tips/<int:pk>/"
urlpatterns = [
    path("tips/", views.TipListView.as_view(), name="tip-list"),
    path("tips/new/", views.TipRegisterView.as_view(), name="tip-register"),
    path(ONE, views.TipDetailView.as_view(), name="tip-detail"),
    path(f"{ONE}accept/", tip_acts.TipAcceptView.as_view(), name="tip-accept"),
    path(f"{ONE}refuse/", tip_acts.TipRefuseView.as_view(), name="tip-refuse"),
    path(f"{ONE}pass-on/", tip_acts.TipPassOnView.as_view(), name="tip-pass-on"),
    path(f"{ONE}merge/", tip_acts.TipMergeView.as_view(), name="tip-merge"),
    path(f"{ONE}answer/", tip_acts.TipAnswerView.as_view(), name="tip-answer"),
    path(f"{ONE}reporter/", tip_acts.TipReporterView.as_view(), name="tip-reporter"),
]
