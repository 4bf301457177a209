"""docker-compose.yml keeps to the schema of Compose and holds together, without a secret."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

FILE = Path(__file__).resolve().parents[2] / "docker-compose.yml"
TEXT = FILE.read_text(encoding="utf-8")
COMPOSE = YAML(typ="safe").load(TEXT)
SERVICES = COMPOSE["services"]
SECRET_NAMES = ("SECRET_KEY", "AUDIT_KEY", "SEALING_KEY", "POSTGRES_PASSWORD")
each_service = pytest.mark.parametrize("name", SERVICES)


def test_the_parts_of_the_system_are_there():
    assert set(SERVICES) == {"migrate", "web", "worker", "beat", "db", "redis", "proxy"}


def against_the_schema(path: Path) -> subprocess.CompletedProcess:
    schema = ("--builtin-schema", "vendor.compose-spec")
    command = (sys.executable, "-m", "check_jsonschema", *schema, str(path))
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_file_keeps_to_the_schema_of_compose():
    answer = against_the_schema(FILE)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("written", "instead"),
    [("restart:", "restarts:"), ("retries: 3", "retries: {}"), ("service_healthy", "healthy")],
    ids=["unknown key", "wrong type", "unknown condition"],
)
def test_what_compose_would_not_read_is_found(tmp_path, written, instead):
    assert written in TEXT
    changed = tmp_path / "docker-compose.yml"
    changed.write_text(TEXT.replace(written, instead), encoding="utf-8")
    assert against_the_schema(changed).returncode == 1


@each_service
def test_times_are_written_as_compose_reads_them(name):
    times = ("interval", "timeout", "start_period")  # the schema takes any text here
    check = SERVICES[name].get("healthcheck", {})
    given = [check[key] for key in times if key in check]
    given += [value for key, value in SERVICES[name].items() if key == "stop_grace_period"]
    assert all(re.fullmatch(r"(\d+(ms|s|m|h))+", value) for value in given)


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
