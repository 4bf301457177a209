from django.urls import path

from archives_enforcement.documents.views import (
    acting,
    addresses,
    batches,
    delivery,
    drafting,
    files,
    reading,
)

app_name = "documents"
# fmt: off
urlpatterns = [
    path("", reading.DocumentListView.as_view(), name="document-list"),
    path("export/", files.RegisterView.as_view(), name="document-export"),
    path("batches/new/", batches.BatchCreateView.as_view(), name="batch-create"),
    path("batches/<int:pk>/", batches.BatchDetailView.as_view(), name="batch-detail"),
    path("batches/<int:pk>/retry/", batches.BatchRetryView.as_view(), name="batch-retry"),
    path("batches/<int:pk>/package/", batches.BatchPackageView.as_view(), name="batch-package"),
    path("batches/<int:pk>/pdf/", batches.BatchPdfView.as_view(), name="batch-pdf"),
    path("draft/<slug:about>/<int:pk>/", drafting.KindPickView.as_view(), name="draft-pick"),
    path("draft/<slug:about>/<int:pk>/<slug:kind>/", drafting.DraftView.as_view(), name="draft"),
    path("<int:pk>/", reading.DocumentDetailView.as_view(), name="document-detail"),
    path("<int:pk>/pdf/", files.DocumentPdfView.as_view(), name="document-pdf"),
    path("<int:pk>/word/", files.DocumentWordView.as_view(), name="document-word"),
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
    path("<int:pk>/correct/", acting.CorrectView.as_view(), name="document-correct"),
    path("<int:pk>/void-issued/", acting.VoidIssuedView.as_view(), name="document-void-issued"),
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
