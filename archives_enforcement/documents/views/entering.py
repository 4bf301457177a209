"""The page of 补录: a paper issued on paper before the bureau worked with this system."""

from archives_enforcement import views
from archives_enforcement.documents import drafting, services
from archives_enforcement.documents.forms.entering import EnterForm
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.workflow import BACKFILL


class EnterView(views.FormView):
    permission_required = (drafting.ENTER, BACKFILL)
    template_name = "components/form_page.html"
    form_class = EnterForm
    success_message = "已补录。请核对登记的内容和扫描件。"

    def get_initial(self):
        """The receiver, when the way here was from his page."""
        return {"party": self.request.GET.get("party")}

    def get_context_data(self, **kwargs):
        crumbs = crumbs_of_list("补录纸质文书")
        return super().get_context_data(
            title="补录纸质文书",
            number="启用本系统以前用纸质签发的文书，按原来的字号登记",
            crumbs=crumbs,
            cancel_url=crumbs[0].url,
            submit_label="补录",
            consequences=[
                "登记的内容和扫描件锁定，不可修改",
                "对外文书，单位在自己的页面上能看到，并能下载扫描件",
                "只是登记：不发通知，不起算期限，不推动检查和案件，也不计入年度报告的数字",
                "没有核验码，不能在网上核验",
            ],
            **kwargs,
        )

    def perform(self, form):
        return services.enter(actor=self.request.user, **form.facts())

    def get_success_url(self):
        return self.result.get_absolute_url()
