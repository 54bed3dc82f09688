"""Every role × every address of the admin that names a page, snippet or translation.

The addresses are read from Django, so that a view that is added tomorrow stands in the table, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from services.models import (
    AuthorityPage,
    CompetentAuthority,
    ContactPoint,
    InformationPage,
    LegalReference,
    PolicyCode,
    ProcedurePage,
    Territory,
)
from tests.rights.admin_addresses import Address, admin_addresses, filled_in
from tests.rights.cast import EVERYBODY, OPEN_TO, title

if TYPE_CHECKING:
    from wagtail_localize.models import Translation

    from tests.rights.cast import World

pytestmark = pytest.mark.django_db

MODELS = {
    "page_a": ProcedurePage,
    "draft_a": ProcedurePage,
    "english_a": InformationPage,
    "page_a_en": ProcedurePage,
    "contact_a": ContactPoint,
    "contact_a_en": ContactPoint,
    "law_a": LegalReference,
    "shared_contact": ContactPoint,
    "authority_a": CompetentAuthority,
    "code": PolicyCode,
    "territory": Territory,
}
ADDRESSES = [address for address in admin_addresses() if not address.is_other]
LIVE = {"page_a", "english_a", "page_a_en"}
# Everybody may link to what everybody can read, and choose what belongs to nobody.
CHOSEN_BY_ALL = {"shared_contact", "authority_a", "code", "territory"}
TRANSLATORS = {"translator_en", "translator_de", "reviewer"}
CHOOSERS = ("wagtailadmin_choose_page_child", "wagtailsnippetchoosers_")
ASKING = ("wagtail_localize:submit_",)


# Where several objects follow the same rule, one of them is tried by everybody.
TRIED_BY = {
    "page_a": ("editor_b", "translator_en"),
    "english_a": ("editor_b", "translator_en"),
    "law_a": ("editor_b", "translator_de"),
    "shared_contact": ("editor_a", "translator_en"),
    "authority_a": ("editor_a", "translator_en"),
    "code": ("editor_a", "translator_en"),
    "territory": ("editor_a", "translator_en"),
}


def is_open(role: str, name: str, address: Address) -> bool:
    if role in OPEN_TO[name]:
        return True
    if address.name.startswith((*CHOOSERS, "wagtail_localize:snippets_api_detail")):
        chosen = name in LIVE if "page" in address.name else name in CHOSEN_BY_ALL
        return role != "anonymous" and (chosen or (role == "editor_a" and name == "contact_a_en"))
    # A translator asks for the translation of what is live.
    return address.name.startswith(ASKING) and role in TRANSLATORS and name != "draft_a"


ROWS = [
    pytest.param(role, name, address, id=f"{role}-{name}-{address}-{len(address.parts)}")
    for name, model in MODELS.items()
    for address in ADDRESSES
    if address.is_of(model)
    for role in TRIED_BY.get(name, EVERYBODY)
    if not is_open(role, name, address)
]


def denies(response: Any, url: str, name: str) -> bool:
    """Refused, or sent home or to the door, and not a word of what is there.

    What is not found is looked for once more below the reader's language, where nothing is either.
    """
    if title(name) in response.content.decode(errors="replace"):
        return False
    away = {reverse("wagtailadmin_home"), reverse("wagtailadmin_login"), f"/nl{url}"}
    sent_away = response.status_code == 302 and response.url.split("?")[0] in away
    return sent_away or response.status_code in {403, 404, 405}


@pytest.mark.parametrize(("role", "name", "address"), ROWS)
def test_nobody_passes_to_what_is_anothers(
    world: World, role: str, name: str, address: Address
) -> None:
    url = reverse(address.name, kwargs=filled_in(address, world[name], world))

    looking = world.request(role, "get", url)
    doing = world.request(role, "post", url)

    assert denies(looking, url, name), (looking.status_code, getattr(looking, "url", ""))
    assert denies(doing, url, name), (doing.status_code, getattr(doing, "url", ""))


OWN = [
    ("editor_a", "page_a", "edit"),
    ("editor_a", "page_a", "history"),
    ("editor_a", "page_a", "usage"),
    ("editor_a", "page_a", "copy"),
    ("editor_a", "page_a", "move"),
    ("editor_a", "page_a", "delete"),
    ("editor_a", "page_a", "view_draft"),
    ("editor_a", "page_a", "preview_on_edit"),
    ("editor_a", "page_a", "revisions_view"),
    ("editor_a", "page_a", "revisions_compare"),
    ("editor_a", "page_a", "workflow_history"),
    ("editor_a", "page_a", "workflow_history_detail"),
    ("editor_a", "page_a", "set_privacy"),
    ("editor_b", "page_b", "unpublish"),
    ("editor_a", "english_a", "edit"),
    ("editor_a", "place_a", "edit"),
    ("editor_a", "place_a_en", "add_subpage"),
    ("editor_a", "contact_a", "edit"),
    ("editor_a", "contact_a", "history"),
    ("editor_a", "contact_a", "usage"),
    ("editor_a", "contact_a", "delete"),
    ("editor_a", "contact_a", "preview_on_edit"),
    ("editor_a", "contact_a", "revisions_compare"),
    ("editor_a", "law_a", "edit"),
    ("administrator", "page_a", "edit"),
    ("administrator", "shared_contact", "edit"),
    ("administrator", "authority_a", "edit"),
    ("administrator", "code", "edit"),
    ("administrator", "territory", "edit"),
    ("translator_en", "page_a_en", "history"),
    ("translator_en", "page_a_en", "view_draft"),
    ("translator_en", "contact_a_en", "history"),
    ("reviewer", "page_a_en", "history"),
]


def space_of(obj: Any) -> str:
    if isinstance(obj, Page):
        return "wagtailadmin_pages"
    return obj.snippet_viewset.get_admin_url_namespace()


@pytest.mark.parametrize(("role", "name", "view"), OWN)
def test_everybody_opens_what_is_their_own(world: World, role: str, name: str, view: str) -> None:
    wanted = f"{space_of(world[name])}:{view}"
    address = next(address for address in ADDRESSES if address.name == wanted)

    response = world.request(
        role, "get", reverse(wanted, kwargs=filled_in(address, world[name], world))
    )

    assert response.status_code == 200


TRANSLATION_ADDRESSES = [address for address in ADDRESSES if address.is_of_translations]


def translation_parts(address: Address, translation: Translation) -> dict[str, Any]:
    strings = translation.source.stringsegment_set.first()
    values = {
        "translation_id": translation.pk,
        "translation_source_id": translation.source_id,
        "uuid": translation.uuid,
        "string_segment_id": strings.pk if strings else 1,
        "overridable_segment_id": 1,
        "mode": "",
    }
    return {part: values[part] for part in address.parts}


@pytest.mark.parametrize("name", ["translation", "contact_translation"])
@pytest.mark.parametrize("role", ["anonymous", "editor_a", "editor_b", "translator_de"])
@pytest.mark.parametrize(
    "address", [row for row in TRANSLATION_ADDRESSES if "mode" not in row.parts], ids=str
)
def test_nobody_passes_to_another_languages_translation(
    world: World, address: Address, role: str, name: str
) -> None:
    url = reverse(address.name, kwargs=translation_parts(address, world[name]))

    looking = world.request(role, "get", url)
    doing = world.request(role, "post", url)

    assert denies(looking, url, "contact_a"), (looking.status_code, getattr(looking, "url", ""))
    assert denies(doing, url, "contact_a"), (doing.status_code, getattr(doing, "url", ""))


@pytest.mark.parametrize("name", ["translation", "contact_translation"])
@pytest.mark.parametrize("role", ["translator_en", "reviewer", "administrator"])
def test_translators_open_the_translations_of_their_language(
    world: World, role: str, name: str
) -> None:
    url = reverse("translation:edit", args=[world[name].uuid])

    assert world.request(role, "get", url).status_code == 200


def test_every_address_stands_in_a_table() -> None:
    models = {*MODELS.values(), AuthorityPage}
    unknown = [
        str(address)
        for address in ADDRESSES
        if not address.is_of_translations
        and not any(address.is_of(model) for model in models)
        and address.name not in {"wagtail_bulk_action", "translation:review"}
        and address.name != "wagtail_localize:snippets_api_listing"
    ]

    assert unknown == []
