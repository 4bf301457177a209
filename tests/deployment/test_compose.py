"""docker-compose.yml holds together: known keys, nothing undeclared, healthy starts, no secrets."""

import re
from pathlib import Path

import pytest

from tests.deployment.compose import CONDITIONS, HEALTH_KEYS, SERVICE_KEYS, TOP_KEYS, read

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE = read(TEXT)
SERVICES = COMPOSE["services"]
SECRET_NAMES = ("SECRET_KEY", "AUDIT_KEY", "POSTGRES_PASSWORD")
each_service = pytest.mark.parametrize("name", SERVICES)


def test_the_parts_of_the_system_are_there():
    assert set(SERVICES) == {"migrate", "web", "worker", "beat", "db", "redis", "proxy"}


def test_every_key_is_one_that_compose_knows():
    assert {key for key in COMPOSE if not key.startswith("x-")} - TOP_KEYS == set()
    for service in SERVICES.values():
        assert set(service) - SERVICE_KEYS == set()
        assert set(service.get("healthcheck", {})) - HEALTH_KEYS == set()


@each_service
def test_every_volume_config_and_secret_used_is_declared(name):
    service = SERVICES[name]
    volumes = {volume.split(":")[0] for volume in service.get("volumes", [])}
    assert volumes - set(COMPOSE["volumes"]) == set()
    assert set(service.get("configs", [])) - set(COMPOSE["configs"]) == set()
    assert set(service.get("secrets", [])) - set(COMPOSE["secrets"]) == set()


def test_nothing_declared_is_left_unused():
    for kind in ("volumes", "configs", "secrets"):
        used = {entry.split(":")[0] for one in SERVICES.values() for entry in one.get(kind, [])}
        assert set(COMPOSE[kind]) <= used


@each_service
def test_a_service_waits_only_for_what_can_come_true(name):
    for other, wait in SERVICES[name].get("depends_on", {}).items():
        condition = wait["condition"]
        assert condition in CONDITIONS
        if condition == "service_healthy":
            assert "test" in SERVICES[other]["healthcheck"]
        if condition == "service_completed_successfully":
            assert SERVICES[other]["restart"] == "no"


@each_service
def test_every_lasting_service_is_restarted_and_watched(name):
    if name != "migrate":
        assert SERVICES[name]["restart"] == "unless-stopped"
        assert set(SERVICES[name]["healthcheck"]) >= {"test", "interval", "timeout", "retries"}


@each_service
def test_only_the_proxy_is_reachable_from_outside(name):
    assert ("ports" in SERVICES[name]) == (name == "proxy")


@each_service
def test_secrets_come_from_the_environment_and_must_be_set(name):
    environment = SERVICES[name].get("environment", {})
    for secret in SECRET_NAMES:
        if secret in environment:
            assert re.fullmatch(rf"\$\{{{secret}:\?[^}}]+\}}", environment[secret])


@each_service
def test_every_foreign_image_is_pinned_to_a_version(name):
    service = SERVICES[name]
    if "build" not in service:
        assert re.fullmatch(r"[a-z]+:[0-9]+(\.[0-9]+)?-bookworm", service["image"])


def test_the_queue_survives_a_restart_of_redis():
    command = " ".join(SERVICES["redis"]["command"])
    assert "--appendonly yes --appendfsync always" in command
    assert "--maxmemory-policy noeviction" in command


def test_web_and_worker_share_database_queue_and_files():
    for name in ("worker", "beat", "migrate"):
        assert SERVICES[name]["environment"] == SERVICES["web"]["environment"]
        assert SERVICES[name]["volumes"] == SERVICES["web"]["volumes"]


def test_there_is_one_timer():
    timers = [name for name, one in SERVICES.items() if "beat" in one.get("command", [])]
    assert timers == ["beat"]
    assert "deploy" not in SERVICES["beat"]


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2", "a: {b: c}", "a:\n  b: 1\n c: 2", "just words", "a: 'quoted'"],
    ids=["twice", "flow mapping", "depth", "no key", "quotes"],
)
def test_the_reader_refuses_what_it_does_not_understand(text):
    with pytest.raises(ValueError):
        read(text)
