import { Cloud } from "../../../../shared/web/front/cloud";
import "../../../../shared/web/front/css/components/cloud.css";
import type { Activity } from "../../../../shared/web/front/records";
import type { CloudResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../../view";

/** The words as the wall shows them. */
export function Result({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const { words } = activity.result as CloudResult;
  if (!words.length) return <p class="wait-line">{t("wordcloud.words.none")}</p>;
  return <Cloud words={words} said={(n) => t("wordcloud.words.people", { n })} />;
}
