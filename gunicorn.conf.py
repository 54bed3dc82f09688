"""How the web server runs: read by gunicorn from the directory it is started in."""

from __future__ import annotations

import os

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
# Nobody steers a running server by a socket; two installations would quarrel over it.
control_socket_disable = True
