"use strict";
// Comforts only: every word is on the page without this script.
(function () {
  function element(name, text, attributes) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    Object.assign(made, attributes || {});
    return made;
  }
  let fields = 0;
  function labelled(words, field) {
    const both = element("span", "", { className: "field" });
    field.id = "field-" + ++fields;
    both.append(element("label", words, { htmlFor: field.id }), field);
    return both;
  }
  function chooser(first, options) {
    const made = element("select");
    made.append(new Option(first, ""));
    options.forEach(([value, words]) => made.append(new Option(words, value)));
    return made;
  }
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];

  // Follow a link into a closed part of the page: open what hides it. #everything opens the whole page, for printing.
  function reveal() {
    if (location.hash === "#everything") {
      all("details").forEach((d) => { d.open = true; });
      return;
    }
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const row = target.matches("tbody.claim") && target.querySelector("details");
    if (row) row.open = true;
    target.classList.remove("off");
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  addEventListener("load", reveal);

  // The coverage table: find words, or rows by what a source does with the claim.
  function coverage(tools) {
    const rows = all("#coverage tbody.claim, #coverage .only tr[id]");
    const first = document.querySelector("#coverage .coverage thead tr");
    const sources = first ? all("th", first).slice(1).map((head, at) => [String(at), head.textContent.trim()]) : [];
    const field = element("input", "", { type: "search" });
    const source = chooser("any source", sources);
    const how = chooser("says anything", [
      ["own", "own voice, no source"], ["attributed", "attributed"], ["quoted", "quoted"], ["hedged", "hedged"],
      ["denied", "denied"], ["late", "late in the piece"], ["absent", "absent"], ["cannot_tell", "cannot tell"],
    ]);
    const differing = element("input", "", { type: "checkbox" });
    const open = element("button", "Open all rows", { type: "button" });
    const status = element("span", "", { role: "status" });
    function fits(row) {
      const wanted = field.value.trim().toLowerCase();
      if (wanted && !row.textContent.toLowerCase().includes(wanted)) return false;
      if (differing.checked && !Number(row.dataset.diffs)) return false;
      if (!source.value && !how.value) return true;
      const cells = all("td[data-how]", row);
      const asked = source.value ? cells.slice(Number(source.value), Number(source.value) + 1) : cells;
      if (!how.value) return asked.some((cell) => /own|attributed|quoted/.test(cell.dataset.how));
      return asked.some((cell) => cell.dataset.how.split(" ").includes(how.value));
    }
    function refresh() {
      const narrowed = field.value.trim() || source.value || how.value || differing.checked;
      let shown = 0;
      rows.forEach(function (row) {
        const off = !fits(row);
        row.classList.toggle("off", off);
        if (!off) shown += 1;
      });
      if (narrowed) all("details.single:not(#together)").forEach((d) => { d.open = Boolean(d.querySelector("[id]:is(tbody,tr):not(.off)")); });
      status.textContent = narrowed ? shown + " of " + rows.length + " rows" : "";
    }
    field.addEventListener("input", refresh);
    [source, how, differing].forEach((one) => one.addEventListener("change", refresh));
    open.addEventListener("click", function () {
      const opening = open.textContent === "Open all rows";
      all("#coverage details:not(#together)").forEach((d) => { d.open = opening; });
      open.textContent = opening ? "Close all rows" : "Open all rows";
    });
    tools.append(labelled("Find in claims", field));
    if (sources.length) tools.append(labelled("Source", source), labelled("says it", how), labelled("Only with differences", differing));
    tools.append(open, status);
    tools.hidden = false;
  }

  // The pieces beside each other: choose them, bring a claim into line, scroll them together.
  function together(box) {
    const tools = box.querySelector(".tools");
    const columns = all(".column", box);
    const status = element("span", "", { role: "status" });
    const linked = element("input", "", { type: "checkbox", checked: true });
    let driver = null;
    const top = (column, span) => span.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    const place = (column, claim) => all(".lk", column).find((span) => span.dataset.c.split(" ").includes(claim));
    function align(claim, from, above) {
      const met = [];
      columns.forEach(function (column) {
        const span = place(column, claim);
        if (!span) return;
        met.push(column.dataset.n);
        if (column !== from) column.scrollTop = Math.max(0, top(column, span) - above);
      });
      all(".lk", box).forEach((span) => span.classList.toggle("on", span.dataset.c.split(" ").includes(claim)));
      status.replaceChildren("Claim ", element("a", claim, { href: "#" + claim }), " in source " + met.join(", "));
    }
    columns.forEach(function (column) {
      ["pointerenter", "focusin", "wheel", "touchstart", "keydown"].forEach((kind) =>
        column.addEventListener(kind, () => { driver = column; }, { passive: true }));
      column.addEventListener("scroll", function () {
        if (driver !== column || !linked.checked) return;
        const first = all(".lk", column).find((span) => top(column, span) + span.offsetHeight > column.scrollTop + 40);
        if (first && top(column, first) < column.scrollTop + column.clientHeight) {
          align(first.dataset.c.split(" ")[0], column, top(column, first) - column.scrollTop);
        }
      }, { passive: true });
      const show = element("input", "", { type: "checkbox", checked: true });
      show.addEventListener("change", () => { column.hidden = !show.checked; });
      tools.append(labelled(column.querySelector(".name").textContent, show));
    });
    box.addEventListener("click", function (event) {
      const link = event.target.closest("[data-claim]");
      if (!link) return;
      event.preventDefault();
      const column = link.closest(".column");
      driver = null;
      const span = place(column, link.dataset.claim);
      align(link.dataset.claim, column, top(column, span) - column.scrollTop);
    });
    tools.append(labelled("Scroll together", linked), status);
    tools.hidden = false;
  }

  // A source page: show the marks of some rules and voices only.
  function marks(tools, findings) {
    const off = new Set();
    const status = element("span", "", { role: "status" });
    function refresh() {
      const hidden = new Set(findings.filter((item) =>
        off.has("rule " + item.dataset.rule) || off.has("voice " + item.dataset.voice)).map((item) => item.id.slice(1)));
      findings.forEach((item) => item.classList.toggle("off", hidden.has(item.id.slice(1))));
      all("[data-f]").forEach((mark) => mark.classList.toggle("off", mark.dataset.f.split(" ").every((key) => hidden.has(key))));
      status.textContent = hidden.size ? findings.length - hidden.size + " of " + findings.length + " findings" : "";
    }
    function group(title, kind, named) {
      const set = element("fieldset");
      set.append(element("legend", title));
      named.forEach(function (words, value) {
        const input = element("input", "", { type: "checkbox", checked: true });
        input.addEventListener("change", function () {
          off[input.checked ? "delete" : "add"](kind + " " + value);
          refresh();
        });
        set.append(labelled(words, input));
      });
      tools.append(set);
    }
    const values = (kind, words) => new Map(findings.map((item) => [item.dataset[kind], words(item)]).sort());
    group("Findings in", "voice", values("voice", (item) => (item.dataset.voice === "own" ? "own voice" : item.dataset.voice + " words")));
    group("by rule", "rule", values("rule", (item) => item.dataset.rule + " " + item.dataset.name));
    tools.append(status);
    tools.hidden = false;
  }

  const table = document.querySelector("body.index #coverage > .tools");
  if (table) coverage(table);
  const box = document.getElementById("together");
  if (box) together(box);
  const findings = all("#findings li[data-rule]");
  const legend = document.querySelector("body.source #article .tools");
  if (legend && findings.length) marks(legend, findings);
})();
