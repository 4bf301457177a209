# Image of the site, its worker and its timer; docker-compose.yml tells them apart by command.
FROM python:3.11-slim-bookworm AS base
ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LANG=C.UTF-8 \
    PATH=/opt/venv/bin:$PATH \
    DATA_DIR=/srv/data \
    STATIC_ROOT=/opt/static \
    FONT_DIR=/opt/fonts
# libharfbuzz-subset0 is only recommended by Debian; without it a letter takes six times as long.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fontconfig libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 postgresql-client \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/site

FROM base AS build
COPY requirements.txt .
RUN python -m venv /opt/venv \
    && pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY . .
RUN apt-get update && DATA_DIR=/tmp/build python manage.py build_fonts
RUN PRODUCTION=1 SECRET_KEY=build AUDIT_KEY=build SEALING_KEY=build ALLOWED_HOSTS=build DATA_DIR=/tmp/build \
    python manage.py collectstatic --no-input --verbosity 0

FROM base
RUN useradd --uid 10001 --user-group --no-create-home site \
    && install -d -o site -g site -m 0750 /srv/data
COPY --from=build /opt /opt
USER site
ENV PRODUCTION=1
VOLUME /srv/data
EXPOSE 8000
CMD ["gunicorn", "archives_enforcement.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--no-control-socket", "--worker-tmp-dir=/dev/shm", "--max-requests=5000", "--max-requests-jitter=500"]
