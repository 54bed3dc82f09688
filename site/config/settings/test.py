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
# The live server speaks plain HTTP.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
# Each process of a parallel run has its own directory; those that a test starts share it.
_own = tempfile.TemporaryDirectory(prefix="portolan-test-")  # Goes away with the process.
VAR_DIR = Path(os.environ.get("TEST_VAR_DIR", _own.name))
MEDIA_ROOT = VAR_DIR / "media"
SEARCH_INDEX_DIR = VAR_DIR / "search-index"
SEARCH_URL = ""  # Tests of the server name it, and a prefix of their own.
LANGUAGE_DICTIONARY_DIR = Path(user_cache_dir("portolan-tests"))  # For all runs on this host.
(STATIC_ROOT := VAR_DIR / "static").mkdir(exist_ok=True)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# A task runs at once, in the caller's transaction, and its errors reach the test.
TASKS = {"default": {"BACKEND": "tests.task_backend.RaisingBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # A kept connection would forbid dropping the database.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # A file, locked as in real life.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEMO_CONTENT = False
# The admin's own search has no test; its index would be written at every saving of a page.
_admin_search = {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
WAGTAILSEARCH_BACKENDS = {"default": _admin_search}
