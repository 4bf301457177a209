"""Addresses of 执法公示 and 普法宣传."""

from publicity import activity_urls, notice_urls

app_name = "publicity"
urlpatterns = [*activity_urls.urlpatterns, *notice_urls.urlpatterns]
