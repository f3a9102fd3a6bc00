"""What the pages of both wings share: language, headers, safe forms, errors, the shell of a live surface."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, g, render_template, request
from markupsafe import Markup

from . import assets, health, language, words
from .bodies import limit_body
from .errors import tell_errors
from .forms import guard_forms
from .headers import send_headers
from .here import me as signed_in
from .house import House
from .packing import pack_shells, pack_this

MOST_BODY = 1024 * 1024


def install(app: Flask, house: House) -> None:
    """Give ``app`` everything that its pages rely on. Both wings register their pages afterwards."""
    app.config["MAX_CONTENT_LENGTH"] = MOST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BODY
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.register_blueprint(Blueprint("web", __name__, template_folder="templates"))
    app.register_blueprint(health.pages)
    app.register_blueprint(words.later)
    app.before_request(limit_body)
    app.before_request(_speak)
    send_headers(app, house.public_url)
    guard_forms(app, house.store.secret, house.public_url)
    tell_errors(app)
    pack_shells(app)
    app.context_processor(_words)
    app.jinja_env.globals["bundle"] = _bundle


def speak(chosen: str) -> None:
    """Answer this request in another language, for example that of the workshop or of a seat."""
    if chosen in language.languages():
        g.language = chosen


def say(key: str, **params: Any) -> str:
    """Say something in the language of the page."""
    return language.t(g.language, key, **params)


def shell(
    surface: str, title: str, template: str = "shell.html", more: dict[str, Any] | None = None, **boot: Any
) -> str:
    """Render the page of a live surface with its words inside; ``boot`` is what its script reads first."""
    pack_this()
    told = {
        "surface": surface,
        "language": g.language,
        "languages": list(language.languages()),
        "names": language.NAMES,
        "dir": language.direction(g.language),
        "messages": words.first(surface, g.language),
        **boot,
    }
    return render_template(template, title=title, boot=told, **(more or {}))


def _speak() -> None:
    """Choose the language: asked for in the address, else the person's own, else the browser's."""
    offered = language.languages()
    asked = request.values.get("language", "") if _is_phone() else request.args.get("language", "")
    person = None if _is_phone() else signed_in()
    if asked in offered:
        g.language = asked
    elif person is not None and person.person.language in offered:
        g.language = person.person.language
    else:
        g.language = language.negotiate(request.headers.get("Accept-Language"), offered)


def _is_phone() -> bool:
    return not request.path.startswith("/facilitator")


def _words() -> dict[str, Any]:
    spoken = g.get("language", language.SOURCE)
    return {
        "t": lambda key, **params: language.t(spoken, key, **params),
        "language": spoken,
        "direction": language.direction(spoken),
        "amount": lambda figure: language.number(spoken, figure),
        "day": lambda iso: language.day(spoken, iso),
        "language_names": language.NAMES,
    }


def _bundle(name: str) -> Markup:
    """Write the tags of a surface's one script and one style sheet."""
    made = assets.bundle(name)
    styles = Markup("").join(Markup('<link rel="stylesheet" href="{}">').format(url) for url in made.styles)
    scripts = Markup("").join(Markup('<script type="module" src="{}"></script>').format(url) for url in made.scripts)
    return styles + scripts
