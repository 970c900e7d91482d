import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { missing, open, page, phone, shots, wide } from "./site.mjs";

let site;
before(async () => { if (!missing) site = await open(); });
after(async () => { await site?.close(); });

async function toReport(p) {
  await p.goto(site.base + "/?from=0");
  await p.goto(site.base + "/search?q=%22conceptually+incorrect%22+envoys");
  await p.locator("ol.reports h3 a").first().click();
  await p.waitForSelector("article.report .text");
}

for (const [name, options] of [["wide", wide], ["phone", phone]]) {
  test(`home, report, mark, back: ${name}`, { skip: missing }, async () => {
    const p = await page(site, options);
    await p.goto(site.base);
    assert.equal(await p.locator("h1").innerText(), "Trending");
    assert.ok(await p.locator("ol.reports li").count() > 10, "home lists the sample's reports");
    await p.screenshot({ path: join(shots, `home-${name}.png`) });
    await p.locator("ol.reports h3 a").first().click();
    await p.waitForSelector("article.report .text");
    await p.goBack();
    assert.equal(await p.locator("h1").innerText(), "Trending");

    await toReport(p);
    const mark = p.locator(".text a.m.source").first();
    await mark.click();
    await p.waitForSelector("#why:not([hidden]) .card");
    const why = await p.locator("#why").innerText();
    assert.match(why, /rule/);
    assert.match(why, /bytes/);
    await p.screenshot({ path: join(shots, `why-${name}.png`) });
    await p.keyboard.press("Escape");
    assert.ok(await p.locator("#why").isHidden(), "Escape closes");
    assert.ok(await mark.evaluate((e) => e === document.activeElement), "the focus returns to the mark");
    await p.screenshot({ path: join(shots, `report-${name}.png`), fullPage: true });

    const wider = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `the page is ${wider} px wider than the screen`);
    await p.locator("header.site .home").click();
    assert.equal(await p.locator("h1").innerText(), "Trending");
    assert.deepEqual(p.faults, []);
  });
}

test("the keyboard opens a mark and comes back", { skip: missing }, async () => {
  const p = await page(site, wide);
  await toReport(p);
  await p.locator(".text a.m").first().focus();
  await p.keyboard.press("Enter");
  await p.waitForSelector("#why:not([hidden]) .card");
  await p.keyboard.press("Escape");
  await p.keyboard.press("Tab");
  assert.ok(await p.evaluate(() => document.activeElement.classList.contains("m")), "the next mark follows");
  assert.deepEqual(p.faults, []);
});

test("without scripts a mark leads to its record", { skip: missing }, async () => {
  const p = await page(site, { ...wide, javaScriptEnabled: false });
  await toReport(p);
  await p.locator(".text a.m.source").first().click();
  assert.match(p.url(), /#s-/);
  assert.ok(await p.locator(".card:target").count() === 1);
});

test("dark, and found by search", { skip: missing }, async () => {
  const p = await page(site, { ...wide, colorScheme: "dark" });
  await toReport(p);
  await p.screenshot({ path: join(shots, "report-dark.png") });
  await p.goto(site.base + "/search?in=statements&q=cease-fire");
  assert.ok(await p.locator("ol.reports li").count() > 0);
  await p.screenshot({ path: join(shots, "search.png") });
  assert.deepEqual(p.faults, []);
});
