import { useApp } from "../view";

/** The workshop's languages by their own names. The seat keeps the choice; the page is then loaded in it. */
export function Languages() {
  const app = useApp();
  const { t, boot } = app;
  if (boot.languages.length < 2) return null;
  const choose = (language: string) => {
    if (language !== boot.language) void app.speak(language);
  };
  return (
    <section aria-labelledby="language">
      <h2 id="language" class="part">
        {t("phone.me.language")}
      </h2>
      <div class="langs">
        {boot.languages.map((language) => (
          <button
            type="button"
            key={language}
            lang={language}
            class="btn"
            aria-pressed={language === boot.language}
            onClick={() => choose(language)}
          >
            {boot.names[language] ?? language}
          </button>
        ))}
      </div>
    </section>
  );
}
