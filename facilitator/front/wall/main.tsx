import { render } from "preact";
import { openSocket } from "../../../shared/web/front/socket";
import { onWake } from "../../../shared/web/front/wake";
import { App, readBoot } from "./app";
import { Wall } from "./Wall";
import "./wall.css";

const app = new App(readBoot(), (key) => openSocket("/projector", { key }));
app.start();
onWake(() => app.link.wake());
const root = document.getElementById("app");
if (root) render(<Wall app={app} />, root);
