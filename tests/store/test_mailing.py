"""Letters in the store, on both kinds of database: each for one sender alone, however many look for work."""

from __future__ import annotations

from shared.domain.mailing import LEASE, Sending
from shared.store import mailing
from shared.store.store import Store
from tests.people import together
from tests.store.databases import SECRET
from tests.store.house import House

NOW = 1_700_000_000_000


def leaves(house: House, number: int) -> None:
    for n in range(number):
        told = (f"digest-{n:03}", f"p{n}@example.org", "en", NOW)
        assert house.store.write(lambda c, told=told: mailing.add(c, house.id, *told))
        assert not house.store.write(lambda c, told=told: mailing.add(c, house.id, *told))


def test_two_senders_never_get_the_same_letter(house: House):
    leaves(house, 30)
    assert house.store.write(lambda c: mailing.queue(c, house.id, NOW, Sending.WAITING)) == 30
    senders = [Store(house.store.url, SECRET) for _ in range(2)]

    def sends(store: Store) -> list[str]:
        sent, empty = [], 0
        while empty < 3:
            letter = store.write(lambda c: mailing.claim(c, NOW))
            if letter is None:
                empty += 1
                continue
            sent.append(letter.address)
            store.write(lambda c, letter=letter: mailing.done(c, letter))
        return sent

    found = together(*((lambda store=store: sends(store)) for store in senders))
    for store in senders:
        store.close()
    assert sorted(address for sent in found for address in sent) == sorted(f"p{n}@example.org" for n in range(30))
    with house.store.read() as connection:
        assert mailing.counts(connection, house.id) == {"sent": 30}


def test_a_letter_goes_through_its_states(house: House):
    leaves(house, 1)
    assert house.store.write(lambda c: mailing.claim(c, NOW)) is None, "it waits for the facilitator"
    house.store.write(lambda c: mailing.queue(c, house.id, NOW, Sending.WAITING))
    letter = house.store.write(lambda c: mailing.claim(c, NOW))
    assert letter.tries == 1
    assert not house.store.write(lambda c: mailing.forget(c, house.id, letter.digest)), "it is on its way"
    house.store.write(lambda c: mailing.put_off(c, letter, NOW + 60_000))
    assert house.store.write(lambda c: mailing.claim(c, NOW + 59_999)) is None
    again = house.store.write(lambda c: mailing.claim(c, NOW + 60_000))
    assert again.tries == 2
    assert house.store.write(lambda c: mailing.unsure(c, NOW + 60_000 + LEASE * 1000)) == 1
    house.store.write(lambda c: mailing.done(c, again))  # comes too late: a person decides by now
    with house.store.read() as connection:
        assert mailing.failed(connection, house.id) == [("digest-000", "p0@example.org", mailing.UNSURE)]
    assert house.store.write(lambda c: mailing.forget(c, house.id, letter.digest))
