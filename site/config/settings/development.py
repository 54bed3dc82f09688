"""How the site behaves on the machine of one who tries it or works on it: without encryption."""

from __future__ import annotations

from config.address import WILDCARDS, name_in_address
from config.settings.base import *  # noqa: F403 # This is what a settings module is.
from config.settings.base import ALLOWED_HOSTS, env

# Debugging is asked for: the demo shows the pages for errors that visitors would see.
DEBUG = env.bool("DEBUG", False)

# The address is the server's own.
HOST = env.str("HOST", "127.0.0.1")
NAME = name_in_address(HOST)
BASE_URL = env.str("BASE_URL", f"http://{NAME}:{env.int('PORT', 8000)}").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
ALLOWED_HOSTS = ["*"] if HOST in WILDCARDS else [*ALLOWED_HOSTS, "localhost", "127.0.0.1", NAME]

# http://127.0.0.1 has no certificate.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
