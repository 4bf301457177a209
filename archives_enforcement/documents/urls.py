from django.urls import path

from archives_enforcement.documents.views import (
    acting,
    addresses,
    delivery,
    drafting,
    entering,
    numbers,
    reading,
)

app_name = "documents"
# fmt: off
urlpatterns = [
    path("", reading.DocumentListView.as_view(), name="document-list"),
    path("export/", reading.RegisterView.as_view(), name="document-export"),
    path("enter/", entering.EnterView.as_view(), name="document-enter"),
    path("series/", numbers.SeriesListView.as_view(), name="series-list"),
    path("series/<str:kind>/<int:year>/start/", numbers.StartView.as_view(), name="series-start"),
    path("draft/<slug:about>/<int:pk>/", drafting.KindPickView.as_view(), name="draft-pick"),
    path("draft/<slug:about>/<int:pk>/<slug:kind>/", drafting.DraftView.as_view(), name="draft"),
    path("<int:pk>/", reading.DocumentDetailView.as_view(), name="document-detail"),
    path("<int:pk>/pdf/", reading.DocumentPdfView.as_view(), name="document-pdf"),
    path("<int:pk>/revise/", drafting.ReviseView.as_view(), name="document-revise"),
    path("<int:pk>/submit/", acting.SubmitView.as_view(), name="document-submit"),
    path("<int:pk>/submit-review/", acting.SubmitReviewView.as_view(),
         name="document-submit-review"),
    path("<int:pk>/pass-review/", acting.PassReviewView.as_view(), name="document-pass-review"),
    path("<int:pk>/return-review/", acting.ReturnReviewView.as_view(),
         name="document-return-review"),
    path("<int:pk>/complete/", acting.CompleteView.as_view(), name="document-complete"),
    path("<int:pk>/return/", acting.ReturnView.as_view(), name="document-return"),
    path("<int:pk>/sign/", acting.SignView.as_view(), name="document-sign"),
    path("<int:pk>/void/", acting.VoidView.as_view(), name="document-void"),
    path("<int:pk>/retry/", acting.RetryView.as_view(), name="document-retry"),
    path("deliveries/<int:pk>/acknowledge/", delivery.AcknowledgeView.as_view(),
         name="delivery-acknowledge"),
    path("deliveries/<int:pk>/record/", delivery.RecordDeliveryView.as_view(),
         name="delivery-record"),
    path("deliveries/<int:pk>/receipt/", delivery.ReceiptView.as_view(), name="delivery-receipt"),
    path("parties/<int:pk>/addresses/", addresses.AddressListView.as_view(), name="address-list"),
    path("parties/<int:pk>/addresses/register/", addresses.AddressRegisterView.as_view(),
         name="address-register"),
    path("addresses/<int:pk>/revoke/", addresses.AddressRevokeView.as_view(),
         name="address-revoke"),
]
# fmt: on
