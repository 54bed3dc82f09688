"""What a server says that refuses is passed on, and nothing else of its answer."""

from __future__ import annotations

import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from elasticsearch import AuthenticationException

from search.engines import EngineFailedError
from search.engines.elasticsearch_server import reliably

REASON = "unable to authenticate user [portolan]"


def test_a_refusal_is_told_in_one_line() -> None:
    node = NodeConfig("http", "localhost", 9200)
    meta = ApiResponseMeta(401, "1.1", HttpHeaders({"WWW-Authenticate": "Basic"}), 0.1, node)
    body = {"error": {"root_cause": [{"reason": REASON}]}}

    with pytest.raises(EngineFailedError) as raised, reliably():
        raise AuthenticationException("security_exception", meta, body)

    assert str(raised.value) == f"AuthenticationException(401, 'security_exception', '{REASON}')"
