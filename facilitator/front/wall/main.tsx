import { render } from "preact";
import { openSocket } from "../../../shared/web/front/socket";
import { onWake } from "../../../shared/web/front/wake";
import { App, readBoot } from "./app";
import { Wall } from "./Wall";
import "./wall.css";

// A console shows this page within itself; such a picture is not counted as a wall.
const mirror = new URLSearchParams(location.search).has("mirror");
const app = new App(readBoot(), (key) => openSocket("/projector", mirror ? { key, mirror } : { key }));
app.start();
onWake(() => app.link.wake());
const root = document.getElementById("app");
if (root) render(<Wall app={app} />, root);
