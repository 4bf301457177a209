"""What a page costs: CPU and queries of the main pages against a bare list, in one run.

    make demo SERVE=0 && make bench

The floor is a plain list of 25 units behind the session; every page is measured in turn with it.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("DATA_DIR", str(ROOT / "var" / "demo"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import include, path  # noqa: E402

from archives_enforcement.accounts.models import User  # noqa: E402
from archives_enforcement.documents.models import Document  # noqa: E402
from inspections.models import Inspection  # noqa: E402
from units.models import Unit  # noqa: E402

ROUNDS = 12


def floor(request):
    rows = Unit.objects.visible_to(request.user).select_related("party")[:25]
    cells = "".join(f"<tr><td>{unit.party.name}</td></tr>" for unit in rows)
    return HttpResponse(f"<table>{cells}</table>")


urlpatterns = [path("floor/", floor), path("", include("archives_enforcement.urls"))]


def cpu(client: Client, address: str) -> float:
    begun = time.process_time()
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")
    return (time.process_time() - begun) * 1000


def main() -> None:
    settings.ROOT_URLCONF = __name__
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(username="120110_officer_a"))
    visit = Inspection.objects.filter(bureau__code="120110", state="rectifying").first()
    letter = Document.objects.filter(bureau__code="120110", state="issued").first()
    pages = {
        "检查列表": "/inspections/",
        "一次检查": visit.get_absolute_url(),
        "问题列表": "/inspections/findings/",
        "文书列表": "/documents/",
        "一份文书": letter.get_absolute_url(),
        "单位列表": "/units/",
        "工作台": "/reports/workbench/",
        "年度指标": "/reports/figures/2024/",
        "全过程记录": "/audit/",
    }
    for address in ["/floor/", *pages.values()]:
        cpu(client, address)
    print(f"{'页面':　<8}  ×底线   CPU 毫秒  查询")
    for name, address in pages.items():
        pairs = [(cpu(client, "/floor/"), cpu(client, address)) for _ in range(ROUNDS)]
        base, cost = (statistics.median(side) for side in zip(*pairs, strict=True))
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        print(f"{name:　<8}{cost / base:7.1f}{cost:11.1f}{len(seen):6d}")


if __name__ == "__main__":
    main()
