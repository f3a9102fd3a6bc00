import type { Card } from "../../../../shared/web/front/records";
import type { Group } from "../../sorting";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import type { Chosen } from "./Sort";

interface Props {
  groups: Group[];
  chosen?: Chosen;
  toggle?(card: Card): void;
  rename?(group: Group): void;
}

/** The groups in wall order; each opens to its cards. */
export function Groups({ groups, ...hands }: Props) {
  const { t } = useApp();
  if (!groups.length) return <p class="empty">{t("cluster.phone.no_groups")}</p>;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups" class="part">
        {t("cluster.phone.groups", { n: groups.length })}
      </h2>
      <ul class="stack">
        {groups.map((group) => (
          <li key={group.id}>
            <OneGroup group={group} {...hands} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneGroup({ group, chosen, toggle, rename }: { group: Group } & Omit<Props, "groups">) {
  const { t } = useApp();
  return (
    <details class={`group ${group.aside ? "aside" : ""}`}>
      <summary>
        <GroupName {...group} />
        <span class="hint num">{t("cluster.phone.cards", { n: group.cards.length })}</span>
      </summary>
      <ul class="mine">
        {group.cards.map((card) => (
          <li key={card.id} class={toggle ? "" : "card"}>
            {toggle ? (
              <button type="button" class="card pick" aria-pressed={chosen?.has(card.id) ?? false} onClick={() => toggle(card)}>
                <span class="tx">{card.text}</span>
              </button>
            ) : (
              <span class="tx">{card.text}</span>
            )}
          </li>
        ))}
      </ul>
      {rename && (
        <button type="button" class="btn small" onClick={() => rename(group)}>
          {t("cluster.phone.rename", { title: group.title })}
        </button>
      )}
    </details>
  );
}
