"""Protections that can be switched off, each with the test that must go red without it.

As a pytest plugin (`-p tests.negative_controls`) it runs the tests of the table, each with its own
protection off, and writes which of them failed to the file that RED names. Those of the walls of
access stand in `tests/access/test_seeded_faults.py`, that of the numbers in
`tests/documents/test_race.py`.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Control(NamedTuple):
    protection: str
    switch: Callable[[pytest.MonkeyPatch], None]  # turns it off
    test: str


ROOM = "archives_enforcement."
SESSIONS, FACTOR = "tests/accounts/test_sessions.py::", "tests/accounts/test_second_factor.py::"
GUESSES = "tests/accounts/test_sign_in_guesses.py::"
PASSWORDS = "tests/accounts/test_passwords.py::"
THREE = "tests/accounts/test_three_administrators.py::"
RECORDED = "tests/accounts/test_administration_recorded.py::"
FILES, QUEUE = "tests/files/test_files.py::", "tests/jobs/test_queue.py::"
TRAIL, LIMIT = "tests/audit/test_trail.py::", "tests/deployment/test_rate_limit.py::"
TYPESET = "tests/documents/typesetting/test_hostile_content.py::"


def off(place: str, value):
    """`place` of the code is `value`."""
    return lambda patch: patch.setattr(ROOM + place, value)


def answers(place: str, value):
    """The function at `place` answers `value`, whatever it is asked."""
    return off(place, lambda *args, **kwargs: value)


def as_all(self, user):
    return self.all()


def password_first(patch):
    """Whoever does not exist is refused before any password is looked at."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        from archives_enforcement.accounts.models import User  # noqa: PLC0415 - needs the site

        user = User.objects.filter(username=username).first()
        return user if user and user.check_password(password) else None

    patch.setattr(ROOM + "accounts.backends.RoleBackend.authenticate", authenticate, raising=False)


def shown_in_the_page(patch):
    from django.http import FileResponse  # noqa: PLC0415 - needs the site

    def response(*args, as_attachment, **kwargs):
        return FileResponse(*args, **kwargs)

    patch.setattr(ROOM + "files.views.FileResponse", response)


def open_files(patch):
    from archives_enforcement.access import Scope  # noqa: PLC0415 - needs the site
    from archives_enforcement.files.models import StoredFile  # noqa: PLC0415

    class Open(Scope):
        def condition(self, user, *, to_act=False):
            return ~super().condition(user, to_act=to_act)

    patch.setattr(StoredFile, "scope", Open(*StoredFile.scope))


CONTROLS = (
    Control("闲置 30 分钟退出", answers("accounts.sessions._end_or_note", None),
            SESSIONS + "test_half_an_hour_without_a_request_ends_it"),
    Control("登录最长 12 小时", off("accounts.sessions._end_or_note", lambda request: None),
            SESSIONS + "test_however_busy_it_ends_after_twelve_hours"),
    Control("账号变动时退出", answers("accounts.models.User._get_session_auth_hash", "same"),
            SESSIONS + "test_a_change_of_the_account_ends_every_session"),
    Control("失败五次暂停",
            lambda patch: patch.setattr("axes.handlers.proxy.AxesProxyHandler.is_allowed",
                                        lambda *args, **kwargs: True),
            GUESSES + "test_the_victim_of_guesses_signs_in_from_another_address"),
    Control("不存在的账号也算一次摘要", password_first,
            GUESSES + "test_a_guess_learns_nothing_of_who_exists"),
    Control("两步验证", answers("accounts.gates._missing", None),
            FACTOR + "test_the_next_sign_in_asks_and_nothing_opens_before"),
    Control("决定岗位必须两步验证", answers("accounts.gates.needs_second_factor", False),
            FACTOR + "test_a_head_is_led_through_it_and_on_to_where_he_wanted"),
    Control("密码种类", answers("accounts.passwords.Mixed.validate", None),
            PASSWORDS + "test_a_password_is_as_mixed_as_the_profile_asks"),
    Control("最近用过的密码", answers("accounts.passwords.NotOneOfTheLast.validate", None),
            PASSWORDS + "test_none_of_the_last_passwords_is_taken_again"),
    Control("密码到期", answers("accounts.gates.why_change", ""),
            PASSWORDS + "test_a_password_ends_and_nothing_opens_before_there_is_another"),
    Control("三员不兼别的岗位", answers("accounts.administrators.why_not_together", ""),
            THREE + "test_an_administrator_of_three_holds_no_other_post"),
    Control("三员各管一半", answers("accounts.administrators.keeps_accounts", True),
            THREE + "test_each_does_his_own_half_and_not_the_other"),
    Control("管理后台的修改留痕", answers("audit.admin.Recorded._record", None),
            RECORDED + "test_a_change_of_a_bureau_is_an_entry_in_its_own_chain"),
    Control("上传按内容认类型", answers("files.checks._written_type", "image/png"),
            FILES + "test_what_is_not_accepted_is_refused_with_its_reason"),
    Control("文件不在本站页面里打开", shown_in_the_page,
            FILES + "test_a_file_is_downloaded_never_shown_in_our_origin"),
    Control("单位只看给它看的文件", off("files.models.FileQuerySet.visible_to", as_all),
            FILES + "test_a_unit_gets_only_what_it_is_shown"),
    Control("别的单位看不到文件", open_files,
            FILES + "test_another_unit_gets_nothing"),
    Control("文件改动能发现", answers("files.store.problem", None),
            FILES + "test_changed_bytes_and_lost_files_are_told"),
    Control("记录链逐条核对", answers("audit.chain.breaks", []),
            TRAIL + "test_a_changed_entry_is_named"),
    Control("记录链的锚点", answers("audit.trail._anchor_breaks", []),
            TRAIL + "test_a_tail_cut_off_together_with_the_head_is_told_by_the_anchor"),
    Control("只看本机关的记录", off("audit.models.EntryQuerySet.visible_to", as_all),
            TRAIL + "test_staff_read_only_the_books_of_their_own_bureau"),
    Control("不用登录的页面限速", answers("rate_limit.OpenPageLimit.process_view", None),
            LIMIT + "test_pages_of_verification_share_one_strict_count"),
    Control("限速的时间窗", answers("rate_limit.requests_in_window", 0.0),
            LIMIT + "test_other_open_pages_share_a_generous_one"),
    Control("日志遮住个人信息", off("logs.masked", lambda text: text),
            "tests/test_logs.py::test_what_people_type_comes_into_no_line"),
    Control("封存的内容加密", off("sealing.seal", lambda facts, record: json.dumps(facts)),
            "tests/test_sealing.py::test_what_is_sealed_tells_nothing_and_opens_for_its_record"),
    Control("排版不取外部地址",
            answers("documents.typesetting.assets.Assets.fetch", None),
            TYPESET + "test_every_foreign_address_is_refused"),
    Control("任务只做一次", off("jobs.queue._finish", lambda *args, **kwargs: None),
            QUEUE + "test_a_failure_keeps_its_reason_waits_and_ends_after_four_tries"),
    Control("使进程中止的任务四次后停下", off("jobs.queue.ATTEMPTS", 10**6),
            QUEUE + "test_work_that_brings_its_worker_down_each_time_is_given_up"),
    Control("过期会话每天删除", answers("jobs.queue._plan_for_the_site", 0),
            QUEUE + "test_sessions_that_are_over_are_cleared_once_a_day"),
    Control("同一份表单只办一次", answers("accounts.sent_forms.Sending.claim", None),
            "tests/accounts/test_sent_forms.py::"
            "test_the_same_form_sent_twice_is_done_once_and_leads_to_the_same_page"),
    Control("别人先改了的不覆盖", answers("meanwhile.refusal", ""),
            "tests/test_meanwhile.py::test_the_second_is_told_what_changed_and_keeps_what_he_typed"),
    Control("过大的编号不进数据库",
            off("whole_numbers.MOST", 10**40),
            "tests/test_whole_numbers.py::test_a_choice_of_no_row_is_told_as_such"),
)  # fmt: skip
OF_TEST = {control.test: control for control in CONTROLS}

_red: set[str] = set()


def _node(nodeid: str) -> str:
    return nodeid.partition("[")[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    control = OF_TEST.get(_node(item.nodeid))
    with pytest.MonkeyPatch.context() as patch:
        if control is not None:
            control.switch(patch)
        return (yield)


def pytest_runtest_logreport(report):
    if report.failed and report.when == "call":
        _red.add(_node(report.nodeid))


def pytest_sessionfinish():
    if path := os.environ.get("RED"):
        Path(path).write_text(json.dumps(sorted(_red)), encoding="utf-8")
