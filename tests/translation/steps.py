"""The steps that tests of translation take: people, asking, translating, handing in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation

from services.translation.handing_in import hand_in, version_token
from services.translation.outstanding import pieces_of
from services.translation.requesting import request_translations
from services.translation.reviewing import approve
from tests import factories

if TYPE_CHECKING:
    from services.translation.models import TranslationVersion


def person(name: str, *groups: str, superuser: bool = False) -> Any:
    """Somebody with access to the admin, in groups that are made at need."""
    user = get_user_model().objects.create_user(
        name, f"{name}@example.org", "password", is_superuser=superuser
    )
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    user.user_permissions.add(access)
    user.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
    return user


def may(group: str, page: Any, *names: str) -> None:
    """Give a group rights on a page and all below it."""
    members = Group.objects.get_or_create(name=group)[0]
    for name in names:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{name}_page"
        )
        GroupPagePermission.objects.create(group=members, page=page, permission=permission)


def ask(source: Any, code: str = "en") -> Translation:
    return request_translations(source, [factories.locale(code)])[0]


def translate(translation: Translation, by: Any = None, prefix: str = "EN ") -> Translation:
    """Translate every text that is not translated yet, marking it so that it is recognised."""
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": prefix + segment.string.data,
                "last_translated_by": by,
                "translation_type": "manual",
            },
        )
    return translation


def set_text(translation: Translation, path: str, text: str, by: Any = None) -> StringTranslation:
    """Translate the first text of one place."""
    segment = translation.source.stringsegment_set.filter(context__path=path).order_by("order")[0]
    return StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={
            "data": text,
            "last_translated_by": by,
            "translation_type": "manual",
            "has_error": False,
        },
    )[0]


def hand_in_now(translation: Translation, by: Any) -> TranslationVersion:
    fresh = Translation.objects.get(pk=translation.pk)
    return hand_in(fresh, user=by, token=version_token(fresh))


def approved(source: Any, writer: Any, reviewer: Any, code: str = "en") -> Any:
    """The live translation of a source, asked for, translated, handed in and approved."""
    translation = translate(ask(source, code), by=writer)
    approve(hand_in_now(translation, writer), user=reviewer)
    return translation.get_target_instance()


def republish(obj: Any, **values: Any) -> Any:
    """Change what is live of a source."""
    fresh = type(obj).objects.get(pk=obj.pk)
    for name, value in values.items():
        setattr(fresh, name, value)
    return factories.publish(fresh)


def content_of(version: TranslationVersion) -> Any:
    """The page or snippet as it was handed in."""
    assert version.revision
    return version.revision.as_object()


def target_of(version: TranslationVersion) -> Any:
    """The page or snippet as it is stored now."""
    obj = content_of(version)
    return type(obj).objects.get(pk=obj.pk)


def texts(translation: Translation) -> list[str]:
    return [piece.source for piece in pieces_of(translation)]


def address_of(answer: Any) -> str:
    """Where an answer leads."""
    return answer.url
