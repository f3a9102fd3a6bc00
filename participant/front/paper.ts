/** A paper of dots and what may be done to it. Pure: a new paper each time. Below zero stand minus points. */

export type DotsPaper = Record<string, number>;

export interface DotsRule {
  dots: number;
  /** Most on one option, of dots and of minus points alike. */
  most: number;
  /** Minus points a person; 0 where there are none. */
  minus: number;
}

export function ruleOf(settings: Record<string, unknown>): DotsRule {
  return { dots: Number(settings.dots ?? 3), most: Number(settings.most ?? 1), minus: Number(settings.minus ?? 0) };
}

export function given(paper: DotsPaper): number {
  return Object.values(paper).reduce((sum, n) => sum + Math.max(n, 0), 0);
}

export function left(paper: DotsPaper, rule: DotsRule): number {
  return Math.max(0, rule.dots - given(paper));
}

export function minusLeft(paper: DotsPaper, rule: DotsRule): number {
  return Math.max(0, rule.minus - Object.values(paper).reduce((sum, n) => sum + Math.max(-n, 0), 0));
}

/** Put one more dot on an option; the same paper where it takes no more or none is left. */
export function add(paper: DotsPaper, option: string, rule: DotsRule): DotsPaper {
  const n = paper[option] ?? 0;
  return n < 0 || n >= rule.most || left(paper, rule) === 0 ? paper : { ...paper, [option]: n + 1 };
}

/** Put one more minus point on an option, under the same rule. */
export function addMinus(paper: DotsPaper, option: string, rule: DotsRule): DotsPaper {
  const n = paper[option] ?? 0;
  return n > 0 || -n >= rule.most || minusLeft(paper, rule) === 0 ? paper : { ...paper, [option]: n - 1 };
}

/** Take one dot or one minus point back. */
export function takeBack(paper: DotsPaper, option: string): DotsPaper {
  const { [option]: n = 0, ...rest } = paper;
  return Math.abs(n) > 1 ? { ...rest, [option]: n - Math.sign(n) } : rest;
}

/** Move one dot from an option to another. */
export function move(paper: DotsPaper, from: string, to: string, rule: DotsRule): DotsPaper {
  return add(takeBack(paper, from), to, rule);
}
