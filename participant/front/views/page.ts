import { useEffect, useState } from "preact/hooks";

/** The page within the page, kept in the address's hash so that the phone's own Back leads out of it. */
export function usePage(): [string, (page: string) => void] {
  const [page, setPage] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const moved = () => setPage(location.hash.slice(1));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  const go = (next: string) => {
    if (next) location.hash = next;
    else history.back();
  };
  return [page, go];
}
