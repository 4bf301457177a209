"""A public list narrowed as the reader asks; its files hold the rows that its page shows."""


class Filtered:
    """`filterset_class` over the rows of `published()`."""

    filterset_class = None

    def published(self):
        raise NotImplementedError

    def get_queryset(self):
        self.filterset = self.filterset_class(
            self.request.GET, self.published(), request=self.request
        )
        return self.filterset.qs

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filterset, **kwargs)
