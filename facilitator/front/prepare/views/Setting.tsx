/** One setting of a step, by what it may be; a suggested number is one press away. */

import type { Activity } from "../../../../shared/web/front/records";
import type { Act } from "../fields";
import { type Field, type FieldType, read, shown } from "../kinds";
import { usePrepare } from "../view";
import { Guide } from "./Guide";
import { type Bound, Input } from "./Input";
import { LineBox } from "./LineBox";

interface Props {
  step: Activity;
  field: Field;
  fixed: boolean;
  suggested: unknown;
}

const WIDE: readonly FieldType[] = ["choice", "lines", "numbers", "tags", "guide"];

const WRONG: Partial<Record<FieldType, string>> = { tags: "prepare.tags_wrong", guide: "prepare.guide.wrong" };

export function Setting({ step, field, fixed, suggested }: Props) {
  const app = usePrepare();
  const { t } = app;
  const value = step.settings[field.name] ?? field.default;
  const set = (next: unknown): Act => ({
    verb: "activity.edit",
    args: { activity: step.id, settings: { [field.name]: next } },
  });
  const id = `${field.name}-${step.id}`;
  const fits = suggested !== undefined && suggested !== value && !fixed;
  return (
    <div class={WIDE.includes(field.type) ? "setting wide" : "setting"}>
      <Input
        id={id}
        label={field.label}
        hint={field.hint}
        value={shown(field, value)}
        wrong={t(WRONG[field.type] ?? "prepare.number_wrong")}
        disabled={fixed}
        beside={field.type === "flag"}
        act={(typed) => {
          const next = read(field, typed);
          return next === undefined ? null : set(next);
        }}
      >
        {(box) => <Box field={field} box={box} />}
      </Input>
      {fits && (
        <button
          type="button"
          class="btn small"
          onClick={() => void app.act("activity.edit", set(suggested).args, t("prepare.taken"))}
        >
          {t("prepare.suggested", { value: String(suggested) })}
        </button>
      )}
    </div>
  );
}

function Box({ field, box }: { field: Field; box: Bound }) {
  const { typed, chosen, left, value, ...rest } = box;
  const text = String(value);
  switch (field.type) {
    case "flag":
      return (
        <input {...rest} type="checkbox" checked={value === true} onChange={(event) => chosen(event.currentTarget.checked)} />
      );
    case "choice":
      return (
        <select {...rest} class="in" value={text} onChange={(event) => chosen(event.currentTarget.value)}>
          {field.options?.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      );
    case "lines":
    case "numbers":
    case "tags":
      return (
        <textarea
          {...rest}
          class="in"
          rows={Math.min(10, Math.max(3, text.split("\n").length))}
          value={text}
          onInput={(event) => typed(event.currentTarget.value)}
          onBlur={left}
        />
      );
    case "guide":
      return <Guide field={field} box={box} />;
    case "number":
      return <LineBox box={box} class="in num" inputMode="numeric" />;
    default:
      return <LineBox box={box} class="in" />;
  }
}
