"""What nobody in their right mind sends, and how much of it a test tries.

The same examples every time: a test that passed yesterday passes today. None is timed here, since
a busy machine would fail it; `make bench` does that.
"""

from __future__ import annotations

from django.http import QueryDict
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from search.query import FACETS, FIXED_VALUES

MOST_EXAMPLES = 60

# Signs that mean something to an engine, a regular expression, HTML, a file or a terminal.
SIGNS = (
    "\"“”„«»'’`\\/+-&|!(){}[]^~*?:<>=%_#;,.@$ \t\n\r\0\x1b\x7f\x85\ufeff\u200b\u200d\u00ad\u202e"
)
LETTERS = (
    "aàáäåbcčdefgğhiıİjklłmnoöøpqrsșßtuüvwxyzþþαάςбъאبقमक한日本ﬁ٣②½²👩🏽\u0301\u0327\ud800\udfff"
)
WORDS = ("verhuizing", "rijbewijs", "umzug", "E112", "AND", "OR", "NOT", "title:*", "{{7*7}}")
LONG = ("a", "9", " ", '"', "é ", "x y ", "\u0301", "👩", "verhuizing ", '"a b" ')

# A sign in so many of each plane of Unicode.
PLANES = [
    "".join(chr(plane * 0x10000 + place) for place in range(1, 0xFFFF, 997))
    .encode("utf-8", "ignore")
    .decode()
    for plane in range(17)
]

long_texts = st.builds(lambda sign, times: sign * times, st.sampled_from(LONG), st.integers(0, 999))
pieces = st.one_of(
    st.text(max_size=300),
    st.text(SIGNS + LETTERS, max_size=300),
    st.text("0123456789 -.", max_size=300),
    st.characters(categories=["Cs", "Cc", "Cf", "Co", "Cn", "Mn"]),
    st.sampled_from(WORDS),
    long_texts,
)
texts = st.one_of(pieces, st.lists(pieces, max_size=8).map(" ".join))

_values = {facet: st.sampled_from(values) | texts for facet, values in FIXED_VALUES.items()}
_keys = st.sampled_from(["NL", "NL-GM0344", "NL3", "0b1c2d3e-0000-4000-8000-000000000001"])
_others = ("q", "page", "sort", "format", "place", "exact", "explain", "nonsense")
parameters = st.fixed_dictionaries(
    {},
    optional={
        **{facet: st.lists(_values.get(facet, _keys | texts), max_size=25) for facet in FACETS},
        **{name: st.lists(texts, min_size=1, max_size=2) for name in _others},
        "sort": st.sampled_from([["title"], ["relevance"]]),
        "page": st.integers(-9, 10**9).map(lambda number: [str(number)]),
    },
)


@st.composite
def addresses(draw: st.DrawFn) -> QueryDict:
    """Return the parameters of an address."""
    found = QueryDict(mutable=True)
    for name, values in draw(parameters).items():
        found.setlist(name, values)
    return found


def limited(examples: int = MOST_EXAMPLES) -> settings:
    """Return settings for a test that tries so many examples."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
