// Starts a sitrep with the sample dossier and a real browser for the tests.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = new URL("../..", import.meta.url).pathname;
const binary = join(root, "bin/sitrep");
export const shots = join(root, "shots");

const browserPath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((p) => p && existsSync(p));

// why a browser test cannot run here, or false
export const missing = browserPath ? false : "SKIPPED, NOT TESTED: no Chromium; apt-get install chromium, or name one with CHROMIUM";

// open starts the program and the browser; prepare(archive, run) may add more to the archive first.
export async function open(prepare) {
  mkdirSync(shots, { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), "sitrep-browser-"));
  const archive = join(dir, "archive.db");
  const run = (...args) => {
    const r = spawnSync(binary, args, { encoding: "utf8", env: { ...process.env, SITREP_ARCHIVE: archive } });
    if (r.status !== 0) throw new Error(`sitrep ${args.join(" ")}: ${r.stderr}${r.stdout}`);
    return r.stdout;
  };
  run("add", join(root, "corpus/sample/dossier.jsonl"));
  prepare?.(archive, run);
  const server = spawn(binary, ["serve", "--addr", "127.0.0.1:0"], { env: { ...process.env, SITREP_ARCHIVE: archive } });
  const base = await new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const m = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (m) resolve(m[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", () => reject(new Error("sitrep serve ended: " + said)));
  });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const close = async () => {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(dir, { recursive: true, force: true });
  };
  return { base, browser, run, close };
}

// page opens a page that fails the test on any error of a script or of the policy.
export async function page(site, options = {}) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const p = await context.newPage();
  p.faults = [];
  p.on("pageerror", (e) => p.faults.push(String(e)));
  p.on("console", (m) => m.type() === "error" && p.faults.push(m.text()));
  p.on("request", (r) => r.url().startsWith(site.base) || r.url().startsWith("data:") || p.faults.push("fetched from elsewhere: " + r.url()));
  return p;
}

export const wide = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
