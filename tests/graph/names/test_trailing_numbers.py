"""Numbers behind a name: part of it, or the count of what follows."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("en", "The project Lantern 14 people into work this year. Lantern is run by the Kredo Foundation.", "Lantern"),
    ("nl", "Dit jaar wil het project Lantaarn 14 mensen helpen. De leiding van Lantaarn is in handen van Stichting Kredo.", "Lantaarn"),
    ("en", "The project Lantern 2 aims high. Lantern 2 is run by the Kredo Foundation.", "Lantern 2"),
])
def test_a_number_that_counts_what_follows_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "implementedBy")} == {name}
