from django.urls import path

from archives_enforcement.archiving import views

app_name = "archiving"
# fmt: off
urlpatterns = [
    path("<slug:about>/<int:pk>/", views.CaseFileView.as_view(), name="case-file"),
    path("<slug:about>/<int:pk>/add/", views.MaterialAddView.as_view(), name="material-add"),
    path("<slug:about>/<int:pk>/compile/", views.CompileView.as_view(), name="case-file-compile"),
    path("files/<int:pk>/send-back/", views.SendBackView.as_view(), name="case-file-send-back"),
    path("files/<int:pk>/archive/", views.ArchiveView.as_view(), name="case-file-archive"),
    path("files/<int:pk>/retry/", views.RetryView.as_view(), name="case-file-retry"),
    path("files/<int:pk>/main/", views.MainVolumeView.as_view(), name="main-volume-pdf"),
    path("files/<int:pk>/inner/", views.InnerVolumeView.as_view(), name="inner-volume-pdf"),
    path("files/<int:pk>/package/", views.PackageView.as_view(), name="case-file-package"),
]
# fmt: on
