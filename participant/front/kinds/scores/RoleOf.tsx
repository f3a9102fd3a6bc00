import { useState } from "preact/hooks";
import { ROLES, type Role } from "../../../../shared/web/front/results/scores";
import { useApp } from "../../view";

/** What part one has in the measures: asked once, then a line that can be changed. */
export function RoleOf({ role, choose }: { role: Role | undefined; choose(role: Role): void }) {
  const { t } = useApp();
  const [changing, setChanging] = useState(false);
  if (role && !changing) {
    return (
      <p class="part-line sc-role">
        <span>
          {t("scores.phone.you_are")} <b>{t(`scores.words.role.${role}`)}</b>
        </span>
        <button type="button" class="link-btn" onClick={() => setChanging(true)}>
          {t("scores.phone.change_role")}
        </button>
      </p>
    );
  }
  const take = (next: Role) => {
    setChanging(false);
    choose(next);
  };
  return (
    <fieldset class="sc-ask" data-at="role">
      <legend>{t("scores.phone.role")}</legend>
      <div class="sc-keys future">
        {ROLES.map((one) => (
          <label key={one} class="sc-key">
            <input type="radio" name="role" checked={one === role} onClick={() => take(one)} />
            <span class="sc-face">{t(`scores.words.role.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
