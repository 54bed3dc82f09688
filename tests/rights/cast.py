"""Two teams, two languages, and what they made: the world in which rights are tested."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from services.rights.operations import ensure_groups
from tests import factories
from tests.translation.steps import ask

if TYPE_CHECKING:
    from collections.abc import Callable

EVERYBODY = (
    "anonymous",
    "editor_a",
    "editor_b",
    "translator_en",
    "translator_de",
    "reviewer",
    "administrator",
    "superuser",
)
TEAM_A = frozenset({"editor_a", "administrator", "superuser"})
ENGLISH = frozenset({"translator_en", "reviewer", "administrator", "superuser"})
ADMINISTRATORS = frozenset({"administrator", "superuser"})
# Who may open what. Each object bears its name here as a title, so that a leak is found.
OPEN_TO = {
    "page_a": TEAM_A,
    "draft_a": TEAM_A,
    "english_a": TEAM_A,
    "page_a_en": ENGLISH,
    "contact_a": TEAM_A,
    "contact_a_en": ENGLISH,
    "law_a": TEAM_A,
    "shared_contact": ADMINISTRATORS,
    "authority_a": ADMINISTRATORS,
    "code": ADMINISTRATORS,
    "territory": ADMINISTRATORS,
}
PAGES = ("page_a", "draft_a", "english_a", "page_a_en")
SNIPPETS = tuple(name for name in OPEN_TO if name not in PAGES)


@dataclass
class World:
    """Objects and people by their names."""

    objects: dict[str, Any] = field(default_factory=dict)
    users: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.objects[name]

    def request(self, role: str, method: str, url: str, **kwargs: Any) -> Any:
        """What the admin answers; what the request changed is undone."""
        return self.doing(getattr(self.clients[role], method), url, **kwargs)

    def doing(self, ask: Callable[..., Any], url: str, **kwargs: Any) -> Any:
        """What an asking by hand answers; what it changed is undone."""
        with transaction.atomic():
            response = ask(url, **kwargs)
            getattr(response, "render", lambda: None)()
            transaction.set_rollback(True)
        return response


def title(name: str) -> str:
    return f"Titel-{name}-geheim"


def build_world() -> World:
    tree = factories.site_tree()
    ensure_groups()
    world = World()
    _build_places(world, tree)
    _build_pages(world)
    _build_snippets(world)
    _build_people(world)
    _start_workflows(world)
    return world


def _build_places(world: World, tree: factories.SiteTree) -> None:
    world.objects["home"] = tree.home
    for team in ("a", "b"):
        page = factories.authority_page(tree.home, f"Gemeente {team.upper()}")
        page_en = factories.translation(page, title=f"Municipality {team.upper()}")
        world.objects.update({f"place_{team}": page, f"place_{team}_en": page_en})


def _build_pages(world: World) -> None:
    place = world["place_a"]
    page = factories.service(place, title=title("page_a"), slug="page-a")
    world.objects["translation"] = ask(page, "en")
    world.objects["page_a_en"] = factories.translation(page, title=title("page_a_en"))
    page.summary = "Nog niet klaar."
    page.save_revision()
    world.objects["page_a"] = page
    draft = factories.procedure_draft(title=title("draft_a"), slug="draft-a")
    place.refresh_from_db()
    world.objects["draft_a"] = place.add_child(instance=draft)
    draft.save_revision()
    english = factories.information_draft(
        title=title("english_a"), slug="english-a", locale=factories.locale("en")
    )
    world.objects["english_a"] = factories.service(world["place_a_en"], english)
    own = factories.information_draft(title="Eigen dienst van B", slug="eigen-b")
    world.objects["page_b"] = factories.service(world["place_b"], own)


def _build_snippets(world: World) -> None:
    team = world["place_a"].team
    contact = factories.contact_point(title("contact_a"), team=team)
    world.objects["contact_a"] = contact
    world.objects["contact_translation"] = ask(contact, "en")
    world.objects["contact_a_en"] = factories.translation(contact, name=title("contact_a_en"))
    world.objects["law_a"] = factories.legal_reference(title("law_a"), team=team)
    world.objects["shared_contact"] = factories.contact_point(title("shared_contact"))
    world.objects["authority_a"] = factories.competent_authority(title("authority_a"))
    world.objects["code"] = factories_code()
    world.objects["territory"] = factories_territory()


def factories_code() -> Any:
    from services.models import PolicyCode

    return PolicyCode.objects.create(identifier="X1", annex="I", title_en=title("code"))


def factories_territory() -> Any:
    from services.models import Territory

    return Territory.objects.create(country="NL", kind="lau", code="X1", name=title("territory"))


def _build_people(world: World) -> None:
    groups = {
        "editor_a": [world["place_a"].team.name],
        "editor_b": [world["place_b"].team.name],
        "translator_en": ["Translators en"],
        "translator_de": ["Translators de"],
        "reviewer": ["Translators en", "Translators de"],
        "administrator": ["Administrators"],
        "superuser": [],
    }
    for role, names in groups.items():
        user = get_user_model().objects.create_user(
            role, f"{role}@example.org", "password", is_superuser=role == "superuser"
        )
        user.groups.set(Group.objects.filter(name__in=names))
        world.users[role] = user
        world.clients[role] = Client()
        world.clients[role].force_login(user)
    world.users["anonymous"] = AnonymousUser()
    world.clients["anonymous"] = Client()


def _start_workflows(world: World) -> None:
    """Each object waits for an approval, so that the addresses of workflows lead somewhere."""
    task = GroupApprovalTask.objects.create(name="Controle")
    task.groups.set(Group.objects.filter(name="Administrators"))
    workflow = Workflow.objects.create(name="Controle")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    world.objects["task"] = task
    for name in ("page_a", "draft_a", "english_a", "contact_a", "law_a", "authority_a"):
        obj = world[name]
        obj.latest_revision or obj.save_revision()
        workflow.start(type(obj).objects.get(pk=obj.pk), world.users["superuser"])


def content_type_names(obj: Any) -> tuple[str, str]:
    found = ContentType.objects.get_for_model(type(obj))
    return found.app_label, found.model
