/** The records and messages of the wire, as docs/protocol.md tells them. Fields that an audience may not see are absent. */

export type Sector = "private" | "public" | "semi-public";
export type Phase = "draft" | "open" | "closed" | "revealed" | "confirmed";

export interface Timer {
  seconds: number;
  ends_at?: number;
  left?: number;
}

export interface Wall {
  covered: boolean;
  shows: "step" | "join" | "spotlight" | "handout";
  cluster: string | null;
  /** The measure that hangs, where a step shows one at a time. */
  measure?: string | null;
  theme: "day" | "evening";
  letters: "s" | "m" | "l";
}

export interface Workshop {
  id: string;
  code: string;
  title: string;
  language: string;
  languages: string[];
  date: string;
  place: string;
  asks: { name: string; organisation: string };
  now: string | null;
  locked: boolean;
  paused: boolean;
  timer: Timer | null;
  started_at: number | null;
  ended_at: number | null;
  /** The key in the address of the hand-out; empty while it is not given out. */
  handout?: string;
  /** Walls and consoles only. */
  host?: string;
  wifi?: { name: string; password: string };
  wall?: Wall;
  /** Consoles only. */
  region?: string;
  template?: string;
  facilitators?: string;
  /** Time of day, HH:MM; `ends` may be empty. */
  begins?: string;
  ends?: string;
  /** People; 0: not said. */
  expected?: number;
  capacity?: number;
  /** People without a phone of their own, and those invited, by way and sector. */
  attendance?: Record<string, Record<string, number>>;
}

/** A frozen result; each kind has its own fields, by its rule. */
export interface Result {
  rule: string;
}

/** What every result of a vote tells beside its figures. */
export interface VoteResult extends Result {
  cast: number;
  blank: number;
  seats: number;
  secret?: boolean;
  credential?: string;
  /** Ballots a sector; absent where one is too small to be told. */
  sectors?: Partial<Record<Sector, number>>;
  /** The order would be another if the sectors weighed the same. */
  order_differs?: boolean;
  /** Figures by sector are there, but not shown yet. */
  withheld?: boolean;
  /** Ballots that were needed, where there was a quorum. */
  quorum?: { need: number; reached: boolean };
  /** What was said after the vote to be the same as another thing, in that order. */
  joined?: Joined[];
}

/** One option that counts as another. */
export interface Joined {
  gone: string;
  title: string;
  short: string;
  into: string;
  by: string;
  at: number;
  /** The figures of both, the one that is gone first. */
  before: [number, number];
  after: number;
}

/** What shared a place, in the order of its lot. */
export interface Lot {
  place: number;
  number: number;
  order: string[];
  at: number;
}

export interface Activity {
  id: string;
  kind: string;
  title: string;
  question: string;
  position: number;
  minutes: number;
  phase: Phase;
  settings: Record<string, unknown>;
  source: string | null;
  options: string[];
  /** By language: what it is called and asks there; whoever speaks none of them reads the workshop's own words. */
  translations?: Record<string, { title?: string; question?: string }>;
  /** Absent before anything of a vote is revealed; then what may be known of it by now. */
  result?: Result | null;
  lots?: Lot[];
  revealed?: "" | "turnout" | "top" | "totals" | "all";
  agreed_because?: string;
  /** Consoles only: the name of its guide. */
  guide?: string;
  /** Consoles only: what people wrote and nobody is shown, without capitals and spaces. */
  hidden?: string[];
  started_at: number | null;
  ended_at: number | null;
}

export interface Cluster {
  id: string;
  activity: string;
  title: string;
  position: number;
  short: string;
  pictogram: string;
  aside: boolean;
}

export interface Card {
  id: string;
  activity: string;
  text: string;
  position: number;
  cluster: string | null;
  tags: Record<string, string>;
  merged_into: string | null;
  pinned?: boolean;
  /** What the room made of it in a sorting by shares; empty before. */
  verdict?: Verdict;
  /** What a story tells beyond its title; empty for a card. */
  story?: Story;
  /** Consoles and the author; others see shown cards only. */
  state?: "shown" | "waiting" | "hidden";
  /** Consoles only. */
  sector?: Sector | null;
  channel?: string;
  /** Cards that only look like this one. */
  unlike?: string[];
}

/** How a card was judged by those who had it in their hands. */
export interface Verdict {
  state?: "settled" | "contested" | "none" | "unclear";
  by?: "room" | "facilitator";
  /** Taps a group; "" for those that say no group fits, "?" for those that do not understand the card. */
  wishes?: Record<string, number>;
  /** How often it was dealt; a tap counts for the deal that it was made in. */
  deal?: number;
}

/** A story of change; names as in shared/domain/stories.py. */
export interface Story {
  what?: string;
  whom?: string;
  why?: string;
  consent?: "none" | "internal" | "public";
  verify?: boolean;
  hands?: number;
}

/** A line of what a measure is to reach. */
export interface Indicator {
  id: string;
  name: string;
  unit: string;
  base: string;
  target: string;
}

/** A line of what a measure was planned to cost; the figure has up to two decimals. */
export interface BudgetLine {
  id: string;
  item: string;
  planned: string;
  /** fund | own | other, or "" */
  payer: string;
}

/** What was reached in one line of a plan; names as in shared/domain/evaluations.py. */
export interface Reached {
  value?: string;
  /** What an earlier evaluation found, at half time say. */
  earlier?: string;
  proof?: string;
  remark?: string;
  state?: string;
  word?: string;
}

export interface Measure {
  id: string;
  title: string;
  cluster: string | null;
  position: number;
  champion: string;
  /** What its sketch says; names as in shared/domain/measures.py. */
  sheet?: Record<string, string | number>;
  indicators?: Indicator[];
  budget?: BudgetLine[];
  /** By line of the plan. */
  reached?: Record<string, Reached>;
  /** By time: Te, T6, T12, T24. */
  checks?: Record<string, Record<string, string>>;
  /** The workshop that it was taken over from: workshop, title, date, measure. */
  origin?: Record<string, string>;
  /** Why the room has set it aside; "" while it stands. */
  parked?: string;
}

/** Who does what by when with what. */
export interface Pledge {
  id: string;
  activity: string;
  measure: string | null;
  what: string;
  who: string;
  /** ISO day, or empty. */
  due: string;
  means: string;
  champion: boolean;
  position: number;
  /** "plan" or "commit" where it was taken over from another workshop, else empty. */
  former?: string;
}

/** What the analysis found about one to three location factors: an advantage or an obstacle. */
export interface Finding {
  id: string;
  factors: string[];
  sign: "+" | "-";
  statement: string;
  quote: string;
  sector: Sector | null;
  position: number;
  /** How many it surprised. */
  marks: number;
  /** The workshop that it was taken over from; empty where it is this one's own. */
  origin: { workshop?: string; title?: string; date?: string };
  /** Consoles only. */
  source_kind?: string;
  source_ref?: string;
  line_of_work?: string;
  place?: string;
  rating?: number | null;
  date?: string;
  details?: Record<string, string>;
  confidential?: boolean;
  shown?: boolean;
  card?: string | null;
}

/** What somebody answers openly and by name. */
export interface Voice {
  id: string;
  activity: string;
  measure: string | null;
  who: string;
  answer: string;
  sector: Sector | "";
  word: string;
  position: number;
}

/** A finding that surprised somebody; consoles and whose own it is. */
export interface Mark {
  id: string;
  activity: string;
  finding: string;
}

/** What the room settled about a factor beside its rating. */
export interface Amendment {
  id: string;
  activity: string;
  factor: string;
  /** The corrected one; null where only the reach was said. */
  rating: number | null;
  reason: string;
  /** Empty: what is usual. */
  reach: "" | "L" | "R" | "N";
}

/** A point that somebody told an interviewer; one with factors and a sign is a finding. */
export interface Point {
  id: string;
  /** Key of the question in the guide. */
  question: string;
  statement: string;
  factors: string[];
  sign: "" | "+" | "-";
  quote: string;
  rating: number | null;
  confidential: boolean;
}

/** What one person or office told an interviewer; consoles and whose own it is. */
export interface Interview {
  id: string;
  activity: string;
  number: number;
  /** Who is asked; names as in shared/domain/specimen.py. */
  group: string;
  position: number;
  /** The line as it was read out. */
  consent: string;
  line_of_work: string;
  place: string;
  date: string;
  answers: Point[];
}

export interface Note {
  id: string;
  type: "note" | "decision" | "task" | "advocacy" | "question" | "summary" | "private";
  text: string;
  position: number;
  activity: string | null;
  /** Who does the task, or carries the matter. */
  who: string;
  due: string;
  /** That an advocacy item has to reach. */
  office: string;
  /** Of a decision, and from it. */
  reasons: string;
  dissent: string;
}

export interface Seat {
  id: string;
  number: number;
  sector: Sector;
  language: string;
  name: string;
  organisation: string;
  named: boolean;
  /** Consoles only. */
  removed?: boolean;
  joined_at?: number;
}

export interface Kinds {
  workshop: Workshop;
  activity: Activity;
  cluster: Cluster;
  card: Card;
  measure: Measure;
  pledge: Pledge;
  finding: Finding;
  voice: Voice;
  mark: Mark;
  amendment: Amendment;
  interview: Interview;
  note: Note;
  seat: Seat;
}

export type Kind = keyof Kinds;
export type Records = { [K in Kind]: Record<string, Kinds[K]> };
/** After-images by kind and id; null where the record is gone. Kinds of a later version may stand in it, too. */
export type Put = Record<string, Record<string, unknown>>;

/** One act of the history, for consoles. */
export interface Act {
  version: number;
  verb: string;
  subject: string;
  /** A facilitator's name, else empty. */
  by: string;
  role: "facilitator" | "seat" | "system";
  at: number;
  undoes: number | null;
  reason: string;
}

export interface Snapshot {
  version: number;
  records: Put;
  now: number;
  acts?: Act[];
}

export interface Changes {
  from: number;
  to: number;
  put: Put;
  now: number;
  acts?: Act[];
}

/** All that is one phone's own; the newest version wins. */
export interface Mine {
  version: number;
  records: {
    card?: Record<string, Card>;
    measure?: Record<string, { id: string }>;
    pledge?: Record<string, { id: string }>;
    voice?: Record<string, { id: string }>;
    mark?: Record<string, Mark>;
    interview?: Record<string, Interview & { note: string }>;
    seat?: Record<string, Seat>;
  };
}

export interface Tally {
  activity: string;
  stamp: number;
  cast?: number;
  of?: number;
  /** Ballots that answer all that is asked, where one may be half full. */
  complete?: number;
  /** How many of the ballots came on paper. */
  paper?: number;
  cards?: number;
  interviews?: number;
}

export interface Presence {
  stamp: number;
  seats: number;
  here: number;
  by_sector: Partial<Record<Sector, number>>;
  connected?: string[];
  walls?: number;
}

/** What phones say of themselves on the running step, counted; of votes in steps of three. */
export interface Signals {
  activity: string;
  stamp: number;
  of: number;
  done: number;
  /** Consoles only. */
  holds?: number;
  unsent?: number;
}

/** What a phone says of itself on a step that is open. */
export interface Signal {
  activity: string;
  done: boolean;
  /** It has dots or points yet. */
  holds: boolean;
  /** How much is on the phone only. */
  unsent: number;
  /** The version of the board on which somebody said to be done. */
  at: number;
}

export interface Heartbeat {
  version: number;
  mine?: number;
  now: number;
}

export interface Goodbye {
  code: "removed" | "moved" | "crowded" | "revoked" | "restarting" | "ended";
}

export interface Taken {
  ok: true;
  version?: number;
  [more: string]: unknown;
}

export interface Refusal {
  ok: false;
  code: string;
  message: string;
  retry: boolean;
  retry_after?: number;
}

export type Answer = Taken | Refusal;

/** The answer to `sync`, over the socket and over HTTP alike. */
export interface Synced {
  ok: true;
  version: number;
  snapshot?: Snapshot;
  changes?: Changes;
  mine?: Mine;
}

/** What a client asks of the desk. */
export interface Command {
  id: string;
  verb: string;
  args: Record<string, unknown>;
}

export interface Ballot {
  activity: string;
  key: string;
  revision: number;
  paper: unknown;
}
