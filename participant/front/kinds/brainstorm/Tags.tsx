import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../../view";

interface Props {
  offered: Record<string, string[]> | undefined;
  /** A card belongs to one of the workshop's measures. */
  byMeasure: boolean;
  chosen: Record<string, string>;
  choose(tags: Record<string, string>): void;
}

interface Tag {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

/** What a card may be marked as, where the activity offers it; the choice stays for the next card. */
export function Tags({ offered, byMeasure, chosen, choose }: Props) {
  const { t, board } = useApp();
  const measures = board.all("measure").sort(byPosition);
  const tags: Tag[] = Object.entries(offered ?? {}).map(([name, words]) => ({
    name,
    label: name,
    options: words.map((word) => ({ value: word, label: word })),
  }));
  if (byMeasure && measures.length) {
    const options = measures.map(({ id, title }) => ({ value: id, label: title }));
    tags.unshift({ name: "measure", label: t("brainstorm.phone.by_measure"), options });
  }
  if (!tags.length) return null;
  const set = (name: string, value: string) => {
    const { [name]: _, ...rest } = chosen;
    choose(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <div class="tags">
      {tags.map(({ name, label, options }) => (
        <label key={name}>
          <span class="tx">{label}</span>
          <select class="inp" value={chosen[name] ?? ""} onChange={(event) => set(name, event.currentTarget.value)}>
            <option value="">–</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
