import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { missing, open, page, phone, shots, wide } from "./site.mjs";

const root = new URL("../..", import.meta.url).pathname;
let site;
let temporary;

// measuring finds the measuring data's maps, or nothing.
function measuring() {
  for (let dir = root; dir !== dirname(dir); dir = dirname(dir)) {
    const data = process.env.SITREP_DATA ?? join(dirname(dir), "shared/data");
    if (existsSync(join(data, "line"))) return join(data, "line");
  }
  return "";
}

// many gives a folder of 110 maps: the measuring data's, or the sample's last
// sketch moved a little from day to day.
function many() {
  const data = measuring();
  if (data) return join(data, "deepstatemap_data_*.geojson");
  temporary = mkdtempSync(join(tmpdir(), "sitrep-maps-"));
  const folder = join(root, "corpus/sample/line");
  const last = readdirSync(folder).filter((f) => f.endsWith(".geojson")).sort().at(-1);
  const map = JSON.parse(readFileSync(join(folder, last)));
  map.properties = { holder: "RUS" };
  for (let i = 0; i < 110; i++) {
    const day = new Date(Date.UTC(2024, 6, 8 + 7 * i)).toISOString().slice(0, 10);
    map.geometry.coordinates[0][0].forEach((p, k) => { p[0] += (k % 7 - 3) / 2e4; });
    map.geometry.coordinates[0][0][map.geometry.coordinates[0][0].length - 1] = map.geometry.coordinates[0][0][0];
    writeFileSync(join(temporary, `moved_${day}.geojson`), JSON.stringify(map));
  }
  return temporary;
}

before(async () => {
  if (missing) return;
  site = await open((archive, run) => {
    run("line", "add", join(root, "corpus/sample/line"));
    run("line", "add", many(), "--source", "Many days", "--holder", "RUS");
  });
});
after(async () => {
  await site?.close();
  if (temporary) rmSync(temporary, { recursive: true, force: true });
});

const narrow = (p) => p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const sketch = "/line?series=sketch-for-trying-out-rus-area";

for (const [name, options] of [["wide", wide], ["phone", phone]]) {
  test(`the line: ${name}`, { skip: missing }, async () => {
    const p = await page(site, options);
    await p.goto(site.base);
    await p.locator("nav a", { hasText: "Line" }).click();
    await p.waitForSelector("#map[data-ready]");
    await p.goto(site.base + sketch + "&since=2022-10-03");
    await p.waitForSelector("#map[data-ready]");
    assert.match(await p.locator(".notice").first().innerText(), /no source/);
    assert.ok(await p.locator("#lost").evaluate((e) => e.getBBox().width > 100), "ground lost since October 2022 is drawn");
    await p.screenshot({ path: join(shots, `line-${name}.png`) });
    await p.screenshot({ path: join(shots, `line-${name}-full.png`), fullPage: true });
    assert.ok(await narrow(p) <= 0, "the page is wider than the screen");
    assert.deepEqual(p.faults, []);
  });
}

test("the slider moves through 110 days below 100 ms a step", { skip: missing }, async () => {
  const p = await page(site, wide);
  await p.goto(site.base + "/line?series=many-days-rus-area");
  await p.waitForSelector("#map[data-ready]");
  const steps = await p.evaluate(async () => {
    const range = document.getElementById("day");
    const times = [];
    for (let i = 0; i <= +range.max; i++) {
      const start = performance.now();
      range.value = i;
      range.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  });
  console.log(`# ${steps.length} steps, painted: median ${steps[steps.length >> 1].toFixed(1)} ms, nine in ten below ${steps[Math.floor(steps.length * 0.9)].toFixed(1)} ms`);
  assert.equal(steps.length, 110);
  assert.ok(steps[steps.length >> 1] < 100, "the median step takes " + steps[steps.length >> 1]);
  const last = await p.locator("#dayname").innerText();
  await p.waitForFunction((day) => document.querySelector("#figures h2")?.textContent.includes(day) && !document.querySelector("#figures.waiting"), last);
  assert.ok(new URL(p.url()).searchParams.get("on") === last, "the address names the day");
  await p.screenshot({ path: join(shots, "line-110.png") });
  assert.deepEqual(p.faults, []);
});

test("the line by keyboard", { skip: missing }, async () => {
  const p = await page(site, wide);
  await p.goto(site.base + sketch);
  await p.waitForSelector("#map[data-ready]");
  const day = await p.locator("#dayname").innerText();
  await p.locator("#day").focus();
  await p.keyboard.press("ArrowLeft");
  assert.notEqual(await p.locator("#dayname").innerText(), day);
  assert.match(await p.locator("#day").getAttribute("aria-valuetext"), /front [\d,]+ km/);
  await p.locator("#map").focus();
  await p.keyboard.press("+");
  await p.keyboard.press("+");
  const zoomed = await p.locator("#map").getAttribute("viewBox");
  await p.keyboard.press("ArrowRight");
  assert.notEqual(await p.locator("#map").getAttribute("viewBox"), zoomed);
  await p.screenshot({ path: join(shots, "line-zoomed.png") });
  await p.keyboard.press("0");
  assert.equal(await p.locator("#map").getAttribute("viewBox").then((v) => v.split(" ")[0]), "0");
  assert.deepEqual(p.faults, []);
});

test("the line without scripts, and in print", { skip: missing }, async () => {
  const p = await page(site, { ...wide, javaScriptEnabled: false });
  await p.goto(site.base + sketch);
  assert.ok(await p.locator("#slider").isHidden());
  await p.locator("select[name=on]").selectOption("2022-11-14");
  await p.locator("select[name=since]").selectOption("2022-10-03");
  await p.locator("#choice button").click();
  assert.match(await p.locator("#figures").innerText(), /Since 2022-10-03/);
  await p.emulateMedia({ media: "print" });
  assert.ok(await p.locator("#choice").isHidden());
  assert.ok(await p.locator("#map").isVisible());
  await p.pdf({ path: join(shots, "line.pdf") });
  assert.deepEqual(p.faults, []);
});
