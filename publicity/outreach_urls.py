"""Addresses of 普法计划 and its calendar."""

from django.urls import path

from publicity.views import outreach as views

ONE = "outreach/<int:pk>/"
urlpatterns = [
    path("outreach/", views.PlanListView.as_view(), name="outreach-list"),
    path("outreach/calendar/", views.CalendarView.as_view(), name="outreach-calendar"),
    path("outreach/new/", views.PlanCreateView.as_view(), name="outreach-create"),
    path(ONE, views.PlanDetailView.as_view(), name="outreach-detail"),
    path(f"{ONE}items/", views.ItemCreateView.as_view(), name="outreach-item"),
    path(f"{ONE}submit/", views.PlanSubmitView.as_view(), name="outreach-submit"),
    path(f"{ONE}approve/", views.PlanApproveView.as_view(), name="outreach-approve"),
    path(f"{ONE}return/", views.PlanReturnView.as_view(), name="outreach-return"),
    path(f"{ONE}close/", views.PlanCloseView.as_view(), name="outreach-close"),
    path("outreach-items/<int:pk>/edit/", views.ItemEditView.as_view(),
         name="outreach-item-edit"),
    path("outreach-items/<int:pk>/remove/", views.ItemRemoveView.as_view(),
         name="outreach-item-remove"),
    path("outreach-items/<int:pk>/drop/", views.ItemDropView.as_view(),
         name="outreach-item-drop"),
]  # fmt: skip
