"""What counts how much when pages are ranked? (Data.)

`FIELD_WEIGHTS`: a word in the title says more about a page than one in its text. `FORM_WEIGHTS`:
the word as it was typed counts a little more than its lemma's stem, and that more than its own
stem. Of the fields and forms in which one word is found the best counts fully and the others by
`SHARE_OF_OTHER_FIELDS`, so that a word repeated in many fields does not outrank a second word.
"""

from __future__ import annotations

FIELD_WEIGHTS = {
    "title": 10.0,
    "keywords": 8.0,
    "summary": 4.0,
    "headings": 3.0,
    "authority": 2.0,
    "body": 1.0,
}
FORM_WEIGHTS = (1.0, 0.9, 0.8)
SHARE_OF_OTHER_FIELDS = 0.2

# Where nothing has the words themselves, titles whose letters resemble them are found: at least
# half of a word's groups of three letters, and words too short for that not at all.
GRAM_WEIGHT = 0.5
SHARE_OF_GRAMS = 0.5
SHORTEST_WORD_FOR_GRAMS = 4


def required_words(count: int) -> int:
    """Return how many of a question's words a page must have: all of two, three of seven."""
    if count <= 2:  # noqa: PLR2004  # The rule of GOV.UK's search, see the docstring.
        return count
    if count <= 7:  # noqa: PLR2004
        return min(3, count - 1)
    return count // 2
