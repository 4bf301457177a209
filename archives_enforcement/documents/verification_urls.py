"""Addresses of 文书核验, open to anybody: they stand on every paper, so they never change."""

from django.urls import path

from archives_enforcement.documents.views import verifying

app_name = "verification"
urlpatterns = [
    path("", verifying.AskView.as_view(), name="ask"),
    path("file/", verifying.FileView.as_view(), name="file"),
    path("<str:code>/", verifying.CodeView.as_view(), name="code"),
]
