"""Addresses of 普法宣传."""

from django.urls import path

from publicity.views import activities as views
from publicity.views import entries

# fmt: off
urlpatterns = [
    path("activities/", views.ActivityListView.as_view(), name="activity-list"),
    path("activities/new/", views.ActivityCreateView.as_view(), name="activity-create"),
    path("articles/new/", views.ArticleCreateView.as_view(), name="article-create"),
    path("media/new/", views.MediaCreateView.as_view(), name="media-create"),
    path("entries/<str:kind>/<int:pk>/", entries.EntryView.as_view(), name="entry-detail"),
    path("entries/<str:kind>/<int:pk>/amend/", entries.EntryAmendView.as_view(),
         name="entry-amend"),
    path("entries/<str:kind>/<int:pk>/strike/", entries.EntryStrikeView.as_view(),
         name="entry-strike"),
]
# fmt: on
