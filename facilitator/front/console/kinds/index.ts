/** How the console runs each kind of activity: a line here and a file beside. */

import type { ComponentType } from "preact";
import type { Activity } from "../../../../shared/web/front/records";
import type { Course } from "../mainAct";
import { BRAINSTORM } from "./brainstorm";
import { CHOICE } from "./choice";
import { CLUSTER } from "./cluster";
import { DISCUSSION } from "./discussion";
import { DOTS } from "./dots";
import { ENERGISER } from "./energiser";
import { EVALUATION } from "./evaluation";
import { FEEDBACK } from "./feedback";
import { FIST } from "./fist";
import { FUND } from "./fund";
import { INTERVIEW } from "./interview";
import { MATRIX } from "./matrix";
import { GATE, INTERESTS, RESOLUTION, ROLL } from "./named";
import { NUMBER } from "./number";
import { COMMIT, PLAN } from "./pledging";
import { RANKING } from "./ranking";
import { RATING } from "./rating";
import { READING } from "./reading";
import { SCALE } from "./scale";
import { SCORES } from "./scores";
import { SHEET } from "./sheet";
import { STORIES } from "./stories";
import { TWINS } from "./twins";
import { WORDCLOUD } from "./wordcloud";

/** A kind's phases and acts, and its board in the middle. */
export interface KindOfConsole extends Course {
  View: ComponentType<{ step: Activity }>;
}

export const KINDS: Record<string, KindOfConsole> = {
  brainstorm: BRAINSTORM,
  cluster: CLUSTER,
  dots: DOTS,
  choice: CHOICE,
  ranking: RANKING,
  scale: SCALE,
  rating: RATING,
  scores: SCORES,
  number: NUMBER,
  fist: FIST,
  wordcloud: WORDCLOUD,
  feedback: FEEDBACK,
  fund: FUND,
  reading: READING,
  interview: INTERVIEW,
  matrix: MATRIX,
  sheet: SHEET,
  plan: PLAN,
  commit: COMMIT,
  roll: ROLL,
  interests: INTERESTS,
  gate: GATE,
  resolution: RESOLUTION,
  evaluation: EVALUATION,
  twins: TWINS,
  stories: STORIES,
  discussion: DISCUSSION,
  energiser: ENERGISER,
};
