import type { Activity } from "../../../../shared/web/front/records";
import { type FundItem, type FundResult, itemsOf, money, ownShare } from "../../../../shared/web/front/results/fund";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";

/** What is paid, what comes next, what is left; and, on this phone only, where one's own share went. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as FundResult;
  const own = ballots.get<DotsPaper>(activity.id)?.counted ?? {};
  const items = itemsOf(result);
  const named = (ids: string[]) => ids.flatMap((id) => items.get(id) ?? []);
  const rest = result.items.filter(({ id }) => !result.chosen.includes(id) && !result.reserve.includes(id));
  const list = (key: string, found: FundItem[]) =>
    found.length > 0 && <List title={t(`fund.phone.${key}`)} items={found} own={own} result={result} />;
  return (
    <>
      <p class="hint">{t(`fund.phone.by.${result.by}`)}</p>
      {list("paid", named(result.chosen))}
      {!result.chosen.length && <p class="empty">{t("fund.phone.nothing")}</p>}
      <p class="wait-line">
        {t("fund.phone.left_over", {
          left: money(result.left, result.currency),
          budget: money(result.budget, result.currency),
        })}
      </p>
      {list("next", named(result.reserve))}
      {list("nobody", rest)}
      {result.share && Object.keys(own).length > 0 && <OwnShare result={result} own={own} />}
    </>
  );
}

function List({ title, items, own, result }: { title: string; items: FundItem[]; own: DotsPaper; result: FundResult }) {
  const { t } = useApp();
  return (
    <section>
      <h3 class="part">{title}</h3>
      <ol>
        {items.map((item) => (
          <li key={item.id} class="res">
            <div class="l">
              {own[item.id] && <span class="dot" role="img" aria-label={t("fund.phone.yours")} />}
              <span class="tx">{item.title}</span>
              <span class="n">{money(item.cost, result.currency)}</span>
            </div>
            <small class="hint num">
              {t("fund.phone.supporters", { n: item.votes })}
              {result.ballot === "points" && `, ${t("fund.phone.points", { n: Number(item.score) })}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OwnShare({ result, own }: { result: FundResult; own: DotsPaper }) {
  const { t } = useApp();
  const items = itemsOf(result);
  const { paid, rest } = ownShare(result, (id) => Boolean(own[id]));
  const sum = (amount: number) => money(amount.toFixed(2), result.currency);
  const list = paid.map(([id, amount]) => `${items.get(id)?.title} ${sum(amount)}`).join("; ");
  const share = money(result.share?.final ?? 0, result.currency);
  return (
    <p class="hint">
      {paid.length ? t("fund.phone.your_share", { share, list, rest: sum(rest) }) : t("fund.phone.your_share_unused", { share })}{" "}
      {t("fund.phone.yours_only")}
    </p>
  );
}
