"""Addresses of 过错预警."""

from django.urls import path

from supervision.views import lamps as views

urlpatterns = [
    path("lamps/", views.LampSheetView.as_view(), name="lamp-sheet"),
    path("lamps/excel/", views.LampSheetExportView.as_view(), name="lamp-sheet-export"),
    path("fault-forms/", views.FaultFormsView.as_view(), name="lamp-forms"),
]
