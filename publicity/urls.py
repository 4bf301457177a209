"""Addresses of 执法公示, 公开清单, 普法宣传 and 培训."""

from publicity import (
    activity_urls,
    correction_urls,
    list_urls,
    notice_urls,
    outreach_urls,
    public_urls,
    training_urls,
)

app_name = "publicity"
urlpatterns = [
    *activity_urls.urlpatterns,
    *list_urls.urlpatterns,
    *correction_urls.urlpatterns,
    *notice_urls.urlpatterns,
    *outreach_urls.urlpatterns,
    *public_urls.urlpatterns,
    *training_urls.urlpatterns,
]
