"""When is a question asked often enough that its text may be kept?

Of a question that was asked on fewer than 3 days and fewer than 5 times nothing is stored but a
keyed hash. The key changes every 30 days, and with it everything that was counted under the old
one goes: nobody can later try out names against a hash. The key lies in the database, but works
only together with the installation's secret, so that a copy of the database alone gives nothing
away.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Q, Sum

from search.models import AskedQuery, CountingKey
from search.phrases import LONGEST_PHRASE, telling
from services.language.analysis import analyse, forms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from search.counting.tally import Asked

DAYS_ENOUGH = 3
TIMES_ENOUGH = 5
KEY_LIFE = timedelta(days=30)


def current_key(*, on: date) -> CountingKey:
    """Return the key in use, locked until the transaction ends: one worker counts at a time."""
    first = {"secret": secrets.token_hex(32), "begun_on": on}
    CountingKey.objects.get_or_create(pk=1, defaults=first)
    key = CountingKey.objects.select_for_update().get(pk=1)
    if key.begun_on <= on - KEY_LIFE:
        AskedQuery.objects.nameless().forget()
        key.secret, key.begun_on = secrets.token_hex(32), on
        key.save(update_fields=["secret", "begun_on"])
    return key


def digest(key: CountingKey, asked: Asked) -> str:
    """Return the keyed hash of a question, 64 hexadecimal digits."""
    secret = f"{settings.SECRET_KEY}{key.secret}".encode()
    return hmac.new(secret, "\0".join(asked).encode(), "sha256").hexdigest()


def name_frequent(texts: Mapping[int, tuple[Asked, str]]) -> int:
    """Give those questions, by primary key, their text that are asked often enough by now.

    The text is that of the question which was asked last: earlier ones are not known any more.
    """
    named = [_named(query, *texts[query.pk]) for query in _frequent(texts.keys())]
    AskedQuery.objects.bulk_update(named, ["digest", "normal_form", "text", "terms"], 500)
    return len(named)


def _frequent(keys: Collection[int]) -> list[AskedQuery]:
    """Days on which a result was chosen but nobody asked, as at midnight, do not count."""
    counted = AskedQuery.objects.nameless().filter(pk__in=keys)
    counted = counted.annotate(
        on_days=Count("days", filter=Q(days__asked__gt=0)), times=Sum("days__asked")
    )
    return list(counted.filter(Q(on_days__gte=DAYS_ENOUGH) | Q(times__gte=TIMES_ENOUGH)))


def _named(query: AskedQuery, asked: Asked, text: str) -> AskedQuery:
    query.digest = ""
    query.normal_form = asked.normal_form
    query.text = text
    query.terms = terms_of(text, asked.language)
    return query


def terms_of(text: str, language: str) -> str:
    """Return the stems of the telling words in order of letters, as questions are clustered."""
    terms = analyse(text, language)
    stems = {_stem(terms[place].forms, language) for place in telling(terms, language)}
    return " ".join(sorted(stems))[:LONGEST_PHRASE]


def _stem(forms: tuple[str, ...], language: str) -> str:
    """Return one stem for words that meet: "boetes" leads to "boete", and that to "boet"."""
    return forms_of(forms[-1], language)[-1]
