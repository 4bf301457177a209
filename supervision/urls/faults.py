"""Addresses of 过错责任: the register, and what an officer sees of his own."""

from django.urls import path

from supervision.views import fault_acts as acts
from supervision.views import faults as views
from supervision.views import own_faults as own

ONE = "faults/<int:pk>/"
urlpatterns = [
    path("faults/", views.FaultListView.as_view(), name="fault-list"),
    path("faults/export/", views.FaultExportView.as_view(), name="fault-export"),
    path("faults/new/", acts.FaultCreateView.as_view(), name="fault-create"),
    path(ONE, views.FaultDetailView.as_view(), name="fault-detail"),
    path(f"{ONE}assign/", acts.FaultAssignView.as_view(), name="fault-assign"),
    path(f"{ONE}tell/", acts.FaultTellView.as_view(), name="fault-tell"),
    path(f"{ONE}statement/", acts.FaultStatementView.as_view(), name="fault-enter-statement"),
    path(f"{ONE}go-on/", acts.FaultGoOnView.as_view(), name="fault-go-on"),
    path(f"{ONE}propose/", acts.FaultProposeView.as_view(), name="fault-propose"),
    path(f"{ONE}return/", acts.FaultReturnView.as_view(), name="fault-return-proposal"),
    path(f"{ONE}decide/", acts.FaultDecideView.as_view(), name="fault-decide"),
    path(f"{ONE}exempt/", acts.FaultExemptView.as_view(), name="fault-exempt"),
    path(f"{ONE}paper/", acts.FaultPaperView.as_view(), name="fault-paper"),
    path(f"{ONE}close/", acts.FaultCloseView.as_view(), name="fault-close"),
    path(f"{ONE}refer/", acts.FaultReferView.as_view(), name="fault-refer"),
    path("handlings/<int:pk>/send/", acts.HandlingSendView.as_view(), name="fault-handling-send"),
    path(
        "handlings/<int:pk>/settle/", acts.HandlingSettleView.as_view(),
        name="fault-handling-settle",
    ),
    path("own-faults/", own.OwnFaultListView.as_view(), name="own-fault-list"),
    path("own-faults/<int:pk>/", own.OwnFaultDetailView.as_view(), name="own-fault-detail"),
    path("own-faults/<int:pk>/state/", own.OwnFaultStateView.as_view(), name="own-fault-state"),
]  # fmt: skip
