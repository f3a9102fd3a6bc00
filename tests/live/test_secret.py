"""Fourth promise: nobody receives a byte that they may not see. Canaries over sockets, HTTP and pages."""

from __future__ import annotations

import secrets
import urllib.request

import pytest

from tests.harness.server import until
from tests.people import Workshop, fetch, together


def canary() -> str:
    return f"canary{secrets.token_hex(8)}"


def everything(screen) -> str:
    return "\n".join(screen.heard)


def page(url: str, cookie: str = "", bearer: str = "") -> str:
    headers = {"Cookie": cookie} | ({"Authorization": f"Bearer {bearer}"} if bearer else {})
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
        return answer.read().decode()


def sees_over_http(workshop, phone) -> str:
    """All that a phone gets over plain HTTP: the board and its page."""
    board = fetch(f"{workshop.server.url}/w/{workshop.code}/api/board", Authorization=f"Bearer {phone.token}")
    assert board["ok"], board
    return str(board) + page(f"{workshop.server.url}/w/{workshop.code}", f"seat_{workshop.code}={phone.token}")


def test_a_card_written_alone_reaches_its_author_and_the_console_until_all_are_turned(workshop):
    console, wall, ann, bat = workshop.console(), workshop.wall(), workshop.phone(), workshop.phone()
    console.does("activity.open", activity=console.obstacles)
    secret = canary()
    answer = ann.adds(console.obstacles, secret)
    console.does("activity.close", activity=console.obstacles)
    for screen in (wall, ann, bat):
        screen.reaches(console.version)
    until(lambda: secret in everything(ann), "the author's own card")
    late = workshop.phone()
    wall_page = f"{workshop.server.url}/projector/{workshop.key}"
    others = [everything(s) for s in (bat, wall, late)] + [sees_over_http(workshop, bat), page(wall_page)]
    assert answer["ok"] and secret in everything(console)
    assert not any(secret in heard for heard in others)
    console.does("activity.reveal", activity=console.obstacles)
    for screen in (bat, wall, late):
        screen.reaches(console.version)
        assert secret in everything(screen)
    assert secret in sees_over_http(workshop, bat) and secret in page(wall_page)
    for screen in (bat, wall, late, console):
        assert ann.seat not in everything(screen) or screen is console
        cards = screen.all("card").values()
        assert all("author" not in card for card in cards)


def test_hidden_and_waiting_cards_and_notes_and_names_reach_no_phone_and_no_wall(workshop):
    console, wall, ann, bat = workshop.console(), workshop.wall(), workshop.phone(), workshop.phone()
    console.does("workshop.edit", asks={"name": "may"}, wifi={"name": "LED", "password": (password := canary())})
    console.does("activity.edit", activity=console.obstacles, settings={"mode": "open", "review": True})
    console.does("activity.open", activity=console.obstacles)
    waiting, named, noted = canary(), canary(), canary()
    ann.adds(console.obstacles, waiting)
    cid = workshop.phone(name=named)
    console.does("note.write", note="n", type="note", text=noted)
    for screen in (wall, bat, cid):
        screen.reaches(console.version)
    seen = [everything(wall), everything(bat), sees_over_http(workshop, bat)]
    assert all(word not in heard for heard in seen for word in (waiting, named, noted))
    assert password in everything(wall) and password not in everything(bat)
    assert all(word in everything(console) for word in (waiting, named, noted))


def test_no_tally_leaves_before_the_reveal_not_even_to_the_console(workshop):
    console, wall = workshop.console(), workshop.wall()
    phones = [workshop.phone(sector) for sector in ("private", "public", "semi-public", "private")]
    a, b = console.makes_groups("A", "B")
    vote = console.step("dots")["id"]
    console.does("activity.open", activity=vote)
    start = {screen: len(screen.heard) for screen in (console, wall, *phones)}
    for phone in phones:
        assert phone.votes(vote, {a: 1, b: 1})["ok"]
    console.does("activity.close", activity=vote)
    for screen in start:
        screen.reaches(console.version)
    until(lambda: wall.tallies.get(vote, {}).get("cast") == 4, "the exact turnout after closing")
    for screen, since in start.items():
        heard = "\n".join(screen.heard[since:])
        assert '"dots": 4' not in heard and '"items"' not in heard and "balanced" not in heard
        assert all("result" not in r for r in screen.all("activity").values() if r["id"] == vote)
    wall_page = f"{workshop.server.url}/projector/{workshop.key}"
    minutes = f"{workshop.server.url}/facilitator/workshops/{workshop.id}/minutes.json"
    pages = [sees_over_http(workshop, phones[0]), page(wall_page), page(minutes, bearer=workshop.token)]
    assert not any('"items"' in seen or '"dots": 4' in seen for seen in pages)
    console.does("activity.reveal", activity=vote)
    for screen in start:
        screen.reaches(console.version)
        assert screen.all("activity")[vote]["result"]["items"][0]["dots"] == 4
    assert '"items"' in page(wall_page) and '"items"' in page(minutes, bearer=workshop.token)


def test_a_private_note_is_for_facilitators_on_their_consoles_only(workshop):
    console, other, wall, ann = workshop.console(), workshop.console(), workshop.wall(), workshop.phone()
    secret, step = canary(), console.obstacles
    console.does("note.write", note="p", type="private", text=f"watch {secret}", activity=step)
    console.does(
        "note.write", note="p", type="private", text=f"watch out {secret}", activity=step, over=f"watch {secret}"
    )
    late = other.command("note.write", note="p", type="private", text="mine", activity=step, over=f"watch {secret}")
    assert late["code"] == "conflict"
    console.does("note.write", note="q", type="note", text="for all")
    for screen in (other, wall, ann):
        screen.reaches(console.version)
    server = workshop.server
    assert secret in everything(other)
    seat = f"seat_{workshop.code}={ann.token}"
    leading = f"{server.url}/facilitator/workshops/{workshop.id}"
    pages = [page(f"{server.url}/projector/{workshop.key}"), page(f"{server.url}/w/{workshop.code}/history", seat)]
    pages += [page(f"{leading}/minutes{end}", bearer=workshop.token) for end in ("", ".md", ".html", ".json")]
    pages += [sees_over_http(workshop, ann), everything(wall), everything(ann)]
    server.run("workshop", "export", workshop.code, "-o", str(server.data / "private.json"))
    exported = (server.data / "private.json").read_text()
    assert not any(secret in told or "private note" in told for told in (*pages, exported))
    assert "for all" in exported and any("for all" in told for told in pages)


def test_each_step_of_a_reveal_lets_out_no_more_than_it_names(workshop):
    console, wall = workshop.console(), workshop.wall()
    phones = [workshop.phone(sector) for sector in ("private", "public") * 5]
    titles = [canary() for _ in range(5)]
    vote = "stepwise"
    console.does("activity.add", activity=vote, kind="dots", title="What first?", settings={"about": "own"})
    settings = {"choices": titles, "dots": 9, "most": 9, "quorum": 40, "quorum_as": "percent"}
    console.does("activity.edit", activity=vote, settings=settings)
    console.does("activity.open", activity=vote)
    for phone in phones:
        assert phone.votes(vote, {"own-1": 4, "own-2": 3, "own-3": 2})["ok"]
    console.does("activity.close", activity=vote)
    wall_page = f"{workshop.server.url}/projector/{workshop.key}"
    minutes = f"{workshop.server.url}/facilitator/workshops/{workshop.id}/minutes.json"
    screens = (console, wall, *phones)

    def shown(step: str) -> list[str]:
        """All that reaches anybody with a step: sockets, plain HTTP, pages, minutes."""
        since = {screen: len(screen.heard) for screen in screens}
        console.does("activity.reveal", activity=vote, step=step)
        for screen in screens:
            screen.reaches(console.version)
        heard = ["\n".join(screen.heard[n:]) for screen, n in since.items()]
        late = everything(workshop.phone())
        pages = [sees_over_http(workshop, phones[0]), page(wall_page), page(minutes, bearer=workshop.token)]
        return [*heard, late, *pages]

    figures = {"turnout": '"dots": 40', "top": '"dots": 0', "totals": '"private": 20', "all": ""}
    for step, secret in figures.items():
        told = shown(step)
        assert secret == "" or not any(secret in one for one in told), step
    for screen in screens:
        result = screen.all("activity")[vote]["result"]
        assert result["sectors"] and result["items"][0]["by_sector"] == {"private": 20, "public": 20}
        assert "seed" not in screen.all("activity")[vote]


def test_who_voted_what_is_in_nothing_that_anybody_hears(workshop):
    console, wall = workshop.console(), workshop.wall()
    phones = [workshop.phone() for _ in range(4)]
    a, b = console.makes_groups("A", "B")
    vote = console.step("dots")["id"]
    console.does("activity.open", activity=vote)
    for phone, option in zip(phones, (a, a, b, b), strict=True):
        phone.votes(vote, {option: 1})
    for act in ("close", "reveal", "confirm"):
        console.does(f"activity.{act}", activity=vote)
    for screen in (console, wall, *phones):
        screen.reaches(console.version)
        assert not any(phone.keys[vote] in everything(screen) for phone in phones)
    history = workshop.server.run("workshop", "export", workshop.code, "-o", str(workshop.server.data / "export.json"))
    exported = (workshop.server.data / "export.json").read_text()
    assert history is not None and not any(phone.keys[vote] in exported for phone in phones)


def test_another_workshop_is_as_good_as_not_there(workshop, running):
    other = Workshop(running)
    console, phone, elsewhere = workshop.console(), workshop.phone(), other.console()
    elsewhere.does("workshop.edit", title=(word := canary()))
    card = "c" * 32
    elsewhere.does("activity.open", activity=elsewhere.obstacles)
    elsewhere.does("card.add", activity=elsewhere.obstacles, card=card, text=word)
    theirs = phone.command("card.withdraw", card=card)
    missing = phone.command("card.withdraw", card="d" * 32)
    assert theirs == missing and theirs["code"] == "not_found"
    wrong = fetch(f"{running.url}/w/{other.code}/api/board", Authorization=f"Bearer {phone.token}")
    nobody = fetch(f"{running.url}/w/{other.code}/api/board", Authorization="Bearer nonsense")
    assert wrong == nobody and wrong["code"] == "not_joined"
    assert console.says("follow", {"workshop": "nowhere"})["code"] == "not_found"
    assert word not in everything(phone) and word not in everything(console)
    other.close()


@pytest.mark.parametrize("auth", [{}, {"token": "nonsense"}, {"token": None}, {"workshop": "ABCDEF"}, {"key": "x"}, []])
def test_nobody_connects_without_a_credential(workshop, auth):
    import socketio

    def refused(namespace: str) -> bool:
        socket = socketio.Client(reconnection=False)
        try:
            socket.connect(workshop.server.url, auth=auth, namespaces=[namespace], transports=["websocket"])
        except socketio.exceptions.ConnectionError:
            return True
        return False

    namespaces = ("/participant", "/facilitator", "/projector")
    assert together(*[lambda n=n: refused(n) for n in namespaces]) == [True] * 3
