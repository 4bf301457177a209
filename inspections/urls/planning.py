"""Addresses of annual plans."""

from django.urls import path

from inspections.views import coverage, plan_acts, plan_items, planning, proposals

# fmt: off
urlpatterns = [
    path("plans/", planning.PlanListView.as_view(), name="plan-list"),
    path("plans/new/", planning.PlanCreateView.as_view(), name="plan-create"),
    path("plans/<int:pk>/", planning.PlanDetailView.as_view(), name="plan-detail"),
    path("plans/<int:pk>/edit/", plan_acts.PlanEditView.as_view(), name="plan-edit"),
    path("plans/<int:pk>/items/add/", plan_items.PlanItemAddView.as_view(), name="plan-item-add"),
    path("plan-items/<int:pk>/remove/", plan_items.PlanItemRemoveView.as_view(),
         name="plan-item-remove"),
    path("plans/<int:pk>/submit/", plan_acts.PlanSubmitView.as_view(), name="plan-submit"),
    path("plans/<int:pk>/copy/", plan_items.PlanCopyView.as_view(), name="plan-copy"),
    path("plans/<int:pk>/check/", plan_acts.PlanCheckView.as_view(), name="plan-check"),
    path("plans/<int:pk>/check/return/", plan_acts.PlanReturnCheckView.as_view(),
         name="plan-check-return"),
    path("plans/<int:pk>/approve/", plan_acts.PlanApproveView.as_view(), name="plan-approve"),
    path("plans/<int:pk>/return/", plan_acts.PlanReturnView.as_view(), name="plan-return"),
    path("plans/<int:pk>/publish/", plan_acts.PlanPublishView.as_view(), name="plan-publish"),
    path("plans/<int:pk>/withdraw/", plan_acts.PlanWithdrawView.as_view(), name="plan-withdraw"),
    path("plans/<int:pk>/close/", plan_acts.PlanCloseView.as_view(), name="plan-close"),
    path("plans/<int:pk>/proposal/", proposals.PlanProposalView.as_view(), name="plan-proposal"),
    path("coverage/", coverage.CoverageView.as_view(), name="plan-coverage"),
    path("coverage/rules/new/", coverage.RuleCreateView.as_view(), name="plan-rule-create"),
    path("coverage/rules/<int:pk>/replace/", coverage.RuleReplaceView.as_view(),
         name="plan-rule-replace"),
    path("coverage/rules/<int:pk>/end/", coverage.RuleEndView.as_view(), name="plan-rule-end"),
]
# fmt: on
