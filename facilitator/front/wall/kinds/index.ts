/** How each kind of activity hangs on the wall: a line here and a file beside. */

import type { ComponentType } from "preact";
import type { Activity } from "../../../../shared/web/front/records";
import { Brainstorm } from "./brainstorm";
import { Choice } from "./choice";
import { Sorting } from "./cluster";
import { Discussion } from "./discussion";
import { Dots } from "./dots";
import { Energiser } from "./energiser";
import { Evaluation } from "./evaluation";
import { Feedback } from "./feedback";
import { Fist } from "./fist";
import { Fund } from "./fund";
import { Interviews } from "./interview";
import { Matrix } from "./matrix";
import { Named } from "./named";
import { Numbers } from "./number";
import { Pledging } from "./pledging";
import { Ranking } from "./ranking";
import { Rating } from "./rating";
import { Reading } from "./reading";
import { Scale } from "./scale";
import { Scores } from "./scores";
import { Sheets } from "./sheet";
import { Stories } from "./stories";
import { Twins } from "./twins";
import { WordCloud } from "./wordcloud";

export const KINDS: Record<string, ComponentType<{ step: Activity }>> = {
  brainstorm: Brainstorm,
  cluster: Sorting,
  dots: Dots,
  choice: Choice,
  ranking: Ranking,
  scale: Scale,
  rating: Rating,
  scores: Scores,
  number: Numbers,
  fist: Fist,
  wordcloud: WordCloud,
  feedback: Feedback,
  fund: Fund,
  reading: Reading,
  interview: Interviews,
  matrix: Matrix,
  sheet: Sheets,
  plan: Pledging,
  roll: Named,
  interests: Named,
  gate: Named,
  resolution: Named,
  commit: Pledging,
  evaluation: Evaluation,
  twins: Twins,
  stories: Stories,
  discussion: Discussion,
  energiser: Energiser,
};
