"use strict";
// The page's one script: it posts what a person does and keeps the page as the server draws it.
const root = document.documentElement, as = root.dataset.as, at = root.dataset.at;
const $ = (id) => document.getElementById(id);
const drawn = new Map(); // region id -> the server's markup of it, to replace only what changed
for (const r of document.querySelectorAll("[data-region]")) drawn.set(r.id, r.outerHTML);

async function post(what, body) {
  try {
    const res = await fetch("/do/" + what, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ as, ...body }) });
    const out = await res.json();
    if (out && out.notice) notice(out.notice);
    return out;
  } catch {
    notice("The workspace does not answer. Is it still running?");
  }
}

let noticeTimer;
function notice(text) {
  const n = $("notice");
  n.textContent = text;
  n.hidden = false;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { n.hidden = true; }, 12000);
}

// --- keeping the page as the server draws it

let refreshing = false, again = false, pressed = false;
async function refresh() {
  if (refreshing || pressed) { again = true; return; }
  refreshing = true;
  do {
    again = false;
    const res = await fetch(location.href, { cache: "no-store" }).catch(() => null);
    const page = res && res.ok ? new DOMParser().parseFromString(await res.text(), "text/html") : null;
    if (pressed) { again = true; break; }
    if (page) draw(page);
  } while (again);
  refreshing = false;
}

// While a button is held down nothing is drawn: a click on what was replaced meanwhile would be lost.
document.addEventListener("pointerdown", (e) => { pressed = e.target.closest("button,a,summary,label") !== null; });
for (const over of ["pointerup", "pointercancel"]) document.addEventListener(over, () => setTimeout(() => {
  pressed = false;
  if (again) refresh();
}));

function draw(page) {
  for (const fresh of page.querySelectorAll("[data-region]")) {
    const old = $(fresh.id);
    if (!old || drawn.get(fresh.id) === fresh.outerHTML) continue;
    if (old.querySelector("details.pop[open]") && fresh.id !== "stream") continue; // somebody is using it
    drawn.set(fresh.id, fresh.outerHTML);
    replace(old, document.adoptNode(fresh));
  }
  marks();
  findMails();
}

function replace(old, fresh) {
  const typed = new Map(), view = old.querySelector("dialog")?.dataset.viewId, focus = old.contains(document.activeElement) ? document.activeElement.id : "";
  if (view) for (const i of inputs(old)) typed.set(key(i), values(i));
  const top = old.scrollTop, end = old.scrollHeight - old.clientHeight - top < 40, inner = old.querySelector(".scroll")?.scrollTop;
  old.replaceWith(fresh);
  fresh.scrollTop = fresh.hasAttribute("data-follow") && end ? fresh.scrollHeight : top;
  const dialog = fresh.querySelector("dialog");
  if (dialog) {
    if (dialog.dataset.viewId === view) for (const i of inputs(fresh)) if (typed.has(key(i))) fill(i, typed.get(key(i)));
    show(dialog);
    if (inner) fresh.querySelector(".scroll").scrollTop = inner;
    const wrong = dialog.querySelector(".field.wrong :is([data-input],[data-file])");
    if (wrong) { (wrong.matches("input,select,textarea") ? wrong : wrong.querySelector("input"))?.focus(); wrong.closest(".field").scrollIntoView({ block: "nearest" }); return; }
  }
  if (focus && $(focus)) $(focus).focus();
}

function show(dialog) {
  dialog.showModal();
  if (!dialog.querySelector("[autofocus]")) dialog.querySelector(".field input,.field select,.field textarea")?.focus();
}

const inputs = (where) => [...where.querySelectorAll("[data-input]")];
const key = (i) => i.dataset.blockId + "\n" + i.dataset.actionId + "\n" + i.dataset.control;
function values(i) {
  if (i.matches("input,select,textarea")) return [i.value];
  return [...i.querySelectorAll("input:checked")].map((c) => c.value);
}
function fill(i, v) {
  if (i.matches("input,select,textarea")) { i.value = v[0]; return; }
  for (const c of i.querySelectorAll("input")) c.checked = v.includes(c.value);
}
function state(dialog) {
  const all = {};
  for (const i of inputs(dialog)) (all[i.dataset.blockId] ??= {})[i.dataset.actionId] = values(i);
  return all;
}

let live;
function listen() {
  live = new EventSource("/live?as=" + encodeURIComponent(as));
  live.addEventListener("change", refresh);
  live.addEventListener("clock", (e) => { $("now").textContent = e.data; });
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) live.close();
  else listen();
});

// --- what people do

function surface(el) {
  const s = el.closest("[data-surface]");
  return { channel: s.dataset.channel, ts: s.dataset.ts, view: s.dataset.view, state: s.matches("dialog") ? state(s) : undefined };
}

function confirmed(el) {
  const d = el.dataset;
  if (!d.confirmTitle) return Promise.resolve(true);
  const box = $("confirm"), [no, yes] = box.querySelectorAll("button");
  $("confirm-title").textContent = d.confirmTitle;
  $("confirm-text").textContent = d.confirmText;
  [yes.textContent, no.textContent] = [d.confirmOk, d.confirmDeny];
  yes.className = "btn " + (d.confirmStyle || "primary");
  box.showModal();
  return new Promise((done) => {
    const end = (v) => { box.close(); done(v); };
    yes.onclick = () => end(true);
    no.onclick = () => end(false);
    box.oncancel = () => done(false);
  });
}

async function act(el, v) {
  if (!(await confirmed(el))) { if (el.matches("select")) el.selectedIndex = 0; return; }
  el.setAttribute("aria-busy", "true");
  await post("act", { ...surface(el), block: el.dataset.blockId, action: el.dataset.actionId, values: v });
  el.removeAttribute("aria-busy");
  refresh();
}

document.addEventListener("click", (e) => {
  const t = e.target.closest("button,a,li[role=option]");
  for (const d of document.querySelectorAll("details.pop[open]")) if (!d.contains(e.target)) d.open = false;
  if (!t) return;
  if (t.matches("[data-acts]")) act(t, [t.dataset.value]);
  else if (t.matches("[data-option]")) { const m = t.closest("details"); m.open = false; act(m, [t.dataset.value]); }
  else if (t.matches("[data-close]")) close(t.dataset.close === "all");
  else if (t.matches("[data-unfile]")) { const i = $(t.dataset.for); i.focus(); uploading = putFiles(i, []); }
  else if (t.matches("[data-dismiss]")) post("dismiss", surface(t)).then(refresh);
  else if (t.matches("[data-jump]")) moveClock(t.dataset.jump);
  else if (t.matches("[data-insert]")) complete(t);
  else if (t.id === "rail-toggle") { const open = $("rail").classList.toggle("open"); t.setAttribute("aria-expanded", open); }
  else if (t.id === "tries-dismiss") { document.cookie = "tries=done; path=/; max-age=31536000; samesite=strict"; t.closest("aside").remove(); }
});

let typing;
document.addEventListener("change", (e) => {
  const i = e.target.closest("[data-input][data-acts]");
  if (!i) return;
  clearTimeout(typing);
  const half = /^(date|time)/.test(i.type) && document.activeElement === i; // each digit of a year makes another date
  if (half) typing = setTimeout(() => act(i, values(i)), 700);
  else act(i, values(i));
});

// What is chosen is kept by the workspace at once; the form only names it.
let uploading = Promise.resolve();
document.addEventListener("change", (e) => {
  const i = e.target.closest("[data-file]");
  if (i?.files.length) uploading = putFiles(i, [...i.files]);
});

// A file put into a conversation is there at once.
document.addEventListener("change", async (e) => {
  const i = e.target.closest("[data-attach]");
  if (!i?.files.length) return;
  const form = i.form, all = await Promise.all([...i.files].map(encoded)).catch(() => null);
  i.value = "";
  if (!all) { notice("The file could not be read."); return; }
  form.setAttribute("aria-busy", "true");
  await post("upload", { channel: form.dataset.channel, thread: form.dataset.thread, files: all });
  form.removeAttribute("aria-busy");
  const s = form.parentElement.querySelector("[data-follow]");
  await refresh();
  if (s) $(s.id).scrollTop = $(s.id).scrollHeight;
});

async function putFiles(i, files) {
  const large = files.find((f) => f.size > Number(i.dataset.most));
  if (large) { notice(large.name + " is larger than the " + (i.dataset.most >> 20) + " MB this workspace keeps."); return; }
  i.setAttribute("aria-busy", "true");
  const all = await Promise.all(files.map(encoded)).catch(() => null);
  if (all) await post("file", { ...surface(i), block: i.dataset.blockId, action: i.dataset.actionId, files: all });
  else notice("The file could not be read.");
  i.removeAttribute("aria-busy");
  i.value = ""; // the same file can be chosen again after it was changed
  await refresh();
}

function encoded(file) {
  return new Promise((done, fail) => {
    const r = new FileReader();
    r.onload = () => done({ name: file.name, data: file.size ? r.result.slice(r.result.indexOf(",") + 1) : "" });
    r.onerror = () => fail(r.error);
    r.readAsDataURL(file);
  });
}

async function close(all) {
  await post("close", { ...surface($("dialog")), all });
  refresh();
}

document.addEventListener("cancel", (e) => { if (e.target.id === "dialog") { e.preventDefault(); close(false); } }, true);

document.addEventListener("submit", async (e) => {
  e.preventDefault();
  const form = e.target, dialog = form.closest("dialog");
  if (dialog) {
    const send = dialog.querySelector("[data-testid=modal-submit]");
    if (!send || send.disabled) return;
    send.disabled = true;
    await uploading;
    await post("submit", { state: state(dialog) });
    send.disabled = false;
    refresh();
  } else if (form.matches(".composer")) say(form);
  else if (form.id === "clock-form") moveClock(form.at.value);
});

async function moveClock(to) {
  $("clock-busy").hidden = false;
  await post("clock", { at: to });
  $("clock-busy").hidden = true;
  $("clock").querySelector("details").open = false;
  refresh();
}

// --- the composer

async function say(form) {
  const box = form.text, text = box.value.trim();
  if (!text) return;
  if (form.dataset.thread && text.startsWith("/")) { form.querySelector(".refuse").hidden = false; return; }
  box.value = "";
  offer();
  form.setAttribute("aria-busy", "true");
  await post("say", { channel: form.dataset.channel, thread: form.dataset.thread, text });
  form.removeAttribute("aria-busy");
  const s = form.parentElement.querySelector("[data-follow]");
  await refresh();
  if (s) $(s.id).scrollTop = $(s.id).scrollHeight;
}

function offer() {
  const box = $("composer"), list = $("completions");
  if (!box) return;
  const typed = box.value.toLowerCase();
  let first = true;
  for (const li of list.children) {
    const name = li.dataset.insert;
    const fits = typed.startsWith("/") && name.startsWith(typed) && name !== typed;
    li.hidden = !fits || (typed.indexOf(" ") < 0 && name.trim().includes(" ") && !typed.match(/^\/\w+$/));
    li.setAttribute("aria-selected", !li.hidden && first);
    if (!li.hidden) first = false;
  }
  list.hidden = first;
}
function complete(li) {
  $("composer").value = li.dataset.insert;
  $("composer").focus();
  offer();
}

document.addEventListener("input", (e) => {
  const t = e.target;
  if (t.id === "composer") offer();
  if (t.id === "thread-composer") t.form.querySelector(".refuse").hidden = !t.value.startsWith("/");
  if (t.id === "people-search") findPeople(t.value.toLowerCase());
  if (t.id === "mail-search") findMails();
  if (t.dataset.suggest) suggest(t);
});

function findPeople(text) {
  for (const section of document.querySelectorAll(".party")) {
    const party = section.querySelector("h3").textContent.toLowerCase().includes(text);
    let any = false;
    for (const a of section.querySelectorAll("a")) {
      a.hidden = !party && !a.dataset.name.toLowerCase().includes(text);
      any ||= !a.hidden;
    }
    section.hidden = !any;
  }
}

function findMails() {
  const text = $("mail-search")?.value.toLowerCase() ?? "";
  for (const a of document.querySelectorAll("[data-mail]")) a.hidden = !a.textContent.toLowerCase().includes(text);
}

async function suggest(t) {
  const select = $(t.dataset.suggest), asked = t.value;
  const out = await post("suggest", { ...surface(t), action: select.dataset.actionId, text: asked });
  if (!out || t.value !== asked) return;
  const options = out.options ?? (out.option_groups ?? []).flatMap((g) => g.options);
  select.replaceChildren(new Option("Choose…", ""), ...options.map((o) => new Option(o.text.text, o.value + "\n" + o.text.text)));
}

document.addEventListener("keydown", (e) => {
  const t = e.target, list = $("completions");
  if (e.key === "Escape") for (const d of document.querySelectorAll("details.pop[open]")) { d.open = false; d.querySelector("summary").focus(); }
  if (!t.matches("textarea[name=text]")) return;
  const shown = t.id === "composer" && !list.hidden ? [...list.children].filter((li) => !li.hidden) : [];
  const now = shown.findIndex((li) => li.getAttribute("aria-selected") === "true");
  if (shown.length && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
    e.preventDefault();
    shown[now].setAttribute("aria-selected", false);
    const next = shown[(now + (e.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length];
    next.setAttribute("aria-selected", true);
    next.scrollIntoView({ block: "nearest" });
  } else if (shown.length && e.key === "Tab") {
    e.preventDefault();
    complete(shown[now]);
  } else if (e.key === "Escape" && shown.length) {
    list.hidden = true;
  } else if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
    e.preventDefault();
    t.form.requestSubmit();
  }
});

document.addEventListener("keypress", (e) => {
  if (e.key === "Enter" && !e.shiftKey && e.target.matches("textarea[name=text]")) e.preventDefault();
});

// --- unread marks, per tab of the browser and person

function marks() {
  for (const a of document.querySelectorAll("[data-place]")) {
    const k = "seen " + as + " " + a.dataset.place;
    if (a.dataset.place === at && !document.hidden) localStorage.setItem(k, a.dataset.latest);
    a.classList.toggle("unread", a.dataset.latest > (localStorage.getItem(k) ?? ""));
  }
  for (const a of document.querySelectorAll("[data-dm]")) {
    const seen = localStorage.getItem("seen " + a.dataset.of + " " + a.dataset.dm) ?? "";
    a.querySelector(".waits").hidden = a.dataset.latest <= seen;
  }
}

for (const s of document.querySelectorAll("[data-follow]")) s.scrollTop = s.scrollHeight;
if (location.hash) $(location.hash.slice(1))?.scrollIntoView();
if ($("dialog")) show($("dialog"));
if (at === "home") post("home", {});
marks();
listen();
