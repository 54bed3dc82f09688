"""How the site behaves in public: what must be named by whoever installs it."""

from __future__ import annotations

from urllib.parse import urlsplit

from config.settings.base import *  # noqa: F403 # This is what a settings module is.
from config.settings.base import env

# A default would put another site's address into mails, tags and canonical links.
BASE_URL = env.str("BASE_URL").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname])
