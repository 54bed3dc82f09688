"""How the site behaves under test: no outside services, nothing kept, and fast."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["SECRET_KEY"] = "only-for-tests-" * 4  # The developer's own key is no test's business.
os.environ["BASE_URL"] = "http://localhost"

from platformdirs import user_cache_dir

from config.settings.base import *  # noqa: F403 # The environment comes first.
from config.settings.base import DATABASES, STORAGES

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False  # The live server speaks plain HTTP.
CSRF_COOKIE_SECURE = False

# Each process of a parallel run has its own directory; those that a test starts share it.
_own = tempfile.TemporaryDirectory(prefix="portolan-test-")  # Goes away with the process.
VAR_DIR = Path(os.environ.get("TEST_VAR_DIR", _own.name))
MEDIA_ROOT = VAR_DIR / "media"
SEARCH_INDEX_DIR = VAR_DIR / "search-index"
# Compiled once on a host, for all tests of all runs.
LANGUAGE_DICTIONARY_DIR = Path(user_cache_dir("portolan-tests"))
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# The live server finds files by their plain names.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# A task runs at once, in the caller's transaction, and its errors reach the test.
TASKS = {"default": {"BACKEND": "tests.task_backend.RaisingBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # A kept connection would forbid dropping the database.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in real life: threads and processes of a test lock it as they would there.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEMO_CONTENT = False
# The admin's own search has no test; its index would be written at every saving of a page.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
}
