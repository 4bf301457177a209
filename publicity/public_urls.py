"""Addresses of the pages anyone may read: what is known beforehand, and what was decided."""

from django.urls import path

from publicity.views import (
    public,
    public_benchmarks,
    public_checklists,
    public_draws,
    public_lists,
    public_plans,
)

# fmt: off
urlpatterns = [
    path("public/", public.PublicListView.as_view(), name="public-list"),
    path("public/decisions.xlsx", public.PublicExportView.as_view(), name="public-export"),
    path("public/decisions.json", public.PublicDataView.as_view(), name="public-data-export"),
    path("public/before/", public_lists.BeforeView.as_view(), name="public-before"),
    path("public/lists/<int:pk>/", public_lists.PublicRegisterView.as_view(),
         name="public-register"),
    path("public/lists/<int:pk>/list.xlsx", public_lists.PublicRegisterExportView.as_view(),
         name="public-register-export"),
    path("public/lists/<int:pk>/list.json", public_lists.PublicRegisterDataView.as_view(),
         name="public-register-data-export"),
    path("public/benchmarks/", public_benchmarks.PublicBenchmarkListView.as_view(),
         name="public-benchmark-list"),
    path("public/benchmarks/<int:pk>/", public_benchmarks.PublicBenchmarkView.as_view(),
         name="public-benchmark"),
    path("public/benchmarks/<int:pk>/benchmark.xlsx",
         public_benchmarks.PublicBenchmarkExportView.as_view(), name="public-benchmark-export"),
    path("public/benchmarks/<int:pk>/benchmark.json",
         public_benchmarks.PublicBenchmarkDataView.as_view(),
         name="public-benchmark-data-export"),
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
