"""Addresses of 随机抽取 for staff; what everybody reads lies with 执法公示."""

from django.urls import path

from inspections.views import draw_acts, draws

# fmt: off
urlpatterns = [
    path("draws/", draws.DrawListView.as_view(), name="draw-list"),
    path("draws/new/", draws.DrawCreateView.as_view(), name="draw-create"),
    path("draws/<int:pk>/", draws.DrawDetailView.as_view(), name="draw-detail"),
    path("draws/<int:pk>/edit/", draw_acts.DrawEditView.as_view(), name="draw-edit"),
    path("draws/<int:pk>/exclude/", draw_acts.DrawExcludeView.as_view(), name="draw-exclude"),
    path("draw-exclusions/<int:pk>/remove/", draw_acts.DrawIncludeView.as_view(),
         name="draw-include"),
    path("draws/<int:pk>/publish/", draw_acts.DrawPublishView.as_view(), name="draw-publish"),
    path("draws/<int:pk>/witness/", draw_acts.DrawContributeView.as_view(),
         name="draw-contribute"),
    path("draws/<int:pk>/withdraw/", draw_acts.DrawWithdrawView.as_view(), name="draw-withdraw"),
    path("draws/<int:pk>/withdraw-result/", draw_acts.DrawWithdrawResultView.as_view(),
         name="draw-withdraw_result"),
    path("draws/<int:pk>/hold/", draw_acts.DrawHoldView.as_view(), name="draw-hold"),
    path("draws/<int:pk>/adopt/", draw_acts.DrawAdoptView.as_view(), name="draw-adopt"),
    path("draws/<int:pk>/redraw/", draw_acts.DrawRedrawView.as_view(), name="draw-redraw"),
]
# fmt: on
