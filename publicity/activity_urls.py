"""Addresses of 普法宣传."""

from django.urls import path

from publicity.views import activities as views

urlpatterns = [
    path("activities/", views.ActivityListView.as_view(), name="activity-list"),
    path("activities/new/", views.ActivityCreateView.as_view(), name="activity-create"),
    path("articles/new/", views.ArticleCreateView.as_view(), name="article-create"),
    path("media/new/", views.MediaCreateView.as_view(), name="media-create"),
]
