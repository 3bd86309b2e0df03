// The board's pages are whole without this. A live page is asked for again from time to
// time, while somebody can see it. What is new takes its place when nobody is in the
// middle of something, and is said politely; else it is offered.
(function () {
  "use strict";
  var every = Number(document.body.dataset.live);
  if (!every) return;
  var main = document.getElementById("main");
  var news = document.getElementById("news");
  var shown = main.innerHTML, said = main.textContent, last = Date.now();
  function busy() {
    var at = document.activeElement;
    return (at && at !== main && main.contains(at)) || String(document.getSelection() || "") !== "";
  }
  function tell(words, next, page) {
    news.textContent = words;
    if (!next) return;
    var show = document.createElement("button");
    show.type = "button";
    show.textContent = "Show it";
    show.addEventListener("click", function () {
      put(next, page);
      main.focus({ preventScroll: true });
    });
    news.append(" ", show);
  }
  function put(next, page) {
    var ways = Array.from(main.querySelectorAll(".scroll"), function (x) { return x.scrollLeft; });
    var top = scrollY, fresh = next.textContent !== said;
    main.innerHTML = shown = next.innerHTML;
    said = next.textContent;
    main.querySelectorAll(".scroll").forEach(function (x, i) { x.scrollLeft = ways[i] || 0; });
    scrollTo({ top: top, behavior: "instant" });
    document.querySelector("footer").innerHTML = page.querySelector("footer").innerHTML;
    tell(fresh ? "This page has changed." : "");
  }
  async function look() {
    if (document.hidden) return;
    last = Date.now();
    var here = location.href;
    var answer = await fetch(here, { headers: { "X-Live": "1" }, cache: "no-store" });
    if (answer.status === 403) return location.reload(); // signed out: nothing of it stays on the screen
    if (answer.redirected || !answer.ok) return;
    var page = new DOMParser().parseFromString(await answer.text(), "text/html");
    var next = page.getElementById("main");
    if (!next || location.href !== here || next.innerHTML === shown) return;
    if (!busy()) put(next, page);
    else if (next.textContent !== said) tell("This page has changed.", next, page);
  }
  function ask() { look().catch(function () {}); }
  setInterval(ask, every * 1000);
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && Date.now() - last > every * 1000) ask();
  });
  document.addEventListener("slid", function () {
    shown = main.innerHTML;
    said = main.textContent;
  });
})();

// Sliding through time: the day stands beside the slider while it moves, and the
// page of that day takes the place of this one when it stops.
(function () {
  "use strict";
  var main = document.getElementById("main");
  var latest = 0;
  function slider(target) {
    var form = target && target.form;
    return target.type === "range" && form && form.dataset.slide ? form : null;
  }
  function day(form, n) {
    var at = new Date(form.dataset.slide + "T00:00:00Z");
    at.setUTCDate(at.getUTCDate() + Number(n));
    return at.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric" }).replace(",", "");
  }
  document.addEventListener("input", function (e) {
    var form = slider(e.target);
    if (!form) return;
    form.querySelector("output").textContent = day(form, e.target.value);
    e.target.setAttribute("aria-valuetext", day(form, e.target.value));
  });
  document.addEventListener("change", async function (e) {
    var form = slider(e.target);
    if (!form) return;
    var mine = ++latest, name = e.target.name;
    var address = form.action + "?" + new URLSearchParams(new FormData(form));
    try {
      var answer = await fetch(address, { cache: "no-store" });
      if (mine !== latest) return;
      if (answer.redirected || !answer.ok) return location.assign(address);
      var page = new DOMParser().parseFromString(await answer.text(), "text/html");
      var next = page.getElementById("main");
      if (mine !== latest || !next) return;
      main.innerHTML = next.innerHTML;
      document.querySelector("footer").innerHTML = page.querySelector("footer").innerHTML;
      history.replaceState(null, "", address);
      document.title = page.title;
      document.dispatchEvent(new Event("slid"));
      var again = main.querySelector("input[type=range][name=" + name + "]");
      if (again) again.focus({ preventScroll: true });
    } catch (fault) {
      location.assign(address);
    }
  });
})();
