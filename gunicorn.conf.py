"""How the web server runs: read by gunicorn from the directory it is started in."""

from __future__ import annotations

import os

from gunicorn.http import message

pythonpath = "site"
wsgi_app = "config.wsgi"
host = os.environ.get("HOST", "127.0.0.1")
host = f"[{host}]" if ":" in host else host  # IPv6: its colons are not the port's.
bind = f"{host}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
preload_app = True  # Loaded once, shared by all processes: half the start, half the memory.
timeout = 60
graceful_timeout = 10
max_requests = 2_000  # A leak, if there is one, stays small …
max_requests_jitter = 200  # … and the processes do not start anew all at once.
loglevel = "warning"
# A search for 5,000 words stands in one address, each letter in up to six characters. gunicorn
# knows only its own bound or none at all, and without one a request could fill the memory.
limit_request_line = message.MAX_REQUEST_LINE = 512 * 1024
# Nobody steers a running server by a socket; two installations would quarrel over it.
control_socket_disable = True
