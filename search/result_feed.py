"""How do programs follow the results of a search?

As a feed of Atom 1.0 (RFC 4287) with the same results, filters and order as the page. An entry is
the page with its identifier for life; it is updated when its words or facts changed or its owner
confirmed them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from search.highlighting import snippet
from search.result_page import address, feed_address, heading
from services.presentation.addresses import absolute

if TYPE_CHECKING:
    from search.answering import Found
    from search.documents import Document
    from search.query import Question

# Atom demands a date: that of a page which never was confirmed nor changed.
NEVER = date(1970, 1, 1)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_feed(found: Found) -> str:
    """Return the feed of an answer as XML."""
    answer = found.answer
    question, here = answer.question, absolute(reverse("search:results"))
    page = here + address(question.text, answer.selection, answer.page)
    feed = DatedFeed(
        title=_text(heading(answer) if question.words else gettext("Search")),
        link=page,
        feed_url=here + feed_address(answer),
        feed_guid=page,
        description=None,
        language=question.language,
        author_name=settings.WAGTAIL_SITE_NAME,
    )
    for document in (*answer.pinned, *(hit.document for hit in answer.hits)):
        _add(feed, document, question)
    return feed.writeString("utf-8")


class DatedFeed(Atom1Feed):
    """A feed without entries was never updated, so that asking again gives the same."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_moment(NEVER))


def _add(feed: DatedFeed, document: Document, question: Question) -> None:
    feed.add_item(
        title=_text(document.title),
        link=absolute(document.url),
        description=_text(snippet(document, question)),
        unique_id=f"urn:uuid:{document.id}",
        updateddate=_moment(document.updated_on or document.confirmed_on or NEVER),
        author_name=_text(document.authority) or None,
    )


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _text(text: str) -> str:
    """Leave out the few characters that no XML may hold."""
    return _NOT_IN_XML.sub("", text)
