"""A server that does not answer is left alone, and asked again by one reader now and then."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.engines.breaker import MOST_FAILURES, SECONDS_BETWEEN_PROBES, Breaker


class Clock:
    """Tells the time that a test sets."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker("a server", clock)


def fail(breaker: Breaker, times: int = MOST_FAILURES) -> None:
    list(map(breaker.failed, ["away"] * times))


def test_single_failures_are_borne(breaker: Breaker) -> None:
    fail(breaker, MOST_FAILURES - 1)
    breaker.succeeded()
    fail(breaker, MOST_FAILURES - 1)

    assert breaker.allows()
    assert not breaker.is_open


def test_what_was_forgotten_too_early_counts_again(breaker: Breaker) -> None:
    fail(breaker, MOST_FAILURES - 1)

    breaker.failed("away again", breaker.succeeded())

    assert breaker.is_open


def test_after_at_most_five_failures_nobody_asks(breaker: Breaker) -> None:
    fail(breaker, 5)

    assert breaker.is_open
    assert not breaker.allows()


def test_one_probe_is_let_through_after_a_while(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)

    clock.now += SECONDS_BETWEEN_PROBES

    assert [breaker.allows() for _ in range(3)] == [True, False, False]


def test_of_many_threads_one_probes(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += SECONDS_BETWEEN_PROBES

    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(lambda _: breaker.allows(), range(200)))

    assert allowed.count(True) == 1


def test_a_probe_that_is_answered_opens_the_way(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += SECONDS_BETWEEN_PROBES
    breaker.allows()

    breaker.succeeded()

    assert breaker.allows()
    assert not breaker.is_open


def test_a_probe_that_fails_is_followed_by_another(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += SECONDS_BETWEEN_PROBES
    breaker.allows()
    breaker.failed("still away")

    assert not breaker.allows()
    clock.now += SECONDS_BETWEEN_PROBES
    assert breaker.allows()


def test_a_probe_that_never_ends_is_followed_by_another(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += SECONDS_BETWEEN_PROBES
    breaker.allows()

    clock.now += SECONDS_BETWEEN_PROBES

    assert breaker.allows()


def test_a_server_that_is_back_is_asked_within_thirty_seconds() -> None:
    assert SECONDS_BETWEEN_PROBES <= 30


def test_leaving_alone_and_coming_back_are_logged_once(
    breaker: Breaker, caplog: pytest.LogCaptureFixture
) -> None:
    fail(breaker, 10)
    breaker.succeeded()
    breaker.succeeded()

    assert caplog.messages == [
        "a server is left alone for now: away",
        "a server answers again",
    ]
