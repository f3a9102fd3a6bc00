/** Stories of change: limits and words as in shared/domain/stories.py. */

export const CONSENT = ["none", "internal", "public"] as const;
export const STORY_LIMITS = { title: 90, what: 500, whom: 160, why: 300 } as const;
