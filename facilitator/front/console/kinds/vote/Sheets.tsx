/** Ballots on paper: a sheet is marked on the phone's own page within this one, then entered under its number. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity, Answer } from "../../../../../shared/web/front/records";
import { workshopOf } from "../../../../../shared/web/front/select";
import { SECTORS, useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

const MOST_SHEETS = 300;
const MORE = 5; // sheets beside those for the people counted: some are spoiled

interface Marked {
  paper: unknown;
}

export function Sheets({ step }: { step: Activity }) {
  const { t } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="btn" onClick={() => setOpen(true)}>
        {t("vote.console.paper.open")}
      </button>
      {open && <SheetDialog step={step} close={() => setOpen(false)} />}
    </>
  );
}

function SheetDialog({ step, close }: { step: Activity; close(): void }) {
  const { board, boot, link, t } = useApp();
  const [sheets, setSheets] = useState<readonly number[]>([]);
  const [number, setNumber] = useState(1);
  const [sector, setSector] = useState("");
  const [marked, setMarked] = useState<Marked | null>(null);
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<{ message: string; differs: boolean } | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const counted = workshopOf(board)?.attendance?.paper ?? {};
  const there = Object.values(counted).reduce((sum, n) => sum + n, 0);
  const bySector = step.settings.by_sector === true;

  const takeIn = (list: unknown) => {
    const numbers = Array.isArray(list) ? (list as number[]) : [];
    setSheets(numbers);
    return firstFree(numbers);
  };
  useEffect(() => {
    link.ask("sheets", { activity: step.id }).then(
      (answer) => answer.ok && setNumber(takeIn(answer.sheets)),
      () => setRefused({ message: t("vote.console.paper.no_line"), differs: false }),
    );
    const heard = ({ source, origin, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || data?.activity !== step.id) return;
      setMarked({ paper: data.paper });
      setRefused(null);
    };
    addEventListener("message", heard);
    return () => removeEventListener("message", heard);
  }, [step.id]);

  const send = async (paper: unknown, again: boolean): Promise<Extract<Answer, { ok: true }> | null> => {
    setSaid("");
    setRefused(null);
    try {
      const answer = await link.ask("sheet", { activity: step.id, sheet: number, sector, paper, again });
      if (answer.ok) return answer;
      setRefused({ message: answer.message, differs: answer.code === "conflict" });
    } catch {
      setRefused({ message: t("vote.console.paper.no_line"), differs: false });
    }
    return null;
  };
  const enter = async (again: boolean) => {
    if (!marked) {
      setRefused({ message: t("vote.console.paper.nothing"), differs: false });
      return;
    }
    const answer = await send(marked.paper, again);
    if (!answer) return;
    const told = t(answer.known && !again ? "vote.console.paper.known" : "vote.console.paper.done", { n: number });
    setSaid(answer.receipt ? `${told} ${t("vote.console.paper.receipt", { receipt: String(answer.receipt) })}` : told);
    setNumber(takeIn(answer.sheets));
    setMarked(null);
    setTurn((n) => n + 1);
  };
  const takeOut = async () => {
    const answer = await send(null, false);
    if (!answer) return;
    takeIn(answer.sheets);
    setSaid(t("vote.console.paper.out", { n: number }));
  };

  return (
    <Dialog
      title={t("vote.console.paper.title")}
      close={close}
      leave={t("console.close")}
      save={{ label: t("vote.console.paper.enter"), act: () => void enter(false) }}
    >
      <p class="hint">{t("vote.console.paper.hint")}</p>
      <p class="num">
        {sheets.length ? t("vote.console.paper.sheets", { sheets: sheets.join(", ") }) : t("vote.console.paper.none")}
        {there > 0 && ` ${t("vote.console.paper.there", { n: there })}`}
      </p>
      <div class="row">
        <label class="fld">
          {t("vote.console.paper.number")}
          <input
            class="in"
            type="number"
            min={1}
            max={MOST_SHEETS}
            required
            data-first
            value={number}
            onInput={(event) => {
              setNumber(event.currentTarget.valueAsNumber || 0);
              setRefused(null);
            }}
          />
        </label>
        {bySector && (
          <label class="fld">
            {t("vote.console.paper.sector")}
            <select class="in" value={sector} onChange={(event) => setSector(event.currentTarget.value)}>
              <option value="">{t("vote.console.paper.no_sector")}</option>
              {SECTORS.map((name) => (
                <option key={name} value={name}>
                  {t(`common.sector.${name}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {sheets.includes(number) && (
          <button type="button" class="btn" onClick={() => void takeOut()}>
            {t("vote.console.paper.take_out", { n: number })}
          </button>
        )}
      </div>
      {step.kind !== "twins" && <Printed step={step} there={there} />}
      <iframe
        key={turn}
        ref={frame}
        class="c-sheet"
        title={t("vote.console.paper.frame")}
        src={boot.urls.sheet.replace("STEP", encodeURIComponent(step.id))}
      />
      <p role="status">{said}</p>
      {refused && (
        <p class="banner err" role="alert">
          {refused.message}{" "}
          {refused.differs && (
            <button type="button" class="btn small" onClick={() => void enter(true)}>
              {t("vote.console.paper.replace")}
            </button>
          )}
        </p>
      )}
    </Dialog>
  );
}

/** Blank sheets, as many as wanted, numbered from 1. */
function Printed({ step, there }: { step: Activity; there: number }) {
  const { boot, t } = useApp();
  const [count, setCount] = useState(Math.min(MOST_SHEETS, there ? there + MORE : 20));
  const fits = count >= 1 && count <= MOST_SHEETS;
  const address = boot.urls.ballots.replace("STEP", encodeURIComponent(step.id));
  return (
    <details class="c-print">
      <summary>{t("vote.console.paper.print")}</summary>
      <div class="row">
        <label class="fld">
          {t("vote.console.paper.print_n")}
          <input
            class="in"
            type="number"
            min={1}
            max={MOST_SHEETS}
            value={count}
            onInput={(event) => setCount(event.currentTarget.valueAsNumber || 0)}
          />
        </label>
        {fits && (
          <a class="btn" href={`${address}?count=${count}`} download>
            {t("vote.console.paper.print_pdf")}
          </a>
        )}
      </div>
    </details>
  );
}

function firstFree(sheets: readonly number[]): number {
  let n = 1;
  while (sheets.includes(n)) n += 1;
  return n;
}
