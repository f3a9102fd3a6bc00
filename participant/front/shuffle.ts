/** An order by lot that stays the same for a phone and an activity. */

/** Order items by a hash of `seed` and their ids: stable over reloads, and when one comes or goes the others keep theirs. Without a seed they stay. */
export function shuffled<T extends { id: string }>(items: readonly T[], seed: string): T[] {
  if (seed.startsWith("/")) return [...items];
  return items
    .map((item) => ({ item, lot: hash(`${seed}/${item.id}`) }))
    .sort((a, b) => a.lot - b.lot || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

/** FNV-1a with a last stir, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
