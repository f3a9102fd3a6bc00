import type { Activity, Measure } from "../../../../shared/web/front/records";
import type { Line } from "../../pledges";
import { useApp } from "../../view";

interface Props {
  activity: Activity;
  /** Null: what belongs to no single measure. */
  measure: Measure | null;
  lines: Line[];
  edit(start: Line | { measure: string | null }): void;
}

/** What is promised about one measure; one's own lines can be changed while the step is open. */
export function Lines({ activity, measure, lines, edit }: Props) {
  const { t } = useApp();
  const words = `${activity.kind}.phone`;
  const open = activity.phase === "open";
  const title = measure?.title ?? t(`${words}.apart`);
  return (
    <section>
      <h3 class="part tx">{title}</h3>
      {lines.length === 0 && <p class="empty">{t(`${words}.none`)}</p>}
      <ul class="stack">
        {lines.map((line) => (
          <li key={line.id} class={line.champion ? "card yellow" : "card white"}>
            <b class="tx">{line.who || t(`${words}.nobody`)}</b>
            {line.champion && <span class="chip">{t("commit.phone.champion")}</span>}
            <div class="tx">{line.what}</div>
            <Meta line={line} />
            {line.own && open && (
              <button
                type="button"
                class="link-btn"
                aria-label={`${t(`${words}.change`)}: ${line.what || line.who}`}
                onClick={() => edit(line)}
              >
                {t(`${words}.change`)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {measure && open && (
        <button
          type="button"
          class="btn small"
          aria-label={`${t(`${words}.add`)}: ${title}`}
          onClick={() => edit({ measure: measure.id })}
        >
          {t(`${words}.add`)}
        </button>
      )}
    </section>
  );
}

function Meta({ line }: { line: Line }) {
  const { t, boot } = useApp();
  const parts = [line.due && t("common.pledge.until", { day: dayOf(boot.language, line.due) }), line.means];
  if (line.state !== "saved" && line.state !== "refused") parts.push(t("phone.save.saving"));
  const said = parts.filter(Boolean).join(" · ");
  return said ? <p class="hint tx">{said}</p> : null;
}

/** A calendar day in words; the day itself where the browser has no calendar. */
export function dayOf(language: string, iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  try {
    return new Date(year ?? 0, (month ?? 1) - 1, day).toLocaleDateString(language, {
      day: "numeric",
      month: "long",
      year: "numeric",
    });
  } catch {
    return iso;
  }
}
