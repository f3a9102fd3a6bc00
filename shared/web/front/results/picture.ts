/** Where points and their names stand in a picture of two axes: points exactly, names beside them without touching. Pure. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A point and where its name stands. */
export interface Mark extends Point {
  label: Box;
}

/** The part of an axis from 0 to 100 that is shown: all values and the line, in tens. */
export function span(values: readonly number[], line: number): { from: number; to: number } {
  const low = Math.min(line, ...values);
  const high = Math.max(line, ...values);
  return { from: Math.max(0, Math.floor((low - 5) / 10) * 10), to: Math.min(100, Math.ceil((high + 5) / 10) * 10) };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

type Line = readonly [Point, Point];

interface Size {
  width: number;
  height: number;
}

const ROUND = 20; // directions that are tried around a point
const RINGS = 34;

/**
 * Place a name beside each point: as near as it goes, inside of the picture, over no point and no other name, with a line
 * that crosses neither. `widths` are the names'; all are `height` high, and stay `gap` apart. Where it is too crowded for
 * that, names stand in columns.
 */
export function placed(points: readonly Point[], widths: readonly number[], picture: Size, height: number, gap: number): Mark[] {
  const sizes = widths.map((width) => ({ width: Math.min(width, picture.width), height }));
  const given = points.map((_, i) => i);
  const by = (value: (point: Point) => number) =>
    [...given].sort((a, b) => value(points[a] as Point) - value(points[b] as Point) || a - b);
  const orders = [given, by(({ y }) => y), by(({ y }) => -y), by(({ x }) => x), by(({ x }) => -x)];
  const tries = orders.map((order) => inOrder(order, points, sizes, picture, gap)).filter((marks) => marks !== null);
  const best = tries.sort((a, b) => strain(a) - strain(b))[0];
  return best ?? inColumns(points, sizes, picture);
}

/** How far the names lie from their points in all; the far ones weigh more. */
function strain(marks: readonly Mark[]): number {
  return marks.reduce((sum, mark) => sum + distance(mark, end(mark, mark.label)), 0);
}

function distance(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

/** Place one name after the other; null where one finds no place. */
function inOrder(
  order: readonly number[],
  points: readonly Point[],
  sizes: readonly Size[],
  picture: Size,
  gap: number,
): Mark[] | null {
  const dots = points.map(({ x, y }) => ({ x: x - gap, y: y - gap, width: 2 * gap, height: 2 * gap }));
  const names: Box[] = [];
  const leads: Line[] = [];
  const marks: Mark[] = [];
  for (const i of order) {
    const point = points[i] as Point;
    const others = dots.filter((_, j) => j !== i);
    const free = rings(point, sizes[i] as Size, picture, gap).filter((box) => isFree(box, [...dots, ...names], gap));
    const label =
      free.find((box) => !leads.some((lead) => crosses(lead, box)) && isOpen([point, end(point, box)], [...others, ...names])) ??
      free[0];
    if (!label) return null;
    names.push(label);
    leads.push([point, end(point, label)]);
    marks[i] = { ...point, label };
  }
  return marks;
}

function isFree(box: Box, taken: readonly Box[], gap: number): boolean {
  const wider = { x: box.x - gap / 2, y: box.y - gap / 2, width: box.width + gap, height: box.height + gap };
  return !taken.some((other) => overlap(wider, other));
}

/** Whether a line crosses nothing. */
function isOpen(line: Line, others: readonly Box[]): boolean {
  return !others.some((other) => crosses(line, other));
}

/** The places around a point, the nearest first: rings that grow, each walked from the right. */
function rings(point: Point, size: Size, picture: Size, gap: number): Box[] {
  const boxes: Box[] = [];
  for (let ring = 0; ring < RINGS; ring += 1) {
    for (let turn = 0; turn < ROUND; turn += 1) {
      const angle = (2 * Math.PI * turn) / ROUND;
      const away = gap * (1.4 + ring);
      boxes.push(beside(point, size, away * Math.cos(angle), away * Math.sin(angle)));
    }
  }
  return boxes.filter(
    ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height,
  );
}

/** A box whose edge that faces the point lies at this distance from it. */
function beside(point: Point, size: Size, dx: number, dy: number): Box {
  const x = point.x + dx - (dx < -0.001 ? size.width : Math.abs(dx) <= 0.001 ? size.width / 2 : 0);
  return { x, y: point.y + dy - size.height / 2, ...size };
}

/** Where the line from a point to its name ends: on the name's nearer side, at half its height. */
export function end(point: Point, label: Box): Point {
  return { x: Math.max(label.x, Math.min(point.x, label.x + label.width)), y: label.y + label.height / 2 };
}

/** Whether a straight line meets a box (Liang and Barsky's clipping). */
function crosses([from, to]: Line, box: Box): boolean {
  let enters = 0;
  let leaves = 1;
  const sides = [
    [from.x - to.x, from.x - box.x],
    [to.x - from.x, box.x + box.width - from.x],
    [from.y - to.y, from.y - box.y],
    [to.y - from.y, box.y + box.height - from.y],
  ] as const;
  for (const [runs, room] of sides) {
    if (runs === 0 && room < 0) return false;
    if (runs < 0) enters = Math.max(enters, room / runs);
    if (runs > 0) leaves = Math.min(leaves, room / runs);
  }
  return enters < leaves;
}

/** Names in rows and columns, each in the free place that is nearest to its point. */
function inColumns(points: readonly Point[], sizes: readonly Size[], picture: Size): Mark[] {
  const wide = Math.max(1, ...sizes.map(({ width }) => width));
  const high = Math.max(1, ...sizes.map(({ height }) => height));
  const columns = Math.max(1, Math.floor(picture.width / wide));
  const rows = Math.max(1, Math.floor(picture.height / high));
  const places = Array.from({ length: columns * rows }, (_, i) => ({
    x: (i % columns) * (picture.width / columns),
    y: Math.floor(i / columns) * (picture.height / rows),
  }));
  return points.map((point, i) => {
    const label = (place: Point) => ({ ...place, ...(sizes[i] as Size) });
    const far = (place: Point) => distance(point, end(point, label(place)));
    const nearest = places.reduce((best, place, at) => (far(place) < far(places[best] as Point) ? at : best), 0);
    const [place] = places.length > 1 ? places.splice(nearest, 1) : places;
    return { ...point, label: label(place as Point) };
  });
}
