"""The whole system as docker-compose.yml puts it together, started here as plain processes."""

import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from ruamel.yaml import YAML

from tests.services.processes import free_port, listens, start, stop, wait_until

ROOT = Path(__file__).resolve().parents[2]
HOST = "archives.example"


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run a management command to its end; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {arguments[0]}: {done.stderr[-3000:]}")
    return done.stdout


def write_certificate(folder: Path) -> None:
    """A self-signed certificate and its key, under the names of the compose secrets."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate").write_bytes(certificate.public_bytes(pem))
    (folder / "certificate_key").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


@dataclass(frozen=True)
class Proxy:
    """Ports of a running nginx."""

    http: int
    https: int


def start_proxy(started: ExitStack, folder: Path, web_port: int) -> Proxy:
    """nginx with the compose file's own configuration, only addresses and paths replaced."""
    proxy = Proxy(free_port(), free_port())
    compose = YAML(typ="safe").load(ROOT / "docker-compose.yml")
    text = compose["configs"]["proxy"]["content"]
    scratch = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    for written, here in (
        ("$$", "$"),
        ("listen 80;", f"listen 127.0.0.1:{proxy.http};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{proxy.https} ssl;"),
        ("http://web:8000", f"http://127.0.0.1:{web_port}"),
        ("/run/secrets/", f"{folder}/"),
        ("http {", f"pid {folder}/nginx.pid;\nhttp {{\n{scratch}"),
        ("/dev/stdout plain", "off"),
    ):
        if written not in text:
            raise ValueError(f"the proxy's configuration has no {written!r}")
        text = text.replace(written, here)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    write_certificate(folder)
    log = folder / "nginx.log"
    command = ["/usr/sbin/nginx", "-e", "stderr", "-p", str(folder), "-c", "nginx.conf"]
    process = start([*command, "-g", "daemon off;"], log)
    started.callback(stop, process)
    wait_until(lambda: listens(proxy.https), process, log)
    return proxy


def ask(
    port: int, path: str, *, method="GET", body=None, tls=False, **headers: str
) -> tuple[HTTPResponse, str]:
    """One request as the proxy (or, with `tls`, a browser) makes it; returns answer and text."""
    sent = {"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    if tls:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, CERT_NONE
        connection = HTTPSConnection("127.0.0.1", port, timeout=60, context=context)
    else:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        sent.setdefault("X-Forwarded-Proto", "https")
    connection.request(method, path, body=body, headers=sent)
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer, text
