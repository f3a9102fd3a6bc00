/** A file's text, as Vite brings it. */
declare module "*?raw" {
  const text: string;
  export default text;
}

/** What Vite adds: all files of a pattern at once. */
interface ImportMeta {
  glob(pattern: string, how: { eager: true; import: "default" }): Record<string, Record<string, string>>;
}
