"""Addresses of 期限."""

from django.urls import path

from archives_enforcement.workdays import views

app_name = "workdays"
# fmt: off
urlpatterns = [
    path("<int:pk>/", views.DeadlineDetailView.as_view(), name="deadline-detail"),
    path("of/<str:kind>/<int:pk>/", views.RecordClocksView.as_view(), name="record-clocks"),
    path("<int:pk>/exclude/", views.ExcludeView.as_view(), name="deadline-exclude"),
    path("<int:pk>/extend/", views.AskView.as_view(), name="deadline-extend"),
    path("exclusions/<int:pk>/withdraw/", views.WithdrawView.as_view(),
         name="exclusion-withdraw"),
    path("extensions/<int:pk>/approve/", views.ApproveView.as_view(), name="extension-approve"),
    path("extensions/<int:pk>/refuse/", views.RefuseView.as_view(), name="extension-refuse"),
]
# fmt: on
