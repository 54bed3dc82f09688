"""How the site behaves wherever it runs; safe for production as it stands.

The environment is read here and nowhere else; README.md lists every variable.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from config.catalogues import LOCALE_DIRS
from config.language_names import named_languages
from config.logs import logs_from

BASE_DIR = Path(__file__).resolve().parents[3]
SITE_DIR = BASE_DIR / "site"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")  # A variable that is already set wins over the file.

# What a run writes (index, uploads, collected static files, cache) lies under one directory.
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))

# Security

SECRET_KEY = env.str("SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "The environment variable SECRET_KEY is missing. `make run` writes one into .env; "
        "elsewhere set it to at least 50 random characters."
    )

DEBUG = False
BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # Load balancers ask without encryption.
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("HSTS_SUBDOMAINS", True)
SECURE_REFERRER_POLICY = "same-origin"
if env.bool("BEHIND_PROXY", False):
    # Only where a proxy of ours overwrites the header: otherwise a visitor could forge it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin reads the token with JavaScript.
X_FRAME_OPTIONS = "DENY"  # Browsers since 2015 obey frame-ancestors below instead.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # The design system draws its icons as data.
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],  # The admin shows previews of pages in a frame.
    }
}

# Applications

INSTALLED_APPS = [
    "config.tasks",
    "home",
    "search",
    "services.gateway",
    "services.feed",
    "services.feedback",
    "services.translation",
    "services.quality",
    "services",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.embeds",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.head.HeadMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.csp.ContentSecurityPolicyMiddleware",
    "services.rights.doorkeeper.Doorkeeper",
    "services.lifecycle.middleware.RefusalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.installation",
                "home.context.frame",
            ],
        },
    },
]

# Data

DATABASES = {"default": env.db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for the writer; a writer takes its lock at once, so none fails halfway.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        "PRAGMA cache_size=-65536;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Files, not memory: what one process forgets, every process on the machine forgets.
CACHES = {"default": env.cache_url("CACHE_URL", f"filecache://{VAR_DIR / 'cache'}")}

TASKS = {"default": {"BACKEND": "config.tasks.backend.QueueBackend"}}
TASK_MAX_ATTEMPTS = 5
TASK_TIME_LIMIT = 600  # Seconds; TASK_TIME_LIMITS names the tasks that may take longer.
TASK_TIME_LIMITS: dict[str, int] = {"config.tasks.beat.run_command rebuild_index": 3_600}
TASK_RETRY_DELAY = 5  # Seconds before the second attempt; doubled for each that follows.
TASK_HEARTBEAT = 5.0  # Seconds between two signs of life of a worker …
TASK_DEAD_AFTER = 40  # … and without one until its task goes to another.
# Management commands that the worker runs by itself, and how many seconds lie between two runs.
# What a lost task leaves behind in the outbox is indexed within a minute.
TASK_SCHEDULE = {"publish_scheduled": 60, "drain_outbox": 60, "fold_search_events": 40}
TASK_SCHEDULE["prune_db_task_results"] = 86_400
# What each worker does for its own machine; an index built anew learns the words that came.
TASK_EVERYWHERE: dict[str, float] = {"drain_outbox --engine=embedded": 2, "fetch_words": 60}
TASK_EVERYWHERE["rebuild_index --engine=embedded --if-older=24"] = 600

globals().update(env.email_url("EMAIL_URL", "consolemail://"))  # EMAIL_BACKEND, EMAIL_HOST …
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", f"portolan@{urlsplit(BASE_URL).hostname}")

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}  # type: ignore[assignment]  # Mixed.

# Languages: the first is the one that most pages are written in.

LANGUAGES = named_languages(env.list("LANGUAGES", default=["nl", "en", "de"]))
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LANGUAGE_CODE = env.str("LANGUAGE_CODE", LANGUAGES[0][0])
LOCALE_PATHS = LOCALE_DIRS
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "Europe/Amsterdam")

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A service page with all its rows has thousands of fields.

# Wagtail

WAGTAIL_SITE_NAME = "Portolan"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # Else untranslated text goes live.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True  # Else deleting a translation empties the memory.
# Exactly what was reviewed goes live; Wagtail itself publishes the latest revision.
WAGTAIL_FINISH_WORKFLOW_ACTION = "services.translation.workflow.publish_reviewed_revision"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
# The admin asks no other server for anything.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# Portolan

SITE_COUNTRY = env.str("SITE_COUNTRY", "NL")
SITE_THEME = env.str("SITE_THEME", "dist/theme-default.css")
SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", str(VAR_DIR / "search-index")))
SEARCH_POSTCODES_FILE = env.str("SEARCH_POSTCODES_FILE", "")
SEARCH_URL = env.str("SEARCH_URL", "")  # Without it the index beside the database serves alone.
TASK_SCHEDULE |= {"rebuild_index": 86_400} if SEARCH_URL else {}
SEARCH_API_KEY = env.str("SEARCH_API_KEY", "")
SEARCH_CA_FILE = env.str("SEARCH_CA_FILE", "")
SEARCH_INDEX_PREFIX = env.str("SEARCH_INDEX_PREFIX", "portolan")
LANGUAGE_DICTIONARY_DIR: Path | None = None  # Else a folder of the search index.
DEMO_CONTENT = env.bool("DEMO_CONTENT", False)

LOGGING = logs_from(env.str("LOG_LEVEL", "INFO"))
