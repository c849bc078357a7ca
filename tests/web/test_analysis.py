"""The local page with the engine behind it, from files to report and worksheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.config import Config
from framing.web import app

pytest.importorskip("starlette")
from starlette.testclient import TestClient

ORIGIN = "http://127.0.0.1:8765"


@pytest.mark.slow
def test_seed_pieces_become_a_report_and_a_worksheet(root: Path) -> None:
    client = TestClient(app.create(Config()), base_url=ORIGIN)
    files = [("files", (path.name, path.read_bytes())) for path in sorted((root / "seeds").glob("0*.md"))]
    answer = client.post("/compare", files=files, headers={"origin": ORIGIN})
    assert answer.status_code == 200
    assert "Halyard Post" in answer.text
    report = client.get(f"{answer.url}/index.html")
    assert "script-src 'sha256-" in report.headers["content-security-policy"]
    assert str(root) not in report.text
    worksheet = client.get(f"{answer.url}/worksheet/worksheet.html")
    assert "Whose words are these?" in worksheet.text
    assert client.get(f"{answer.url}/worksheet/key.html").status_code == 200
