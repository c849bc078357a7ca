"""Fetching a page, only when the user allows the network: http and https, bounded in size, time and redirects."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from framing.config import Config
from framing.errors import InputError, UnsupportedInput
from framing.ingest.extras import importable

_MOST_REDIRECTS = 5
_SECONDS = 20.0
_CONTENT = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document")  # fmt: skip
_AGENT = "framing (source comparison; fetches single pages at a reader's request)"


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched, and the address it was found at in the end."""

    data: bytes
    url: str


def fetch(url: str, config: Config, *, transport: Any = None) -> Page:
    """The page at ``url``.

    Each redirect is checked as the first address was; one that leads from a public host to a private or local one is
    refused. Raises ``InputError`` for failures, oversized answers and addresses that are no pages.
    ``transport`` replaces the network (tests).
    """
    httpx = importable("httpx", url, "fetching pages")
    limit = config.ingest.max_bytes
    address = url
    try:
        with httpx.Client(
            timeout=_SECONDS, follow_redirects=False, transport=transport, headers={"User-Agent": _AGENT}
        ) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                with client.stream("GET", address) as response:
                    if response.is_redirect:
                        address = _redirected(url, address, response.headers.get("location", ""))
                        continue
                    if response.status_code != 200:
                        raise InputError(
                            url, f"the server answered {response.status_code} {response.reason_phrase}".rstrip()
                        )
                    kind = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
                    if kind not in _CONTENT:
                        raise UnsupportedInput(
                            url, f"is {kind or 'of no stated type'}, not a page, PDF or Word document"
                        )
                    return Page(_bounded(response, url, limit), address)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise InputError(url, f"cannot be fetched ({str(error) or type(error).__name__})") from error
    raise InputError(url, f"redirects more than {_MOST_REDIRECTS} times")


def _bounded(response: Any, url: str, limit: int) -> bytes:
    received = bytearray()
    for chunk in response.iter_bytes():
        received += chunk
        if len(received) > limit:
            raise InputError(url, f"is larger than {limit:,} bytes; raise `ingest.max_bytes` in config.yaml to read it")
    return bytes(received)


def _redirected(url: str, address: str, location: str) -> str:
    target = urljoin(address, location)
    parts = urlsplit(target)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError(url, f"redirects to {target[:120]!r}, which is not a web address")
    if _is_local(parts.hostname) and not _is_local(urlsplit(url).hostname or ""):
        raise InputError(url, f"redirects to the local address {parts.hostname}; refused")
    return target


def _is_local(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False
