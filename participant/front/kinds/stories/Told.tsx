import type { ComponentChildren } from "preact";
import type { Story } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

interface Props {
  story: Story & { title: string };
  picked?: boolean;
  children?: ComponentChildren;
}

/** One story to read: what changed, for whom, why it matters, and what may be told of it. */
export function Told({ story, picked = false, children }: Props) {
  const { t } = useApp();
  return (
    <li class={`card ${picked ? "yellow" : "white"}`}>
      <b class="tx">{story.title}</b> {picked && <span class="chip ok">{t("stories.phone.picked")}</span>}
      <p class="ev-body tx">{story.what}</p>
      {story.whom && (
        <p class="ev-body tx">
          <b>{t("stories.words.whom")}</b> {story.whom}
        </p>
      )}
      <p class="ev-body tx">
        <b>{t("stories.words.why")}</b> {story.why}
      </p>
      <p class="ev-body hint">
        {t(`stories.words.short.${story.consent ?? "none"}`)}
        {story.verify && ` · ${t("stories.words.to_verify")}`}
      </p>
      {children}
    </li>
  );
}
