"""What the project's own files promise: no address of a registry, and a hash for all that is fetched."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOSTS = re.compile(
    "|".join(
        re.escape(part[::-1])
        for part in (
            "gro.ipyp",
            "gro.detsohnohtyp",
            "gro.sjmpn",
            "moc.sjmpn",
            "gkpnu",
            "rviledsj",
            "moc.buhtig.wedoc",
            "gro.naibed.bed",
        )
    )
)


def committed() -> list[Path]:
    """All files that are, or are about to be, in the repository."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def test_no_committed_file_names_a_package_registry():
    files = committed()
    assert len(files) > 200
    for file in files:
        assert not HOSTS.search(file.read_text("utf-8", errors="ignore")), file


@pytest.mark.parametrize("lock", ["runtime", "build", "dev"])
def test_every_locked_requirement_has_its_hashes_and_no_address(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    wanted = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(wanted) > 2
    for requirement in wanted:
        assert re.match(r"[a-z0-9][\w.-]*(\[[a-z,-]+\])?==", requirement) and "--hash=sha256:" in requirement, (
            requirement
        )
    assert "://" not in text


def test_what_runs_is_there_for_the_tests_too():
    def locked(lock: str) -> set[str]:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
        return {line.split(" ")[0] for line in text.splitlines() if re.match(r"[a-z0-9]", line)}

    assert locked("runtime") <= {re.sub(r"\[.*\]", "", line) for line in locked("dev")}


def test_what_is_asked_for_with_an_extra_is_locked_with_it():
    """Otherwise pip looks for the newest one that has the extra, finds it without a hash, and installs nothing."""
    text = (ROOT / "requirements/dev.txt").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9][\w.-]*?)(\[[a-z,-]+\])?==", text, re.MULTILINE))
    asked = [
        (name, f"[{extra}]")
        for package in locked
        for needed in _needed_by(package)
        for name, extra in re.findall(r"^([\w.-]+)\[([a-z,-]+)\]", needed)
    ]
    assert ("coverage", "[toml]") in asked
    assert [(name, extra) for name, extra in asked if locked.get(name) != extra] == []


def _needed_by(package: str) -> list[str]:
    """Say what an installed package needs here; one of another platform is not installed."""
    try:
        return [needed for needed in requires(package) or [] if "extra ==" not in needed]
    except PackageNotFoundError:
        return []


def test_every_front_end_package_is_locked_by_its_hash_and_without_an_address():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 50
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package.get("integrity", "").startswith("sha512-"), name
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    versions = [*wanted["dependencies"].values(), *wanted["devDependencies"].values()]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_the_roof_has_the_rooms_that_the_readme_names():
    known = {"facilitator", "participant", "shared", "tests", "docs", "requirements", ".ci"}
    folders = {file.relative_to(ROOT).parts[0] for file in committed() if len(file.relative_to(ROOT).parts) > 1}
    assert folders == known
