"""Files and previews of translations, and stock's addresses that stay closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from services.models import InformationPage
from services.translation.addresses import editor_url
from services.translation.views.exchange import LARGEST_FILE
from tests import factories
from tests.translation.steps import address_of, ask, hand_in_now, translate

if TYPE_CHECKING:
    from django.test import Client

    from tests.translation.conftest import Place


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\x00\x01\xff", b"not a po file", b'msgid "a"\nmsgstr "b"\n', b"\xff" * 99],
    ids=["none", "empty", "binary", "text", "of nothing", "encoding"],
)
def test_a_file_that_does_not_belong_here_gives_a_message(
    desk: Client, asked: Translation, content: bytes | None
) -> None:
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])
    data = {} if content is None else {"file": SimpleUploadedFile("a.po", content)}

    answer = desk.post(url, data)

    assert address_of(answer) == editor_url(asked)
    assert not StringTranslation.objects.exists()


def test_the_file_of_another_page_gives_a_message(
    desk: Client, place: Place, asked: Translation
) -> None:
    other = str(translate(ask(place.contact)).export_po()).encode()
    before = StringTranslation.objects.count()
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])

    desk.post(url, {"file": SimpleUploadedFile("a.po", other)})

    assert StringTranslation.objects.count() == before


def test_a_file_that_is_too_large_gives_a_message(desk: Client, asked: Translation) -> None:
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])
    file = SimpleUploadedFile("a.po", b"#" * (LARGEST_FILE + 1))

    assert address_of(desk.post(url, {"file": file})) == editor_url(asked)


def test_a_file_comes_back_translated(desk: Client, asked: Translation, translator: Any) -> None:
    download = reverse("wagtail_localize:download_pofile", args=[asked.pk])
    content = desk.get(download).content.decode()
    filled = content.replace(
        '"Stemmen als EU-burger"\nmsgstr ""', '"Stemmen als EU-burger"\nmsgstr "Voting"'
    )
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])

    desk.post(url, {"file": SimpleUploadedFile("a.po", filled.encode())})

    row = StringTranslation.objects.get()
    assert (row.data, row.last_translated_by) == ("Voting", translator)


def test_what_a_file_calls_fuzzy_is_not_taken_over(desk: Client, asked: Translation) -> None:
    po = asked.export_po()
    po[0].msgstr = "Voting?"
    po[0].flags.append("fuzzy")
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])

    desk.post(url, {"file": SimpleUploadedFile("a.po", str(po).encode())})

    assert not StringTranslation.objects.exists()


def test_a_file_with_a_faulty_text_is_taken_over_with_a_warning(
    desk: Client, asked: Translation
) -> None:
    po = asked.export_po()
    po[0].msgstr = "<script>Voting</script>"
    url = reverse("wagtail_localize:upload_pofile", args=[asked.pk])

    answer = desk.post(url, {"file": SimpleUploadedFile("a.po", str(po).encode())}, follow=True)

    [message] = answer.context["messages"]
    assert "1 bevat een fout" in message.message


@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("stop_translation", "translation"),
        ("convert_to_alias", "page"),
        ("update_translations", "source"),
        ("machine_translate", "translation"),
    ],
)
def test_what_would_bypass_the_review_is_refused_with_a_message(
    client: Client, superuser: Any, place: Place, name: str, argument: str
) -> None:
    target = factories.translation(place.page, title="Voting")
    asked = ask(place.page)
    keys = {"translation": asked.pk, "page": target.pk, "source": asked.source_id}
    client.force_login(superuser)

    answer = client.post(
        reverse(f"wagtail_localize:{name}", args=[keys[argument]]),
        {"publish_translations": "on"},
        follow=True,
    )

    assert len(list(answer.context["messages"])) == 1
    fresh = InformationPage.objects.get(pk=target.pk)
    assert (fresh.title, fresh.alias_of, Translation.objects.get().enabled) == (
        "Voting",
        None,
        True,
    )


def test_the_preview_shows_what_is_translated_so_far(
    desk: Client, place: Place, translated: Translation, translator: Any
) -> None:
    hand_in_now(translated, translator)

    answer = desk.get(reverse("wagtail_localize:preview_translation", args=[translated.pk]))

    assert answer.status_code == 200
