"""Addresses of 检查评价."""

from django.urls import path

from supervision.views import ratings as views

urlpatterns = [
    path("ratings/", views.RatingListView.as_view(), name="rating-list"),
    path("visits/<int:pk>/rate/", views.RatingGiveView.as_view(), name="rating-give"),
]
