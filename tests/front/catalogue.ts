/** All English words, as pages bring them: "area.key" -> text. */

const files = import.meta.glob("../../shared/locale/en/*.json", { eager: true, import: "default" });

export const messages: Record<string, string> = {};
for (const [path, words] of Object.entries(files)) {
  const area = path.replace(/^.*\/(.+)\.json$/, "$1");
  for (const [key, text] of Object.entries(words)) messages[`${area}.${key}`] = text;
}
