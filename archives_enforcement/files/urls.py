from django.urls import path

from archives_enforcement.files import views

app_name = "files"
urlpatterns = [
    path("<int:pk>/", views.FileDownloadView.as_view(), name="download"),
    path("<int:pk>/copy/", views.FileCopyView.as_view(), name="copy-export"),
]
