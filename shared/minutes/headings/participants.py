"""Who was present, in numbers: by sector, by their way of taking part, and beside how many were invited."""

from __future__ import annotations

from shared.domain.attendance import INVITED, OTHERWISE, SEX, SEXES
from shared.domain.records import Seat, Sector

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part, Run, Strong, Table
from .common import under


def participants(sheet: Sheet) -> Part:
    ways, invited = ways_of(sheet), sheet.workshop.attendance.get(INVITED, {})
    present = {str(sector): sum(way.get(sector, 0) for way in ways.values()) for sector in Sector}
    total = sum(way.get(sector, 0) for way in ways.values() for sector in (*Sector, ""))
    sexes = sheet.workshop.attendance.get(SEX, {})
    named = named_of(sheet)
    data = {
        "total": total,
        "by_sector": present,
        "by_way": {way: sum(numbers.values()) for way, numbers in ways.items()},
        "by_sex": sexes,
        "invited": invited,
        "named": [{name: getattr(seat, name) for name in ("name", "organisation", "sector")} for seat in named],
    }
    if not total and not invited and not sexes:
        return under(sheet, "participants", (), data)
    blocks: list[Block] = [_table(sheet, ways, present, total, invited)]
    if invited:
        said = sheet.say("minutes.of_invited", invited=sum(invited.values()), present=total)
        blocks.append(Paragraph(Strong(said)))
        if few := [sector for sector, n in present.items() if 2 * n < invited.get(sector, 0)]:
            sectors = sheet.listed(sheet.say(f"common.sector.{sector}") for sector in few)
            blocks.append(Paragraph(sheet.say("minutes.under_half", sectors=sectors)))
    if sexes:
        counts = [f"{sheet.say(f'minutes.{sex}')} {sexes.get(sex, 0)}" for sex in SEXES]
        rest = total - sum(sexes.values())
        counts += [sheet.say("minutes.sex_uncounted", n=rest)] if rest > 0 else []
        blocks.append(Paragraph(sheet.dotted(counts)))
    if named:
        blocks.append(Paragraph(Link(sheet.say("minutes.attendance"), "attendance")))
    return under(sheet, "participants", blocks, data)


def ways_of(sheet: Sheet) -> dict[str, dict[str, int]]:
    """Count people by their way of taking part and by sector, "" where a script joined without one."""
    seats = sheet.find(Seat, removed=False)
    phones = {sector: sum(seat.sector == sector for seat in seats) for sector in (*map(str, Sector), "")}
    others = {way: sheet.workshop.attendance[way] for way in OTHERWISE if way in sheet.workshop.attendance}
    return {"phone": {sector: n for sector, n in phones.items() if n}, **others}


def named_of(sheet: Sheet) -> list[Seat]:
    """List who said that their name may stand in the minutes, by sector and name."""
    seats = [seat for seat in sheet.find(Seat, removed=False) if seat.named and seat.name]
    order = {str(sector): place for place, sector in enumerate(Sector)}
    return sorted(seats, key=lambda seat: (order.get(seat.sector, len(order)), seat.name.casefold(), seat.id))


def _table(
    sheet: Sheet, ways: dict[str, dict[str, int]], present: dict[str, int], total: int, invited: dict[str, int]
) -> Table:
    several = len(ways) > 1
    columns = [sheet.say("minutes.sector")]
    columns += [sheet.say(f"minutes.by_{way}") for way in ways] if several else []
    columns.append(sheet.say("minutes.present") if several or invited else sheet.say("minutes.number"))
    columns += [sheet.say("minutes.invited")] if invited else []
    rows: list[list[Run]] = []
    for sector, n in present.items():
        row: list[Run] = [sheet.say(f"common.sector.{sector}")]
        row += [str(numbers.get(sector, 0)) for numbers in ways.values()] if several else []
        rows.append([*row, str(n), *([str(invited.get(sector, 0))] if invited else [])])
    last: list[Run] = [sheet.say("minutes.total")]
    last += [str(sum(numbers.values())) for numbers in ways.values()] if several else []
    rows.append([*last, str(total), *([str(sum(invited.values()))] if invited else [])])
    return Table(sheet.say("minutes.participants"), columns, rows, frozenset(range(1, len(columns))))
