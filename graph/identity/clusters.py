"""Joins entities that share a key, the surest grounds first, unless something speaks against it.

A join is refused where it would bring together two vocabulary entries, two countries' national bodies, two phases, two
register numbers of one series, things that a person has kept apart, or (on a short name alone) long names that
disagree. What is refused is remembered with the reason. The result depends on neither the order nor the grouping of
the input.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.identity.decisions import Decisions
from graph.identity.forms import NameForm
from graph.identity.keys import CODE, DECIDED, ENTRY, SHORT, Ground, keys_of
from graph.identity.profiles import Node, Profile

_ALIKE = 0.5
_BEGINNING = 5
_MOST_BEARERS = 64


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two entities that are one, and on what ground; `shared` is the key that they share."""

    one: Node
    two: Node
    ground: Ground
    shared: str


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Two entities that share a key and yet stay apart, and why."""

    one: Node
    two: Node
    ground: Ground
    why: str


@dataclass(slots=True)
class Cluster:
    """Entities that are one, with what may speak against joining them with others."""

    nodes: list[Node]
    refs: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    phases: set[str] = field(default_factory=set)
    codes: dict[str, set[str]] = field(default_factory=dict)
    long_names: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    words: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    apart: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, profile: Profile, decisions: Decisions) -> Cluster:
        """The cluster of one entity."""
        found = cls([profile.node], phases=set(profile.phases))
        if profile.ref:
            found.refs.add(profile.ref)
        if profile.country and profile.is_of_one_country:
            found.countries.add(profile.country)
        for code in profile.codes:
            found.codes.setdefault(_series(code, profile.entity.kind), set()).add(code)
        for form in profile.forms:
            if profile.codes and profile.entity.kind == "Organisation" and (words := _telling(form)):
                found.words.setdefault(form.language, set()).add(words)
            if len(form.own) > 1:
                found.long_names.setdefault(form.language, set()).add(frozenset(form.own))
        found.apart = set(decisions.apart(profile))
        return found

    def take(self, other: Cluster) -> None:
        """Take in another cluster."""
        self.nodes += other.nodes
        self.refs |= other.refs
        self.countries |= other.countries
        self.phases |= other.phases
        self.apart |= other.apart
        for shape, codes in other.codes.items():
            self.codes.setdefault(shape, set()).update(codes)
        for language, names in other.long_names.items():
            self.long_names.setdefault(language, set()).update(names)
        for language, names in other.words.items():
            self.words.setdefault(language, set()).update(names)


class Clusters:
    """All clusters of a build."""

    def __init__(self, profiles: Mapping[Node, Profile], decisions: Decisions) -> None:
        self._profiles = profiles
        self._decisions = decisions
        self._root: dict[Node, Node] = {node: node for node in profiles}
        self._clusters = {node: Cluster.of(profile, decisions) for node, profile in profiles.items()}
        self.joins: list[Join] = []
        self.refusals: list[Refusal] = []

    def run(self) -> dict[Node, list[Node]]:
        """Join all that can be; the members of each cluster by their first member."""
        for ground, key, members in self._blocks():
            self._join_block(ground, key, members)
        return {root: sorted(cluster.nodes) for root, cluster in sorted(self._clusters.items())}

    def _blocks(self) -> list[tuple[Ground, str, list[Node]]]:
        """The entities that share a key, by ground and key."""
        found: dict[tuple[Ground, str], list[Node]] = defaultdict(list)
        for node in sorted(self._profiles):
            profile = self._profiles[node]
            for ground, key in dict.fromkeys(keys_of(profile)):
                found[ground, key].append(node)
            for number in self._decisions.same(profile):
                found[DECIDED, f"decision {number}"].append(node)
        shared = [(ground, key, members) for (ground, key), members in found.items() if len(members) > 1]
        return sorted(shared, key=lambda block: (block[0].rank, block[1]))

    def _join_block(self, ground: Ground, key: str, members: list[Node]) -> None:
        """Join each member with the first cluster of the block that nothing keeps it from.

        Members that are sure of their entry come first, so that others find what they may be.
        """
        roots: dict[Node, Node] = {}
        for node in sorted(members, key=lambda n: (not self._clusters[self.root(n)].refs, n)):
            mine = self.root(node)
            if mine in (self.root(root) for root in roots):
                continue
            reasons: list[Refusal] = []
            for root, first in list(roots.items())[:_MOST_BEARERS]:
                theirs = self.root(root)
                why = self._against(self._clusters[theirs], self._clusters[mine], ground)
                if not why:
                    self.joins.append(Join(first, node, ground, key))
                    self._unite(theirs, mine)
                    break
                reasons.append(Refusal(first, node, ground, why))
            else:
                roots[mine] = node
                self.refusals += reasons[:1]

    def root(self, node: Node) -> Node:
        """The node that stands for a node's cluster."""
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node

    def _unite(self, one: Node, two: Node) -> None:
        kept, gone = sorted((one, two), key=lambda n: (-len(self._clusters[n].nodes), n))
        self._root[gone] = kept
        self._clusters[kept].take(self._clusters.pop(gone))

    def _against(self, one: Cluster, two: Cluster, ground: Ground) -> str:
        """What speaks against a join ("" for nothing)."""
        if any(a == b and i != j for a, i in one.apart for b, j in two.apart):
            return "a person has decided that they are different"
        if one.refs and two.refs and one.refs != two.refs:
            return "they are two different entries of the vocabulary"
        if ground in (ENTRY, DECIDED):
            return ""
        if one.countries and two.countries and not one.countries & two.countries:
            return f"they belong to different countries ({_list(one.countries)}; {_list(two.countries)})"
        if one.phases and two.phases and not one.phases & two.phases:
            return f"they are different phases or editions ({_list(one.phases)}; {_list(two.phases)})"
        for shape in sorted(one.codes.keys() & two.codes.keys()):
            if not one.codes[shape] & two.codes[shape]:
                return f"their register numbers differ ({_list(one.codes[shape])}; {_list(two.codes[shape])})"
        if ground == CODE and _strange(one, two):
            return "they share a register number, but no word of their names"
        if ground == SHORT and _disagree(one, two):
            return "they share a short name, but their long names differ"
        return ""


def _disagree(one: Cluster, two: Cluster) -> bool:
    """Whether both have long names in a language, and none of one is like one of the other."""
    common = one.long_names.keys() & two.long_names.keys()
    return bool(common) and not any(
        len(a & b) >= _ALIKE * min(len(a), len(b))
        for language in common
        for a in one.long_names[language]
        for b in two.long_names[language]
    )


def _strange(one: Cluster, two: Cluster) -> bool:
    """Whether two bodies have names of several words in a language, and no two of them share one: a slip of a digit."""
    common = one.words.keys() & two.words.keys()
    return bool(common) and not any(
        a & b for language in common for a in one.words[language] for b in two.words[language]
    )


def _telling(form: NameForm) -> frozenset[str]:
    """The beginnings of a name's own words, by which it is known in any case; none of a short name."""
    return frozenset(word[:_BEGINNING] for word in form.own or form.plain) if len(form.plain) > 1 else frozenset()


def _series(code: str, kind: str) -> str:
    """The register that a body's number belongs to; of other things the pattern of the number stands for it."""
    return re.split(r"[:\d]", code, maxsplit=1)[0] if kind == "Organisation" else _shape(code)


def _shape(code: str) -> str:
    """The pattern of a register number: "ABC-12" becomes "aaa99"."""
    return "".join("9" if char.isdigit() else "a" for char in code if char.isalnum())


def _list(values: set[str]) -> str:
    return ", ".join(sorted(values))
