"""A bureau on the morning it begins: users, reference data and its benchmark, nothing else.

Run inside a site's own environment: `manage.py shell -c "…; founding.found()"` (see `build`).
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau, Certificate
from penalties.models import ReviewQualification
from reports.demo.people import SignIns, make_bureau
from tests import template
from tests.browser.site import ROOT, Site, environment, running_site
from tests.penalties.grading import adopted

BUREAU = {
    "name": "示例新区档案局",
    "short_name": "示例新区档案局",
    "code": "990201",
    "document_word": "示新档",
}
BESIDE = {"name": "示例邻区档案局", "short_name": "示例邻区档案局", "code": "990202"}
ABOVE = {"name": "示例市档案局", "short_name": "示例市档案局", "code": "990200"}
PEOPLE = (
    ("clerk", "综合人员子", ("clerk",)),
    ("head", "机关负责人丑", ("head", "backfiller")),
    ("officer", "执法人员寅", ("officer", "backfiller")),
    ("officer2", "执法人员卯", ("officer",)),
    ("reviewer", "法制审核人员辰", ("reviewer", "backfiller")),
    ("chair", "听证主持人巳", ("hearing_chair", "backfiller")),
    ("assistant", "区档案馆馆员", ("assistant",)),
    ("observer", "基层档案员", ("observer",)),
    ("admin", "系统管理员", ("administrator",)),
)
LICENSED_FOR = timedelta(days=3 * 365)
COMMAND = "from tests.browser import founding; founding.{how}()"


def build(folder: Path, how: str = "found") -> None:
    """Fill an empty folder with the bureau's database and its sign-ins; `how` is found below."""
    folder.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", COMMAND.format(how=how)],
        cwd=ROOT,
        env=environment(folder),
        check=True,
    )


@contextmanager
def running(folder: Path, how: str = "found") -> Iterator[Site]:
    """Found a bureau in `folder` and serve it."""
    build(folder / "template", how)
    with running_site(folder / "template", folder / "site") as site:
        yield site


def found() -> None:
    """Load the reference data and create the people, each with a password of this run."""
    template.fill()
    sign_ins = SignIns()
    _found(make_bureau(BUREAU), sign_ins)


def found_nothing() -> None:
    """Reference data and one administrator, as `create_administrator` makes him: no bureau yet."""
    template.fill()
    sign_ins = SignIns()
    sign_ins.add("admin", ("administrator",), name="系统管理员")
    path = Path(settings.DATA_DIR) / "sign-ins.txt"
    path.write_text("\n".join(sign_ins.lines(sign_ins.known)), encoding="utf-8")


def found_below() -> None:
    """The same under another bureau, in which somebody supervises."""
    template.fill()
    above, sign_ins = make_bureau(ABOVE), SignIns()
    sign_ins.add("superior", ("superior",), name="上级监督人员", bureau=above)
    _found(make_bureau(BUREAU, parent=above), sign_ins)


def found_beside() -> None:
    """The same beside another bureau, from which a colleague comes for a 互查."""
    template.fill()
    beside, sign_ins = make_bureau(BESIDE), SignIns()
    sign_ins.add("neighbour", ("reviewer",), name="邻区审核人员", bureau=beside)
    _found(make_bureau(BUREAU), sign_ins)


def _found(bureau: Bureau, sign_ins: SignIns) -> None:
    for number, (username, name, roles) in enumerate(PEOPLE, 1):
        place = {"employer": "基层单位"} if roles == ("observer",) else {"bureau": bureau}
        user = sign_ins.add(username, roles, name=name, **place)
        if "officer" in roles:
            license_officer(user, f"示例-新区-{number:02d}")
        if "reviewer" in roles:
            ReviewQualification.objects.create(
                person=user, kind="exam", number="示例-A0001", proof="法律职业资格证书",
                obtained_on=timezone.localdate() - LICENSED_FOR,
            )  # fmt: skip
    adopted(bureau, timezone.localdate())
    path = Path(settings.DATA_DIR) / "sign-ins.txt"
    path.write_text("\n".join(sign_ins.lines(sign_ins.known)), encoding="utf-8")


def license_officer(user, number: str) -> None:
    today = timezone.localdate()
    Certificate.objects.create(
        user=user,
        number=number,
        issuer="示例市司法局",
        valid_from=today - LICENSED_FOR,
        valid_to=today + LICENSED_FOR,
    )
