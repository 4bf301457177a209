"""地方法规条文 that no committed file brings: entered by the administrator on his pages."""

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.legislation.models import Article, Law
from tests import factories

pytestmark = pytest.mark.django_db
ADD = "admin:legislation_article_add"
TEXT = {
    "title": "示例市档案条例", "level": "local_regulation", "issuer": "示例市人大常委会",
    "article": 30, "summary": "没有报送的，责令限期报送。", "effective_from": "2020-01-01",
    "source": "公报", "mark": "V",
}  # fmt: skip


@pytest.fixture
def administrator(client):
    user = factories.make_user("admin", "administrator", is_staff=True)
    client.force_login(user)
    return user


def test_an_article_of_local_law_is_entered_once(client, administrator):
    assert client.post(reverse(ADD), TEXT).status_code == 302
    article = Article.objects.get(version__law__title=TEXT["title"])
    assert (str(article), article.version.law.level) == (
        "《示例市档案条例》第三十条",
        TEXT["level"],
    )
    entry = AuditEntry.objects.get(action="enter_article")
    assert (entry.actor, entry.target_name) == (administrator, str(article))
    again = client.post(reverse(ADD), TEXT | {"title": "《示例市档案条例》"})
    assert "已经登记过" in again.content.decode()
    assert Law.objects.get(title=TEXT["title"]).versions.get().articles.get() == article


def test_what_the_state_has_made_is_not_entered_here(client, administrator):
    answer = client.post(reverse(ADD), TEXT | {"level": "law"})
    assert answer.status_code == 200
    answer = client.post(reverse(ADD), TEXT | {"title": "中华人民共和国档案法"})
    assert "请核对效力级别" in answer.content.decode()
    assert not Law.objects.filter(title=TEXT["title"]).exists()
