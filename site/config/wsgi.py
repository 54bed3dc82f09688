"""What a web server calls: the site as a WSGI application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from config.catalogues import compile_catalogues

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

compile_catalogues()
application = get_wsgi_application()
