"""Who signs in: sessions in the store, passwords that take their time, one-time links, tokens for scripts.

A session is a random id in a cookie; only its hash is stored. It ends when it is left alone, when it is old, when its
person is removed. Nothing about a person is kept in a cookie or cached: each request and each message asks anew.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.domain.permissions import Scope, scope
from shared.domain.records import Workshop
from shared.domain.text import line
from shared.store import access, people, revisions, templates, workshops
from shared.store.people import Person, Session
from shared.store.store import Store
from shared.store.templates import Template

from . import passwords
from .cookies import read_cookie
from .language import languages
from .pairing import Pairing
from .passwords import Unfit
from .throttle import Budget, Failures, network

COOKIE = "led_session"
MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000  # in ms
SEEN_EVERY = MINUTE
_TAKEN = ""  # no session has this id
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
_BY_ADDRESS, _BY_INSTANCE = Budget(20, 900), Budget(200, 3600)


class Slow(Exception):
    """Too many failures: nothing is even tried for ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class SignedIn:
    """A person in a browser. ``id`` is the session's secret, which only that browser has."""

    id: str
    person: Person
    csrf: str
    since: int


class Identity:
    """Knows the people of one store. ``https``: the server is reached over TLS, where sessions are shorter."""

    def __init__(self, store: Store, https: bool, now: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self.store, self.https, self.now = store, https, now
        self.failures = Failures()
        self.pairing = Pairing()

    def signed_in(self, cookies: Mapping[str, str]) -> SignedIn | None:
        """Find who sits before this browser, while the session holds."""
        id = read_cookie(cookies, COOKIE, self.https)
        return self.session(id) if id else None

    def session(self, id: str) -> SignedIn | None:
        with self.store.read() as connection:
            found = people.session_of(connection, id)
        if found is None:
            return None
        now = self.now()
        if now - found.created_at > (24 if self.https else 16) * HOUR or now - found.seen_at > self._idle(found):
            self.store.write(lambda c: people.end_session(c, id))
            return None
        if now - found.seen_at > SEEN_EVERY:
            self.store.write(lambda c: people.touch_session(c, id, now))
        return SignedIn(id, found.person, found.csrf, found.created_at)

    def by_token(self, token: str) -> Person | None:
        """Find the person whose script this is."""
        with self.store.read() as connection:
            return people.person_of_token(connection, token)

    def sign_in(self, email: str, password: str, address: str | None) -> str | None:
        """Start a session; None where address and password do not fit, whichever of the two is wrong."""
        email = email.strip().lower()[:254]
        account, place = f"account:{email}", f"sign-in:{network(address)}"
        wait = max(
            self.failures.growing(account, 5, 60),
            self.failures.wait([(place, _BY_ADDRESS), ("sign-in", _BY_INSTANCE)]),
        )
        if wait:
            raise Slow(wait)
        with self.store.read() as connection:
            person = people.by_email(connection, email)
        able = person is not None and not person.disabled
        if not passwords.fits(person.password_hash if person and able else None, password) or person is None:
            self.failures.note([account, place, "sign-in"])
            return None
        self.failures.clear(account)
        if passwords.outdated(person.password_hash or ""):
            self._set_password(person.id, passwords.hash_password(password))
        return self.start_session(person.id)

    def start_session(self, person: str) -> str:
        at = self.now()
        id: str = self.store.write(lambda c: people.start_session(c, person, at))
        return id

    def sign_out(self, id: str) -> None:
        self.store.write(lambda c: people.end_session(c, id))

    def change_password(self, me: SignedIn, old: str, new: str) -> str:
        """Change a password and give a new session; all others of this person end."""
        if not passwords.fits(me.person.password_hash, old):
            self.failures.note([f"account:{me.person.email}"])
            raise Unfit("pages.wrong_old_password")
        passwords.check_new(new, me.person.email, me.person.name)
        hashed, at = passwords.hash_password(new), self.now()

        def change(connection: Any) -> str:
            people.change_person(connection, me.person.id, password_hash=hashed)
            people.end_sessions_of(connection, me.person.id)
            return people.start_session(connection, me.person.id, at)

        id: str = self.store.write(change)
        return id

    def first_sign_in_link(self) -> str | None:
        """Make the token of a one-time link for the very first person; None once there is somebody."""
        at = self.now()

        def make(connection: Any) -> str | None:
            return None if people.anybody(connection) else people.invite(connection, "first", at + DAY)

        token: str | None = self.store.write(make)
        return token

    def invite(self, person: str) -> str:
        """Make the token of a one-time link with which a person chooses a password."""
        at = self.now()
        token: str = self.store.write(lambda c: people.invite(c, "password", at + 7 * DAY, person))
        return token

    def invited(self, token: str) -> tuple[str, Person | None] | None:
        """Tell what a one-time link is for ("first" or "password") and for whom, while it holds."""
        with self.store.read() as connection:
            found = people.invitation_of(connection, token, self.now())
            if found is None or (found.purpose == "first" and people.anybody(connection)):
                return None
            person = people.by_id(connection, found.person) if found.person else None
        if found.purpose == "first":
            return "first", None
        return None if person is None or person.disabled else (found.purpose, person)

    def accept(
        self, token: str, *, email: str, name: str, password: str, language: str, region: str = ""
    ) -> str | None:
        """Use up a one-time link and give a session; None where the link holds no more."""
        found = self.invited(token)
        if found is None:
            return None
        purpose, person = found
        email, name, language = check_person(email, name, language)
        passwords.check_new(password, email, name)
        if purpose == "first" and not region.strip():
            raise Unfit("pages.region_needed")
        hashed, at = passwords.hash_password(password), self.now()

        def use(connection: Any) -> str | None:
            holder = people.by_email(connection, email)
            if holder is not None and (person is None or holder.id != person.id):
                return _TAKEN
            if not people.use_invitation(connection, token):
                return None
            if person is None:
                id = people.add_person(
                    connection, email=email, name=name, role="administrator", language=language, password_hash=hashed
                )
                people.set_regions(connection, id, [people.add_region(connection, region.strip()[:80], language)])
            else:
                id = person.id
                people.change_person(connection, id, email=email, name=name, language=language, password_hash=hashed)
                people.end_sessions_of(connection, id)
            return people.start_session(connection, id, at)

        session: str | None = self.store.write(use)
        if session == _TAKEN:
            raise Unfit("pages.email_taken")
        return session

    def regions(self, person: Person, act: str = "run") -> dict[str, str]:
        """Name the regions in which a person may do something (an act of ``permissions.MAY``)."""
        where = scope(person.role, act)
        if where is Scope.NOWHERE:
            return {}
        with self.store.read() as connection:
            every = {region.id: region.name for region in people.regions(connection)}
            own = every.keys() if where is Scope.ALL else people.regions_of(connection, person.id)
        return {id: name for id, name in every.items() if id in own}

    def workshop(self, person: Person, id: str, act: str = "run") -> Workshop | None:
        """Find a workshop in which a person may do something; one that is not theirs is not there."""
        where = scope(person.role, act)
        with self.store.read() as connection:
            found = workshops.by_id(connection, id)
            if found is None or where is Scope.NOWHERE:
                return None
            if where is not Scope.ALL and found.region not in people.regions_of(connection, person.id):
                return None
            released = where is not Scope.RELEASED or id in revisions.sealed_ones(connection, [id])
        return found if released else None

    def workshops(self, person: Person, act: str = "run") -> list[Workshop]:
        """List the workshops in which a person may do something, the newest first."""
        where = scope(person.role, act)
        regions = None if where is Scope.ALL else self.regions(person, act)
        with self.store.read() as connection:
            found = workshops.of_regions(connection, regions)
            if where is Scope.RELEASED:
                released = revisions.sealed_ones(connection, [workshop.id for workshop in found])
                found = [workshop for workshop in found if workshop.id in released]
        return found

    def templates(self, person: Person) -> list[Template]:
        """List the own templates that a person may use; nobody sees what another keeps for themselves."""
        regions = self.regions(person)
        with self.store.read() as connection:
            return templates.seen_by(connection, person, regions)

    def template(self, person: Person, id: str) -> Template | None:
        """Find a template that a person may use; one that is not theirs to see is not there."""
        return next((template for template in self.templates(person) if template.id == id), None)

    def may_change(self, person: Person, template: Template) -> bool:
        """Say whether a person may rename or delete a template: its owner, or an administrator who sees it."""
        return template.owner == person.id or person.role == "administrator"

    def end_other_sessions(self, me: SignedIn) -> None:
        self.store.write(lambda c: access.end_other_sessions(c, me.person.id, me.id))

    def _set_password(self, person: str, hashed: str) -> None:
        self.store.write(lambda c: people.change_person(c, person, password_hash=hashed))

    def _idle(self, session: Session) -> int:
        """How long a session may be left alone: an hour on the internet, half a day in a room or while one runs."""
        if not self.https:
            return 12 * HOUR
        live = any(w.started_at and not w.ended_at for w in self.workshops(session.person))
        return 12 * HOUR if live else HOUR


def check_person(email: str, name: str, language: str) -> tuple[str, str, str]:
    """Bring a person's data into shape, or raise Unfit."""
    email = email.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise Unfit("pages.email_wrong")
    name = line(name, 80)
    if not name:
        raise Unfit("pages.name_needed")
    return email, name, language if language in languages() else languages()[0]
