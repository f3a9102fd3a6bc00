/** What people wrote beside their answers, as cards; pages instead of smaller letters. */

import type { Activity, VoteResult } from "../../../../../shared/web/front/records";
import type { Remark } from "../../../../../shared/web/front/results/poll";
import { pages, textSize } from "../../fit";
import { Strip } from "../../view";
import { Ballots } from "../vote/Ballots";

const A_PAGE = 4; // cards of up to 200 characters

interface Props {
  step: Activity;
  title: string;
  remarks: readonly Remark[];
  result: VoteResult;
}

export function Said({ step, title, remarks, result }: Props) {
  return (
    <>
      <Strip step={step} />
      <main class="w-said-cards">
        <h2 class="w-line">{title}</h2>
        <div class="w-cards n4">
          {remarks.map(({ text }, i) => (
            <div key={i} class={`card white ${textSize(text)}`}>
              <span class="tx">{text}</span>
            </div>
          ))}
        </div>
      </main>
      <Ballots result={result} />
    </>
  );
}

Said.pages = (remarks: readonly Remark[]): Remark[][] => (remarks.length ? pages(remarks, A_PAGE) : []);
