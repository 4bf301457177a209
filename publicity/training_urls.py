"""Addresses of 培训."""

from django.urls import path

from publicity.views import training as views

urlpatterns = [
    path("training/", views.TrainingListView.as_view(), name="training-list"),
    path("training/new/", views.TrainingCreateView.as_view(), name="training-create"),
    path("training/<int:pk>/", views.TrainingDetailView.as_view(), name="training-detail"),
    path("training/<int:pk>/hold/", views.TrainingHoldView.as_view(), name="training-hold"),
    path("training/<int:pk>/cancel/", views.TrainingCancelView.as_view(), name="training-cancel"),
]
