from __future__ import annotations

from shared.domain.records import Activity, CardState


def test_a_card_keeps_its_authors_sector_and_nothing_else_of_them(room):
    ann = room.joins("public")
    room.does("activity.open", activity=room.obstacles.id)
    card = room.card(room.writes(ann, "  Wool is\nsold raw  "))
    assert (card.text, card.sector, card.author, card.state) == ("Wool is\nsold raw", "public", ann.id, "shown")


def test_cards_are_taken_while_writing_is_open_only(room, refused):
    ann = room.joins()
    with refused("phase_closed", "writing_not_open"):
        room.writes(ann, "too early")
    room.does("activity.open", activity=room.obstacles.id)
    room.does("activity.close", activity=room.obstacles.id)
    with refused("phase_closed", "writing_closed"):
        room.writes(ann, "too late")


def test_empty_and_overlong_cards_are_refused_with_a_sentence(room, refused):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    for nothing in ("", "   ", "\u200b\u200d", "\x00"):
        with refused("invalid", "text_empty"):
            room.writes(ann, nothing)
    with refused("limit", "text_long"):
        room.writes(ann, "x" * 91)
    room.writes(ann, "Ө" * 90)


def test_a_person_writes_no_more_cards_than_the_step_allows_and_gets_one_back_by_withdrawing(room, refused):
    ann, bat = room.joins(), room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    cards = [room.writes(ann, str(n)) for n in range(5)]
    with refused("limit", "cards_all_written"):
        room.writes(ann, "a sixth")
    room.writes(bat, "another's are not counted")
    room.does("card.withdraw", card=cards[0], by=ann)
    room.writes(ann, "a fifth again")


def test_nobody_changes_anothers_card_nor_learns_that_it_is_there(room, refused):
    ann, bat = room.joins(), room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "mine")
    for verb, args in (("card.reword", {"text": "yours"}), ("card.withdraw", {})):
        with refused("not_found", "gone_card"):
            room.does(verb, {"card": card, **args}, by=bat)
        with refused("not_found", "gone_card"):
            room.does(verb, {"card": "no-such-card", **args}, by=bat)


def test_what_the_facilitator_looks_at_first_waits_and_so_do_new_words_of_a_hidden_card(room):
    ann = room.joins()
    room.does("activity.edit", activity=room.obstacles.id, settings={"review": True})
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "look at me")
    assert room.card(card).state == CardState.WAITING
    room.does("card.approve", card=card)
    room.does("card.hide", card=card)
    room.does("card.reword", card=card, text="better words", by=ann)
    assert room.card(card).state == CardState.WAITING


def test_stacked_cards_keep_both_texts_and_come_apart_again(room):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    one, two, three = (room.writes(ann, text) for text in ("one", "two", "three"))
    room.does("card.merge", card=three, into=two)
    room.does("card.merge", card=two, into=one)
    assert [room.card(c).merged_into for c in (one, two, three)] == [None, one, one]
    room.does("card.split", card=three)
    assert room.card(three).merged_into is None and room.card(two).merged_into == one


def test_blocking_the_author_puts_the_card_aside_and_names_nobody(room, refused):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "a bad word")
    room.does("card.block_author", card=card)
    assert room.card(card).state == CardState.HIDDEN and room.seat(ann).removed
    assert ann.id not in room.board.log[-1].subject
    with refused("not_joined"):
        room.writes(ann, "again")


def test_tags_are_those_of_the_step(room, refused):
    ann = room.joins()
    room.does("activity.edit", activity=room.obstacles.id, settings={"tags": {"category": ["advantage", "obstacle"]}})
    room.does("activity.open", activity=room.obstacles.id)
    room.does("card.add", activity=room.obstacles.id, card="t1", text="x", tags={"category": "obstacle"}, by=ann)
    assert room.card("t1").tags == {"category": "obstacle"}
    with refused("invalid", "tag_unknown"):
        room.does("card.add", activity=room.obstacles.id, card="t2", text="x", tags={"category": "joke"}, by=ann)


def test_tags_are_few_different_and_such_as_fit_in_a_line(room, refused):
    words = [str(n) for n in range(13)]
    for wrong in (
        {"k": ["one"]},
        {"k": ["a", "a"]},
        {"k": ["a, b", "c"]},
        {"k: l": ["a", "b"]},
        {"k": ["a", ""]},
        {"k": ["a", " b"]},
        {"k": ["a", "x" * 41]},
        {"k": words},
        {"measure": ["a", "b"]},
        {n: ["a", "b"] for n in "klmn"},
        {"k": "ab"},
        [],
    ):
        with refused("invalid"):
            room.does("activity.edit", activity=room.obstacles.id, settings={"tags": wrong})
    fitting = {"k": words[:12], "l": ["a", "x" * 40], "Төрөл": ["саад", "санаа"]}
    room.does("activity.edit", activity=room.obstacles.id, settings={"tags": fitting})
    assert room.board.get(Activity, room.obstacles.id).settings["tags"] == fitting


def test_phones_are_paused_and_the_day_ends_for_seats_but_not_for_the_facilitator(room, refused):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    room.does("room.pause", paused=True)
    with refused("paused"):
        room.writes(ann, "wait")
    room.does("card.add", activity=room.obstacles.id, card="typed", text="typed for somebody without a phone")
    assert room.card("typed").channel == "console"
    room.does("room.pause", paused=False)
    room.does("workshop.end")
    with refused("ended"):
        room.writes(ann, "late")
