"""Addresses of 执法监督, one module for each register."""

from supervision.urls import complaints, notices, remedies

app_name = "supervision"
urlpatterns = [*notices.urlpatterns, *complaints.urlpatterns, *remedies.urlpatterns]
