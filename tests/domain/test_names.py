"""A name is found whole and in parts, in any case and with endings; offices are no people."""

from __future__ import annotations

import pytest

from shared.domain.names import Names

PEOPLE = Names(
    ["Oyuna Bat", "Dr. Hans von der Leyen", "Бат-Эрдэнэ Оюун", "Анна Иванова", "سارة محمود", "Bo"],
    ["Dorj", "Office of the district", "Chamber"],
    ["Chamber of Altan-Ovoo"],
)


@pytest.mark.parametrize(
    "text",
    [
        *("Oyuna Bat leads it", "OYUNA said so", "ask oyuna", "Oyuna's loom", "Bat, too", "with Bo"),
        *("Leyen zahlt", "die Leyens", "Оюуны санаа", "Бат-Эрдэнэд өгнө", "Ивановой поручено", "Анны план"),
        *("قالت سارة ذلك", "سُلّم لسارة المفتاح", "Dorj buys it", "the Office of the district pays"),
        *("write to a@example.org", "call 9911 2233"),
    ],
)
def test_it_is_found(text: str):
    assert PEOPLE.found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Loans and roads go on", "The chamber helps", "Batteries are dear", "von der Straße", "Dr. med."),
        *("district roads", "Зам муу", "الطريق سيئ", "In 2026 we trained 3,540 people", "", "about bonds"),
    ],
)
def test_it_is_not_found(text: str):
    assert not PEOPLE.found_in(text)


def test_nobody_is_nobody():
    assert not Names([""], ["  "]).found_in("Anybody at all")


def test_a_name_in_small_letters_and_one_of_two_letters_are_found_too():
    assert Names(["aya bat"]).found_in("Aya will call the mayor")
    assert Names(["Li Wei"]).found_in("Li will call") and not Names(["Li Wei"]).found_in("a little list")
    assert not Names(["Ann von der Leyen"]).found_in("von der Straße")
