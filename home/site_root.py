"""Which front page does the site start from?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

from home.models import HomePage

if TYPE_CHECKING:
    from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}


def take_as_root(home: HomePage) -> None:
    """Let the site start from the first front page instead of Wagtail's page of welcome.

    A site that starts from a front page already stays as it is.
    """
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site and issubclass(site.root_page.specific_class or object, HomePage):
        return
    address = urlsplit(settings.BASE_URL)
    site = site or Site(is_default_site=True)
    site.root_page_id = home.pk
    site.hostname, site.port = address.hostname or "localhost", _port(address)
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()


def _port(address: SplitResult) -> int:
    return address.port or PORTS.get(address.scheme, 80)
