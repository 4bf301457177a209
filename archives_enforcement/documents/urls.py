from django.urls import path

from archives_enforcement.documents import views

app_name = "documents"
# fmt: off
urlpatterns = [
    path("", views.DocumentListView.as_view(), name="document-list"),
    path("<int:pk>/", views.DocumentDetailView.as_view(), name="document-detail"),
    path("<int:pk>/pdf/", views.DocumentPdfView.as_view(), name="document-pdf"),
    path("<int:pk>/revise/", views.ReviseView.as_view(), name="document-revise"),
    path("<int:pk>/submit/", views.SubmitView.as_view(), name="document-submit"),
    path("<int:pk>/return/", views.ReturnView.as_view(), name="document-return"),
    path("<int:pk>/sign/", views.SignView.as_view(), name="document-sign"),
    path("<int:pk>/void/", views.VoidView.as_view(), name="document-void"),
    path("<int:pk>/retry/", views.RetryView.as_view(), name="document-retry"),
    path("deliveries/<int:pk>/acknowledge/", views.AcknowledgeView.as_view(),
         name="delivery-acknowledge"),
    path("deliveries/<int:pk>/record/", views.RecordDeliveryView.as_view(),
         name="delivery-record"),
]
# fmt: on
