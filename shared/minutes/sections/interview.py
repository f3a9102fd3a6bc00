"""Interviews in the minutes: how many, the line that was read out, what they tell of the factors. Never who it was."""

from __future__ import annotations

from collections.abc import Sequence

from shared.domain.activities.interview import WANTED
from shared.domain.drawing import contested, evidence_of, tagged, unheard
from shared.domain.records import Activity, Finding, Interview, Phase, Sector
from shared.domain.specimen import SECTOR_OF

from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table
from .reading import listed, told


def interview(sheet: Sheet, activity: Activity) -> Part:
    """Tell the round; what was heard only once it is closed, and of what is confidential no more than how much."""
    held = sheet.find(Interview, activity=activity.id)
    sectors = [SECTOR_OF[one.group] for one in held]
    counts = {str(sector): sectors.count(sector) for sector in Sector}
    consents = list(dict.fromkeys(one.consent for one in held))
    blocks: list[Block] = [
        Paragraph(sheet.say("interview.minutes.asked", n=len(activity.settings["guide"])), role="fact"),
        Paragraph(sheet.say("interview.minutes.held", n=len(held))),
        _by_sector(sheet, activity, counts),
    ]
    if consents:
        blocks.append(Paragraph(Strong(sheet.say("interview.minutes.consent"))))
        blocks.append(Items([Item(line) for line in consents]))
    data = {"interviews": len(held), "sectors": counts, "consent": consents}
    if activity.phase != Phase.CONFIRMED:
        blocks.append(Paragraph(sheet.say("interview.minutes.later"), role="hint"))
        return Part(tuple(blocks), {**data, "findings": []})
    points = {point["id"] for one in held for point in tagged(one)}
    drawn = [finding for finding in sheet.find(Finding) if finding.id in points]
    open_ = [finding for finding in drawn if not finding.confidential]
    blocks += [*_evidence(sheet, held), *_compared(sheet, held), *listed(sheet, open_)]
    if len(open_) < len(drawn):
        blocks.append(Paragraph(sheet.say("interview.minutes.confidential", n=len(drawn) - len(open_)), role="hint"))
    data["findings"] = [told(finding) for finding in open_]
    data["evidence"] = {code: evidence.by_sector for code, evidence in evidence_of(held).items()}
    data["contested"], data["unheard"] = contested(held), unheard(held)
    return Part(tuple(blocks), data)


def _by_sector(sheet: Sheet, activity: Activity, counts: dict[str, int]) -> Table:
    rows: list[list[Run]] = [
        [sheet.say(f"common.sector.{sector}"), Strong(str(n)), str(activity.settings[WANTED[sector]])]
        for sector, n in counts.items()
    ]
    columns = [sheet.say(f"interview.minutes.{name}") for name in ("sector", "n", "wanted")]
    return Table(sheet.say("interview.minutes.by_sector"), columns, rows, frozenset({1, 2}))


def _evidence(sheet: Sheet, held: Sequence[Interview]) -> list[Block]:
    rows: list[list[Run]] = [
        [
            _named(sheet, code),
            *(str(evidence.by_sector.get(sector, 0)) for sector in Sector),
            sheet.say(f"findings.confidence.{evidence.confidence}"),
        ]
        for code, evidence in evidence_of(held).items()
    ]
    if not rows:
        return []
    columns = [sheet.say("interview.minutes.factor"), *(sheet.say(f"common.sector.{sector}") for sector in Sector)]
    columns.append(sheet.say("interview.minutes.confidence"))
    return [Table(sheet.say("interview.minutes.evidence"), columns, rows, frozenset({1, 2, 3}))]


def _compared(sheet: Sheet, held: Sequence[Interview]) -> list[Block]:
    blocks: list[Block] = []
    differ = contested(held)
    if differ:
        blocks.append(Paragraph(_names(sheet, "contested", differ)))
    for sector, codes in unheard(held).items():
        if codes and held:
            blocks.append(Paragraph(_names(sheet, f"unheard.{sector}", codes), role="hint"))
    return blocks


def _names(sheet: Sheet, key: str, codes: Sequence[str]) -> str:
    return sheet.say(f"interview.minutes.{key}", names=sheet.listed(_named(sheet, code) for code in codes))


def _named(sheet: Sheet, code: str) -> str:
    return f"{sheet.say(f'factors.words.{code}')} {code}"
