"""The site: one form, the comparison it leads to, and nothing that is kept or sent anywhere.

``create(config)`` builds it; ``serve(config)`` runs it on 127.0.0.1. Starlette, uvicorn and python-multipart come with
the extra ``web``.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from framing.config import Config
from framing.errors import FramingError
from framing.types import Article
from framing.web import guard, pages
from framing.web.results import Result, Results
from framing.web.submission import MOST_PIECES, Upload, read

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

#: From articles to the files of a report, by path.
Analyse = Callable[[tuple[Article, ...]], Mapping[str, bytes]]

HOST = "127.0.0.1"
_HOSTS = ("127.0.0.1", "localhost")
_MISSING = 'the local page needs packages that are not installed ({}); run: pip install "framing[web]"'
_PASTED_BYTES = 4 * 1024 * 1024


def create(config: Config, *, analyse: Analyse | None = None) -> Starlette:
    """The site as an ASGI application.

    ``analyse`` makes the report's files of the articles; without it the engine does, loaded at the first comparison.
    Raises ``FramingError`` where the extra ``web`` is not installed.
    """
    try:
        import python_multipart  # noqa: F401 - starlette reads forms with it, and says so only when one arrives
        from starlette.applications import Starlette
        from starlette.exceptions import HTTPException
        from starlette.middleware import Middleware
        from starlette.middleware.trustedhost import TrustedHostMiddleware
        from starlette.routing import Route
    except ImportError as error:
        raise FramingError(_MISSING.format(error.name)) from error

    site = _Site(config, analyse or _engine(config))
    return Starlette(
        routes=[
            Route("/", site.form, methods=["GET"]),
            Route("/compare", site.compare, methods=["POST"]),
            Route("/result/{name}", site.result, methods=["GET"]),
            Route("/result/{name}/{path:path}", site.file, methods=["GET"]),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(_HOSTS), www_redirect=False),
            Middleware(guard.Bounded),
        ],
        exception_handlers={HTTPException: site.refuse, FramingError: site.fail},
    )


def serve(config: Config, *, port: int = 8765) -> None:
    """Run the site on 127.0.0.1 until it is interrupted; raises ``FramingError`` without the extra ``web``."""
    application = create(config)
    try:
        import uvicorn
    except ImportError as error:
        raise FramingError(_MISSING.format(error.name)) from error
    uvicorn.run(application, host=HOST, port=port, log_level="warning", server_header=False)


class _Site:
    """The pages; one comparison runs at a time."""

    def __init__(self, config: Config, analyse: Analyse) -> None:
        self._config = config
        self._analyse = analyse
        self._results = Results()
        self._one_at_a_time = threading.Lock()

    async def form(self, request: Request) -> Response:
        """The form."""
        return _page(pages.form())

    async def compare(self, request: Request) -> Response:
        """Compare what was sent in, then lead to the result."""
        from starlette.concurrency import run_in_threadpool
        from starlette.exceptions import HTTPException
        from starlette.responses import RedirectResponse

        if not guard.same_origin(request.headers.get("origin"), request.headers.get("host")):
            raise HTTPException(403, "The form was not sent by this page. Open it again and send it from there.")
        async with request.form(max_files=MOST_PIECES, max_fields=2 * MOST_PIECES, max_part_size=_PASTED_BYTES) as form:
            uploads = await _uploads(form)
        if len(uploads) > MOST_PIECES:
            return _page(pages.form((f"{len(uploads)} pieces were sent; at most {MOST_PIECES} are compared.",)), 400)
        if not uploads:
            return _page(pages.form(("No piece was sent: paste some text or choose a file.",)), 400)
        made = await run_in_threadpool(self._make, uploads)
        if isinstance(made, tuple):
            return _page(pages.form(made), 400)
        return RedirectResponse(f"/result/{self._results.add(made)}", 303, headers=dict(guard.HEADERS))

    def _make(self, uploads: list[Upload]) -> Result | tuple[str, ...]:
        """The result, or why there is none."""
        submission = read(uploads, self._config)
        if not submission.articles:
            return submission.problems
        with self._one_at_a_time:
            files = self._analyse(submission.articles)
        return Result(files, tuple(article.label for article in submission.articles), submission.problems)

    async def result(self, request: Request) -> Response:
        """The page of one comparison."""
        name = request.path_params["name"]
        return _page(pages.result(name, self._known(name)))

    async def file(self, request: Request) -> Response:
        """One file of a report."""
        from starlette.exceptions import HTTPException
        from starlette.responses import Response

        path = request.path_params["path"]
        data = self._known(request.path_params["name"]).files.get(path)
        if data is None:
            raise HTTPException(404, "There is no such page in this report.")
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        policy = guard.policy_of(data) if kind == "text/html" else guard.STRICT
        return Response(data, media_type=kind, headers={**guard.HEADERS, "content-security-policy": policy})

    def _known(self, name: str) -> Result:
        from starlette.exceptions import HTTPException

        result = self._results.get(name)
        if result is None:
            raise HTTPException(404, "This comparison is no longer kept. Make it again.")
        return result

    async def refuse(self, request: Request, error: Exception) -> Response:
        """The page that says why a request was refused."""
        status = getattr(error, "status_code", 500)
        return _page(pages.refusal(status, str(getattr(error, "detail", error))), status)

    async def fail(self, request: Request, error: Exception) -> Response:
        """The form again, with the reason the engine gave."""
        return _page(pages.form((str(error),)), 500)


async def _uploads(form: FormData) -> list[Upload]:
    """The pasted texts and the files that are not empty fields."""
    found: list[Upload] = []
    for number in range(1, MOST_PIECES + 1):
        text, outlet = form.get(f"text{number}"), form.get(f"outlet{number}")
        if isinstance(text, str) and text.strip():
            named = outlet.strip() or None if isinstance(outlet, str) else None
            # A browser sends line ends as CR LF (HTML, form submission).
            data = text.replace("\r\n", "\n").encode("utf-8", "replace")
            found.append(Upload(f"pasted piece {number}", data, named, pasted=True))
    for value in form.getlist("files"):
        if not isinstance(value, str) and value.filename:
            found.append(Upload(_name(value.filename), await value.read()))
    return found


def _name(sent: str) -> str:
    """The last part of a file name as the browser sent it."""
    return sent.replace("\\", "/").rsplit("/", 1)[-1][:200] or "file"


def _page(html: str, status: int = 200) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(html, status, headers={**guard.HEADERS, "content-security-policy": guard.STRICT})


def _engine(config: Config) -> Analyse:
    """The engine's own report and worksheet, rendered in memory."""
    from framing.web.analysis import Analysis

    return Analysis(config)
