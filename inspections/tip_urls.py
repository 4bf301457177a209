"""举报投诉: open to anybody, counted by address."""

from django.urls import path

from inspections.views import public_tips

app_name = "tips"
urlpatterns = [
    path("", public_tips.SendView.as_view(), name="send"),
    path("sent/", public_tips.SentView.as_view(), name="sent"),
    path("query/", public_tips.QueryView.as_view(), name="query"),
]
