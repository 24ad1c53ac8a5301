"""The folder for w3id.org, ready to submit: the rules and the page of `docs/w3id` with the addresses of a host put in.

    python -m ontology.redirects site/w3id --pages https://HOST/ontology --endpoint https://HOST/sparql --maintainer ME

w3id.org takes no rules that lead nowhere, so there is no default: the addresses must be those of a host of yours.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

TEMPLATE = Path(__file__).resolve().parent.parent / "docs" / "w3id"
PAGES, ENDPOINT, MAINTAINERS = "{pages}", "{endpoint}", "{maintainers}"
_RESERVED = ("example", "test", "invalid", "localhost", "local")
_EXAMPLES = ("example.org", "example.com", "example.net")


class RedirectsError(ValueError):
    """The folder cannot be made; the message says why and what to do."""


def redirects(pages: str, endpoint: str, maintainers: Sequence[str], template: Path = TEMPLATE) -> dict[str, str]:
    """The files of the folder by name. Raises `RedirectsError` for addresses that cannot be submitted."""
    if not maintainers:
        raise RedirectsError("w3id.org asks for somebody to turn to. Give a name and an account with --maintainer.")
    values = {
        PAGES: _address(pages, "--pages"),
        ENDPOINT: _address(endpoint, "--endpoint"),
        MAINTAINERS: "\n".join(f"* {name}" for name in maintainers),
    }
    found = {}
    for name in (".htaccess", "README.md"):
        try:
            text = (template / name).read_text("utf-8")
        except OSError as error:
            raise RedirectsError(f"{template / name}: {error.strerror}. Run this in a checkout.") from error
        for mark, value in values.items():
            text = text.replace(mark, value)
        found[name] = text
    return found


def _address(url: str, option: str) -> str:
    """An address without a slash at its end; one that others cannot reach, or that would break a rule, is refused."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if (
        parts.scheme != "https"
        or "." not in host
        or parts.query
        or parts.fragment
        or any(c in url for c in ' %{}\\"\n')
    ):
        raise RedirectsError(f"{option} {url}: give a plain https:// address.")
    if host.rpartition(".")[2] in _RESERVED or host.endswith(_EXAMPLES):
        raise RedirectsError(f"{option} {url}: this host is an example. Give the address of one that answers.")
    return url.rstrip("/")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder; 0, or 2 if an address cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", required=True, help="where what `make pages` writes stands on the web")
    parser.add_argument("--endpoint", required=True, help="the SPARQL endpoint (of `integraph serve --address`)")
    parser.add_argument("--maintainer", action="append", default=[], help="name and account; may be given again")
    given = parser.parse_args(arguments)
    try:
        made = redirects(given.pages, given.endpoint, given.maintainer)
        given.folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (given.folder / name).write_text(text, "utf-8")
    except (RedirectsError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Put {given.folder} as 'integraph' into a fork of github.com/perma-id/w3id.org and open a pull request.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
