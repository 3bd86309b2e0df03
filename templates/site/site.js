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
