"""Where the link of an invitation leads; open to anybody, counted by address."""

from django.urls import path

from archives_enforcement.accounts.views import joining

app_name = "joining"
urlpatterns = [path("<str:token>/", joining.JoinView.as_view(), name="join")]
