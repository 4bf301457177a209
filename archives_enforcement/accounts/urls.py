from django.urls import path

from archives_enforcement.accounts import views

app_name = "accounts"
urlpatterns = [
    path("identity/", views.BureauIdentityView.as_view(), name="bureau-identity"),
    path("officers/", views.OfficerListView.as_view(), name="officer-list"),
]
