"""Django's settings, derived from the node's environment and nothing else."""

from __future__ import annotations

from csp.constants import NONE, SELF

from comity.config.database import connection_settings
from comity.config.env import read
from comity.kernel.languages import LANGUAGES as NINE

ENV = read()
DEMONSTRATION_CAST = "comity.config.cast"

SECRET_KEY = ENV.secret("session_key")
DEBUG = False
ALLOWED_HOSTS = list(ENV.allowed_hosts)
ROOT_URLCONF = "comity.config.urls"
WSGI_APPLICATION = "comity.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [(language.code, language.own_name) for language in NINE]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [ENV.frontend / "locale"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    "csp",
    "axes",
    "pgtrigger",
    "procrastinate.contrib.django",
    "comity.ledger",
    "comity.atlas",
    "comity.people",
    "comity.documents",
    "comity.routes",
    "comity.casework",
    "comity.upkeep",
    "comity.stateofplay",
    "comity.programme",
    "comity.web",
    "comity.config.apps.ConfigConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "comity.web.speaking.Speaking",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "comity.web.refusals.Refusals",
    "comity.web.reading.Reading",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "comity.web.frame.context",
            ],
        },
    },
]

DATABASES = {"default": connection_settings(ENV)}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["comity.people.adapters.argon.PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "comity.web.pages.signin.locked"
AXES_USERNAME_CALLABLE = "comity.people.adapters.attempts.counted_name"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the ledger has it

PROCRASTINATE_IMPORT_PATHS = [
    "comity.ledger.actions.deliver",
    "comity.people.actions.forget_answers",
    "comity.programme.actions.importing.check_upload",
    "comity.programme.actions.importing.erase_uploads",
    "comity.programme.actions.importing.import_upload",
    "comity.programme.actions.reporting.erase_reports",
    "comity.programme.actions.reporting.make_report",
    "comity.casework.actions.advance_tally",
    "comity.casework.actions.raise_reminders",
    "comity.programme.actions.erase_people",
    "comity.upkeep.actions.erase_senders",
    "comity.upkeep.actions.raise_reminders",
    "comity.programme.actions.compute_actuals",
]
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}

STATIC_URL = "/static/"
STATIC_ROOT = ENV.home / "static"
STATICFILES_DIRS = [ENV.frontend / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENV.https
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SECURE = ENV.https
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = ENV.https
SECURE_HSTS_SECONDS = 31_536_000 if ENV.https else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},  # Django's own would send mail, and say nothing here
        "django.request": {"level": "ERROR"},  # pages that are not there, or not for this reader, are no news
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},  # told to whoever sent it
        "django.security.TooManyFieldsSent": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},  # who failed to sign in is in the database, not in a log
    },
}
