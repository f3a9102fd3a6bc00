import { useApp, useNews } from "../view";

/** The page's two live regions, both empty at first. */
export function Voice() {
  const { speech } = useApp();
  useNews(speech);
  return (
    <>
      <div class="vh" role="status" aria-live="polite">
        {speech.polite}
      </div>
      <div class="vh" role="alert">
        {speech.urgent}
      </div>
    </>
  );
}
