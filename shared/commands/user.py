"""``led-workshop user``: people who sign in, and tokens for their scripts."""

from __future__ import annotations

import sys
from typing import Any

import click

from shared.domain.permissions import ROLES as ROLES_THERE
from shared.store import people
from shared.web import passwords
from shared.web.identity import Identity, check_person
from shared.web.language import t
from shared.web.passwords import Unfit

from .options import Failed, data_option, json_option, opened, tell
from .regions import every_region, region_named

ROLES = {"admin": "administrator", **{role: role for role in ROLES_THERE if role != "administrator"}}


@click.group()
def user() -> None:
    """People who sign in."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option("--role", required=True, type=click.Choice(list(ROLES)), help="What the person may do.")
@click.option("--region", "regions", multiple=True, help="A region of theirs, more than once for more; else all.")
@click.option("--language", default="en", show_default=True, help="The person's language.")
@click.option("--password-stdin", is_flag=True, help="Read a password from standard input; else a link is printed.")
@data_option
@json_option
def add(
    email: str,
    name: str,
    role: str,
    regions: tuple[str, ...],
    language: str,
    password_stdin: bool,
    data: str | None,
    as_json: bool,
) -> None:
    """Add a person; without a password a one-time link is printed with which they choose one."""
    with opened(data) as (settings, store):
        try:
            email, name, language = check_person(email, name, language)
            hashed = _password(email, name) if password_stdin else None
        except Unfit as unfit:
            raise Failed(t("en", unfit.key, **unfit.params)) from unfit
        ids = [region_named(store, region) for region in regions] or every_region(store)

        def keep(connection: Any) -> str | None:
            if people.by_email(connection, email) is not None:
                return None
            id = people.add_person(
                connection, email=email, name=name, role=ROLES[role], language=language, password_hash=hashed
            )
            people.set_regions(connection, id, ids)
            return id

        id: str | None = store.write(keep)
        if id is None:
            raise Failed(f"Somebody here has the address {email} already.")
        answer = {"id": id, "email": email, "role": role}
        text = f"{name} was added."
        if hashed is None:
            base = settings.public_url or f"http://127.0.0.1:{settings.port}"
            answer["link"] = f"{base}/facilitator/welcome/{Identity(store, False).invite(id)}"
            text += f" One-time link to choose a password: {answer['link']}"
        tell(answer, as_json, text)


@user.command()
@click.argument("email")
@click.option("--revoke", is_flag=True, help="Revoke all tokens of this person instead.")
@data_option
@json_option
def token(email: str, revoke: bool, data: str | None, as_json: bool) -> None:
    """Make a token with which a script may do what this person may. It is shown only now."""
    with opened(data) as (_, store):
        with store.read() as connection:
            person = people.by_email(connection, email)
        if person is None or person.disabled:
            raise Failed(f"Nobody here has the address {email}.")
        if revoke:
            store.write(lambda c: people.revoke_tokens_of(c, person.id))
            tell({"revoked": True}, as_json, "All tokens are revoked.")
            return
        at = Identity(store, False).now()
        made: str = store.write(lambda c: people.add_token(c, person.id, at))
        tell({"token": made}, as_json, made)


def _password(email: str, name: str) -> str:
    password = sys.stdin.readline().rstrip("\r\n")
    passwords.check_new(password, email, name)
    return passwords.hash_password(password)
