/** A paper of dots and what may be done to it. Pure: a new paper each time. */

export type DotsPaper = Record<string, number>;

export interface DotsRule {
  dots: number;
  /** Most on one option. */
  most: number;
}

export function ruleOf(settings: Record<string, unknown>): DotsRule {
  return { dots: Number(settings.dots ?? 3), most: Number(settings.most ?? 1) };
}

export function given(paper: DotsPaper): number {
  return Object.values(paper).reduce((sum, n) => sum + n, 0);
}

export function left(paper: DotsPaper, rule: DotsRule): number {
  return Math.max(0, rule.dots - given(paper));
}

/** Put one more dot on an option; the same paper where it takes no more or none is left. */
export function add(paper: DotsPaper, option: string, rule: DotsRule): DotsPaper {
  const n = paper[option] ?? 0;
  return n >= rule.most || left(paper, rule) === 0 ? paper : { ...paper, [option]: n + 1 };
}

export function takeBack(paper: DotsPaper, option: string): DotsPaper {
  const { [option]: n = 0, ...rest } = paper;
  return n > 1 ? { ...rest, [option]: n - 1 } : rest;
}

/** Move one dot from an option to another. */
export function move(paper: DotsPaper, from: string, to: string, rule: DotsRule): DotsPaper {
  return add(takeBack(paper, from), to, rule);
}
