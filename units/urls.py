from django.urls import path

from units.views import changes, facts, importing, register

app_name = "units"
urlpatterns = [
    path("", register.UnitListView.as_view(), name="unit-list"),
    path("new/", register.UnitCreateView.as_view(), name="unit-create"),
    path("import/", importing.ImportView.as_view(), name="unit-import"),
    path("import/template/", importing.TemplateDownloadView.as_view(), name="unit-import-template"),
    path("import/preview/", importing.ImportPreviewView.as_view(), name="unit-import-preview"),
    path("import/faults/", importing.ImportFaultsView.as_view(), name="unit-import-faults"),
    path("import/<int:pk>/", importing.ImportRunView.as_view(), name="unit-import-run"),
    path("import/<int:pk>/file/", importing.ImportFileView.as_view(), name="unit-import-file"),
    path("<int:pk>/", register.UnitDetailView.as_view(), name="unit-detail"),
    path("<int:pk>/edit/", facts.UnitEditView.as_view(), name="unit-edit"),
    path("duplicates/", changes.DuplicatesView.as_view(), name="unit-duplicates"),
    path("<int:pk>/rename/", changes.RenameView.as_view(), name="unit-rename"),
    path("<int:pk>/merge/", changes.MergeView.as_view(), name="unit-merge"),
    path("<int:pk>/split/", changes.SplitView.as_view(), name="unit-split"),
    path("<int:pk>/dissolve/", changes.DissolveView.as_view(), name="unit-dissolve"),
    path("<int:pk>/duplicate/", changes.DuplicateView.as_view(), name="unit-duplicate"),
    path("<int:pk>/holdings/", facts.HoldingsView.as_view(), name="unit-holdings"),
    path("<int:pk>/contacts/new/", facts.ContactAddView.as_view(), name="unit-contact-add"),
    path("contacts/<int:pk>/end/", facts.ContactEndView.as_view(), name="unit-contact-end"),
]
