import { render } from "preact";
import { openSocket } from "../../../shared/web/front/socket";
import { onWake } from "../../../shared/web/front/wake";
import { readBoot } from "../console/app";
import { Prepare, type PrepareBoot } from "./app";
import "./prepare.css";
import { Page } from "./views/Page";

const app = new Prepare(readBoot() as unknown as PrepareBoot, () => openSocket("/facilitator", {}));
app.start();
onWake(() => app.link.wake());
addEventListener("pagehide", () => app.fields.flushAll());
const root = document.getElementById("app");
if (root) render(<Page app={app} />, root);
