/** Where the names of marks stand in a picture: beside their marks, never over one another. */

export interface Mark {
  id: string;
  name: string;
  x: number;
  y: number;
}

export interface Placed extends Mark {
  labelX: number;
  labelY: number;
  /** Written towards the left, ending at the mark. */
  end: boolean;
  /** Too far from its mark to be read without a line. */
  moved: boolean;
}

const RIGHT = 95;
const BESIDE = 2.4;
const LETTER = 2.7; // the width of a letter, rather too much than too little
const LINE = 6.4; // from one name to the next
const TOP = 8;
const BOTTOM = 57;

/** Write names to the right of their marks, or to the left where they would leave the picture; a line apart if they meet. */
export function spread(marks: readonly Mark[]): Placed[] {
  const placed = [...marks].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)).map(beside);
  placed.forEach((label, i) => {
    const above = placed.slice(0, i).filter((other) => meets(label, other));
    label.labelY = Math.max(label.labelY, TOP, ...above.map((other) => other.labelY + LINE));
  });
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const label = placed[i] as Placed;
    const below = placed.slice(i + 1).filter((other) => meets(label, other));
    label.labelY = Math.min(label.labelY, BOTTOM, ...below.map((other) => other.labelY - LINE));
    label.moved = Math.abs(label.labelY - label.y) > 1;
  }
  return placed;
}

function beside(mark: Mark): Placed {
  const end = mark.x + BESIDE + widthOf(mark) > RIGHT;
  return { ...mark, end, labelX: mark.x + (end ? -BESIDE : BESIDE), labelY: mark.y, moved: false };
}

/** Whether two names have columns in common; the mark itself is a part of its name. */
function meets(a: Placed, b: Placed): boolean {
  const [from, to] = spanOf(a);
  const [start, stop] = spanOf(b);
  return from < stop && start < to;
}

function spanOf(label: Placed): [number, number] {
  const width = widthOf(label) + BESIDE;
  return label.end ? [label.x - width, label.x + BESIDE] : [label.x - BESIDE, label.x + width];
}

function widthOf(mark: Mark): number {
  return LETTER * [...mark.name].length;
}
