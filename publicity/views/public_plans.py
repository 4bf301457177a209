"""Pages anyone may read without signing in: the published annual plans of inspection."""

from django.views import generic

from publicity.opening import open_to_all
from publicity.queries import plans as queries


@open_to_all
class PublicPlanListView(generic.ListView):
    template_name = "publicity/public_plan_list.html"
    paginate_by = 20

    def get_queryset(self):
        return queries.public_plans()


@open_to_all
class PublicPlanDetailView(generic.DetailView):
    template_name = "publicity/public_plan_detail.html"

    def get_queryset(self):
        return queries.public_plans()

    def get_context_data(self, **kwargs):
        plan = self.object
        return super().get_context_data(
            outline=queries.outline(plan), bureau_name=plan.bureau.name, **kwargs
        )
