"""Fetching, without a network: httpx answers from a function."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import httpx
import pytest

from framing.config import Config
from framing.errors import InputError, UnsupportedInput
from framing.ingest import read_paths, web

START = "https://harbourpost.example/ferry"


def fetch(answer: Callable[[httpx.Request], httpx.Response], config: Config) -> web.Page:
    return web.fetch(START, config, transport=httpx.MockTransport(answer))


def test_a_page_is_fetched(config: Config) -> None:
    page = fetch(lambda _: httpx.Response(200, html="<p>The council met.</p>"), config)
    assert (page.data, page.url) == (b"<p>The council met.</p>", START)


def test_redirects_are_followed_and_checked(config: Config) -> None:
    def moved(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/ferry":
            return httpx.Response(301, headers={"location": "/news/ferry"})
        return httpx.Response(200, html="<p>The council met.</p>")

    assert fetch(moved, config).url == "https://harbourpost.example/news/ferry"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1/admin", "local address"),
        ("http://[::1]/", "local address"),
        ("http://169.254.169.254/latest", "local address"),
        ("http://localhost:8000/", "local address"),
        ("file:///etc/passwd", "not a web address"),
        (START, "redirects more than"),
    ],
)
def test_redirects_that_are_refused(location: str, reason: str, config: Config) -> None:
    with pytest.raises(InputError, match=reason):
        fetch(lambda _: httpx.Response(302, headers={"location": location}), config)


def test_size_type_and_status(config: Config) -> None:
    small = Config.model_validate({"ingest": {"max_bytes": 1_000}})
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        fetch(lambda _: httpx.Response(200, html="x" * 2_000), small)
    with pytest.raises(UnsupportedInput, match="is image/png"):
        fetch(lambda _: httpx.Response(200, headers={"content-type": "image/png"}), config)
    with pytest.raises(InputError, match="answered 404"):
        fetch(lambda _: httpx.Response(404), config)


def test_a_failed_connection_is_a_problem(config: Config) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out", request=request)

    with pytest.raises(InputError, match="cannot be fetched"):
        fetch(refuse, config)


def test_an_address_becomes_an_article(config: Config, making: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    page = web.Page(making.html(f"<main><h1>{making.TITLE}</h1><p>{making.FERRY}</p></main>"), START + "/opinion/x")
    monkeypatch.setattr(web, "fetch", lambda url, config: page)
    (article,) = read_paths([START], config, allow_network=True).articles
    assert (article.title, article.path, article.genre) == (making.TITLE, START, "opinion")
