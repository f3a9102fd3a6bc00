interface Props {
  offered: Record<string, string[]> | undefined;
  chosen: Record<string, string>;
  choose(tags: Record<string, string>): void;
}

/** What a card may be marked as, where the activity offers it; the choice stays for the next card. */
export function Tags({ offered, chosen, choose }: Props) {
  const names = Object.keys(offered ?? {});
  if (!names.length) return null;
  const set = (name: string, word: string) => {
    const { [name]: _, ...rest } = chosen;
    choose(word ? { ...rest, [name]: word } : rest);
  };
  return (
    <div class="tags">
      {names.map((name) => (
        <label key={name}>
          <span class="tx">{name}</span>
          <select class="inp" value={chosen[name] ?? ""} onChange={(event) => set(name, event.currentTarget.value)}>
            <option value="">–</option>
            {(offered?.[name] ?? []).map((word) => (
              <option key={word} value={word}>
                {word}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
