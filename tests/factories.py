"""A site with its trees, and services that are valid and realistic unless a test says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db.models import Model
from wagtail.models import Locale, Page, ReferenceIndex, Site
from wagtail.signal_handlers import reference_index_auto_update_disabled as disabled

from home.models import HomePage
from services.models import (
    AssistancePage,
    AuthorityPage,
    CompetentAuthority,
    ContactPoint,
    Deadline,
    Evidence,
    Fee,
    IdentificationMeans,
    InformationPage,
    LegalReference,
    LifeEventPage,
    ProcedurePage,
    ServiceContact,
    ServiceLegalReference,
    ServicePage,
    ServiceTopic,
    Step,
    TopicPage,
)
from services.translation.operations import record_import

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.models.publication import PublishedContent

LANGUAGES = ("nl", "en", "de")
Maker = TypeVar("Maker", bound="Callable[..., Any]")


def indexed_once(make: Maker) -> Maker:
    """Bring what is made into the index of references when it is made, not at each saving."""

    @wraps(make)
    def made(*args: Any, **kwargs: Any) -> Any:
        if getattr(disabled, "value", False):
            return make(*args, **kwargs)
        disabled.value = True
        try:
            obj = make(*args, **kwargs)
        finally:
            disabled.value = False
        if isinstance(obj, Model):
            ReferenceIndex.create_or_update_for_object(obj)
        return obj

    return cast("Maker", made)


def publish(obj: PublishedContent) -> Any:
    """Publish a source as an editor would, and give back what is live."""
    if obj.pk is None:
        obj.save()
    obj.save_revision().publish()
    return type(obj).objects.get(pk=obj.pk)


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


@dataclass
class SiteTree:
    """The site with one front page a language; the Dutch one is the source of the others."""

    site: Site
    homes: dict[str, HomePage] = field(default_factory=dict)

    @property
    def home(self) -> HomePage:
        return self.homes["nl"]


@indexed_once
def site_tree(languages: tuple[str, ...] = LANGUAGES) -> SiteTree:
    """The default site on the Dutch front page; the other languages' front pages are live."""
    root = tree_root()
    Page.objects.filter(depth=2).delete()
    root.refresh_from_db()
    home = root.add_child(
        instance=HomePage(title="Overheidswijzer", slug="home", locale=locale("nl"))
    )
    HomePage.objects.filter(pk=home.pk).update(live=True, has_unpublished_changes=False)
    home.refresh_from_db()
    site = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Portolan"},
    )[0]
    tree = SiteTree(site, {"nl": home})
    for code in languages:
        if code != "nl":
            tree.homes[code] = _translated_home(root, home, code)
    return tree


def tree_root() -> Page:
    return Page.objects.get(depth=1)


def _translated_home(root: Page, home: HomePage, code: str) -> HomePage:
    copy = HomePage(
        title=home.title,
        slug=f"home-{code}",
        locale=locale(code),
        source_locale=home.locale,
        translation_key=home.translation_key,
    )
    root.add_child(instance=copy)
    HomePage.objects.filter(pk=copy.pk).update(live=True, has_unpublished_changes=False)
    return HomePage.objects.get(pk=copy.pk)


@indexed_once
def competent_authority(name: str = "Gemeente Lindewoude", **values: Any) -> CompetentAuthority:
    return publish(CompetentAuthority(name=name, locale=locale("nl"), **values))


@indexed_once
def authority_page(home: HomePage, name: str = "Gemeente Lindewoude", **values: Any) -> Any:
    values.setdefault("authority", competent_authority(name))
    page = AuthorityPage(title=name, summary="Uw gemeente.", **values)
    return publish(home.add_child(instance=page))


@indexed_once
def topic_page(home: HomePage, title: str = "Wonen en verhuizen", **values: Any) -> TopicPage:
    return publish(home.add_child(instance=TopicPage(title=title, **values)))


@indexed_once
def life_event_page(home: HomePage, title: str = "Verhuizen", **values: Any) -> LifeEventPage:
    return publish(home.add_child(instance=LifeEventPage(title=title, **values)))


@indexed_once
def contact_point(name: str = "Publieksbalie", **values: Any) -> ContactPoint:
    values = {"telephone": "+31 20 555 01 23", "languages": ["nl", "en"], **values}
    return publish(ContactPoint(name=name, locale=locale("nl"), **values))


@indexed_once
def legal_reference(title: str = "Wet basisregistratie personen", **values: Any) -> LegalReference:
    values = {"url": "https://wetten.overheid.nl/BWBR0033715", **values}
    return publish(LegalReference(title=title, locale=locale("nl"), **values))


def procedure_draft(**values: Any) -> ProcedurePage:
    """A procedure that states every element of Article 10(1), not saved yet."""
    rows = {
        "steps": [
            Step(title="Log in bij uw gemeente", text="<p>Gebruik uw eigen inlogmiddel.</p>"),
            Step(title="Vul uw nieuwe adres in", text="<p>Noem ook wie met u meegaat.</p>"),
        ],
        "identification": [IdentificationMeans(name="DigiD", eidas=False)],
        "evidence": [Evidence(name="Huurcontract", formats=["copy", "digital"])],
        "fees": [Fee(label="Volwassenen", amount=Decimal("17.50"))],
        "periods": [
            Deadline(label="Uiterste moment", party="user", length=5, unit="day"),
            Deadline(label="Beslissing", party="authority", kind="average", length=2, unit="week"),
        ],
    }
    words = {
        "title": "Verhuizing doorgeven",
        "slug": "verhuizing-doorgeven",
        "summary": "Geef uw nieuwe adres door aan de gemeente.",
        "keywords": "verhuizen, adreswijziging",
        "payment": "<p>Betaal met iDEAL of creditcard.</p>",
        "redress": "<p>Maak bezwaar binnen zes weken.</p>",
        "silence": "<p>Zonder antwoord is er nog niet beslist.</p>",
        "additional_languages": ["en"],
        "start_url": "https://lindewoude.example/verhuizen",
        "start_label": "Verhuizing doorgeven",
        "contacts_not_applicable": "De gemeente helpt u aan de balie.",
    }
    return _with_rows(ProcedurePage(live=False), {**words, **rows, **values})


def information_draft(**values: Any) -> InformationPage:
    """An information page that states every element of Article 9(1), not saved yet."""
    words = {
        "title": "Stemmen als EU-burger",
        "slug": "stemmen",
        "summary": "Wanneer u hier mag stemmen.",
        "situation": "<p>Voor burgers van een ander EU-land.</p>",
        "body": "<h2>Gemeenteraad</h2><p>U mag stemmen voor de gemeenteraad.</p>"
        "<p>U hoeft zich niet te registreren.</p>",
        "legal_references_not_applicable": "De regels staan op deze pagina.",
        "contacts_not_applicable": "Vragen zijn er zelden.",
    }
    return _with_rows(InformationPage(live=False), {**words, **values})


def assistance_draft(**values: Any) -> AssistancePage:
    """An assistance page that states every element of Article 11(1), not saved yet."""
    words = {
        "title": "Ondernemersloket",
        "slug": "ondernemersloket",
        "summary": "Hulp bij ondernemen.",
        "for_citizens": False,
        "for_businesses": True,
        "assistance_type": "<p>Advies.</p>",
        "purpose": "<p>U vindt de juiste regels.</p>",
        "expected_results": "<p>Een antwoord op uw vraag.</p>",
        "fees_not_applicable": "Het loket rekent niets.",
        "periods_not_applicable": "Het antwoord hangt van de vraag af.",
        "additional_languages": ["en"],
        "contacts_not_applicable": "Gebruik het formulier hierboven.",
    }
    return _with_rows(AssistancePage(live=False), {**words, **values})


@indexed_once
def service(parent: AuthorityPage, draft: ServicePage | None = None, **values: Any) -> Any:
    """A published service below an authority's page (a procedure unless a draft is given)."""
    page = draft if draft is not None else procedure_draft(**values)
    parent.refresh_from_db()
    return publish(parent.add_child(instance=page))


@indexed_once
def translation(source: PublishedContent, code: str = "en", **words: Any) -> Any:
    """A published translation of a published source, as an import would leave it."""
    target = source.copy_for_translation(locale(code))
    target.live, target.live_revision, target.latest_revision = False, None, None
    for name, text in words.items():
        setattr(target, name, text)
    target.save()
    revision = target.save_revision()
    record_import(target, revision, words_changed_on=source.words_changed_on)
    revision.publish()
    return type(target).objects.get(pk=target.pk)


def _with_rows(page: Any, values: dict[str, Any]) -> Any:
    related = {
        "contacts": lambda obj: ServiceContact(contact=obj),
        "legal_references": lambda obj: ServiceLegalReference(reference=obj),
        "topics": lambda obj: ServiceTopic(topic=obj),
    }
    for name, value in values.items():
        wrap = related.get(name)
        setattr(page, name, [wrap(obj) for obj in value] if wrap else value)
    return page
