"""Addresses of 执法公示 and of what officers show, for staff."""

from django.urls import path

from publicity.views import notices, officers

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
]
# fmt: on
