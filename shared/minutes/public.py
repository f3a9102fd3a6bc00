"""The public pages of a programme: what all measures brought, region by region, and each measure that was released."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from shared.domain.register.entries import Entry
from shared.domain.register.form import FIELDS
from shared.domain.register.indicators import INDICATORS
from shared.domain.register.public import PUBLIC, names_somebody, withheld
from shared.domain.register.words import answer

from .register import words
from .sheet import Words
from .tree import Block, Document, Heading, Item, Items, Link, Paragraph, Photo, Run, Runs, Strong, Table

PHOTOS = "photos"  # the folder beside those of the languages


@dataclass(frozen=True)
class Told:
    """A released measure: its entry, what it brought (hundredths, by indicator), whether it still works."""

    entry: Entry
    brought: Mapping[str, int] = field(default_factory=dict)
    verdict: str = ""
    photos: Sequence[Photo] = ()  # that were released, each with words that stand for it


@dataclass(frozen=True)
class Day:
    """A workshop whose minutes are sealed, in what needs no name: when, how many came, which groups and measures."""

    title: str
    date: str
    people: int
    groups: Sequence[str] = ()
    measures: Sequence[str] = ()
    id: str = ""
    extract: Any = None  # makes an Extract for a language, where one was made public


@dataclass(frozen=True)
class Region:
    """One region's page. ``sums`` and ``known``: by indicator the total in hundredths, and of how many measures."""

    id: str
    name: str
    begun: int
    sums: Mapping[str, int]
    known: Mapping[str, int]
    effective: tuple[int, int, int]  # still work, checked, due
    measures: Sequence[Told] = ()
    days: Sequence[Day] = ()


class Site:
    """Writes the pages of one language; ``figure`` writes a number of hundredths as its people do."""

    def __init__(self, speech: Words, figure: Any, on: str) -> None:
        self.speech, self.say, self.figure, self.on = speech, speech.say, figure, on
        self.withheld: list[tuple[str, str]] = []  # measures' numbers, with what was left out
        self.shown: set[str] = set()  # ids of photos that stand on a page

    def pages(self, whole: Region, regions: Sequence[Region]) -> dict[str, Document]:
        """Give every page by its file's name."""
        made = {"index.html": self._index(whole, regions)}
        for region in regions:
            made[region_file(region)] = self._region(region)
            for one in region.measures:
                made[f"{one.entry.number}.html"] = self._measure(region, one)
            for day in region.days:
                if day.extract is not None:
                    back = Link(region.name, f"./{region_file(region)}")
                    made[day_file(day)] = day.extract(self.speech).document(back)
        return made

    def _index(self, whole: Region, regions: Sequence[Region]) -> Document:
        columns = [self.say("pages.region"), self.say("register.title")]
        columns += [self.say(f"programme.indicator.{code}") for code in ("trained", "jobs", "income")]
        rows: list[list[Runs]] = [
            [
                Link(region.name, f"./{region_file(region)}"),
                str(region.begun),
                *(self._sum(region, code) for code in ("trained", "jobs", "income")),
            ]
            for region in regions
        ]
        label = self.say("pages.regions")
        blocks: list[Block] = [*self._figures(self.say("programme.title"), whole), Heading(2, label, "regions")]
        blocks.append(Table(label, columns, rows, frozenset({1, 2, 3, 4})))
        return self._page(self.say("programme.title"), blocks)

    def _region(self, region: Region) -> Document:
        blocks: list[Block] = [self._way_back(), *self._figures(region.name, region)]
        label = self.say("register.title")
        blocks.append(Heading(2, label, "measures"))
        lines = [
            Item((Link(self._title(one.entry), f"./{one.entry.number}.html"), f" · {self._state(one.entry)}"))
            for one in region.measures
        ]
        blocks.append(Items(lines) if lines else Paragraph(self.say("public.no_measures"), "hint"))
        if region.days:
            blocks.append(Heading(2, self.say("public.workshops"), "workshops"))
        for day in region.days:
            blocks += self._day(day)
        return self._page(region.name, blocks)

    def _day(self, day: Day) -> list[Block]:
        facts = [self.speech.day(day.date)] if day.date else []
        facts.append(self.say("public.people", n=day.people))
        blocks: list[Block] = [Heading(3, day.title), Paragraph(" · ".join(facts), "fact")]
        if day.extract is not None:
            blocks.append(Paragraph(Link(self.say("public.extract"), f"./{day_file(day)}")))
        for name, items in (("public.groups", day.groups), ("public.measures", day.measures)):
            if items:
                blocks += [Paragraph(Strong(self.say(name))), Items([Item(text) for text in items])]
        return blocks

    def _measure(self, region: Region, one: Told) -> Document:
        entry = one.entry
        told = {name: answer(FIELDS[name], entry.form.get(name), self.speech) for name in PUBLIC}
        hidden = withheld(entry, told)
        self.withheld += [(entry.number, name) for name in hidden]
        shown = [(name, text) for name, text in told.items() if text and name != "title" and name not in hidden]
        title = self._title(entry)
        back: list[Run] = [
            Link(region.name, f"./{region_file(region)}"),
            " · ",
            entry.number,
            " · ",
            self._state(entry),
        ]
        blocks: list[Block] = [Paragraph(back), Heading(1, title)]
        asked = [self.say("register.asked"), self.say("register.answered")]
        blocks.append(Table(self.say("public.plan"), asked, [[self.say(f"register.field.{n}"), t] for n, t in shown]))
        label = self.say("programme.brought")
        blocks.append(Heading(2, label, "results"))
        rows: list[list[Runs]] = [
            [self.say(f"programme.indicator.{code}"), self.figure(one.brought[code])]
            for code in INDICATORS
            if code in one.brought
        ]
        columns = [self.say("programme.figure"), self.say("programme.value")]
        blocks.append(Table(label, columns, rows, frozenset({1})) if rows else self._nothing())
        if one.verdict:
            verdict = self.say(f"evaluation.words.verdict.{one.verdict}")
            blocks.append(Paragraph(f"{self.say('programme.checks')} {verdict}"))
        blocks += self._photos(one)
        return self._page(title, blocks)

    def _photos(self, one: Told) -> list[Block]:
        """Show what was released; a photo whose words name somebody by now stays out, a caption that does so too."""
        shown: list[Block] = []
        for photo in one.photos:
            if names_somebody(one.entry, photo.alt):
                self.withheld.append((one.entry.number, "photo"))
                continue
            self.shown.add(photo.id)
            said = "" if photo.caption == photo.alt or names_somebody(one.entry, photo.caption) else photo.caption
            shown.append(replace(photo, caption=said))
        return [Heading(2, self.say("course.photos"), "photos"), *shown] if shown else []

    def _figures(self, title: str, region: Region) -> list[Block]:
        """Tell sums, each with its rule and what it is known of, and how many measures still work."""
        blocks: list[Block] = [
            Heading(1, title),
            Paragraph(self.say("programme.as_of", day=self.speech.day(self.on)), "fact"),
        ]
        label = self.say("programme.brought")
        rows: list[list[Runs]] = []
        for code in INDICATORS:
            if code in region.sums:
                covers = self.say("programme.covers", known=region.known[code], begun=region.begun)
                rule = f"{self.say(f'programme.rule.{code}')} {covers}"
                rows.append([self.say(f"programme.indicator.{code}"), Strong(self._sum(region, code)), rule])
        effective, checked, due = region.effective
        if checked:
            told = self.say("programme.checked_of_due", effective=effective, checked=checked, due=due)
            rule = f"{self.say('programme.rule.effective')} {told}"
            rows.append([self.say("programme.effective_of_checked"), Strong(str(effective)), rule])
        columns = [self.say("programme.figure"), self.say("programme.value"), self.say("public.rule")]
        blocks.append(Table(label, columns, rows, frozenset({1})) if rows else self._nothing())
        return blocks

    def _sum(self, region: Region, code: str) -> str:
        return str(self.figure(region.sums[code])) if code in region.sums else "–"

    def _nothing(self) -> Block:
        return Paragraph(self.say("programme.nothing_reported"), "hint")

    def _title(self, entry: Entry) -> str:
        named = names_somebody(entry, entry.title)
        return self.say("public.no_title", number=entry.number) if named else entry.title

    def _state(self, entry: Entry) -> str:
        return self.say(f"register.state.{entry.state}")

    def _way_back(self) -> Block:
        return Paragraph(Link(self.say("programme.title"), "./index.html"))

    def _page(self, title: str, blocks: Sequence[Block]) -> Document:
        return Document(self.speech.language, title, tuple(blocks), words=words(self.speech))


def day_file(day: Day) -> str:
    return f"minutes-{day.id}.html"


def photo_address(photo: Photo) -> str:
    """Say where a photo lies, as seen from the pages of any language."""
    return f"../{PHOTOS}/{photo.id}.jpg"


def region_file(region: Region) -> str:
    return f"region-{region.id}.html"
