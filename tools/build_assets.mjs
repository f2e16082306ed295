// Builds the look: the theme from its configuration, our few style sheets and scripts, the fonts.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const out = "ledstjarna/web/static/web";
const tokens = "build/design-tokens";
const designsystemet = "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js";
const run = (...words) => execFileSync(process.execPath, [designsystemet, ...words], { stdio: "ignore" });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run("tokens", "create", "--config", "designsystemet.config.json", "--clean");
run("tokens", "build", "-t", tokens, "-o", "build/theme");

const shared = { bundle: true, minify: true, target: "es2022", logLevel: "warning" };
await build({
  ...shared,
  entryPoints: ["ledstjarna/web/assets/app.css"],
  outfile: `${out}/app.css`,
  loader: { ".woff2": "file" },
  assetNames: "[name]",
});
await build({
  ...shared,
  entryPoints: ["ledstjarna/web/assets/app.js", "ledstjarna/web/assets/charts.js"],
  outdir: out,
  format: "iife",
});
cpSync("ledstjarna/web/assets/favicon.svg", `${out}/favicon.svg`);
