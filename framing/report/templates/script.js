"use strict";
// Comforts only: every word is on the page without this script.
(function () {
  function element(name, text, attributes) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    Object.assign(made, attributes || {});
    return made;
  }
  // Follow a link into a closed part of the page: open what hides it.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const row = target.matches("tbody.claim") && target.querySelector("details");
    if (row) row.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  addEventListener("load", reveal);

  const coverage = document.querySelector("body.index #coverage .tools");
  if (coverage) {
    const label = element("label", "Find in claims ");
    const field = element("input", "", { type: "search" });
    const open = element("button", "Open all rows", { type: "button" });
    const status = element("span", "", { role: "status" });
    const rows = [...document.querySelectorAll("#coverage tbody.claim, #coverage .only tr[id]")];
    field.addEventListener("input", function () {
      const wanted = field.value.trim().toLowerCase();
      let shown = 0;
      rows.forEach(function (row) {
        const off = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
        row.classList.toggle("off", off);
        if (!off) shown += 1;
      });
      const single = document.querySelector("details.single");
      if (single && wanted) single.open = true;
      status.textContent = wanted ? shown + " of " + rows.length + " rows" : "";
    });
    open.addEventListener("click", function () {
      const all = document.querySelectorAll("#coverage details");
      const opening = open.textContent === "Open all rows";
      all.forEach((d) => { d.open = opening; });
      open.textContent = opening ? "Close all rows" : "Open all rows";
    });
    label.append(field);
    coverage.append(label, open, status);
    coverage.hidden = false;
  }

  const marks = document.querySelector("body.source #article .tools");
  const findings = [...document.querySelectorAll("#findings li[data-rule]")];
  if (marks && findings.length) {
    const off = new Set();
    const refresh = function () {
      const hidden = new Set(findings.filter(function (item) {
        return off.has("rule " + item.dataset.rule) || off.has("voice " + item.dataset.voice);
      }).map((item) => item.id.slice(1)));
      findings.forEach((item) => item.classList.toggle("off", hidden.has(item.id.slice(1))));
      document.querySelectorAll("[data-f]").forEach(function (mark) {
        mark.classList.toggle("off", mark.dataset.f.split(" ").every((key) => hidden.has(key)));
      });
    };
    const box = function (kind, value) {
      const label = element("label");
      const input = element("input", "", { type: "checkbox", checked: true });
      input.addEventListener("change", function () {
        off[input.checked ? "delete" : "add"](kind + " " + value);
        refresh();
      });
      label.append(input, " " + value);
      return label;
    };
    marks.append(element("span", "Show:"));
    ["voice", "rule"].forEach(function (kind) {
      [...new Set(findings.map((item) => item.dataset[kind]))].sort().forEach((value) => marks.append(box(kind, value)));
    });
    marks.hidden = false;
  }
})();
