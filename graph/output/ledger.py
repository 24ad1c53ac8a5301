"""What a build remembers of each reading for the next one: the digest under which its text is published.

It follows from the reading and from the private names of all documents. While none of these changes, no text has to be
searched again for these names.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping

from graph.cache import Cache
from graph.terms import digest


class Ledger:
    """The digests of an earlier build; `keys` are those of the readings in the cache, by source ("": it has none)."""

    def __init__(self, cache: Cache, keys: Mapping[str, str]) -> None:
        self._cache = cache
        self._keys = keys
        self._place = digest("public digests")

    def known(self, names: str) -> dict[str, str]:
        """The digests of sources that still hold, if `names` is still the digest of all private names."""
        told, found = _unpacked(self._cache.fetch(self._place))
        if told != names:
            return {}
        return {source: found[key] for source, key in self._keys.items() if key and key in found}

    def keep(self, names: str, digests: Mapping[str, str]) -> None:
        """Keep the digests of sources for the next build."""
        found = {key: digests[source] for source, key in self._keys.items() if key and source in digests}
        told = json.dumps([names, found], sort_keys=True, separators=(",", ":"))
        self._cache.put(self._place, zlib.compress(told.encode("ascii"), 1))


def _unpacked(data: bytes | None) -> tuple[str, dict[str, str]]:
    """The digest of the names and those of the readings by key; nothing where there is none, or it is damaged."""
    try:
        names, found = json.loads(zlib.decompress(data or b""))
        return str(names), {str(key): str(value) for key, value in found.items()}
    except (ValueError, TypeError, AttributeError, zlib.error):
        return "", {}
