"""How is the Elasticsearch server reached, and which of its answers can be relied on?

Nothing is tried twice: whoever searches has another engine to fall back on, and whoever writes has
the outbox, which waits.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from elastic_transport import TransportError
from elastic_transport.client_utils import DEFAULT
from elasticsearch import ApiError, Elasticsearch, NotFoundError
from elasticsearch.serializer import OrjsonSerializer

from search.engines import EngineFailedError, NoIndexError
from search.engines.elasticsearch_node import TimedNode

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSIONS = (8, 9)  # The latter by the client's compatibility mode.
SECONDS_FOR_A_SEARCH = 1.0
SECONDS_FOR_A_LEASE = 5.0
SECONDS_FOR_WRITING = 30.0


def connect(
    url: str, *, api_key: str = "", ca_file: str = "", seconds: float | None = None
) -> Elasticsearch:
    """Return a client; it connects when it is first used, and waits a second for an answer."""
    return Elasticsearch(
        url,
        node_class=TimedNode,
        serializer=OrjsonSerializer(),
        api_key=api_key or None,
        ca_certs=ca_file or DEFAULT,
        request_timeout=seconds or SECONDS_FOR_A_SEARCH,
        max_retries=0,
        retry_on_timeout=False,
    )


def insist_on_version(client: Elasticsearch) -> None:
    """Raise `EngineFailedError` where the server is of a version that the client cannot serve."""
    with reliably():
        number = str(client.info()["version"]["number"])
        if int(number.partition(".")[0]) not in VERSIONS:
            raise EngineFailedError(f"Elasticsearch {number} is not supported.")


@contextmanager
def reliably() -> Iterator[None]:
    """Turn all that can be wrong with a server and its answers into our two errors."""
    try:
        yield
    except (NoIndexError, EngineFailedError):
        raise
    except ApiError as error:
        failed = NoIndexError if isinstance(error, NotFoundError) else EngineFailedError
        raise failed(_told(error)) from error
    except (TransportError, LookupError, TypeError, AttributeError, ValueError) as error:
        # The last four: something answered that is no Elasticsearch, or not as we know it.
        raise EngineFailedError(repr(error)) from error


def _told(error: ApiError) -> str:
    """Return what a server says in one line; the `repr` of it has all headers of the answer."""
    try:
        return " ".join(str(error).split())
    except Exception:  # The client looks for a reason, which can be anything.
        return f"{type(error).__name__}({error.status_code}, {error.message!r})"
