"""Addresses of requests for correction."""

from django.urls import path

from publicity.views import corrections as views

# fmt: off
urlpatterns = [
    path("notices/<int:pk>/corrections/new/", views.CorrectionEnterView.as_view(),
         name="correction-enter"),
    path("public/<int:pk>/correction/", views.CorrectionAskView.as_view(), name="correction-ask"),
    path("corrections/<int:pk>/", views.CorrectionDetailView.as_view(), name="correction-detail"),
    path("corrections/<int:pk>/propose/", views.CorrectionProposeView.as_view(),
         name="correction-propose"),
    path("corrections/<int:pk>/return/", views.CorrectionReturnView.as_view(),
         name="correction-return"),
    path("corrections/<int:pk>/decide/", views.CorrectionDecideView.as_view(),
         name="correction-decide"),
]
# fmt: on
