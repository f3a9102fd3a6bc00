"""LED Workshop. As a script (``python3 wsgi.py [COMMAND]``): set up, then run. Imported: ``app`` for a server."""

from __future__ import annotations

if __name__ == "__main__":
    from shared.bootstrap import main

    raise SystemExit(main())

from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import facilitator
import participant
from facilitator.socket import ConsoleWing, WallWing
from participant.socket import PhoneWing
from shared.config import Settings
from shared.desk import Desk
from shared.live.hub import Hub
from shared.live.limits import Paces, Rates
from shared.live.rooms import EmitRooms
from shared.live.server import attach
from shared.live.wire import Line
from shared.store import schema
from shared.store.store import Store
from shared.web import assets, site
from shared.web.hosts import trusted_origin
from shared.web.house import House
from shared.web.identity import Identity


def create_app(settings: Settings, rates: Rates | None = None) -> Flask:
    """Build the application: the only place that knows both wings. ``rates`` limit how much one client may say."""
    schema.migrate(settings.database_url)
    store = Store(settings.database_url, settings.secret)
    app = Flask(__name__, static_folder=None)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]

    def trusted(origin: str, environ: dict[str, Any]) -> bool:
        return trusted_origin(origin, environ.get("HTTP_HOST", ""), settings.public_url)

    socketio = attach(app, trusted)
    app.extensions["socketio"] = socketio
    assert socketio.server is not None
    https = (settings.public_url or "").startswith("https:")
    house = House(
        settings=settings,
        store=store,
        desk=Desk(store),
        identity=Identity(store, https),
        hub=Hub(store, EmitRooms(socketio.server)),
        paces=Paces(rates or Rates()),
    )
    house.move_in(app)
    line = Line(house.hub, house.paces, house.say)
    socketio.server.register_namespace(PhoneWing(line, house.desk, https))
    socketio.server.register_namespace(ConsoleWing(line, house.desk, house.identity))
    socketio.server.register_namespace(WallWing(line, house.desk))
    site.install(app, house)
    assets.install(app)
    facilitator.register(app)
    participant.register(app)
    return app


def __getattr__(name: str) -> Any:
    """Make ``app`` when a server asks for it: importing this module for its parts opens no database."""
    if name == "app":
        from gevent import monkey

        monkey.patch_all()
        globals()["app"] = create_app(Settings.read())
        return globals()["app"]
    raise AttributeError(name)
