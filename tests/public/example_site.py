"""A small site with every type of page in three languages, for looking at it in a browser."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from home.models import StandardPage, TopTask
from services.models import (
    AuthorityPageContact,
    Channel,
    Deadline,
    Evidence,
    Fee,
    IdentificationMeans,
    LifeEventStep,
    LifeEventTopic,
    RelatedPage,
    Step,
)
from tests import factories

if TYPE_CHECKING:
    from services.models.publication import PublishedContent

TRANSLATED = ("en", "de")
LANGUAGES = ("nl", *TRANSLATED)


def build() -> dict[str, Any]:
    """Publish the site; the sources of its pages by type."""
    tree = factories.site_tree()
    topic = _everywhere(factories.topic_page(tree.home, summary="Adres, huur en inschrijving."))
    authority = _authority(tree)
    procedure = _procedure(authority, topic)
    information = _everywhere(
        factories.service(authority, factories.information_draft(topics=[topic]))
    )
    assistance = _everywhere(factories.service(authority, factories.assistance_draft()))
    event = _life_event(tree, topic, procedure)
    standard = _standard(tree)
    procedure.related_pages = [RelatedPage(related=information)]
    procedure.summary = "Geef uw nieuwe adres op tijd door aan de gemeente waar u gaat wonen."
    home: Any = tree.home
    home.top_tasks = [TopTask(target=procedure), TopTask(target=assistance)]
    factories.publish(procedure)  # Its translations are stale from now on, and say so.
    factories.publish(tree.home)
    dutch_only = factories.service(authority, slug="alleen-nederlands", title="Parkeervergunning")
    return {
        "home": tree.home,
        "procedure": procedure,
        "information": information,
        "assistance": assistance,
        "authority": authority,
        "topic": topic,
        "life_event": event,
        "standard": standard,
        "dutch_only": dutch_only,
    }


def _everywhere(source: PublishedContent) -> Any:
    for code in TRANSLATED:
        factories.translation(source, code)
    return source


def _authority(tree: factories.SiteTree) -> Any:
    page = factories.authority_page(tree.home)
    _everywhere(page.authority)
    page.authority.homepage = "https://lindewoude.example/"
    factories.publish(page.authority)
    contact = factories.contact_point(
        description="Burgerzaken. De gemeente waar u gaat wonen, beslist over uw aangifte.",
        opening_hours="Maandag tot en met vrijdag: 9.00–17.00 uur\nDonderdag tot 20.00 uur",
        address="Marktplein 1\n1234 AB Lindewoude",
        email="balie@lindewoude.example",
        form_url="https://lindewoude.example/vraag",
    )
    page.contacts = [AuthorityPageContact(contact=contact)]
    return _everywhere(factories.publish(page))


def _procedure(authority: Any, topic: Any) -> Any:
    page = factories.service(
        authority,
        summary="Geef uw nieuwe adres door aan de gemeente waar u gaat wonen.",
        who_can_apply="<p>U geeft uw verhuizing door als u:</p><ul><li>binnen Nederland verhuist;"
        "</li><li>vanuit het buitenland in Nederland komt wonen.</li></ul>",
        result="<p>Een bevestiging van uw nieuwe adres.</p>",
        topics=[topic],
        contacts=[row.contact for row in authority.contacts.all()],
        contacts_not_applicable="",
        legal_references=[factories.legal_reference()],
        steps=_steps(),
        channels=_channels(),
        evidence=_evidence(),
        identification=[
            IdentificationMeans(name="DigiD", assurance="substantial", eidas=True),
            IdentificationMeans(name="Handtekening", purpose="signature", note="Alleen per post."),
        ],
        fees=[
            Fee(label="Verhuizing doorgeven", amount=Decimal(0)),
            Fee(label="Uittreksel", amount=Decimal("17.85"), condition="Alleen als u erom vraagt."),
        ],
        periods=[
            Deadline(label="Vroegste moment", party="user", length=4, unit="week"),
            Deadline(label="Uiterste moment", party="user", length=5, unit="day"),
            Deadline(label="Beslissing", party="authority", length=5, unit="working_day"),
        ],
        is_gateway_page=True,
    )
    return _everywhere(page)


def _steps() -> list[Step]:
    return [
        Step(
            title="Log in bij uw nieuwe gemeente",
            text="<p>Gebruik DigiD. Kunt u niet inloggen? Maak dan een afspraak.</p>",
        ),
        Step(
            title="Laat uw documenten zien",
            text="<p>Dit hoeft alleen als de gemeente erom vraagt.</p>",
            in_person=True,
            in_person_reason="De ambtenaar vergelijkt u met de foto.",
        ),
    ]


def _channels() -> list[Channel]:
    return [
        Channel(kind="online", label="Formulier", url="https://lindewoude.example/formulier"),
        Channel(
            kind="counter", label="Balie", address="Marktplein 1", opening_hours="9.00–17.00 uur"
        ),
        Channel(kind="telephone", label="Bel ons", telephone="+31 20 555 01 23"),
    ]


def _evidence() -> list[Evidence]:
    return [
        Evidence(name="Geldig identiteitsbewijs", formats=["original"]),
        Evidence(
            name="Huurcontract",
            description="Uw naam en het adres staan erop.",
            condition="Alleen als de gemeente erom vraagt.",
            formats=["copy", "digital"],
            once_only=True,
        ),
    ]


def _life_event(tree: factories.SiteTree, topic: Any, procedure: Any) -> Any:
    event = factories.life_event_page(
        tree.home,
        summary="Alles wat u moet regelen.",
        steps=[
            LifeEventStep(title="Zoek een huis", url="https://huis.example/"),
            LifeEventStep(title="Geef uw adres door", target=procedure),
        ],
        topics=[LifeEventTopic(topic=topic)],
    )
    return _everywhere(event)


def _standard(tree: factories.SiteTree) -> Any:
    page = StandardPage(
        title="Toegankelijkheidsverklaring",
        role="accessibility",
        body="<h2>Status</h2><p>Deze website voldoet gedeeltelijk.</p>",
    )
    contact = StandardPage(title="Contact", role="contact", body="<p>Schrijf ons.</p>")
    _everywhere(factories.publish(tree.home.add_child(instance=contact)))
    return _everywhere(factories.publish(tree.home.add_child(instance=page)))
