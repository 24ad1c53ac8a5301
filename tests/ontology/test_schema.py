"""What the extractor learns of the ontology."""
from __future__ import annotations

import pytest

from ontology.schema import properties

CONTRACT = """
    implementedBy hasPartner fundedBy coversCountry targets addresses hasActivityType takesPlaceIn partOf follows hasOutput
    hasEvent alignedWith managedBy underFund presentIn unitOf cooperatesWith hasRole code startDate endDate date
    deadline budget website
""".split()


@pytest.mark.parametrize("name", CONTRACT)
def test_every_property_of_the_contract_is_there(name: str) -> None:
    prop = properties()[name]
    assert prop.name == name and prop.subjects and prop.objects


@pytest.mark.parametrize(("name", "subjects", "objects"), [
    ("implementedBy", {"Project"}, {"Organisation"}),
    ("targets", {"Project"}, {"BeneficiaryGroup"}),
    ("presentIn", {"Organisation"}, {"Country"}),
])
def test_properties_join_the_right_classes(name: str, subjects: set[str], objects: set[str]) -> None:
    prop = properties()[name]
    assert prop.subjects >= subjects and prop.objects >= objects


def test_general_properties_exist_and_allow_what_special_ones_allow() -> None:
    known = properties()
    for prop in known.values():
        for general in prop.generals:
            assert general in known, f"{prop.name}: {general} is no property"
            assert prop.subjects <= known[general].subjects and prop.objects <= known[general].objects
