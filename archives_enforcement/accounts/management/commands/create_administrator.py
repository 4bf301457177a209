import sys
from getpass import getpass

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone

from archives_enforcement.accounts.administrators import ADMINISTRATORS
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.accounts.services import create_administrator
from archives_enforcement.commands import OneLineCommand


class Command(OneLineCommand):
    help = "建立系统管理员：登记机关、用户、岗位和执法证件，不看案件"

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="USERNAME", help="登录用的用户名")
        parser.add_argument("--name", help="姓名，不写时与用户名相同")
        parser.add_argument("--bureau", metavar="CODE", help="所属机关的行政区划代码，可以不写")
        choices = {ROLES[code].label: code for code in ADMINISTRATORS}
        parser.add_argument(
            "--post", choices=choices, default="系统管理员", help="三员分立时的另外两员"
        )
        parser.add_argument("--password-stdin", action="store_true", help="从标准输入读密码")

    def handle(self, *, username, name, bureau, post, password_stdin, **options):
        facts = {"username": username, "name": name or username, "bureau": find_bureau(bureau)}
        facts["post"] = next(code for code in ADMINISTRATORS if ROLES[code].label == post)
        password = read_line() if password_stdin else ask_twice()
        try:
            create_administrator(**facts, password=password, on=timezone.localdate())
        except ValidationError as refusal:
            raise CommandError("".join(refusal.messages)) from refusal
        then = {
            "系统管理员": "请在 /admin/ 登录，先登记机关。",
            "安全管理员": "请在 /admin/ 登录。",
        }
        self.stdout.write(f"已建立{post}“{username}”，{then.get(post, '请登录。')}")


def find_bureau(code: str | None) -> Bureau | None:
    """The bureau of this code, none for no code, or one clear line."""
    found = Bureau.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise CommandError(f"没有代码为“{code}”的机关；第一个机关由系统管理员登录后登记。")
    return found


def read_line() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def ask_twice() -> str:
    """The same password typed twice at a terminal, or one clear line."""
    if not sys.stdin.isatty():
        raise CommandError("这里不能输入密码，请在终端运行，或者加 --password-stdin。")
    try:
        password, again = getpass("密码："), getpass("再输入一次：")
    except (KeyboardInterrupt, EOFError):
        raise CommandError("已取消，没有建立。") from None
    if password != again:
        raise CommandError("两次输入的密码不一样，没有建立，请重新运行。")
    return password
