"""Addresses of 执法码: short, for they stand in a QR code; limited on their own."""

from django.urls import path

from publicity.views import officers

app_name = "officer"
urlpatterns = [
    path("<str:code>/", officers.CodeView.as_view(), name="code"),
    path("<str:code>/photo/", officers.CodePhotoView.as_view(), name="photo-export"),
]
