"""Addresses of 检查清单: its versions and their items."""

from django.urls import path

from inspections.views import (
    checklist_acts,
    checklist_items,
    checklist_publishing,
    checklists,
    merging,
    scoring,
)

# fmt: off
urlpatterns = [
    path("checklists/", checklists.ChecklistListView.as_view(), name="checklist-list"),
    path("checklists/scoring/", scoring.RuleListView.as_view(), name="checklist-scoring"),
    path("checklists/scoring/new/", scoring.RuleSetView.as_view(), name="checklist-scoring-set"),
    path("checklists/merge/", merging.MergeView.as_view(), name="checklist-merge"),
    path("checklists/<int:pk>/", checklists.ChecklistDetailView.as_view(),
         name="checklist-detail"),
    path("checklists/<int:pk>/new-version/", checklist_acts.VersionDraftView.as_view(),
         name="checklist-version"),
    path("checklists/<int:pk>/take-areas/", checklist_acts.ListDraftView.as_view(),
         name="checklist-take"),
    path("checklists/<int:pk>/publish/", checklist_publishing.ListPublishView.as_view(),
         name="checklist-publish"),
    path("checklist-publications/<int:pk>/withdraw/",
         checklist_publishing.ListWithdrawView.as_view(),
         name="checklist-withdraw"),
    path("checklists/<int:pk>/rename/", checklist_acts.RenameView.as_view(),
         name="checklist-rename"),
    path("checklists/<int:pk>/submit/", checklist_acts.SubmitView.as_view(),
         name="checklist-submit"),
    path("checklists/<int:pk>/return/", checklist_acts.ReturnView.as_view(),
         name="checklist-return"),
    path("checklists/<int:pk>/adopt/", checklist_acts.AdoptView.as_view(),
         name="checklist-adopt"),
    path("checklists/<int:pk>/discard/", checklist_acts.DiscardView.as_view(),
         name="checklist-discard"),
    path("checklists/<int:pk>/items/add/", checklist_items.ItemAddView.as_view(),
         name="checklist-item-add"),
    path("checklist-items/<int:pk>/edit/", checklist_items.ItemEditView.as_view(),
         name="checklist-item-edit"),
    path("checklist-items/<int:pk>/fold/", merging.FoldView.as_view(),
         name="checklist-item-fold"),
    path("checklist-items/<int:pk>/remove/", checklist_items.ItemRemoveView.as_view(),
         name="checklist-item-remove"),
]
# fmt: on
