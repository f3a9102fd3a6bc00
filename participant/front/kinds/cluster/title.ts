import { useState } from "preact/hooks";
import { lengthOf, oneLine } from "../../../../shared/web/front/text";
import { useApp } from "../../view";

const MOST_TITLE = 120;

/** A group's name while it is typed: kept through a reload under its `place`, and forgotten once the sheet is left. */
export function useTitle(place: string, given: string, close: () => void) {
  const { drafts } = useApp();
  const draft = `form/${place}`;
  const [typed, setTyped] = useState(() => drafts.get(draft) || given);
  const name = oneLine(typed);
  return {
    typed,
    name,
    fits: name !== "" && lengthOf(name) <= MOST_TITLE,
    type: (text: string) => {
      setTyped(text);
      drafts.set(draft, text);
    },
    leave: () => {
      drafts.set(draft, "");
      close();
    },
  };
}
