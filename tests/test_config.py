"""Settings: every key has its meaning, unknown keys are errors with a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import config
from framing.errors import ConfigError


def test_shipped_file_is_the_defaults_with_meanings(root: Path) -> None:
    shipped = root / "config.yaml"
    assert config.load(shipped) == config.Config()
    assert shipped.read_text(encoding="utf-8") == config.describe(config.Config())


def test_every_setting_has_a_meaning() -> None:
    for section in config.Config.model_fields.values():
        assert isinstance(section.annotation, type)
        for key, field in section.annotation.model_fields.items():
            assert field.description, key


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wordng:\n  threshold: 0.4\n", "unknown setting `wordng`; did you mean `wording`?"),
        ("wording:\n  treshold: 0.4\n", "unknown setting `wording.treshold`; did you mean `wording.threshold`?"),
        ("wording:\n  zzz: 1\n", "unknown setting `wording.zzz`"),
        ("wording:\n  threshold: 3\n", "wording.threshold"),
        ("wording:\n  threshold: high\n", "wording.threshold"),
        ("- a\n", "must hold settings"),
        ("a: [\n", "is not valid YAML"),
    ],
)
def test_wrong_settings_name_file_key_and_reason(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.yaml: cannot be read"):
        config.load(tmp_path / "none.yaml")


def test_file_in_the_working_folder_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.load(None) == config.Config()
    (tmp_path / "config.yaml").write_text("check:\n  fail_on: error\n", encoding="utf-8")
    assert config.load(None).check.fail_on == "error"


def test_digest_changes_with_settings_only() -> None:
    assert config.Config().digest == config.parse({}).digest
    assert config.Config().digest != config.parse({"wording": {"threshold": 0.6}}).digest
