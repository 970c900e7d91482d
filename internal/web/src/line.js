// Moves through the days of the line, and through the map. Without this script
// the page shows one pair of days, chosen by the form.
const box = document.getElementById("mapbox");
const svg = document.getElementById("map");
const figures = document.getElementById("figures");
const form = document.getElementById("choice");
const slider = document.getElementById("slider");
const range = document.getElementById("day");
const at = (id) => document.getElementById(id);
const full = svg?.viewBox.baseVal;
const home = full && { x: full.x, y: full.y, w: full.width, h: full.height };
let view = home && { ...home };

// ---- The days ----
let data = null;
let since = -1; // index of the day that changes are counted from

function words(n) {
  return n.toLocaleString("en", { maximumFractionDigits: 0 });
}

// draw shows a day: the ground, the front, and by two masks what was gained and
// lost since the other day.
function draw(i) {
  at("ground").setAttribute("d", data.ground[i]);
  at("front").setAttribute("d", data.front[i]);
  const before = since >= 0 && since < i ? data.ground[since] : "";
  const after = before ? data.ground[i] : "";
  at("not-before").querySelector("path").setAttribute("d", before);
  at("not-after").querySelector("path").setAttribute("d", after);
  at("gained").setAttribute("d", after);
  at("lost").setAttribute("d", before);
  at("gained").setAttribute("mask", "url(#not-before)");
  at("lost").setAttribute("mask", "url(#not-after)");
  at("dayname").textContent = data.days[i];
  range.setAttribute("aria-valuetext", `${data.days[i]}: ${data.area[i] ? words(data.area[i]) + " km² held, " : ""}front ${words(data.km[i][1])} km`);
  now(i);
}

// now moves the marker of the charts.
function now(i) {
  const day = (s) => Date.parse(s) / 864e5;
  const first = day(data.days[0]);
  const share = (day(data.days[i]) - first) / Math.max(1, day(data.days.at(-1)) - first);
  for (const line of document.querySelectorAll(".chart .now")) {
    const left = +line.dataset.left, right = +line.dataset.right;
    line.setAttribute("transform", `translate(${left + share * (right - left) - +line.getAttribute("d").match(/M([\d.]+)/)[1]} 0)`);
  }
}

// settle asks for the figures of the days once the slider rests.
let timer = 0, asked = null;
function settle(i) {
  clearTimeout(timer);
  figures.classList.add("waiting");
  timer = setTimeout(async () => {
    asked?.abort();
    asked = new AbortController();
    const q = new URLSearchParams({ series: form.series.value, since: form.since.value, on: data.days[i] });
    try {
      const answer = await fetch("/line/part?" + q, { signal: asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      figures.innerHTML = await answer.text();
      figures.classList.remove("waiting");
      exact();
      history.replaceState(null, "", "/line?" + q);
    } catch (e) {
      if (e.name !== "AbortError") figures.replaceChildren(Object.assign(document.createElement("p"), { className: "notice", textContent: "The figures of this day could not be fetched. Load the page again." }));
    }
  }, 250);
}

// exact puts the measured pieces of ground in place of the masks.
function exact() {
  const changed = at("changed");
  if (!changed) return;
  for (const which of ["gained", "lost"]) {
    at(which).setAttribute("d", changed.dataset[which]);
    at(which).removeAttribute("mask");
  }
}

function go(i) {
  i = Math.max(0, Math.min(data.days.length - 1, i));
  range.value = i;
  form.on.value = data.days[i];
  const start = performance.now();
  draw(i);
  svg.dataset.step = (performance.now() - start).toFixed(1); // for tests: time of a step
  settle(i);
}

async function load() {
  const answer = await fetch(box.dataset.src);
  if (!answer.ok) return;
  data = await answer.json();
  if (data.days.length < 2) return;
  range.max = data.days.length - 1;
  range.value = Math.max(0, data.days.findLastIndex((d) => d <= form.on.value));
  since = data.days.findLastIndex((d) => d <= form.since.value);
  at("dayname").textContent = data.days[range.value];
  slider.hidden = false;
  range.addEventListener("input", () => go(+range.value));
  slider.addEventListener("click", (e) => {
    const step = e.target.closest("button")?.dataset.step;
    if (step) go(+range.value + +step);
  });
  form.on.addEventListener("change", () => {
    const i = data.days.indexOf(form.on.value);
    if (i >= 0) go(i);
  });
  form.since.addEventListener("change", () => {
    since = data.days.indexOf(form.since.value);
    go(+range.value);
  });
  form.series.addEventListener("change", () => { location.href = "/line?series=" + encodeURIComponent(form.series.value); });
  svg.dataset.ready = "";
}

// ---- The map ----
function show() {
  view.w = Math.min(home.w, Math.max(home.w / 40, view.w));
  view.h = view.w * home.h / home.w;
  view.x = Math.max(home.x, Math.min(home.x + home.w - view.w, view.x));
  view.y = Math.max(home.y, Math.min(home.y + home.h - view.h, view.y));
  svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const zoom = home.w / view.w;
  box.classList.toggle("zoomed", zoom > 1.01);
  at("names").setAttribute("font-size", home.h / 48 / zoom);
  for (const c of at("places").children) c.setAttribute("transform", `translate(${c.cx.baseVal.value} ${c.cy.baseVal.value}) scale(${1 / zoom}) translate(${-c.cx.baseVal.value} ${-c.cy.baseVal.value})`);
  at("scale").setAttribute("visibility", zoom > 1.01 ? "hidden" : "visible");
  tiles();
}

// zoomAt changes the scale and keeps one point of the map where it is.
function zoomAt(factor, fx = 0.5, fy = 0.5) {
  const w = Math.min(home.w, Math.max(home.w / 40, view.w / factor));
  const h = w * home.h / home.w;
  view.x += (view.w - w) * fx;
  view.y += (view.h - h) * fy;
  view.w = w;
  show();
}

function share(e) {
  const r = svg.getBoundingClientRect();
  return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height];
}

const fingers = new Map();
let apart = 0;
function drag() {
  svg.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !box.matches(":focus-within")) return; // let the page scroll
    e.preventDefault();
    zoomAt(e.deltaY < 0 ? 1.25 : 0.8, ...share(e));
  }, { passive: false });
  svg.addEventListener("dblclick", (e) => zoomAt(2, ...share(e)));
  svg.addEventListener("pointerdown", (e) => { fingers.set(e.pointerId, e); if (view.w < home.w) svg.setPointerCapture(e.pointerId); });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) svg.addEventListener(end, (e) => { fingers.delete(e.pointerId); apart = 0; });
  svg.addEventListener("pointermove", (e) => {
    const last = fingers.get(e.pointerId);
    if (!last) return;
    fingers.set(e.pointerId, e);
    const r = svg.getBoundingClientRect();
    if (fingers.size === 1 && view.w < home.w) {
      view.x -= (e.clientX - last.clientX) / r.width * view.w;
      view.y -= (e.clientY - last.clientY) / r.height * view.h;
      show();
    } else if (fingers.size === 2) {
      const [a, b] = [...fingers.values()];
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart) zoomAt(now / apart, ...share({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }));
      apart = now;
    }
  });
}

function keys() {
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (e) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (move && view.w < home.w) {
      view.x += move[0] * view.w / 8;
      view.y += move[1] * view.h / 8;
      show();
    } else if (e.key === "+" || e.key === "=") zoomAt(1.5);
    else if (e.key === "-") zoomAt(1 / 1.5);
    else if (e.key === "0" || e.key === "Escape") reset();
    else return;
    e.preventDefault();
  });
  const buttons = document.querySelector(".mapkeys");
  buttons.hidden = false;
  buttons.addEventListener("click", (e) => {
    const z = e.target.closest("button")?.dataset.zoom;
    if (z === "0") reset();
    else if (z) zoomAt(z > 0 ? 1.6 : 1 / 1.6);
  });
}

function reset() {
  view = { ...home };
  show();
}

// tiles draws map tiles beneath, where an address of them was set.
function tiles() {
  const address = box.dataset.tiles, g = at("tiles");
  if (!address) return;
  const world = 2 * Math.PI * 63781.37; // units round the equator
  const pixels = svg.clientWidth * Math.min(2, devicePixelRatio);
  const z = Math.max(0, Math.min(17, Math.round(Math.log2(world / view.w * pixels / 256))));
  const n = 2 ** z, size = world / n;
  const left = +svg.dataset.west + world / 2, top = +svg.dataset.north + world / 2;
  const wanted = new Map();
  for (let x = Math.floor((left + view.x) / size); x * size < left + view.x + view.w; x++) {
    for (let y = Math.floor((top + view.y) / size); y * size < top + view.y + view.h; y++) {
      if (x >= 0 && y >= 0 && x < n && y < n && wanted.size < 120) wanted.set(address.replace("{z}", z).replace("{x}", x).replace("{y}", y), [x, y]);
    }
  }
  for (const old of [...g.children]) if (!wanted.delete(old.getAttribute("href"))) old.remove();
  for (const [href, [x, y]] of wanted) {
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    for (const [k, v] of Object.entries({ href, x: x * size - left, y: y * size - top, width: size * 1.002, height: size * 1.002 })) image.setAttribute(k, v);
    g.append(image);
  }
}

if (svg && form) {
  keys();
  drag();
  show();
  load();
}
