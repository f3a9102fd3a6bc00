/** The phone's views that the first page brings; the others stand in later.ts. One line a kind, one file beside this one. */

import type { Kinds } from "../later";
import { Brainstorm } from "./brainstorm";
import { Cluster } from "./cluster";
import { Discussion } from "./discussion";
import { Dots } from "./dots";

export const KINDS: Kinds = {
  brainstorm: Brainstorm,
  cluster: Cluster,
  dots: Dots,
  discussion: Discussion,
};
