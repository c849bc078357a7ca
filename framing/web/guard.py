"""What keeps the page private: its own origin only, bounded requests, and headers that let nothing out.

A page of another site that the user has open can send requests to 127.0.0.1. The ``Host`` check stops names that were
rebound to this address; the ``Origin`` check stops forms sent from elsewhere (OWASP, Cross-Site Request Forgery
Prevention: verifying origin with standard headers).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Largest request in bytes: eight pieces with room to spare.
MOST_BYTES = 48 * 1024 * 1024

STRICT = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"<>\r\n]{1,500})">')

HEADERS = {
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: with it browsers send `Origin: null` with the form, and the origin check would refuse it.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


def same_origin(origin: str | None, host: str | None) -> bool:
    """Whether a request that changes something was sent by our own page."""
    return host is not None and origin == f"http://{host}"


def policy_of(page: bytes) -> str:
    """The content security policy for a report page: its own, which names its script by hash, else the strict one."""
    found = _META.search(page, 0, 4_000)
    return f"{found.group(1).decode('ascii', 'replace')}; frame-ancestors 'none'" if found else STRICT


class Bounded:
    """ASGI middleware: a request body beyond ``most`` bytes is refused while it comes in."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.exceptions import HTTPException

        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise HTTPException(413, f"The request is larger than {self._most // 1_048_576} MB.")
            return message

        await self._app(scope, bounded, send)
