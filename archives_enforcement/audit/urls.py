from django.urls import path

from archives_enforcement.audit import views

app_name = "audit"
urlpatterns = [path("", views.EntryListView.as_view(), name="entry-list")]
