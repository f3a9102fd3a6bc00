"""A room of simulated people who do in each step what people do there: one line a kind of activity.

They act over real sockets, as phones do. What the facilitator does, the one who leads does in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.knockouts import QUESTIONS
from shared.voting.scores import ROLES, SCALES
from shared.voting.twins import hand
from tests.harness.server import until
from tests.people import Console, Phone, Workshop, new_id, together

SECTORS = ("private",) * 6 + ("public",) * 3 + ("semi-public",) * 3
NAMES = ("Aya", "Bat", "Tuul", "Dorj", "Oyun", "Sukh", "Saran", "Ganaa", "Nara", "Temuu", "Zaya", "Boldoo")
THOUGHTS = ("Wool is sold raw", "No winter storage", "No trained guides", "Loans come late", "Buyers do not know us")
GROUPS = ("Processing", "Skills", "Money")
MEASURES = ("Felt workshop", "Winter cellar", "Camp cooks course")

Step = dict[str, Any]
Act = Callable[["Crowd", Step], None]
Papers = Callable[[Step, int, list[str]], Any]
ACTS: dict[str, Act] = {}
PAPERS: dict[str, Papers] = {}


class Crowd:
    """Twelve people with phones, six of them private."""

    def __init__(self, workshop: Workshop, lead: Console) -> None:
        self.lead = lead
        self.phones: list[Phone] = [
            workshop.phone(sector, name=name) for sector, name in zip(SECTORS, NAMES, strict=True)
        ]
        self._next = count()

    def acts(self, step: Step) -> None:
        """Do what the step asks for, and wait until the console knows of it."""
        if KINDS_OF_ACTIVITY[step["kind"]].votes:
            self.vote(step)
        else:
            act_of(step["kind"])(self, step)

    def all(self, kind: str) -> list[Step]:
        return sorted(self.lead.all(kind).values(), key=lambda record: (record.get("position", 0), record["id"]))

    def does(self, phone: Phone, verb: str, **args: Any) -> None:
        answer = phone.command(verb, **args)
        assert answer["ok"], (verb, args, answer)
        self.lead.reaches(answer["version"])

    def vote(self, step: Step) -> None:
        """Let everybody vote at once, each in an own way."""
        open_ = self.lead.all("activity")[step["id"]]
        votes = [
            (lambda phone=phone, n=n: phone.votes(step["id"], paper(open_, n))) for n, phone in enumerate(self.phones)
        ]
        answers = together(*votes)
        assert all(answer and answer["ok"] for answer in answers), (step["kind"], answers)


def act_of(kind: str) -> Act:
    """Give what people do in a kind that takes no ballots."""
    assert kind in ACTS, f"Nobody knows what people do in “{kind}”: write it into tests/crowd.py with @acts_in."
    return ACTS[kind]


def paper(step: Step, n: int) -> Any:
    """Fill in the n-th person's paper of an open vote of any kind."""
    kind = step["kind"]
    assert kind in PAPERS, (
        f"Nobody knows how to fill in a paper of “{kind}”: write it into tests/crowd.py with @papers_of."
    )
    return PAPERS[kind](step, n, list(step["options"]))


def acts_in(*kinds: str) -> Callable[[Act], Act]:
    def register(act: Act) -> Act:
        for kind in kinds:
            ACTS[kind] = act
        return act

    return register


def papers_of(kind: str) -> Callable[[Papers], Papers]:
    def register(papers: Papers) -> Papers:
        PAPERS[kind] = papers
        return papers

    return register


@acts_in("discussion", "energiser")
def rests(crowd: Crowd, step: Step) -> None:
    """Sit and listen."""


@acts_in("brainstorm")
def writes(crowd: Crowd, step: Step) -> None:
    tags = {name: words[0] for name, words in step["settings"].get("tags", {}).items()}
    for n, phone in enumerate(crowd.phones):
        text = f"{THOUGHTS[n % len(THOUGHTS)]} ({n + 1})"
        crowd.does(phone, "card.add", activity=step["id"], card=new_id(), text=text, **({"tags": tags} if tags else {}))


@acts_in("cluster")
def sorts(crowd: Crowd, step: Step) -> None:
    earlier = [s for s in crowd.all("activity") if s["kind"] == "brainstorm" and s["position"] < step["position"]]
    cards = [card for card in crowd.all("card") if card["activity"] == earlier[-1]["id"]]
    for at, title in enumerate(GROUPS):
        group = [card["id"] for card in cards[at :: len(GROUPS)]]
        crowd.does(crowd.phones[at], "cluster.add", activity=step["id"], cluster=new_id(), title=title, cards=group)


@acts_in("sheet")
def sketches(crowd: Crowd, step: Step) -> None:
    groups = crowd.all("cluster")
    for at, title in enumerate(MEASURES):
        sheet = {"what": f"{title} for all", "month": 3 + at, "total": 9000, "own": 3000, "asked": 6000}
        cluster = {"cluster": groups[at % len(groups)]["id"]} if groups else {}
        measure = {"measure": new_id(), "title": title, "sheet": sheet, **cluster}
        crowd.does(crowd.phones[at], "measure.sketch", activity=step["id"], **measure)


@acts_in("plan", "commit")
def pledges(crowd: Crowd, step: Step) -> None:
    named = step["kind"] == "commit"
    for at, measure in enumerate(crowd.all("measure")[:3] or [None]):
        line = {"pledge": new_id(), "what": "Calls the partners", "who": NAMES[at], "due": "2026-12-18"}
        about = {"measure": measure["id"]} if measure else {}
        champion = {"champion": True} if named and measure and not measure["champion"] else {}
        crowd.does(crowd.phones[at], "pledge.write", activity=step["id"], **line, **about, **champion)


@acts_in("roll")
def answers_the_roll(crowd: Crowd, step: Step) -> None:
    for n, phone in enumerate(crowd.phones):
        crowd.does(phone, "voice.give", activity=step["id"], voice=new_id(), who=NAMES[n], answer="here")


@acts_in("interests")
def declares(crowd: Crowd, step: Step) -> None:
    about = {"measure": crowd.all("measure")[0]["id"], "word": "my sister works there"}
    crowd.does(
        crowd.phones[0], "voice.give", activity=step["id"], voice=new_id(), who=NAMES[0], answer="interest", **about
    )


@acts_in("gate")
def objects(crowd: Crowd, step: Step) -> None:
    about = {"measure": crowd.all("measure")[1]["id"], "word": "K4: who stands for it?"}
    crowd.does(
        crowd.phones[1], "voice.give", activity=step["id"], voice=new_id(), who=NAMES[1], answer="objection", **about
    )


@acts_in("resolution")
def resolves(crowd: Crowd, step: Step) -> None:
    for n, phone in enumerate(crowd.phones):
        answer = "no" if n == 11 else "yes"
        crowd.does(phone, "voice.give", activity=step["id"], voice=new_id(), who=NAMES[n], answer=answer)


@papers_of("dots")
def dots(step: Step, n: int, options: list[str]) -> Any:
    return {option: 1 for option in _some(options, n, int(step["settings"]["dots"]))}


@papers_of("twins")
def says_same_or_different(step: Step, n: int, options: list[str]) -> Any:
    dealt = hand(options, n + 1, int(step["settings"]["each"]))
    return {pair: ("same", "same", "different", "unsure")[(n + at) % 4] for at, pair in enumerate(dealt)}


@papers_of("choice")
def chooses(step: Step, n: int, options: list[str]) -> Any:
    chosen = [options[n % len(options)]]
    reason = _reason(step, n)
    return {"chosen": chosen, **reason} if reason else chosen


@papers_of("ranking")
def ranks(step: Step, n: int, options: list[str]) -> Any:
    return _some(options, n, len(options))


@papers_of("fund")
def funds(step: Step, n: int, options: list[str]) -> Any:
    return {option: 1 for option in _some(options, n, 2)}


@papers_of("scale")
def places_on_the_scale(step: Step, n: int, options: list[str]) -> Any:
    return {"value": int(step["settings"]["from"]) + n % 2, **_reason(step, n)}


@papers_of("number")
def estimates(step: Step, n: int, options: list[str]) -> Any:
    return {"value": 10 + n, **_reason(step, n)}


@papers_of("fist")
def shows_fingers(step: Step, n: int, options: list[str]) -> Any:
    return {"value": 2 + n % 4, **_reason(step, n)}


@papers_of("wordcloud")
def says_words(step: Step, n: int, options: list[str]) -> Any:
    return [THOUGHTS[n % len(THOUGHTS)][:25]]


@papers_of("feedback")
def looks_back(step: Step, n: int, options: list[str]) -> Any:
    return {"value": 3 + n % 3, "text": THOUGHTS[n % len(THOUGHTS)]}


@papers_of("rating")
def rates(step: Step, n: int, options: list[str]) -> Any:
    return {option: {f"C{c}": 3 + (n + c + at) % 3 for c in range(1, 10)} for at, option in enumerate(options)}


@papers_of("scores")
def scores(step: Step, n: int, options: list[str]) -> Any:
    answers = SCALES[step["settings"]["scale"]].answers
    questions = range(1, max(1, len(step["settings"]["questions"])) + 1)
    given = {o: {str(q): answers[(n + q + i) % len(answers)] for q in questions} for i, o in enumerate(options)}
    return {"answers": given, **({"role": ROLES[n % len(ROLES)]} if step["settings"]["roles"] else {})}


@papers_of("matrix")
def rates_the_place(step: Step, n: int, options: list[str]) -> Any:
    return {factor: {"rating": (n + at) % 7 - 3, "importance": 1 + n % 3} for at, factor in enumerate(options)}


@acts_in("reading")
def marks(crowd: Crowd, step: Step) -> None:
    finding = crowd.all("finding")[0]["id"]
    for phone in crowd.phones[:4]:
        crowd.does(phone, "reading.mark", activity=step["id"], mark=new_id(), finding=finding, marked=True)


@acts_in("interview")
def asks(crowd: Crowd, step: Step) -> None:
    """Come back from a firm, an office and a bank: all name the road, and loans in confidence."""
    for phone, group in zip(crowd.phones[:3], ("firm", "office", "bank"), strict=True):
        interview = {"interview": new_id(), "group": group, "consent": "May we note it down?", "place": "Altan-Ovoo"}
        crowd.does(phone, "interview.write", activity=step["id"], note="Mrs Canary", **interview)
        about = {"interview": interview["interview"], "question": "q4"}
        road = {"statement": f"The road is closed in May ({group})", "factors": ["2.1"], "sign": "-", "rating": -2}
        crowd.does(phone, "interview.answer", answer=new_id(), quote="We wait for the sun", **road, **about)
        loan = {"statement": f"Loans come late ({group})", "factors": ["4.1"], "sign": "-", "confidential": True}
        crowd.does(phone, "interview.answer", answer=new_id(), **loan, **about)


@acts_in("stories")
def tells(crowd: Crowd, step: Step) -> None:
    told = {"what": "We sell at the camps now", "why": "Three families earn from it", "consent": "public"}
    for phone, title in zip(crowd.phones[:3], ("The first order", "A new stove", "Two who stayed"), strict=True):
        crowd.does(phone, "story.write", activity=step["id"], card=new_id(), title=title, **told)


@acts_in("evaluation")
def evaluates(crowd: Crowd, step: Step) -> None:
    measure, phone = crowd.all("measure")[0]["id"], crowd.phones[0]
    about = {"activity": step["id"], "measure": measure}
    if step["settings"]["part"] == "facts":
        crowd.does(phone, "measure.take", **about)
        crowd.does(phone, "measure.report", line="effect", value="30 pairs sold", proof="list", **about)
    elif step["settings"]["part"] == "check":
        crowd.does(phone, "measure.check", answers={"Q1": "yes", "Q2": "yes", "Q3": "partly"}, **about)
    elif step["settings"]["part"] == "worth":
        crowd.does(phone, "measure.take", **about)
        told = {"goals_champion": "4", "goals_users": "3.5", "lesson_helped": "The hall was free", "end_state": "Runs"}
        crowd.does(phone, "measure.check", answers=told, **about)


def interviews(lead: Console) -> None:
    """Bring what the interviews gave, one thing of it in confidence."""
    for at, text in enumerate(("Clean lake two hours from the airport", "Loans come late", "Told in confidence")):
        told = {"factors": ["4.1" if at else "1.5"], "sign": "-" if at else "+", "statement": text}
        lead.does("finding.write", finding=new_id(), source_kind="interview", confidential=at == 2, **told)


def applications(lead: Console) -> None:
    """Bring what a committee decides about: three applications that the office has looked through."""
    for title in MEASURES:
        id = new_id()
        lead.does("measure.adopt", measure=id, title=title)
        sheet = {**dict.fromkeys(QUESTIONS, "yes"), "asked": 6000, "total": 9000, "own": 3000, "month": 3}
        lead.does("measure.edit", measure=id, sheet=sheet)


def settled(lead: Console, step: str, phase: str) -> None:
    """Wait until the console knows that a step has come to a phase."""
    until(lambda: lead.all("activity")[step]["phase"] == phase, f"{step} to be {phase}")


def _reason(step: Step, n: int) -> dict[str, str]:
    return {"text": THOUGHTS[n % len(THOUGHTS)]} if step["settings"]["reasons"] else {}


def _some(options: list[str], start: int, most: int) -> list[str]:
    """Take up to ``most`` options, beginning with another one for each person."""
    return [options[(start + i) % len(options)] for i in range(min(most, len(options)))]
