// Builds site/static/dist from src/ and themes/. The result is committed, so that neither setting
// up nor running the site needs Node; the same sources give the same bytes on every machine.
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../static/dist");
const font = join(here, "node_modules/@fontsource-variable/source-sans-3");
const system = join(here, "node_modules/@digdir/designsystemet-css");
const scripts = ["cyrillic", "greek", "latin-ext", "latin"];

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "fonts"), { recursive: true });
for (const script of scripts) {
  const file = `source-sans-3-${script}-wght-normal.woff2`;
  cpSync(join(font, "files", file), join(dist, "fonts", file));
}
cpSync(join(font, "LICENSE"), join(dist, "fonts/OFL.txt"));
cpSync(join(system, "LICENSE"), join(dist, "LICENSE-designsystemet.txt"));

const themes = readdirSync(join(here, "themes")).filter((name) => name.endsWith(".css"));
await build({
  absWorkingDir: here,
  entryPoints: {
    site: "src/site.css",
    fonts: "src/fonts.css",
    ...Object.fromEntries(
      themes.map((name) => [`theme-${name.replace(/\.css$/, "")}`, `themes/${name}`]),
    ),
  },
  outdir: dist,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  external: ["./fonts/*"],
  // The design system needs :has() and @layer.
  target: ["chrome105", "firefox121", "safari16.4"],
});
await build({
  absWorkingDir: here,
  entryPoints: { site: "src/site.js", clicks: "src/clicks.js" },
  outdir: dist,
  bundle: true,
  format: "esm",
  minify: true,
  legalComments: "none",
  target: ["chrome105", "firefox121", "safari16.4"],
});
