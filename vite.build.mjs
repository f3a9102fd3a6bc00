// Builds each surface by itself: one script and one style sheet, named by their content, and one list of them all. The phone's
// script fetches its "later-" parts itself, script and styles, when they are needed.
// `node vite.build.mjs` builds all; names of surfaces build only those.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const out = join(root, "shared/web/static/built");
const oldPhones = ["es2018", "chrome70", "safari12"];
// Not older: for those Lightning CSS rewrites logical properties by language, which drops some where it merges rules and
// gives others more weight. What older phones lack, participant/front/css/old.css gives them.
const phoneStyles = ["chrome87", "safari14.1"];
const today = ["chrome111", "firefox115", "safari16.4"];
const surfaces = {
  phone: { entry: "participant/front/main.tsx", target: oldPhones, styles: phoneStyles, split: true },
  pages: { entry: "shared/web/front/pages.ts", target: oldPhones, styles: phoneStyles },
  console: { entry: "facilitator/front/console/main.tsx", target: today },
  prepare: { entry: "facilitator/front/prepare/main.tsx", target: today },
  minutes: { entry: "facilitator/front/minutes/main.ts", target: today },
  wall: { entry: "facilitator/front/wall/main.tsx", target: today },
};

async function make(name, { entry, target, styles = target, split = false }) {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    base: `/static/built/${name}/`,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: folder,
      target,
      cssTarget: styles,
      cssCodeSplit: split,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, entry),
        output: {
          codeSplitting: split,
          entryFileNames: "[name]-[hash].js",
          chunkFileNames: "later-[name]-[hash].js",
          assetFileNames: "[name]-[hash][extname]",
        },
      },
    },
  });
  const files = await readdir(folder);
  for (const file of files) {
    if (/\.(js|css|svg)$/.test(file)) {
      await writeFile(join(folder, `${file}.gz`), gzipSync(await readFile(join(folder, file)), { level: 9 }));
    }
  }
  const named = (ending) =>
    files.filter((file) => file.endsWith(ending) && !file.startsWith("later-")).map((file) => `${name}/${file}`);
  return { scripts: named(".js"), styles: named(".css") };
}

const wanted = process.argv.slice(2);
const list = join(out, "surfaces.json");
await mkdir(out, { recursive: true });
const made = JSON.parse(await readFile(list, "utf8").catch(() => "{}"));
for (const [name, surface] of Object.entries(surfaces)) {
  if (wanted.length === 0 || wanted.includes(name)) made[name] = await make(name, surface);
}
const text = `${JSON.stringify(made, null, 2)}\n`;
await writeFile(list, text);
console.log(`front end built: ${Object.keys(made).join(", ")} (${createHash("sha256").update(text).digest("hex").slice(0, 8)})`);
