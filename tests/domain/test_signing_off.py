"""Signing off: how far a version has come, and who may still sign it."""

from __future__ import annotations

from datetime import date

import pytest

from shared.domain.corrections import Window
from shared.domain.signing_off import MOST_SIGNERS, named, signed_on, signs, state_of, struck


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("planned", {"begun": False}),
        ("draft", {}),
        ("correction", {"window": Window(0, 100)}),
        ("correction", {"window": Window(0, 100), "signed": [True]}),
        ("draft", {"window": Window(0, 50)}),
        ("draft", {"signed": [True, False]}),
        ("confirmed", {"signed": [True, True]}),
        ("confirmed", {"sealed": True, "window": Window(0, 100), "signed": [False]}),
    ],
)
def test_how_far_a_version_has_come(wanted, told):
    assert state_of(**{"begun": True, "window": None, "signed": [], "sealed": False, "now": 50, **told}) == wanted


def test_who_signs_has_a_role_and_a_name(refused):
    assert named(" Host ", "Dorj", sealed=False, so_far=0) == ("Host", "Dorj")
    for role, name in (("", "Dorj"), ("Host", " ")):
        with refused("invalid"):
            named(role, name, sealed=False, so_far=0)
    with refused("limit", "signers_full"):
        named("Host", "Dorj", sealed=False, so_far=MOST_SIGNERS)


def test_a_signature_is_given_once_and_none_on_a_sealed_version(refused):
    signs(sealed=False, signed=False)
    with refused("conflict", "signed_already"):
        signs(sealed=False, signed=True)
    for act in (
        lambda: signs(sealed=True, signed=False),
        lambda: struck(sealed=True),
        lambda: named("Host", "Dorj", sealed=True, so_far=0),
    ):
        with refused("phase_closed", "version_sealed"):
            act()


def test_nobody_has_signed_tomorrow(refused):
    assert signed_on("2026-11-26", date(2026, 11, 26)) == "2026-11-26"
    with refused("invalid", "signed_later"):
        signed_on("2026-11-27", date(2026, 11, 26))
    with refused("invalid", "argument_wrong"):
        signed_on("soon", date(2026, 11, 26))
