"""All settings in one place; the environment decides."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from ledstjarna.plumbing import modern_sqlite

modern_sqlite.install()
# One thread for linear algebra: the same answer to the bit everywhere, and two processes do not stall.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

PACKAGE = Path(__file__).resolve().parent.parent


def flag(name: str, default: bool = False) -> bool:
    """A yes or no from the environment."""
    return os.environ.get(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list from the environment."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def home() -> Path:
    """The folder for the database, the key and uploads: `LEDSTJARNA_HOME`, else `var` here."""
    path = Path(os.environ.get("LEDSTJARNA_HOME", "var")).resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def kept_secret(path: Path) -> str:
    """The key of this installation, made at the first start and readable by its owner alone."""
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def database(url: str, folder: Path, longest: int = 0) -> dict[str, object]:
    """Django's database setting from `DATABASE_URL`; SQLite in `folder` where it is empty.

    A statement may take at most `longest` seconds; 0 is without limit.
    """
    if not url:
        return {
            "ENGINE": "ledstjarna.plumbing.sqlite",
            "NAME": str(folder / "ledstjarna.sqlite3"),
            "CONN_MAX_AGE": None,
            "OPTIONS": {"longest": longest},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL must begin with postgresql://, not {parts.scheme}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 0, "max_size": 8},
            "options": f"-c statement_timeout={longest * 1000}",
        },
    }


HOME = home()
DEBUG = False
DEMO = flag("LEDSTJARNA_DEMO")
HTTPS = flag("LEDSTJARNA_HTTPS", default=not DEMO)
SECRET_KEY = os.environ.get("LEDSTJARNA_SECRET_KEY") or kept_secret(HOME / "secret.key")
ALLOWED_HOSTS = words("LEDSTJARNA_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = words("LEDSTJARNA_ORIGINS")
BALLOT_THRESHOLD = max(5, int(os.environ.get("LEDSTJARNA_THRESHOLD", "7")))

ROOMS = [
    "vision", "principles", "missions", "experiments", "obstacles", "accelerator", "horizon", "atlas",
]  # fmt: skip
# Called with the moment every other second by the worker.
TICKS = ["ledstjarna.thread.clock.tick"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "ledstjarna.plumbing",
    "ledstjarna.thread",
    "ledstjarna.web",
    "ledstjarna.people",
    *(f"ledstjarna.rooms.{room}" for room in ROOMS),
    "ledstjarna.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ledstjarna.web.middleware.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ledstjarna.people.middleware.viewer",
    "ledstjarna.web.middleware.weighed",
    "ledstjarna.web.middleware.kind_errors",
]

ROOT_URLCONF = "ledstjarna.site.urls"
WSGI_APPLICATION = "ledstjarna.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "ledstjarna.people.context.frame",
            ],
            "builtins": [
                "ledstjarna.web.templatetags.parts",
                "django.templatetags.i18n",
                "django.templatetags.l10n",
            ],
        },
    }
]

# The web server gives its processes a limit; what runs behind the pages has none (T18).
STATEMENT_SECONDS = int(os.environ.get("LEDSTJARNA_STATEMENT_SECONDS", "0"))
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), HOME, STATEMENT_SECONDS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "house_cache"},
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["ledstjarna.people.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
# Behind the proxy every address is its own; it tells whose request it passes on, and nobody else may.
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = "X-Real-IP" if HTTPS else None
ACCOUNT_ADAPTER = "ledstjarna.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/5m/ip,10/5m/key",
    "vote": "60/m/ip",
    "ballot": "20/h/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
EMAIL_BACKEND = os.environ.get("LEDSTJARNA_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_IDLE = 30 * 60
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "ledstjarna.web.errors.forged"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_TEMP_DIR = None
UPLOAD_LIMIT = 50_000_000

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = USE_TZ = USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("LEDSTJARNA_STATIC", HOME / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "media"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LEDSTJARNA_LOG", "WARNING")},
}
