"""Addresses of 离线: the page, its preparation, and where acts come back."""

from django.urls import path

from inspections.views import offline

# fmt: off
urlpatterns = [
    path("offline/", offline.OfflineView.as_view(), name="offline"),
    path("<int:pk>/offline/", offline.PrepareView.as_view(), name="offline-prepare"),
    path("offline/<uuid:pk>/", offline.BundleView.as_view(), name="offline-bundle"),
]
# fmt: on
