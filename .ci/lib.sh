# Sourced by the scripts beside it. Messages are for the people who run `make`, so they are Chinese.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8 PYTHONUNBUFFERED=1
unset PYTHONDONTWRITEBYTECODE # compiled once, not anew by each of the many processes
PYTHON_ENV=.venv/bin/python

say() { printf '· %s\n' "$*"; }

die() {
    printf '错误：%s\n' "$*" >&2
    exit 1
}

# quietly <log name> <what to say on failure> <command…>: output goes to var/log, its end is shown on failure.
quietly() {
    local log=var/log/$1.log failure=$2
    shift 2
    mkdir -p var/log
    if ! "$@" >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        die "${failure}（全部输出见 ${log}）"
    fi
}

# port_free <port>: whether nothing listens on 127.0.0.1:<port>.
port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The settings a production site would have, with throw-away secrets, for checks that start no server.
production_environment() {
    export PRODUCTION=1 DEBUG=0 DATA_DIR=$1 ALLOWED_HOSTS=archives.example
    export PUBLIC_URL=https://archives.example
    export DATABASE_URL=postgres://app@127.0.0.1:5432/app REDIS_URL=redis://127.0.0.1:6379/0
    SECRET_KEY=$("$PYTHON_ENV" -c 'import secrets; print(secrets.token_urlsafe(64))')
    AUDIT_KEY=$("$PYTHON_ENV" -c 'import secrets; print(secrets.token_urlsafe(64))')
    SEALING_KEY=$("$PYTHON_ENV" -c 'import secrets; print(secrets.token_urlsafe(64))')
    export SECRET_KEY AUDIT_KEY SEALING_KEY
}
