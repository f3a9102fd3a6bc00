"""Run under gevent by test_writer: two hundred commands at once, beside a loop that must not stand still."""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402

sys.path.insert(0, str(Path(__file__).parents[2]))

from shared.domain.records import Card  # noqa: E402
from shared.store.store import Store  # noqa: E402
from tests.store.databases import SECRET  # noqa: E402
from tests.store.house import House  # noqa: E402

store = Store(sys.argv[1], SECRET)
house = House(store).opens()
house.does("activity.edit", activity=house.obstacles.id, settings={"limit": 0})
house.opens_the_cards()
phones = [house.joins() for _ in range(20)]
gaps: list[float] = []


def ticks() -> None:
    last = time.monotonic()
    while True:
        gevent.sleep(0.01)
        gaps.append(time.monotonic() - last)
        last = time.monotonic()


def holds(_: object) -> None:
    monkey.get_original("time", "sleep")(0.5)


ticker = gevent.spawn(ticks)
writes = [gevent.spawn(phone.writes, f"{phone.number} {n}") for phone in phones for n in range(10)]
gevent.joinall(writes, raise_error=True)
gaps.clear()
store.write(holds)  # half a second in the database, and the loop ticks on
ticker.kill()
print(len(house.all(Card)), "went on" if len(gaps) > 20 else f"stood still {gaps}")
store.close()
