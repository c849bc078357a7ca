"""The local page: what it takes, what it refuses, and what it lets out."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from framing.config import Config, parse
from framing.errors import FramingError
from framing.types import Article
from framing.web import app, guard

pytest.importorskip("starlette")
from starlette.testclient import TestClient

ORIGIN = "http://127.0.0.1:8765"
PIECE = (
    "Council closes the old bridge\n\n" + "The council voted nine to six on Tuesday to close the harbour bridge. " * 12
)
OTHER = (
    "Ferries start on Monday\n\n" + "Ferries will run from the north quay every twenty minutes, the town said. " * 12
)


class Recorder:
    """Stands in for the engine: keeps what it was given, returns a small report."""

    def __init__(self) -> None:
        self.seen: list[tuple[Article, ...]] = []

    def __call__(self, articles: tuple[Article, ...]) -> Mapping[str, bytes]:
        self.seen.append(articles)
        return {
            "index.html": b"<!DOCTYPE html><head><meta charset='utf-8'>"
            b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-abc='\">"
            b"</head><p>report</p>",
            "sources/a.html": b"<p>plain</p>",
            "comparison.json": b"{}",
        }


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def client(recorder: Recorder) -> TestClient:
    return TestClient(app.create(Config(), analyse=recorder), base_url=ORIGIN)


def send(client: TestClient, data: dict[str, str] | None = None, origin: str | None = ORIGIN, **more: object):  # type: ignore[no-untyped-def]
    headers = {"origin": origin} if origin else {}
    files = more.pop("files", [("files", ("", b""))])
    return client.post("/compare", data=data or {}, files=files, headers=headers, **more)


def test_pasted_and_uploaded_pieces_lead_to_the_report(client: TestClient, recorder: Recorder) -> None:
    answer = send(
        client,
        {"text1": PIECE, "outlet1": "Harbour Mail", "text2": ""},
        files=[("files", ("other.txt", OTHER.encode()))],
    )
    assert answer.status_code == 200
    assert "Read the comparison" in answer.text
    (articles,) = recorder.seen
    assert [article.id for article in articles] == ["a1", "a2"]
    assert articles[0].outlet == "Harbour Mail"
    assert articles[1].path == "other.txt"
    assert client.get(f"{answer.url}/index.html").text.endswith("<p>report</p>")
    assert client.get(f"{answer.url}/sources/a.html").text == "<p>plain</p>"


def test_a_bad_file_is_named_and_the_others_go_on(client: TestClient, recorder: Recorder) -> None:
    answer = send(client, {"text1": PIECE}, files=[("files", ("broken.pdf", b"%PDF-1.4 nothing"))])
    assert answer.status_code == 200
    assert "broken.pdf" in answer.text
    assert len(recorder.seen[0]) == 1


def test_the_same_piece_twice_is_used_once(client: TestClient, recorder: Recorder) -> None:
    answer = send(client, {"text1": PIECE, "text2": PIECE})
    assert len(recorder.seen[0]) == 1
    assert "pasted piece 2" in answer.text


@pytest.mark.parametrize("files", [[("files", ("empty.txt", b""))], [("files", ("bytes.bin", bytes(range(256)) * 20))]])
def test_nothing_readable_gives_the_form_again_with_the_reason(
    client: TestClient, recorder: Recorder, files: object
) -> None:
    answer = send(client, files=files)
    assert answer.status_code == 400
    assert "Nothing was compared" in answer.text
    assert files[0][1][0] in answer.text  # type: ignore[index]
    assert not recorder.seen


def test_an_empty_form_says_what_to_do(client: TestClient) -> None:
    answer = send(client)
    assert answer.status_code == 400
    assert "paste some text or choose a file" in answer.text


def test_more_pieces_than_the_page_takes(client: TestClient, recorder: Recorder) -> None:
    texts = {f"text{n}": PIECE.replace("nine", str(n)) for n in range(1, 9)}
    answer = send(client, texts, files=[("files", ("one-more.txt", OTHER.encode()))])
    assert answer.status_code == 400
    assert "at most 8" in answer.text
    assert not recorder.seen


def test_more_files_than_the_page_takes(client: TestClient, recorder: Recorder) -> None:
    answer = send(client, files=[("files", (f"{n}.txt", OTHER.encode())) for n in range(9)])
    assert answer.status_code == 400
    assert not recorder.seen


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:8765"]
)
def test_a_form_of_another_origin_is_refused(client: TestClient, recorder: Recorder, origin: str | None) -> None:
    answer = send(client, {"text1": PIECE}, origin=origin)
    assert answer.status_code == 403
    assert not recorder.seen


def test_a_name_rebound_to_this_machine_is_refused(recorder: Recorder) -> None:
    strange = TestClient(app.create(Config(), analyse=recorder), base_url="http://evil.example:8765")
    assert strange.get("/").status_code == 400
    assert send(strange, {"text1": PIECE}, origin="http://evil.example:8765").status_code == 400
    assert not recorder.seen


def test_every_page_lets_nothing_out(client: TestClient) -> None:
    pages = [client.get("/"), client.get("/result/unknown"), send(client), send(client, {"text1": PIECE})]
    for page in pages:
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "script-src" not in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["cache-control"] == "no-store"
        assert "http://" not in page.text
        assert "<script" not in page.text


def test_a_report_keeps_its_own_script_and_no_other(client: TestClient) -> None:
    result = send(client, {"text1": PIECE})
    policy = client.get(f"{result.url}/index.html").headers["content-security-policy"]
    assert "script-src 'sha256-abc='" in policy
    assert "script-src" not in client.get(f"{result.url}/sources/a.html").headers["content-security-policy"]


@pytest.mark.parametrize("path", ["../app.py", "..%2f..%2fetc%2fpasswd", "nothing.html"])
def test_only_files_of_the_report_are_served(client: TestClient, path: str) -> None:
    result = send(client, {"text1": PIECE})
    assert client.get(f"{result.url}/{path}").status_code == 404


def test_what_was_sent_is_escaped(client: TestClient) -> None:
    answer = send(
        client,
        {"text1": PIECE, "outlet1": "<script>alert(1)</script>"},
        files=[("files", ("<img src=x onerror=y>.pdf", b"%PDF-1.4 nothing"))],
    )
    assert "<script>" not in answer.text
    assert "<img" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_a_request_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, recorder: Recorder) -> None:
    monkeypatch.setattr(guard.Bounded.__init__, "__defaults__", (2_000_000,))
    small = TestClient(app.create(Config(), analyse=recorder), base_url=ORIGIN)
    answer = send(small, files=[("files", ("big.txt", b"word " * 500_000))])
    assert answer.status_code == 413
    assert not recorder.seen


def test_a_file_over_the_limit_is_named_with_the_setting(recorder: Recorder) -> None:
    config = parse({"ingest": {"max_bytes": 1_000}})
    client = TestClient(app.create(config, analyse=recorder), base_url=ORIGIN)
    answer = send(client, files=[("files", ("long.txt", OTHER.encode() * 3))])
    assert "long.txt" in answer.text
    assert "1,000 bytes" in answer.text


def test_only_the_newest_reports_are_kept(client: TestClient) -> None:
    urls = [send(client, {"text1": PIECE.replace("nine", str(n))}).url for n in range(9)]
    assert client.get(str(urls[0])).status_code == 404
    assert client.get(str(urls[-1])).status_code == 200


def test_an_error_of_the_engine_is_shown(recorder: Recorder) -> None:
    def fails(articles: tuple[Article, ...]) -> Mapping[str, bytes]:
        raise FramingError("weights.onnx: is damaged; install the package again")

    client = TestClient(app.create(Config(), analyse=fails), base_url=ORIGIN)
    answer = send(client, {"text1": PIECE})
    assert answer.status_code == 500
    assert "weights.onnx: is damaged" in answer.text


@pytest.mark.parametrize("package", ["starlette", "python_multipart"])
def test_a_missing_extra_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(FramingError, match=r'pip install "framing\[web\]"'):
        app.create(Config())


def test_importing_the_page_does_not_import_the_server() -> None:
    import subprocess

    code = "import sys, framing.web.app; print('starlette' in sys.modules, 'jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
