"""Addresses of 消息."""

from django.urls import path

from archives_enforcement.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.MessageListView.as_view(), name="message-list"),
    path("read/", views.ReadAllView.as_view(), name="message-read-all"),
    path("<int:pk>/open/", views.OpenView.as_view(), name="message-open"),
]
