"""How the site behaves under measurement: as in production, on a database of its own."""

from __future__ import annotations

from config.settings.base import *  # noqa: F403 # The environment comes first.
from config.settings.base import DATABASES, STORAGES, VAR_DIR

(VAR_DIR / "static").mkdir(exist_ok=True)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "bench.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # A kept connection would forbid dropping the database.

ALLOWED_HOSTS = ["localhost"]
SECURE_SSL_REDIRECT = False
# Static files are read where they are: how they are named makes no difference to their size.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
DEMO_CONTENT = True
