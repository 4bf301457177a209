"""Addresses of 执法公示 and of what officers show, for staff."""

from django.urls import path

from publicity.views import notices, officers
from publicity.views import withholdings as withheld

# fmt: off
urlpatterns = [
    path("notices/", notices.NoticeListView.as_view(), name="notice-list"),
    path("officers/<int:pk>/photo/", officers.OfficerPhotoView.as_view(), name="officer-photo"),
    path("inspections/<int:pk>/code/", officers.OfficerCodeView.as_view(), name="officer-code"),
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
    path("notices/withhold/<int:pk>/", withheld.WithholdingCreateView.as_view(),
         name="withholding-create"),
    path("withholdings/<int:pk>/", withheld.WithholdingDetailView.as_view(),
         name="withholding-detail"),
    path("withholdings/<int:pk>/decide/", withheld.WithholdingDecideView.as_view(),
         name="withholding-decide"),
    path("withholdings/<int:pk>/refuse/", withheld.WithholdingRefuseView.as_view(),
         name="withholding-refuse"),
    path("withholdings/<int:pk>/file/", withheld.WithholdingFileView.as_view(),
         name="withholding-file"),
    path("withholdings/<int:pk>/lift/", withheld.WithholdingLiftView.as_view(),
         name="withholding-lift"),
]
# fmt: on
