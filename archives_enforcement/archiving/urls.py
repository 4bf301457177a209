from django.urls import path

from archives_enforcement.archiving.views import acting, reading

app_name = "archiving"
# fmt: off
urlpatterns = [
    path("", reading.CaseFileListView.as_view(), name="case-file-list"),
    path("<slug:about>/<int:pk>/", reading.CaseFileView.as_view(), name="case-file"),
    path("<slug:about>/<int:pk>/add/", acting.MaterialAddView.as_view(), name="material-add"),
    path("<slug:about>/<int:pk>/compile/", acting.CompileView.as_view(), name="case-file-compile"),
    path("files/<int:pk>/send-back/", acting.SendBackView.as_view(), name="case-file-send-back"),
    path("files/<int:pk>/archive/", acting.ArchiveView.as_view(), name="case-file-archive"),
    path("files/<int:pk>/retry/", acting.RetryView.as_view(), name="case-file-retry"),
    path("files/<int:pk>/main/", reading.MainVolumeView.as_view(), name="main-volume-pdf"),
    path("files/<int:pk>/inner/", reading.InnerVolumeView.as_view(), name="inner-volume-pdf"),
    path("files/<int:pk>/package/", reading.PackageView.as_view(), name="case-file-package"),
]
# fmt: on
