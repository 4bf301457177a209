"""查找 from the head of every page."""

from urllib.parse import urlencode

from django.urls import reverse

from archives_enforcement.views import TemplateView
from reports.queries.search import search

PAPERS = "documents:document-list"


class SearchView(TemplateView):
    """Units, papers, checks and cases by name, number or 拼音首字母."""

    permission_required = "reports.view_workbench"
    template_name = "reports/search.html"

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "").strip()
        found = search(self.request.user, text)
        parts = [(part, self._list_of(part, text)) for part in found]
        return super().get_context_data(search_query=text, parts=parts, **kwargs)

    @staticmethod
    def _list_of(part, text: str) -> str:
        """Where the rest stands; empty when nothing is left out, or no list takes the text.

        The list of papers knows parties, not units, so that it takes no 拼音首字母.
        """
        takes = part.page and not (part.page == PAPERS and text.isascii() and text.isalpha())
        return f"{reverse(part.page)}?{urlencode({'q': text})}" if part.more and takes else ""
