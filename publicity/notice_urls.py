"""Addresses of 执法公示, for staff and for everyone."""

from django.urls import path

from publicity.views import notices, public, public_checklists, public_draws, public_plans

# fmt: off
urlpatterns = [
    path("notices/", notices.NoticeListView.as_view(), name="notice-list"),
    path("notices/new/<int:pk>/", notices.NoticeCreateView.as_view(), name="notice-create"),
    path("notices/<int:pk>/", notices.NoticeDetailView.as_view(), name="notice-detail"),
    path("notices/<int:pk>/edit/", notices.NoticeEditView.as_view(), name="notice-edit"),
    path("notices/<int:pk>/secrecy/", notices.NoticeSecrecyView.as_view(), name="notice-secrecy"),
    path("notices/<int:pk>/approve/", notices.NoticeApproveView.as_view(), name="notice-approve"),
    path("notices/<int:pk>/return/", notices.NoticeReturnView.as_view(), name="notice-return"),
    path("notices/<int:pk>/publish/", notices.NoticePublishView.as_view(), name="notice-publish"),
    path("notices/<int:pk>/change/", notices.NoticeChangeView.as_view(), name="notice-change"),
    path("notices/<int:pk>/withdraw/", notices.NoticeWithdrawView.as_view(),
         name="notice-withdraw"),
    path("public/", public.PublicListView.as_view(), name="public-list"),
    path("public/plans/", public_plans.PublicPlanListView.as_view(), name="public-plan-list"),
    path("public/plans/<int:pk>/", public_plans.PublicPlanDetailView.as_view(),
         name="public-plan-detail"),
    path("public/checklists/", public_checklists.PublicChecklistListView.as_view(),
         name="public-checklist-list"),
    path("public/checklists/<int:pk>/", public_checklists.PublicChecklistDetailView.as_view(),
         name="public-checklist-detail"),
    path("public/draws/", public_draws.PublicDrawListView.as_view(), name="public-draw-list"),
    path("public/draws/verify_draw.py", public_draws.PublicDrawScriptView.as_view(),
         name="public-draw-script-export"),
    path("public/draws/<int:pk>/", public_draws.PublicDrawDetailView.as_view(),
         name="public-draw-detail"),
    path("public/draws/<int:pk>/recompute/", public_draws.PublicDrawRecomputeView.as_view(),
         name="public-draw-recompute"),
    path("public/draws/<int:pk>/draw.json", public_draws.PublicDrawExportView.as_view(),
         name="public-draw-export"),
    path("public/<int:pk>/photos/<int:pair>/<str:side>/", public.PublicPhotoView.as_view(),
         name="public-photo-export"),
    path("public/<int:pk>/", public.PublicDetailView.as_view(), name="public-detail"),
]
# fmt: on
