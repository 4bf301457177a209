"""Two web servers, worker, timer, PostgreSQL, Redis and nginx running together on one machine."""

import os
import re
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import psycopg2
import pytest

from tests.deployment.system import HOST, Proxy, ask, manage, start_proxy
from tests.services import filled
from tests.services.plugin import start_worker, starter
from tests.services.processes import free_port, listens

pytestmark = pytest.mark.services

PASSWORD = "a long pass phrase"
MAKE_PERSON = f"""
from tests.factories import make_bureau, make_user
someone = make_user("someone", "clerk", bureau=make_bureau())
someone.set_password("{PASSWORD}")
someone.save()
"""


@dataclass(frozen=True)
class System:
    """The running system: its web servers' ports, its proxy, its database."""

    webs: tuple[int, int]
    proxy: Proxy
    database_url: str

    @contextmanager
    def cursor(self):
        connection = psycopg2.connect(self.database_url)
        connection.autocommit = True
        yield connection.cursor()
        connection.close()


def start_web(start_module, env):
    """One gunicorn as in the image; returns its port."""
    port = free_port()
    options = [f"--bind=127.0.0.1:{port}", "--threads=4", "--no-control-socket"]
    start_module(
        "gunicorn",
        "archives_enforcement.wsgi",
        *options,
        env=env,
        ready=lambda text: listens(port),
    )
    return port


@pytest.fixture(scope="module")
def system(postgres_url, redis_url, tmp_path_factory):
    folder = tmp_path_factory.mktemp("system")
    env = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PRODUCTION": "1",
        "BEHIND_PROXY": "1",
        "SECRET_KEY": "s" * 64,
        "AUDIT_KEY": "a" * 64,
        "SEALING_KEY": "b" * 64,
        "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
        "CSRF_TRUSTED_ORIGINS": f"https://{HOST}",
        "PUBLIC_URL": f"https://{HOST}",
        "DATABASE_URL": filled.copy(postgres_url, "deployment"),
        "REDIS_URL": redis_url,
        "DATA_DIR": str(folder),
    }
    manage(env, "collectstatic", "--no-input", "--verbosity=0")
    manage(env, "shell", "--no-imports", "--command", MAKE_PERSON)
    with ExitStack() as started:
        start_module = starter(started, folder)
        webs = (start_web(start_module, env), start_web(start_module, env))
        start_worker(start_module, env)
        timer = ["--app=archives_enforcement", "beat", "--loglevel=INFO", "--pidfile="]
        start_module("celery", *timer, env=env, ready=lambda text: "beat: Starting" in text)
        yield System(webs, start_proxy(started, folder, webs[0]), env["DATABASE_URL"])


def cookies(answer, known=()):
    """The Cookie header that a browser would send after `answer`."""
    jar = SimpleCookie()
    for earlier in known:
        jar.load(earlier)
    for header in answer.headers.get_all("Set-Cookie", []):
        jar.load(header)
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


def sign_in(port, **options):
    """Go through the sign-in form; returns the answer and the cookies."""
    answer, page = ask(port, "/login/", **options)
    known = cookies(answer)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    form = {"csrfmiddlewaretoken": token, "username": "someone", "password": PASSWORD}
    answer, _ = ask(
        port,
        "/login/",
        method="POST",
        body=urlencode(form),
        Cookie=known,
        Content_Type="application/x-www-form-urlencoded",
        Referer=f"https://{HOST}/login/",
        **options,
    )
    return answer, cookies(answer, [known])


def test_every_web_server_says_that_it_is_well(system):
    for port in system.webs:
        assert ask(port, "/livez")[0].status == 200


def test_who_signs_in_at_one_web_server_is_known_to_the_other(system):
    first, second = system.webs
    answer, known = sign_in(first)
    assert (answer.status, answer.headers["Location"]) == (302, "/")
    assert ask(second, "/units/")[0].headers["Location"].startswith("/login/")
    assert ask(second, "/units/", Cookie=known)[0].status == 200


def test_a_style_sheet_named_by_one_web_server_is_served_by_the_other(system):
    first, second = system.webs
    page = ask(first, "/login/")[1]
    paths = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert paths != []
    for path in paths:
        answer, _ = ask(second, path)
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_the_timer_finds_a_job_whose_message_was_lost_and_the_worker_takes_it(system):
    with system.cursor() as cursor:
        cursor.execute(
            "INSERT INTO jobs_job"
            " (kind, object_id, state, attempts, created_at, due_at, reason, done, total)"
            " VALUES ('unknown', 1, 'waiting', 0, now(), now(), '', 0, 0) RETURNING id"
        )
        job = cursor.fetchone()
        end = time.monotonic() + 45
        attempts = 0
        while not attempts and time.monotonic() < end:
            time.sleep(0.5)
            cursor.execute("SELECT attempts FROM jobs_job WHERE id = %s", job)
            (attempts,) = cursor.fetchone()
    assert attempts == 1


def test_the_proxy_sends_plain_requests_to_the_encrypted_address(system):
    answer, _ = ask(system.proxy.http, "/units/?page=2")
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/units/?page=2"


def test_people_sign_in_through_the_proxy(system):
    answer, known = sign_in(system.proxy.https, tls=True)
    assert answer.status == 302
    assert ask(system.proxy.https, "/units/", tls=True, Cookie=known)[0].status == 200
    assert all(
        {"Secure", "Path=/"} <= set(cookie.split("; "))
        for cookie in answer.headers.get_all("Set-Cookie")
    )


def test_the_proxy_slows_down_whoever_tries_many_passwords(system):
    states = [ask(system.proxy.https, "/login/", tls=True)[0].status for _ in range(15)]
    assert states[-1] == 429
    assert ask(system.proxy.https, "/livez", tls=True)[0].status == 200


def test_the_proxy_refuses_a_body_larger_than_any_upload(system):
    size = {"Content_Length": str(101 * 1024 * 1024)}
    answer, _ = ask(system.proxy.https, "/files/", method="POST", tls=True, **size)
    assert answer.status == 413
