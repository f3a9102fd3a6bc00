"""Starting: set up once, clear words where something is missing, one server on the same data."""

from __future__ import annotations

import errno
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from shared import bootstrap
from shared.commands.serve import check_port, no_phone_reaches
from shared.config import SettingsError
from tests.harness.server import ROOT, Server


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def serve(data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run("-m", "shared.cli", "serve", "--host", "127.0.0.1", "--data", str(data), *more)


def one_sentence(done: subprocess.CompletedProcess[str], code: int = 1) -> str:
    assert done.returncode == code
    assert done.stderr.strip().count("\n") == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_second_set_up_does_nothing(monkeypatch):
    dev = bool(bootstrap._noted().get("dev"))
    bootstrap.set_up(dev)

    def nothing(*words: object) -> None:
        raise AssertionError(f"set up again: {words}")

    for name in ("_make_environment", "_pip", "_npm", "_node"):
        monkeypatch.setattr(bootstrap, name, nothing)
    bootstrap.set_up(dev)


def test_changed_sources_are_built_anew_and_nothing_else_is_done(monkeypatch):
    done = []
    for name in ("_make_environment", "_pip", "_npm", "_node", "_note"):
        monkeypatch.setattr(bootstrap, name, lambda *words, name=name: done.append(name))
    noted = {**bootstrap._noted(), "front": "of old sources"}
    monkeypatch.setattr(bootstrap, "_noted", lambda: noted)
    bootstrap.set_up(dev=bool(noted.get("dev")))
    assert done == ["_node", "_note"]


def test_an_environment_whose_making_was_cut_short_is_made_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    bootstrap._python().parent.mkdir(parents=True)
    bootstrap._python().write_text("#!/bin/sh\nexit 1\n")
    bootstrap._python().chmod(0o755)
    assert not bootstrap._has_pip()
    bootstrap._make_environment()
    assert bootstrap._has_pip()


def test_all_is_installed_anew_when_the_system_gets_another_python(monkeypatch, tmp_path):
    note = tmp_path / "note"
    monkeypatch.setattr(bootstrap, "NOTE", note)
    bootstrap._note({"locks": "of now"})
    assert bootstrap._noted()["locks"] == "of now"
    monkeypatch.setattr(bootstrap, "_real_python", lambda: "/usr/bin/python9.9")
    assert bootstrap._noted() == {}


def test_the_bootstrap_stands_on_the_standard_library_alone():
    code = (
        "import sys; import shared.bootstrap; "
        "print([m for m in sys.modules.values() if 'site-packages' in str(getattr(m, '__file__', ''))])"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_venv_module_is_told_with_the_line_that_mends_it(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "NOTE", tmp_path / ".venv" / "note")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert bootstrap.main(["serve"]) == 1
    assert "apt install python3-venv" in capsys.readouterr().err


def test_an_old_python_is_told(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    assert bootstrap.main([]) == 1
    assert "Python 99.0 or later is needed" in capsys.readouterr().err


def test_a_taken_port_is_told_with_another_one(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = one_sentence(serve(tmp_path, "--port", str(port)))
    assert f"Port {port} is taken" in said and f"--port {port + 1}" in said


def test_the_last_port_is_followed_by_none(monkeypatch):
    def is_taken(self, address):
        raise OSError(errno.EADDRINUSE, "taken")

    monkeypatch.setattr(socket.socket, "bind", is_taken)
    with pytest.raises(SettingsError, match="--port 65534"):
        check_port("127.0.0.1", 65535)


@pytest.mark.parametrize(
    ("base", "unreached"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost:8000", True),
        ("http://[::1]:8000", True),
        ("http://192.168.1.20:8000", False),
        ("https://led.example.org", False),
    ],
)
def test_it_is_told_where_no_phone_reaches_the_address(base, unreached):
    assert no_phone_reaches(base) is unreached


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    assert "cannot be written" in one_sentence(serve(file / "data", "--port", "0"))
    if os.geteuid() != 0:  # nothing is closed to root
        closed = tmp_path / "closed"
        closed.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
        assert "cannot be written" in one_sentence(serve(closed, "--port", "0"))


def test_a_second_server_on_the_same_data_is_refused_and_the_first_goes_on(tmp_path):
    with Server(tmp_path / "data") as first:
        assert "Another server is running" in one_sentence(serve(first.data, "--port", "0"))
        assert first.token


def test_the_first_start_prints_what_a_newcomer_needs_and_the_second_no_link(tmp_path):
    server = Server(tmp_path / "data")
    with server:
        said = "\n".join(server.lines)
        assert f"Console: http://127.0.0.1:{server.port}/facilitator/" in said
        assert server.first_link and "Join: http" in said and "█" in said
        assert server.token
    assert server.pid and stat.S_IMODE((server.data / "secret.key").stat().st_mode) == 0o600
    server.lines.clear()
    with server:
        assert not any("First sign-in" in line for line in server.lines)


def test_sigterm_ends_the_server_cleanly(tmp_path):
    server = Server(tmp_path / "data").start()
    assert server.stop() == 0
    assert not server.tracebacks(), server.lines


@pytest.mark.parametrize("words", [["nonsense"], ["serve", "--port", "x"], ["workshop", "new"], ["minutes"]])
def test_wrong_use_is_told_and_ends_with_two(words):
    done = run("-m", "shared.cli", *words)
    assert done.returncode == 2 and "Error" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [[], ["serve"], ["user"], ["user", "add"], ["workshop"], ["minutes"], ["demo"], ["migrate"]]
)
def test_every_command_has_help(words):
    done = run("-m", "shared.cli", *words, "--help")
    assert done.returncode == 0 and "Usage" in done.stdout


def test_the_application_is_there_for_other_servers(tmp_path):
    code = "import wsgi; print(callable(wsgi.app))"
    done = run("-c", code, LED_DATA=str(tmp_path))
    assert done.stdout.strip() == "True", done.stderr
