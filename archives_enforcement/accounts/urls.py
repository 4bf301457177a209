from django.urls import path

from archives_enforcement.accounts import views

app_name = "accounts"
urlpatterns = [
    path("identity/", views.BureauIdentityView.as_view(), name="bureau-identity"),
    path("officers/", views.OfficerListView.as_view(), name="officer-list"),
    path("deputations/", views.DeputationListView.as_view(), name="deputation-list"),
    path("deputations/new/", views.DeputationCreateView.as_view(), name="deputation-create"),
    path("deputations/<int:pk>/end/", views.DeputationEndView.as_view(), name="deputation-end"),
]
