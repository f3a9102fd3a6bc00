/** Suggested groups, looked through before anything happens: take all, some, or parts; leaving leaves nothing behind. */

import { useEffect, useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import { clustersOf } from "../../../../../shared/web/front/select";
import { groupName } from "../../acts";
import { askForGroups, type Source } from "../../pointedOut";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

export interface Offer {
  id: string;
  into: string | null;
  title: string;
  cards: string[];
  taken: boolean;
  /** In percent, where it comes from everybody's own sorting. */
  agreement?: number;
  /** Cards that are left out. */
  out: ReadonlySet<string>;
}

const SOURCES: Source[] = ["words", "own"];

export function Suggest({ step, close }: { step: Activity; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [offers, setOffers] = useState<Offer[] | null>(null);
  const [said, setSaid] = useState(t("cluster.console.looking"));
  const [source, setSource] = useState<Source>(step.settings.hands === "own" ? "own" : "words");
  const own = source === "own";
  useEffect(() => {
    let left = false;
    setOffers(null);
    setSaid(t("cluster.console.looking"));
    void askForGroups(app, step.id, source).then((answer) => {
      if (left) return;
      if (!answer.ok) return setSaid(answer.message);
      setOffers(answer.groups.map((group) => ({ ...group, id: group.into ?? newId(), taken: true, out: new Set() })));
      const n = answer.groups.reduce((sum, group) => sum + group.cards.length, 0);
      setSaid(t(own ? "cluster.console.agreed" : "cluster.console.suggested", { n, of: answer.of, people: answer.people }));
    });
    return () => {
      left = true;
    };
  }, [source]);
  const change = (id: string, values: Partial<Offer>) =>
    setOffers((now) => (now ?? []).map((offer) => (offer.id === id ? { ...offer, ...values } : offer)));
  const chosen = (offers ?? []).map(accepted).filter((group) => group.cards.length > 0);
  const accept = async () => {
    const n = chosen.reduce((sum, group) => sum + group.cards.length, 0);
    const done = t("cluster.console.accepted", { n });
    if (await app.act("cluster.accept", { activity: step.id, groups: chosen, own }, done)) close();
  };
  const save = { label: t("cluster.console.accept", { n: chosen.length }), act: () => void accept() };
  return (
    <Dialog title={t("cluster.console.suggest_title")} close={close} wide {...(chosen.length ? { save } : {})}>
      <fieldset class="c-sources">
        <legend>{t("cluster.console.source")}</legend>
        {SOURCES.map((one) => (
          <label key={one} class="c-switch">
            <input type="radio" name="source" checked={source === one} onChange={() => setSource(one)} />
            <span>{t(`cluster.console.source_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint" role="status">
        {said}
      </p>
      {offers && (
        <ol class="c-offers">
          {offers.map((offer, place) => (
            <OneOffer key={offer.id} offer={offer} number={place + 1} step={step} change={(values) => change(offer.id, values)} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

/** What of an offer is asked of the desk. */
export function accepted(offer: Offer): { cluster: string; title: string; cards: string[] } {
  const cards = offer.taken && offer.title.trim() ? offer.cards.filter((card) => !offer.out.has(card)) : [];
  return { cluster: offer.id, title: offer.title.trim(), cards };
}

interface OfferProps {
  offer: Offer;
  number: number;
  step: Activity;
  change(values: Partial<Offer>): void;
}

function OneOffer({ offer, number, step, change }: OfferProps) {
  const app = useApp();
  const { t, board } = app;
  const known = offer.into !== null && clustersOf(board, step.id).some((group) => group.id === offer.into);
  const name = known ? groupName(app, offer.id) : offer.title;
  const toggle = (card: string) => {
    const out = new Set(offer.out);
    if (!out.delete(card)) out.add(card);
    change({ out });
  };
  return (
    <li class={offer.taken ? "c-offer" : "c-offer off"}>
      <div class="head">
        <input
          type="checkbox"
          checked={offer.taken}
          aria-label={t("cluster.console.take_group", { title: name })}
          onChange={(event) => change({ taken: event.currentTarget.checked })}
        />
        {known ? (
          <b class="tx">{t("cluster.console.into_group", { group: name })}</b>
        ) : (
          <input
            class="in"
            maxLength={120}
            value={offer.title}
            disabled={!offer.taken}
            aria-label={t("cluster.console.title_of_offer", { n: number })}
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        )}
      </div>
      {offer.agreement !== undefined && (
        <span class="chip info num">{t("cluster.console.agreement", { percent: offer.agreement })}</span>
      )}
      <ul>
        {offer.cards.map((id) => (
          <li key={id}>
            <label class="c-switch">
              <input type="checkbox" checked={!offer.out.has(id)} disabled={!offer.taken} onChange={() => toggle(id)} />
              <span class="tx">{board.get("card", id)?.text ?? t("cluster.console.card_gone")}</span>
            </label>
          </li>
        ))}
      </ul>
    </li>
  );
}
