from django.urls import path

from units import views

app_name = "units"
urlpatterns = [
    path("", views.UnitListView.as_view(), name="unit-list"),
    path("new/", views.UnitCreateView.as_view(), name="unit-create"),
    path("import/", views.ImportView.as_view(), name="unit-import"),
    path("import/template/", views.TemplateDownloadView.as_view(), name="unit-import-template"),
    path("import/preview/", views.ImportPreviewView.as_view(), name="unit-import-preview"),
    path("<int:pk>/", views.UnitDetailView.as_view(), name="unit-detail"),
]
