"""Environment to settings. Nothing else in the program reads the environment.

README lists every variable read here with its default; agreements/checks.py refuses
values that are unsafe to serve with.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from dj_database_url import DBConfig

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
DATABASE_FORM = "postgresql://user:password@host/name, in a password %40 for @ and %2F for /"
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]


def _env_bool(name: str) -> bool:
    value = os.environ.get(name, "0").lower()
    if value not in {"0", "1", "false", "true", ""}:
        raise SystemExit(f"{name}={value!r} is neither true nor false; write {name}=1 or {name}=0")
    return value in {"1", "true"}


def _env_list(name: str, default: list[str]) -> list[str]:
    value = os.environ.get(name, "")
    return [item.strip() for item in value.split(",") if item.strip()] or default


def _env_count(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not (value.isascii() and value.isdecimal()):
        raise SystemExit(f"{name}={value!r} is not a number; write {name}={default}")
    return int(value)


def _env_rate(name: str, default: str) -> tuple[int, int] | None:
    """How many requests in how many seconds, None for any number."""
    value = os.environ.get(name) or default
    if value == "off":
        return None
    most, _, period = value.partition("/")
    seconds = {"s": 1, "min": 60, "h": 3600, "day": 86_400}.get(period)
    if seconds is None or not (most.isascii() and most.isdecimal() and int(most)):
        raise SystemExit(
            f"{name}={value!r} is no rate; write {name}={default}, with s, min, h or day, or off"
        )
    return int(most), seconds


def _secret_key() -> str:
    """SECRET_KEY, or one made at the first start and kept where only its owner reads it."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    path = VAR_DIR / "secret-key"
    VAR_DIR.mkdir(exist_ok=True)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()


def _server(name: str, url: str) -> DBConfig:
    if not url.startswith(("postgresql://", "postgres://")):
        raise SystemExit(f"{name} names no PostgreSQL server; write {DATABASE_FORM}")
    try:
        server = dj_database_url.parse(url)
    except ValueError:
        # The value holds a password and is therefore not repeated.
        raise SystemExit(f"{name} cannot be read; write {DATABASE_FORM}") from None
    return {**server, **_KEPT, "OPTIONS": {**_PREPARING, **server.get("OPTIONS", {})}}


# For psycopg's own cursors; those of Django bind on this side and prepare nothing.
_PREPARING = {"prepare_threshold": 0}
_KEPT: DBConfig = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
_IMPATIENT = {"connect_timeout": 2, "tcp_user_timeout": 5_000}


def _replicas() -> dict[str, DBConfig]:
    """The replicas in DATABASE_REPLICA_URLS; one that does not answer at once is left out."""
    urls = _env_list("DATABASE_REPLICA_URLS", [])
    found = {}
    for number, url in enumerate(urls, 1):
        server = _server("DATABASE_REPLICA_URLS", url)
        server["OPTIONS"] = {**_IMPATIENT, **server.get("OPTIONS", {})}
        server["TEST"] = {"MIRROR": "default"}
        found[f"replica{number}"] = server
    return found


def _database() -> DBConfig:
    """The server in DATABASE_URL, or the embedded one."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "agreements.embedded",
            "NAME": "agreements",
            "OPTIONS": _PREPARING,
            **_KEPT,
        }
    return _server("DATABASE_URL", url)


DEBUG = _env_bool("DEBUG")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _env_list("ALLOWED_HOSTS", LOOPBACK)
PORT = os.environ.get("PORT", "8000")
SITE_NAME = os.environ.get("SITE_NAME", "Agreements Catalogue")

# A language model that reads documents instead of the rules; off unless both are set.
EXTRACTOR_URL = os.environ.get("EXTRACTOR_URL", "")
EXTRACTOR_MODEL = os.environ.get("EXTRACTOR_MODEL", "")
EXTRACTOR_KEY = os.environ.get("EXTRACTOR_KEY", "")
EXTRACTOR_REQUESTS = _env_count("EXTRACTOR_REQUESTS", 1000)

# A site that only this machine can reach has no certificate; any other is served over HTTPS.
SERVED_TO_OTHERS = not set(ALLOWED_HOSTS) <= set(LOOPBACK)

# What one client may ask of the API, and how many proxies stand before the site.
API_RATE = _env_rate("API_RATE", "600/min")
PROXIES = _env_count("PROXIES", int(SERVED_TO_OTHERS))

INSTALLED_APPS = [
    "procrastinate.contrib.django",  # first, since others register their tasks with it
    "agreements.apps.AgreementsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "corsheaders",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "agreements.web.page_cache.page_cache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "agreements.web.security_policy.content_security_policy",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "agreements.urls"
WSGI_APPLICATION = "agreements.wsgi.application"

# Readers' pages are Jinja2's, which makes a long page in a fraction of the time that Django's own
# template language takes; the admin knows that one alone.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "agreements.web.environment.environment",
            "context_processors": ["agreements.web.context.site"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

_REPLICAS = _replicas()
REPLICAS = list(_REPLICAS)
DATABASES = {"default": _database(), **_REPLICAS}
if REPLICAS:
    DATABASE_ROUTERS = ["agreements.replicas.Router"]
    MIDDLEWARE.append("agreements.web.reading.ReadFromReplicas")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SERVED_TO_OTHERS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SERVED_TO_OTHERS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SERVED_TO_OTHERS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SERVED_TO_OTHERS else None
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # an agreement of many sources has hundreds of citations
SILENCED_SYSTEM_CHECKS = (
    [] if SERVED_TO_OTHERS else ["security.W004", "security.W008", "security.W012", "security.W016"]
)

PROCRASTINATE_IMPORT_PATHS = ["agreements.importing.queueing"]
PROCRASTINATE_WORKER_DEFAULTS: dict[str, Any] = {
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": 15.0,
    "delete_jobs": "successful",  # what came of a document stands in the catalogue
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],  # what the API shows, anybody may see
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_PAGINATION_CLASS": "agreements.api.pagination.KeysetPagination",
    "DEFAULT_THROTTLE_CLASSES": ["agreements.api.throttling.ClientThrottle"],
    "DEFAULT_SCHEMA_CLASS": "agreements.api.schema.ReadOnlySchema",
    "EXCEPTION_HANDLER": "agreements.api.problems.problem",
    "NUM_PROXIES": PROXIES,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME}: API",
    "DESCRIPTION": "Everything that the pages show, with the same filters, for programs. "
    "Read-only, without a key.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "POSTPROCESSING_HOOKS": [],
}
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After"]

PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")  # a reader needs no session

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
