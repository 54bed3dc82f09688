"""The demo: a fictitious administration with its services, and people who log in to try it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import ReferenceIndex

from services.interchange.importing import ImportReport, import_file
from services.models import AuthorityPage, ContactPoint
from services.rights.operations import ensure_groups

if TYPE_CHECKING:
    from collections.abc import Callable

DEMO = Path(__file__).parent / "demo.jsonl"
PASSWORD = "portolan-demo"  # noqa: S105  # Printed by `make run`; the demo is for trying out.
EDITORS_AUTHORITY = "Gemeente Lindewoude"


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody who logs in; ``team`` is the title of an authority's page."""

    username: str
    first_name: str
    groups: tuple[str, ...] = ()
    team: str = ""
    is_superuser: bool = False


DEMO_USERS = (
    DemoUser("editor", "Eva", team=EDITORS_AUTHORITY),
    DemoUser("translator-en", "Thomas", groups=("Translators en",)),
    DemoUser("translator-de", "Tilda", groups=("Translators de",)),
    DemoUser("reviewer", "Rosa", groups=("Translators en", "Translators de")),
    DemoUser("administrator", "Anna", is_superuser=True),
)


def load_demo(progress: Callable[[int, int], None] | None = None) -> ImportReport:
    """Import the demo's content and make its users; a second run changes nothing."""
    report = import_file(DEMO, progress=progress)
    ensure_groups()
    _hand_contacts_over()
    with transaction.atomic():  # The last step, all at once: until then the site is not in use.
        for user in DEMO_USERS:
            _ensure_user(user)
    return report


def is_in_use() -> bool:
    """Whether somebody can log in: then what is not there has been deleted, or was not wanted."""
    return get_user_model()._default_manager.exists()


def _hand_contacts_over() -> None:
    """Each authority's team owns the contact points of its page, in every language."""
    for page in AuthorityPage.objects.filter(team__isnull=False).select_related("team"):
        keys = page.contacts.values_list("contact__translation_key", flat=True)
        for contact in ContactPoint.objects.filter(translation_key__in=keys, team__isnull=True):
            contact.team = page.team
            ContactPoint.objects.filter(pk=contact.pk).update(team=page.team)
            ReferenceIndex.create_or_update_for_object(contact)


def _ensure_user(demo: DemoUser) -> None:
    model: Any = get_user_model()
    if model.objects.filter(username=demo.username).exists():
        return
    user = model.objects.create_user(
        demo.username,
        email=f"{demo.username}@portolan.example",
        password=PASSWORD,
        first_name=demo.first_name,
        is_staff=True,
        is_superuser=demo.is_superuser,
    )
    user.groups.set(Group.objects.filter(name__in=demo.groups))
    if demo.team:
        page = AuthorityPage.objects.get(title=demo.team, team__isnull=False)
        user.groups.add(page.team)
