/** How this phone likes to read: strongest contrast in the sun, larger letters. Kept on the phone. */

import type { Shelf } from "../../shared/web/front/shelf";

const PREFIX = "look/";
export type Setting = "sun" | "letters";

export class Settings {
  private on = new Set<Setting>();

  constructor(
    private readonly shelf: Shelf,
    private readonly root: HTMLElement,
  ) {}

  /** Show what was chosen here; where nothing was, what the phone itself asks for. */
  async load(): Promise<void> {
    if (this.root.ownerDocument.defaultView?.matchMedia("(prefers-contrast: more)").matches) this.show("sun", true);
    for (const [key, value] of await this.shelf.all(PREFIX)) this.show(key.slice(PREFIX.length) as Setting, value === true);
  }

  get(setting: Setting): boolean {
    return this.on.has(setting);
  }

  set(setting: Setting, on: boolean): void {
    this.show(setting, on);
    this.shelf.set(PREFIX + setting, on).catch(() => undefined);
  }

  private show(setting: Setting, on: boolean): void {
    if (on) this.on.add(setting);
    else this.on.delete(setting);
    this.root.setAttribute(`data-${setting}`, on ? "on" : "off");
  }
}
