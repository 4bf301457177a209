"""Pages anyone may read without signing in: the published annual plans of inspection."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views import generic

from publicity.queries import plans as queries


@method_decorator(login_not_required, name="dispatch")
class PublicPlanListView(generic.ListView):
    template_name = "publicity/public_plan_list.html"
    paginate_by = 20

    def get_queryset(self):
        return queries.public_plans()


@method_decorator(login_not_required, name="dispatch")
class PublicPlanDetailView(generic.DetailView):
    template_name = "publicity/public_plan_detail.html"

    def get_queryset(self):
        return queries.public_plans()

    def get_context_data(self, **kwargs):
        plan = self.object
        return super().get_context_data(
            outline=queries.outline(plan), bureau_name=plan.bureau.name, **kwargs
        )
