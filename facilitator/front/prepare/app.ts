/** The preparation put together: the console's own parts, fields that save as typed, and which step is open. */

import { signal } from "@preact/signals";
import { newId } from "../../../shared/web/front/ids";
import type { Wire } from "../../../shared/web/front/link";
import type { Activity } from "../../../shared/web/front/records";
import { agendaOf, workshopOf } from "../../../shared/web/front/select";
import type { Timers } from "../../../shared/web/front/timers";
import { App, type Boot } from "../console/app";
import { plannedTimes, timeOf } from "../times";
import { Fields } from "./fields";
import type { KindOf, Kinds } from "./kinds";

export interface PrepareBoot extends Omit<Boot, "urls"> {
  /** In the order in which they are offered. */
  kinds: KindOf[];
  /** Languages by their own names. */
  names: Record<string, string>;
  urls: Boot["urls"] & { console: string; again: string; phone: string; trial: string };
}

/** What the server told of the open step as it is planned now. */
export interface Trial {
  step: string;
  refused: string;
  suggested: Record<string, unknown>;
}

export class Prepare extends App {
  readonly kinds: Kinds;
  readonly fields: Fields;
  /** The step whose fields are open. */
  readonly open = signal<string | null>(null);
  /** The new step whose name is to be written first. */
  naming: string | null = null;
  readonly trial = signal<Trial | null>(null);

  constructor(
    override readonly boot: PrepareBoot,
    wire: () => Wire,
    timers?: Timers,
    storage?: Storage,
  ) {
    super(boot, wire, timers, storage);
    this.kinds = Object.fromEntries(boot.kinds.map((kind) => [kind.kind, kind]));
    this.fields = new Fields(this, `led/prepare/${boot.workshop}`, storage);
    this.fields.listen(() => {
      this.news.value += 1;
    });
  }

  get agenda(): Activity[] {
    return agendaOf(this.board);
  }

  /** Make a step and open its fields, the name in hand. */
  async add(kind: string, title: string, settings: Record<string, unknown>, before: string | null): Promise<void> {
    const id = newId();
    const args = { activity: id, kind, title, settings, ...(before ? { before } : {}) };
    if (await this.act("activity.add", args, this.t("prepare.added", { title }))) this.show(id);
  }

  async copy(step: Activity): Promise<void> {
    const id = newId();
    const args = { activity: step.id, copy: id };
    if (await this.act("activity.copy", args, this.t("prepare.copied", { title: step.title }))) this.show(id);
  }

  async remove(step: Activity): Promise<void> {
    if (await this.act("activity.remove", { activity: step.id }, this.t("prepare.removed", { title: step.title })))
      if (this.open.value === step.id) this.open.value = null;
  }

  /** Move a step before another (null: to the end) and say where it stands then. */
  async move(step: Activity, before: string | null): Promise<void> {
    const answer = await this.sender.send("activity.move", { activity: step.id, ...(before ? { before } : {}) });
    if (!answer.ok) {
      this.toasts.warn(answer.code === "no_line" ? this.t("console.toast.no_line") : answer.message);
      return;
    }
    this.whenCaughtUp(() => this.toasts.say(this.whereIs(step.id), [answer.version ?? 0]));
  }

  /** Move a step by one place; nothing where it stands at the edge. */
  moveBy(step: Activity, by: -1 | 1): void {
    const { agenda } = this;
    const at = agenda.findIndex((other) => other.id === step.id);
    const before = by < 0 ? agenda[at - 1] : agenda[at + 2];
    if (by < 0 ? at > 0 : at < agenda.length - 1) void this.move(step, before?.id ?? null);
  }

  private whereIs(id: string): string {
    const { agenda } = this;
    const at = agenda.findIndex((other) => other.id === id);
    const time = timeOf(plannedTimes(workshopOf(this.board)?.begins || "09:00", agenda).get(id) ?? 0);
    const nth = this.t(`prepare.nth_${ordinal(this.boot.language, at + 1)}`, { n: at + 1 });
    return this.t("prepare.moved", { title: agenda[at]?.title ?? "", nth, time });
  }

  private show(id: string): void {
    this.naming = id;
    this.open.value = id;
  }
}

function ordinal(language: string, n: number): string {
  return new Intl.PluralRules(language, { type: "ordinal" }).select(n);
}
