import { render } from "preact";
import { openSocket } from "../../../shared/web/front/socket";
import { onWake } from "../../../shared/web/front/wake";
import { App, readBoot } from "./app";
import { Console } from "./views/Console";
import "./console.css";

const app = new App(readBoot(), () => openSocket("/facilitator", {}));
app.start();
onWake(() => app.link.wake());
const root = document.getElementById("app");
if (root) render(<Console app={app} />, root);
