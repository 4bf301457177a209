"""All settings, read from the environment (README names them)."""

from pathlib import Path

from archives_enforcement import environment, headers

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(environment.text("DATA_DIR", str(BASE_DIR / "var" / "serve"))).resolve()
PRODUCTION = environment.flag("PRODUCTION")
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
HTTPS = environment.flag("HTTPS", default=PRODUCTION)

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret("SECRET_KEY", DATA_DIR / "secrets", required=PRODUCTION)
AUDIT_KEY = environment.secret("AUDIT_KEY", DATA_DIR / "secrets", required=PRODUCTION)
SEALING_KEY = environment.secret("SEALING_KEY", DATA_DIR / "secrets", required=PRODUCTION)
SEALING_KEYS_BEFORE = environment.words("SEALING_KEYS_BEFORE")  # open what they once sealed
BACKUP_KEY = environment.text("BACKUP_KEY")  # needed by the commands backup and restore alone
BACKUP_KEYS_BEFORE = environment.words("BACKUP_KEYS_BEFORE")  # open what they once sealed
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
# standard, or dengbao3: what GB/T 22239-2019 asks of 第三级; each setting below may say otherwise.
STRICT = environment.choice("PROFILE", "standard", "dengbao3") == "dengbao3"
SECOND_FACTOR = environment.flag("SECOND_FACTOR", default=STRICT)
THREE_ADMINISTRATORS = environment.flag("THREE_ADMINISTRATORS", default=STRICT)
PASSWORD_MIXED = environment.flag("PASSWORD_MIXED", default=STRICT)
PASSWORD_HISTORY = environment.number(
    "PASSWORD_HISTORY", 5 if STRICT else 0, least=0
)  # how many of the last are not taken again; 0: any
PASSWORD_LENGTH = environment.number("PASSWORD_LENGTH", 12)
PASSWORD_DAYS = environment.number("PASSWORD_DAYS", 90 if STRICT else 0, least=0)  # 0: for ever
PUBLIC_URL = environment.text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "archives_enforcement.accounts",  # before auth, whose createsuperuser it replaces
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "archives_enforcement.audit",
    "archives_enforcement.jobs",
    "archives_enforcement.files",
    "archives_enforcement.legislation",
    "archives_enforcement.workdays",
    "archives_enforcement.notifications",
    "archives_enforcement.documents",
    "archives_enforcement.archiving",
    "archives_enforcement.upkeep",
    "units",
    "inspections",
    "penalties",
    "supervision",
    "publicity",
    "reports",
]
MIDDLEWARE = [
    "archives_enforcement.headers.ClientAddress",
    "archives_enforcement.logs.RequestNumber",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "archives_enforcement.headers.SecurityHeaders",
    "archives_enforcement.headers.OneEncoding",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "archives_enforcement.rate_limit.OpenPageLimit",
    "archives_enforcement.reading.ReadOnce",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "archives_enforcement.accounts.sessions.SessionLimits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "archives_enforcement.accounts.gates.SignInGates",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "archives_enforcement.files.arrival.RememberSender",
    "axes.middleware.AxesMiddleware",
    "archives_enforcement.accounts.sent_forms.SentOnce",
]
ROOT_URLCONF = "archives_enforcement.urls"
WSGI_APPLICATION = "archives_enforcement.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "archives_enforcement.notifications.context.unread",
            ],
            "libraries": {
                "ui": "archives_enforcement.templatetags.ui",
                "icons": "archives_enforcement.templatetags.icons",
            },
            "builtins": [
                "archives_enforcement.templatetags.ui",
                "archives_enforcement.templatetags.assets",
                "archives_enforcement.templatetags.icons",
                "archives_enforcement.templatetags.seen",
            ],
        },
    }
]
FORM_RENDERER = "archives_enforcement.forms.widgets.Renderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {
    "default": environment.database(
        environment.text("DATABASE_URL"), default_path=DATA_DIR / "db.sqlite3"
    )
}
POSTGRES_PROGRAMS = environment.text("POSTGRES_PROGRAMS", "/usr/bin")  # pg_dump, pg_restore, psql
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = Path(environment.text("MEDIA_ROOT", str(DATA_DIR / "media")))
FONT_DIR = Path(environment.text("FONT_DIR", str(BASE_DIR / "var" / "fonts")))

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "archives_enforcement.accounts.backends.RoleBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "archives_enforcement.accounts.passwords.LongEnough",
        "OPTIONS": {"min_length": PASSWORD_LENGTH},
    },
    {"NAME": "archives_enforcement.accounts.passwords.Mixed"},
    {"NAME": "archives_enforcement.accounts.passwords.NotOneOfTheLast"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
LOCALE_PATHS = [BASE_DIR / "archives_enforcement" / "locale"]  # what Django itself lacks
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(environment.text("STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_ADD_HEADERS_FUNCTION = headers.of_static_file
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "archives_enforcement.static_files.HashedFiles"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

SESSION_IDLE_MINUTES = environment.number("SESSION_IDLE_MINUTES", 30)
SESSION_HOURS = environment.number("SESSION_HOURS", 12)  # at the latest, however busy
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz|metrics)$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
OFFLINE_DAYS = environment.number(
    "OFFLINE_DAYS", 3
)  # how long a device keeps a visit it took along
RECORDING_LIMIT_MB = environment.number("RECORDING_LIMIT_MB", 90)  # the proxy takes 100 MB a time

# What one address may ask of pages open without sign-in: by namespace, "" is for all others.
# Ten papers a minute: a code or file sent counts, the blank form before it does not.
REQUESTS_PER_MINUTE = {
    "verification": 10, "joining": 10, "entry": 10, "officer": 20, "tips": 10, "": 300,
}  # fmt: skip
RATINGS_SHOWN_FROM = max(3, environment.number("RATINGS_SHOWN_FROM", 5))  # of a quarter; practice
TIPS_PER_HOUR = environment.number("TIPS_PER_HOUR", 30)  # taken from one address
TIPS_PER_MINUTE = environment.number("TIPS_PER_MINUTE", 300)  # from all addresses together

REDIS_URL = environment.text("REDIS_URL")
CACHES = {"default": environment.cache(REDIS_URL, DATA_DIR / "cache")}
CELERY_BROKER_URL = REDIS_URL or None
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 240, 300
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900, "unacked_restore_throttle": 1}
CELERY_TASK_IGNORE_RESULT = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its lines take the form of LOGGING
CELERY_BEAT_SCHEDULE = {
    "sweep-jobs": {"task": "archives_enforcement.jobs.tasks.sweep", "schedule": 30.0},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "celerybeat-schedule")

# Mail only carries links of invitations; without a server nothing is sent, and pages say so.
EMAIL_HOST = environment.text("EMAIL_HOST")
EMAIL_PORT = environment.number("EMAIL_PORT", 465)
EMAIL_USE_SSL = environment.flag("EMAIL_USE_SSL", default=True)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
MESSAGE_CHANNEL = environment.text("MESSAGE_CHANNEL")  # class that reminds people outside
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", EMAIL_HOST_USER)
EMAIL_TIMEOUT = 10

# What the monitor asks (/metrics) is told to these addresses alone.
METRICS_ADDRESSES = environment.words("METRICS_ADDRESSES", "127.0.0.1,::1")
DISK_LEAST_MB = environment.number("DISK_LEAST_MB", 1024)

LOG_FORMAT = "json" if PRODUCTION else "line"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "archives_enforcement.logs.JsonLines"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING")},
}
