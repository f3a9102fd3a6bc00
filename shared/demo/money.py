"""The demo programme's fund: two givers, a call a year, envelopes, the contracts and payments of all measures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from shared.domain.financing.books import Booking, tranches
from shared.domain.financing.calls import Call, Giver, Window
from shared.domain.register.entries import Entry
from shared.domain.register.states import STARTED
from shared.store import financing
from shared.store.keys import new_id

_GIVERS = (
    Giver("donor", "Development partner", "Local measures", "A report each half-year"),
    Giver("chamber", "Umbrella chamber"),
)
_WINDOWS = (Window(12000, 10), Window(45000, 30, True))
_ENVELOPE = 12000


class DemoFund:
    """Keeps the fund's books while the programme is built."""

    def __init__(self, connection: Any, who: str) -> None:
        self.connection, self.who = connection, who
        self.calls: dict[int, Call] = {}
        self.givers = [replace(one, id=new_id()) for one in _GIVERS]
        for one in self.givers:
            financing.keep_giver(connection, one)

    def envelope(self, region: str, year: int) -> str:
        """Lay a year's money in for a region; the givers take turns."""
        if year not in self.calls:
            title, opens, closes = f"LED {year}", f"{year - 1}-10-01", f"{year - 1}-10-28"
            made = Call(new_id(), title, "EUR", opens, closes, _WINDOWS, 2000, "Umbrella chamber")
            financing.keep_call(self.connection, made)
            self.calls[year] = made
        financing.lay(self.connection, self.calls[year].id, region, self.givers[year % 2].id, _ENVELOPE)
        return financing.stands(self.connection, [region], "9999", self.calls[year].id)[0].envelope.id

    def pays(self, entry: Entry, year: int, start: date, ended: date | None, today: date) -> None:
        """Book what a measure has been promised, paid and accounted for by today."""
        if entry.state not in STARTED:
            return
        drawn, asked = self.envelope(entry.region, year), int(entry.form["asked"])
        self._book(entry, drawn, "committed", asked, start - timedelta(days=20), "Contract")
        first, second, last = tranches(asked, self.calls[year])
        steps = [(start, "paid", first, 1), (start + timedelta(days=60), "accounted", first, 0)]
        steps.append((start + timedelta(days=70), "paid", second, 2))
        if ended is not None:
            steps += [(ended, "accounted", second, 0), (ended, "paid", last, 3), (ended, "accounted", last, 0)]
        for day, kind, amount, tranche in steps:
            if day <= today:
                self._book(entry, drawn, kind, amount, day, "Receipts of the region", tranche)

    def _book(self, entry: Entry, drawn: str, kind: str, amount: int, day: date, proof: str, tranche: int = 0) -> None:
        line = Booking(new_id(), entry.id, drawn, kind, amount, day.isoformat(), tranche, proof, "", self.who, 0)
        financing.write(self.connection, line)
