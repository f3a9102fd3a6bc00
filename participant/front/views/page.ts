import { useEffect, useRef, useState } from "preact/hooks";

/** The page within the page, kept in the address's hash so that the phone's own Back leads out of it. */
export function usePage(): [string, (page: string) => void] {
  const [page, setPage] = useState(() => location.hash.slice(1));
  const entered = useRef(false);
  useEffect(() => {
    const moved = () => setPage(location.hash.slice(1));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  const go = (next: string) => {
    if (next) {
      entered.current = true;
      location.hash = next;
    } else if (entered.current) {
      entered.current = false;
      history.back();
    } else {
      history.replaceState(null, "", location.pathname + location.search); // the page was opened right here
      setPage("");
    }
  };
  return [page, go];
}
