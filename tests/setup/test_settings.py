"""Settings: read once from the environment, refused with one sentence where they do not fit."""

from __future__ import annotations

import stat

import pytest

from shared.config import Settings, SettingsError, lan_addresses


def test_without_any_setting_all_is_in_the_data_folder(tmp_path):
    settings = Settings.read({}, data=tmp_path / "made")
    assert settings.database_url == f"sqlite:///{tmp_path / 'made' / 'led.sqlite3'}"
    assert (settings.host, settings.port, settings.public_url) == ("0.0.0.0", 8000, None)


def test_words_on_the_command_line_go_before_the_environment(tmp_path):
    environ = {"LED_DATA": str(tmp_path / "a"), "LED_HOST": "192.0.2.7", "LED_PORT": "8111"}
    assert Settings.read(environ).port == 8111
    settings = Settings.read(environ, data=tmp_path / "b", host="127.0.0.1", port=9000)
    assert (settings.data, settings.host, settings.port) == (tmp_path / "b", "127.0.0.1", 9000)
    assert not (tmp_path / "a" / "secret.key").samefile(settings.data / "secret.key")


def test_the_secret_is_made_once_and_is_its_owners_alone(tmp_path):
    first = Settings.read({}, data=tmp_path).secret
    assert len(first) == 64 and Settings.read({}, data=tmp_path).secret == first
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert Settings.read({"LED_SECRET_KEY": "given"}, data=tmp_path).secret == b"given"


@pytest.mark.parametrize("url", ["postgresql://u@h/db", "postgresql+psycopg://u@h/db"])
def test_postgresql_is_reached_by_the_one_driver_that_is_installed(tmp_path, url):
    assert Settings.read({"LED_DATABASE_URL": url}, data=tmp_path).database_url == "postgresql+psycopg://u@h/db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LED_DATABASE_URL", "mysql://h/db"),
        ("LED_PORT", "http"),
        ("LED_PORT", "65536"),
        ("LED_PORT", "-1"),
        ("LED_TRUSTED_PROXIES", "all"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(tmp_path, name, value):
    with pytest.raises(SettingsError, match=name):
        Settings.read({name: value}, data=tmp_path)


def test_a_public_address_is_kept_without_its_last_slash(tmp_path):
    assert Settings.read({"LED_PUBLIC_URL": "https://led.example/"}, data=tmp_path).public_url == "https://led.example"


def test_phones_are_never_sent_to_this_machine_itself():
    assert all(not address.startswith("127.") and address != "0.0.0.0" for address in lan_addresses())
