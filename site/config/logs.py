"""What is written to the log, and by whom?"""

from __future__ import annotations

from typing import Any


def logs_from(level: str) -> dict[str, Any]:
    """Return the setting `LOGGING`: all that is at least of this level, one line each."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Every task that begins and ends, and every search, would be a line of its own.
        "loggers": {
            "django_tasks": {"level": "WARNING"},
            "django_tasks_db": {"level": "ERROR"},
            "elastic_transport": {"level": "WARNING"},
        },
    }
