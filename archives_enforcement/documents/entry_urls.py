"""Where a paper's slip leads (登录指引); open to whoever holds it, counted by address.

The first two stand on paper, so they never change.
"""

from django.urls import path

from archives_enforcement.documents.views import entry

app_name = "entry"
urlpatterns = [
    path("", entry.AskView.as_view(), name="ask"),
    path("c/<str:code>/", entry.CodeView.as_view(), name="code"),
    path("letter/", entry.LetterView.as_view(), name="letter"),
    path("letter/pdf/", entry.LetterPdfView.as_view(), name="letter-pdf"),
    path("letter/acknowledge/", entry.AcknowledgeView.as_view(), name="acknowledge"),
    path("letter/register/", entry.RegisterView.as_view(), name="register"),
]
