"""Addresses of 公开清单, for staff."""

from django.urls import path

from publicity.views import list_acts as acts
from publicity.views import list_changes as changes
from publicity.views import lists as views

urlpatterns = [
    path("lists/", views.ListIndexView.as_view(), name="list-index"),
    path("lists/new/", views.ListCreateView.as_view(), name="list-create"),
    path("lists/<int:pk>/", views.ListDetailView.as_view(), name="list-detail"),
    path("lists/<int:pk>/edit/", acts.ListEditView.as_view(), name="list-edit"),
    path("lists/<int:pk>/import/", acts.ListImportView.as_view(), name="list-import"),
    path("lists/<int:pk>/list.xlsx", views.ListExportView.as_view(), name="list-export"),
    path("lists/<int:pk>/register/", acts.ListRegisterView.as_view(), name="list-register"),
    path("lists/<int:pk>/approve/", acts.ListApproveView.as_view(), name="list-approve"),
    path("lists/<int:pk>/return/", acts.ListReturnView.as_view(), name="list-return"),
    path("lists/<int:pk>/publish/", acts.ListPublishView.as_view(), name="list-publish"),
    path("lists/<int:pk>/withdraw/", acts.ListWithdrawView.as_view(), name="list-withdraw"),
    path("lists/<int:pk>/change/", changes.ListChangeView.as_view(), name="list-change"),
    path("lists/<int:pk>/unchanged/", changes.ListUnchangedView.as_view(), name="list-unchanged"),
    path("lists/<int:pk>/discard/", acts.ListDiscardView.as_view(), name="list-discard"),
]
