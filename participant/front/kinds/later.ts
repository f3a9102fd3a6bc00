/** Kinds whose views come after the first page: one line a kind, one file beside this one. */

import type { Kinds } from "../later";
import { Choice } from "./choice";
import { Result as Dots } from "./dots/Result";
import { Energiser } from "./energiser";
import { Evaluation } from "./evaluation";
import { Feedback } from "./feedback";
import { Fist } from "./fist";
import { Fund } from "./fund";
import { Ideas } from "./ideas";
import { Interviews } from "./interview";
import { Matrix } from "./matrix";
import { Named } from "./named";
import { Numbers } from "./number";
import { Own } from "./own";
import { Pledging } from "./pledging";
import { Ranking } from "./ranking";
import { Rating } from "./rating";
import { Reading } from "./reading";
import { Scale } from "./scale";
import { Scores } from "./scores";
import { Shares } from "./shares";
import { MeasureSheet } from "./sheet";
import { Stories } from "./stories";
import { Twins } from "./twins";
import { Outcome, Rules } from "./vote/Rules";
import { SoFar } from "./vote/SoFar";
import { WordCloud } from "./wordcloud";

export const LATER: Kinds = {
  fund: Fund,
  energiser: Energiser,
  choice: Choice,
  ranking: Ranking,
  scale: Scale,
  rating: Rating,
  scores: Scores,
  number: Numbers,
  fist: Fist,
  wordcloud: WordCloud,
  feedback: Feedback,
  reading: Reading,
  interview: Interviews,
  matrix: Matrix,
  sheet: MeasureSheet,
  plan: Pledging,
  commit: Pledging,
  roll: Named,
  interests: Named,
  gate: Named,
  resolution: Named,
  ideas: Ideas, // below a writing that is suggestive
  own: Own, // a sorting that everybody does by themselves
  shares: Shares, // a sorting whose cards are dealt
  evaluation: Evaluation,
  twins: Twins,
  stories: Stories,
  // Parts of votes.
  "vote/dots": Dots,
  "vote/rules": Rules,
  "vote/so_far": SoFar,
  "vote/outcome": Outcome,
};
