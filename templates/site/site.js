// The board's pages are whole without this. Where a page is live it is asked for
// again from time to time, and its content is replaced when nobody is using it.
(function () {
  "use strict";
  var every = Number(document.body.dataset.live);
  if (!every) return;
  var main = document.getElementById("main");
  function busy() {
    var at = document.activeElement;
    return document.hidden || (at && at !== main && main.contains(at)) || String(document.getSelection() || "") !== "";
  }
  async function look() {
    if (busy()) return;
    var answer = await fetch(location.href, { headers: { "X-Live": "1" }, cache: "no-store" });
    if (answer.redirected || !answer.ok) return;
    var page = new DOMParser().parseFromString(await answer.text(), "text/html");
    var next = page.getElementById("main");
    if (next && !busy() && next.innerHTML !== main.innerHTML) main.innerHTML = next.innerHTML;
  }
  setInterval(function () { look().catch(function () {}); }, every * 1000);
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
    if (form) form.querySelector("output").textContent = day(form, e.target.value);
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
      var again = main.querySelector("input[type=range][name=" + name + "]");
      if (again) again.focus({ preventScroll: true });
    } catch (fault) {
      location.assign(address);
    }
  });
})();
