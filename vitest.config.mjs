import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    dir: "tests/front",
    environment: "happy-dom",
    include: ["**/*.test.{ts,tsx}"],
    css: { include: [/\.css\?raw$/] }, // others are left empty; the colours' test reads these
  },
});
