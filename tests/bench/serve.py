"""The server as it is, but for the pace that it allows one client: a load of few clients is not a room of many."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

    import wsgi
    from shared.cli import main
    from shared.live.limits import Rates

    plain = wsgi.create_app
    endless = (1e9, 1e9)
    wsgi.create_app = lambda settings, rates=None: plain(settings, Rates(endless, endless, endless))
    main(sys.argv[1:], prog_name="led-workshop")
