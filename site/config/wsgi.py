"""What a web server calls: the site as a WSGI application."""

from __future__ import annotations

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.catalogues import compile_catalogues

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

compile_catalogues()
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)

# All that is loaded by now stays, and the server's processes share it: who looks for garbage among
# it finds none, and has to read, and to mark, some hundred thousand objects each time.
gc.collect()
gc.freeze()
