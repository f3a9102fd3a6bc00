"""What every vote tells in the minutes beside its figures: how it was held, who voted, and what fell level."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from shared.domain.records import Activity, Card, Cluster, Measure, Phase, Sector
from shared.domain.showing import told

from ..charts import slopes
from ..charts.bars import WIDTH, Bar, bars
from ..sheet import Sheet
from ..tree import Block, Figure, Link, Paragraph, Part, Run, Strong, Table, strong, text_of

_PLACES: dict[type[Any], str] = {Cluster: "group", Card: "card", Measure: "measure"}


def revealed(activity: Activity) -> dict[str, Any] | None:
    """Give the frozen result once the room has seen it."""
    return told(activity) if activity.phase in (Phase.REVEALED, Phase.CONFIRMED) else None


def not_yet(sheet: Sheet, activity: Activity, asked: str) -> Part:
    """Tell a vote whose figures nobody may know yet."""
    return Part((how(sheet, activity, asked), Paragraph(sheet.say(f"vote.minutes.{activity.phase}"), role="hint")))


def how(sheet: Sheet, activity: Activity, asked: str) -> Paragraph:
    """Tell how it was voted: the rule, secrecy, what a ballot was given for, and the line (reliability: 2.4)."""
    secret = activity.settings.get("secret", True)
    parts = [
        asked,
        sheet.say("vote.minutes.secret" if secret else "vote.minutes.not_secret"),
        sheet.say("vote.minutes.credential_link"),
        sheet.say("vote.minutes.encrypted" if sheet.encrypted else "vote.minutes.not_encrypted"),
    ]
    if secret and activity.settings.get("few"):
        parts.append(sheet.say("vote.minutes.few_voters"))
    parts += rules(sheet, activity)
    return Paragraph(" · ".join(parts), role="fact")


def rules(sheet: Sheet, activity: Activity) -> list[str]:
    """Tell what was fixed before the vote opened: its quorum, what becomes of level ones, how figures are rounded."""
    settings = activity.settings
    told = []
    if settings.get("quorum"):
        told.append(sheet.say(f"vote.words.quorum_{settings['quorum_as']}", n=settings["quorum"]))
    if "ties" in settings:
        told.append(sheet.say(f"vote.words.ties.{settings['ties']}"))
    return [*told, sheet.say("vote.words.rounding")]


def quorum(sheet: Sheet, activity: Activity, result: Mapping[str, Any]) -> list[Block]:
    """Tell whether a result has its quorum, and why it was agreed on without."""
    if not (asked := result.get("quorum")):
        return []
    key = "quorum_reached" if asked["reached"] else "no_quorum"
    blocks: list[Block] = [Paragraph(Strong(sheet.say(f"vote.words.{key}", cast=result["cast"], need=asked["need"])))]
    if activity.agreed_because:
        blocks.append(Paragraph(sheet.say("vote.minutes.agreed_below", reason=activity.agreed_because)))
    return blocks


def lots(sheet: Sheet, activity: Activity, result: Mapping[str, Any]) -> list[Block]:
    """Tell the lots that were drawn, and how anybody can work them out again."""
    items = {item["id"]: item for item in result.get("items", ())}
    return [
        Paragraph(
            sheet.woven(
                "vote.minutes.lot",
                place=lot["place"],
                number=f"{lot['number']:06d}",
                names=sheet.joined((named(sheet, items[id]) for id in lot["order"] if id in items), " · "),
            )
        )
        for lot in activity.lots
    ]


def joins(sheet: Sheet, activity: Activity, result: Mapping[str, Any]) -> list[Block]:
    """Tell what was said after the vote to be the same as another thing, by whom, and what was taken apart again."""
    titles = _titles(result)
    blocks: list[Block] = []
    for entry in result.get("joined", ()):
        one, gone = titles.get(entry["into"], ""), {"id": entry["gone"], "title": entry["title"]}
        said = {"by": entry["by"], "at": sheet.words.clock(entry["at"]), "n": entry["after"]}
        figures = {"one": entry["before"][1], "other": entry["before"][0]}
        names = {"gone": [named(sheet, gone)], "into": [named(sheet, {"id": entry["into"], "title": one})]}
        blocks.append(Paragraph(sheet.woven("vote.minutes.joined", **names, **said, **figures)))
    if blocks and activity.kind == "dots" and activity.settings["dots"] > 1:
        blocks.append(Paragraph(sheet.say("vote.minutes.joined_most", n=activity.settings["most"]), role="hint"))
    for apart in result.get("parted", ()):
        names = {"names": sheet.joined([named(sheet, {"id": id, "title": titles.get(id, id)}) for id in apart["ids"]])}
        told = {"by": apart["by"], "at": sheet.words.clock(apart["at"])}
        blocks.append(Paragraph(sheet.woven("vote.minutes.parted", **names, **told), role="hint"))
    return blocks


def _titles(result: Mapping[str, Any]) -> dict[str, str]:
    """Name all that was voted on, also what counts as another thing by now."""
    return {
        **{entry["gone"]: entry["title"] for entry in result.get("joined", ())},
        **{item["id"]: item.get("title", "") for item in result.get("items", ())},
    }


def turnout(sheet: Sheet, result: Mapping[str, Any]) -> Paragraph:
    """Tell how many voted, how many of their ballots were blank, and by which channel they came."""
    said = sheet.say("vote.minutes.turnout", cast=result["cast"], seats=result["seats"], blank=result["blank"])
    return Paragraph(with_channel(sheet, said, result))


def with_channel(sheet: Sheet, turnout: str, result: Mapping[str, Any]) -> str:
    """Add to a turnout how many ballots came on paper and how many from phones."""
    n = result.get("on_paper", 0)
    if not result["cast"]:
        return turnout
    told = {"n": n, "phones": max(0, result["cast"] - n)}
    return f"{turnout} {sheet.say('vote.minutes.channel_paper' if n else 'vote.minutes.channel_phones', **told)}"


def bar(label: str, n: int, result: Mapping[str, Any], item: Mapping[str, Any]) -> Bar:
    """Make a bar of an item, by sector where that is told and adds up."""
    parts = {sector: item["by_sector"][sector] for sector in present(result)}
    return Bar(label, n, parts if sum(parts.values()) == n else {})


def chart(sheet: Sheet, what: str, rows: Sequence[Bar]) -> list[Block]:
    """Draw what a table tells as bars; nothing where there are no two of them, or all are nought."""
    if len(rows) < 2 or not any(row.n > 0 for row in rows) or any(row.n < 0 for row in rows):
        return []
    told = " · ".join(f"{row.label}: {row.said}" for row in rows)
    alt = sheet.say("minutes.chart", what=what, told=told)
    names = {sector: sheet.say(f"common.sector.{sector}") for sector in Sector}
    return [Figure(bars(rows, alt, names, rtl=sheet.workshop.language == "ar"), alt, WIDTH)]


def by_sector(sheet: Sheet, result: Mapping[str, Any], balanced: str = "") -> list[Block]:
    """Tell the ballots a sector or why none are told; then how sectors are balanced and what that would change."""
    blocks: list[Block] = []
    if "sectors" in result:
        voters = sheet.listed(f"{sheet.say(f'common.sector.{s}')} {result['sectors'][s]}" for s in present(result))
        blocks.append(Paragraph(sheet.say("vote.minutes.ballots_by_sector", voters=voters), role="hint"))
        if balanced:
            blocks.append(Paragraph(balanced, role="hint"))
    else:
        hidden = "no_sectors_joined" if result.get("joined") else "no_sectors"
        key = "sectors_not_shown" if result.get("withheld") else hidden
        blocks.append(Paragraph(sheet.say(f"vote.minutes.{key}"), role="hint"))
    if result.get("order_differs"):
        blocks.append(Paragraph(Strong(sheet.say("vote.minutes.order_differs"))))
    return blocks


def shift(sheet: Sheet, result: Mapping[str, Any]) -> list[Block]:
    """Tell in a second round how places have changed since the first."""
    items = [item for item in result.get("items", ()) if "place_before" in item]
    if not items:
        return []
    moves: list[Run] = []
    for item in items:
        if item["place"] != item["place_before"]:
            moves += [sheet.say("minutes.and")] if moves else []
            places = {"before": item["place_before"], "now": item["place"]}
            moves += sheet.woven("vote.words.moved", title=[named(sheet, item)], **places)
    if not moves:
        return [Paragraph(Strong(sheet.say("vote.minutes.shift_none")))]
    said = sheet.woven("vote.minutes.shift", moves=moves)
    return [Paragraph(strong(said)), *_slopes(sheet, items, text_of(said))]


def _slopes(sheet: Sheet, items: Sequence[Mapping[str, Any]], said: str) -> list[Block]:
    """Draw how places have changed; not where there are so many that lines tangle."""
    if not 2 <= len(items) <= slopes.MOST:
        return []
    moves = [
        slopes.Move(item.get("short") or item["title"], item["place_before"], item["place"])
        for item in sorted(items, key=lambda item: (item["place"], item["id"]))
    ]
    alt = sheet.say("vote.minutes.shift_chart", said=said)
    first, second = sheet.say("vote.minutes.first_round"), sheet.say("vote.minutes.second_round")
    return [Figure(slopes.slopes(moves, alt, first, second, rtl=sheet.workshop.language == "ar"), alt, slopes.WIDTH)]


def receipts(sheet: Sheet, result: Mapping[str, Any], words: Callable[[Any], str] | None = None) -> list[Block]:
    """List all papers under their receipts, where the vote gave any: so that anybody can count anew.

    ``words`` says a paper of this kind, where it is not said by names and figures alone.
    """
    if "receipts" not in result:
        return []
    gone = {entry["gone"]: entry["short"] or entry["title"] for entry in result.get("joined", ())}
    titles = gone | {item["id"]: item.get("short") or item.get("title", "") for item in result.get("items", ())}
    blank = sheet.say("vote.minutes.blank")
    rows = [
        (one["receipt"], (words(one["paper"]) if words else _paper(one["paper"], titles)) or blank)
        for one in result["receipts"]
    ]
    columns = (sheet.say("vote.minutes.receipt"), sheet.say("vote.minutes.paper"))
    return [
        Table(sheet.say("vote.minutes.receipts"), columns, rows),
        Paragraph(sheet.say("vote.minutes.receipts_note"), role="hint"),
    ]


def _paper(paper: Any, titles: Mapping[str, str]) -> str:
    """Write a paper of any kind: names in place of ids, figures as they are."""
    if isinstance(paper, Mapping):
        parts = [f"{titles.get(key, key)}: {_paper(value, titles)}" for key, value in paper.items()]
    elif isinstance(paper, list):
        parts = [_paper(value, titles) for value in paper]
    else:
        return titles.get(paper, paper) if isinstance(paper, str) else json.dumps(paper)
    return " · ".join(parts)


def present(result: Mapping[str, Any]) -> list[Sector]:
    """List the sectors that a result tells, in the order in which they are always told."""
    return [sector for sector in Sector if sector in result.get("sectors", {})]


def named(sheet: Sheet, item: Mapping[str, Any], title: str = "") -> Run:
    """Name what was voted on, by another ``title`` where that fits better: it leads to its cards or its measure."""
    for kind, place in _PLACES.items():
        if sheet.get(kind, item["id"]) is not None:
            return Link(title or item["title"], f"{place}-{item['id']}")
    return title or str(item["title"])


def level(sheet: Sheet, items: Sequence[Mapping[str, Any]]) -> Iterable[Paragraph]:
    """Name the items that share a place, given in the order of their places."""
    for place, fellows in groupby(items, key=lambda item: item["place"]):
        names = [named(sheet, item) for item in fellows]
        if len(names) > 1:
            yield Paragraph(sheet.woven("vote.minutes.level", place=place, titles=sheet.joined(names, " · ")))
