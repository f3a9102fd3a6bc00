/** The phone's view of each kind of activity: one line a kind, one file beside this one. */

import type { ComponentType } from "preact";
import type { Activity } from "../../../shared/web/front/records";
import { Brainstorm } from "./brainstorm";
import { Cluster } from "./cluster";
import { Discussion } from "./discussion";
import { Dots } from "./dots";

export const KINDS: Record<string, ComponentType<{ activity: Activity }>> = {
  brainstorm: Brainstorm,
  cluster: Cluster,
  dots: Dots,
  discussion: Discussion,
};
