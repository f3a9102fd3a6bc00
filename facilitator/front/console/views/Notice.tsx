import { Logo, useApp } from "../view";

/** A page with nothing but a sentence and the way home. */
export function Notice({ title, text }: { title: string; text: string }) {
  const { boot, t } = useApp();
  return (
    <main class="c-notice">
      <Logo />
      <h1>{title}</h1>
      <p>{text}</p>
      <a class="btn" href={boot.urls.home}>
        {t("console.home")}
      </a>
    </main>
  );
}
