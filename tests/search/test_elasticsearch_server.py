"""What a server says that refuses is passed on, and nothing else of its answer."""

from __future__ import annotations

import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from elasticsearch import ApiError, AuthenticationException, NotFoundError

from search.engines import EngineFailedError, NoIndexError
from search.engines.elasticsearch_server import reliably

REASON = "unable to authenticate user [portolan]"
NODE = NodeConfig("http", "localhost", 9200)
META = ApiResponseMeta(401, "1.1", HttpHeaders({"WWW-Authenticate": "Basic"}), 0.1, NODE)


def test_a_refusal_is_told_in_one_line() -> None:
    body = {"error": {"root_cause": [{"reason": REASON}]}}

    with pytest.raises(EngineFailedError) as raised, reliably():
        raise AuthenticationException("security_exception", META, body)

    assert str(raised.value) == f"AuthenticationException(401, 'security_exception', '{REASON}')"


@pytest.mark.parametrize("error", [ApiError, NotFoundError])
@pytest.mark.parametrize(
    "cause", [None, [], ["none"], [None], [{"reason": [1], "resource.id": ["a", "b"]}], 1]
)
def test_a_refusal_whose_reason_makes_no_sense_is_one_as_well(
    error: type[ApiError], cause: object
) -> None:
    with pytest.raises((EngineFailedError, NoIndexError)) as raised, reliably():
        raise error("refused", META, {"error": {"root_cause": cause, "caused_by": None}})

    assert "refused" in str(raised.value)
