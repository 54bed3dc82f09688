"""Crawls the running site as the Commission's crawler would, and reports what that would miss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from wagtail.models import Site

from services.gateway.selfcheck.checking import Report, check
from services.gateway.selfcheck.crawling import MAX_PAGES, MAX_SECONDS, Limits
from services.gateway.selfcheck.fetching import fetch


class Command(BaseCommand):
    help = (
        "Crawl the running site from its front page, following links only, and report every "
        "gateway page that cannot be reached or whose tags are wrong. The exit status is 1 if "
        "anything is reported."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--base-url",
            default=settings.BASE_URL,
            help="Where the site answers, if that is not BASE_URL (%(default)s).",
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="Write the report here, too.")
        parser.add_argument("--max-pages", type=int, default=MAX_PAGES)
        parser.add_argument("--max-seconds", type=float, default=MAX_SECONDS)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = check(
                fetch,
                base_url=_checked(options["base_url"]),
                registered=settings.BASE_URL,
                on=timezone.localdate(),
                limits=Limits(options["max_pages"], options["max_seconds"]),
            )
        except Site.DoesNotExist as error:
            raise CommandError("There is no default site whose pages could be checked.") from error
        if options["json"]:
            _write(options["json"], report)
        for problem in report.problems:
            self.stderr.write(str(problem))
        self.stdout.write(str(report))
        if report.problems:
            raise SystemExit(1)


def _checked(base_url: str) -> str:
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise CommandError(f"“{base_url}” is not the address of a host, such as https://example.eu")
    return base_url.rstrip("/")


def _write(path: Path, report: Report) -> None:
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}") from error
