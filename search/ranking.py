"""What counts how much when pages are ranked? (Data.)

A word is worth more the fewer pages have it (its inverse document frequency, whatever the form in
which it stands). A page gets that worth

- for having the word in its text: by BM25, so more often is a little better;
- once more for each field of `FIELD_BONUS` that has it, times that bonus;
- `ALL_WORDS_BONUS` times the worth of the question, if it has all of its words, and
  `SERVICE_BONUS` times it, if it is a service: what stands beside services comes behind them;
- `LOCAL_BONUS` times it, if it holds in the place that the reader chose and not everywhere: less
  than the title, so a local service stands before its national sister and not before all others.

`FORM_WEIGHTS`: the word as it was typed counts a little more than its lemma's stem, and that more
than its own stem. What was not typed counts less than what was: the parts of a compound, words
that resemble a misspelt one, synonyms. Of all forms of a word that a text has, the best counts
fully and the others by `SHARE_OF_OTHER_FORMS`.
"""

from __future__ import annotations

FIELD_BONUS = {"title": 1.5, "keywords": 1.5, "summary": 0.4, "headings": 0.4, "authority": 0.2}
FORM_WEIGHTS = (1.0, 0.9, 0.8)
SHARE_OF_OTHER_FORMS = 0.1

ALL_WORDS_BONUS = 0.2
LOCAL_BONUS = 0.5
SERVICE_BONUS = 0.1
PART_WEIGHT = 0.7
SIMILAR_WEIGHT = 0.7
SYNONYM_WEIGHT = 0.8
FOREIGN_WEIGHT = 1.0

# Where nothing else is known of a word, titles whose letters resemble it are found: at least half
# of its groups of three letters, and words too short for that not at all.
GRAM_WEIGHT = 0.1
SHARE_OF_GRAMS = 0.5
SHORTEST_WORD_FOR_GRAMS = 4

LONG_QUESTION = 4

# On a site of so many pages, a word that more than this share of them has tells nothing apart: it
# is looked for only where a question has no other.
SHARE_OF_COMMON = 0.5
FEWEST_PAGES_FOR_COMMON = 1_000


def required_words(count: int) -> int:
    """Return how many of the words that the site knows a page must have: of four or more, two."""
    return min(count, 2 if count >= LONG_QUESTION else 1)
