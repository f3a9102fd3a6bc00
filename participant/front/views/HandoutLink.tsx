import { workshopOf } from "../../../shared/web/front/select";
import { useApp } from "../view";

/** The way to the result on one page, while the facilitator gives it out. */
export function HandoutLink() {
  const { t, board } = useApp();
  const workshop = workshopOf(board);
  if (!workshop?.handout) return null;
  return (
    <a class="btn go wide" href={`/handout/${workshop.code}/${workshop.handout}`}>
      {t("phone.handout")}
    </a>
  );
}
