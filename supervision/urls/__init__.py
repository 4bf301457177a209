"""Addresses of 执法监督, one module for each register."""

from supervision.urls import notices

app_name = "supervision"
urlpatterns = [*notices.urlpatterns]
