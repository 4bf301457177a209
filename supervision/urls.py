"""Addresses of 执法监督."""

from django.urls import path

from supervision import views

app_name = "supervision"
urlpatterns = [
    path("lamps/", views.LampSheetView.as_view(), name="lamp-sheet"),
    path("lamps/excel/", views.LampSheetExportView.as_view(), name="lamp-sheet-export"),
    path("fault-forms/", views.FaultFormsView.as_view(), name="fault-forms"),
]
