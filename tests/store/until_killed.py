"""Run by test_durable: write cards from eight threads, and say of each that it is acknowledged, until killed."""

import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from shared.store.store import Store
from tests.store.databases import SECRET
from tests.store.house import House, Phone

house = House(Store(sys.argv[1], SECRET)).opens()
house.does("activity.edit", activity=house.obstacles.id, settings={"limit": 0})
house.opens_the_cards()
print(house.id, flush=True)


def writes(phone: Phone) -> None:
    while True:
        sys.stdout.write(phone.writes("Trees") + "\n")
        sys.stdout.flush()


for _ in range(8):
    threading.Thread(target=writes, args=(house.joins(),)).start()
