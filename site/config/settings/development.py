"""How the site behaves on the machine of one who tries it or works on it: without encryption."""

from __future__ import annotations

from config.settings.base import *  # noqa: F403 # This is what a settings module is.
from config.settings.base import ALLOWED_HOSTS, env

# Debugging is asked for: the demo shows the pages for errors that visitors would see.
DEBUG = env.bool("DEBUG", False)

# The address is the server's own; a wildcard has no name, and is reached by any.
HOST = env.str("HOST", "127.0.0.1")
IS_WILDCARD = HOST in {"0.0.0.0", "::"}  # noqa: S104 # Compared, not bound.
NAME = "127.0.0.1" if IS_WILDCARD else HOST
BASE_URL = env.str("BASE_URL", f"http://{NAME}:{env.int('PORT', 8000)}").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
ALLOWED_HOSTS = ["*"] if IS_WILDCARD else [*ALLOWED_HOSTS, "localhost", "127.0.0.1", HOST]

# http://127.0.0.1 has no certificate.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
