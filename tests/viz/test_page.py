"""The page as a file: complete, self-contained, the same each time."""
from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from viz.page import LANGUAGES, SCRIPTS, json_block, render_page

DATA = Path(__file__).parent / "data" / "harbour.trig"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def html(page_file: Path) -> str:
    return page_file.read_bytes().decode("utf-8")


def resource(name: str) -> str:
    return files("viz").joinpath(name).read_text(encoding="utf-8")


def script(name: str) -> str:
    return resource(f"explorer/{name}.js")


def payload(html: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_holds_the_whole_dataset(html: str) -> None:
    data = payload(html)
    assert (len(data["nodes"]), len(data["page"]["things"]), len(data["page"]["facts"])) == (41, 41, 55)
    assert len(data["edges"]) == 46
    assert len(data["page"]["statements"]) == 56
    assert len(data["page"]["sources"]) == 4
    assert data["page"]["latest"] == "2024-02-10"
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in data["nodes"])
    assert json.loads(data["options"])["physics"] == {"enabled": False}


def test_policy_names_exactly_what_is_inside(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    text = policy[1].replace("&#39;", "'")
    assert "unsafe" not in text and "default-src 'none'" in text

    def digests(pattern: str) -> set[str]:
        bodies = re.findall(pattern, html, re.S)
        return {base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in bodies}

    def allowed(directive: str) -> set[str]:
        return set(re.findall(r"'sha256-([^']+)'", re.search(directive + r" ([^;]*)", text)[1]))  # type: ignore[index]

    assert digests(r"<script>(.*?)</script>") == allowed("script-src") and len(allowed("script-src")) == 3
    assert digests(r"<style>(.*?)</style>") == allowed("style-src") and len(allowed("style-src")) == 1


def test_loads_nothing(html: str) -> None:
    outside = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", html, flags=re.S)
    assert re.findall(r'(?:src|href|action|data)\s*=\s*"([^"]*)"', outside) == ["data:,"]
    assert "@import" not in html and "url(" not in re.findall(r"<style>(.*?)</style>", html, re.S)[0]
    assert "sourceMappingURL" not in html


def test_hostile_title_is_text(html: str) -> None:
    assert html.count("<script") == 5
    assert "<title>Harbour &lt;/title&gt;&lt;script&gt;" in html


def test_own_scripts_never_make_html() -> None:
    for name in SCRIPTS:
        code = script(name)
        bad = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(|XMLHttp"
        assert not re.search(bad, code), name
        assert len(code.splitlines()) < 300, name


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "a&b", "\u2028", "ąβج灯", '"', "\\"])
def test_json_block_cannot_be_left(text: str) -> None:
    block = str(json_block({"k": text}))
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block) == {"k": text}


def test_same_bytes_whatever_the_hash_seed(html: str) -> None:
    code = ("import sys, hashlib; from queries.dataset import open_dataset; from viz.page import render_page;"
            "print(hashlib.sha256(render_page(open_dataset(sys.argv[1]), title='T').encode()).hexdigest())")
    digests = set()
    for seed, locale in (("0", "C"), ("4711", "C.UTF-8")):
        run = subprocess.run([sys.executable, "-c", code, str(DATA)], cwd=ROOT, capture_output=True, text=True,
                             check=True, env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale})
        digests.add(run.stdout.strip())
    assert len(digests) == 1


def test_empty_dataset_gives_a_page() -> None:
    assert payload(render_page(Store(), title="Nothing yet"))["nodes"] == []


def test_every_language_says_everything() -> None:
    words = {code: tomllib.loads(resource(f"i18n/{code}.toml")) for code in LANGUAGES}
    for code, own in words.items():
        for section in ("ui", "modality", "kinds", "classes", "relations"):
            assert own[section].keys() == words["en"][section].keys(), (code, section)
        for key, text in own["ui"].items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", words["en"]["ui"][key])), (code, key)
    used = {key for name in SCRIPTS for key in re.findall(r"\bt\(\"(\w+)\"", script(name))}
    assert used <= words["en"]["ui"].keys()


def test_style_has_words_and_contrast() -> None:
    style = tomllib.loads(resource("style.toml"))
    words = tomllib.loads(resource("i18n/en.toml"))
    assert style["classes"].keys() == words["classes"].keys()
    for name, look in style["classes"].items():
        assert contrast(look["light"], "#f6f7f9") >= 3 and contrast(look["dark"], "#12161c") >= 3, name
    seen = [(look["shape"], look["light"]) for look in style["classes"].values()]
    assert len(set(seen)) == len(seen)


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_first_picture_has_every_sign_and_line_and_the_most_important_names(store: Store) -> None:
    html = render_page(store, title="Harbour")
    first, data = (json.loads(re.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', html)[0]) for name in ("first", "data"))
    assert html.index('id="first"') < html.index('id="data"')
    assert [node[:3] for node in first["nodes"]] == [[node["x"], node["y"], node["size"]] for node in data["nodes"]]
    ends = [tuple(line[4][k : k + 2]) for line in first["lines"] for k in range(0, len(line[4]), 2)]
    assert sorted(ends) == sorted((edge["from"], edge["to"]) for edge in data["edges"])
    kinds = [data["page"]["things"][i][1] for i, *_ in first["names"]]
    assert len(kinds) == len(data["nodes"]) and set(kinds[:3]) <= {"Project", "Fund", "Country", "BeneficiaryGroup"}
    assert all(line[0] != line[1] for line in zip(first["lines"], first["lines"][1:], strict=False))
