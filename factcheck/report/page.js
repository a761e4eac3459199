
(() => {
  "use strict";
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const title = document.getElementById("panel-title");
  const findings = [...document.querySelectorAll(".findings > .finding")];
  const byId = new Map(findings.map((finding, at) => [finding.id, at]));
  const off = new Set();
  const wide = matchMedia("(min-width: 62rem)");
  let current = -1;
  let last = -1;

  const marksOf = (id) => document.querySelectorAll(`.m[data-c="${id}"]`);

  /** A copy of a part of the page whose ids do not come twice. */
  function copied(element) {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    for (const inner of copy.querySelectorAll("[id]")) inner.removeAttribute("id");
    return copy;
  }

  function highlight(at, on) {
    if (at >= 0) for (const mark of marksOf(findings[at].id)) mark.classList.toggle("on", on);
  }

  function show(at) {
    highlight(current, false);
    current = last = at;
    highlight(at, true);
    const finding = findings[at];
    const evidence = document.getElementById(finding.dataset.evidence || "");
    body.replaceChildren(copied(finding), ...(evidence ? [copied(evidence)] : []));
    name(at);
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  /** "Finding 2 of 5,003", counted among those that are not filtered away. */
  function name(at) {
    const left = visible();
    title.textContent = `Finding ${(left.indexOf(at) + 1).toLocaleString("en")} of ${left.length.toLocaleString("en")}`;
  }

  function close(refocus) {
    const mark = current >= 0 ? marksOf(findings[current].id)[0] : null;
    highlight(current, false);
    panel.hidden = true;
    current = -1;
    if (refocus && mark) mark.focus();
  }

  const visible = () => findings.map((_, at) => at).filter((at) => !off.has(findings[at].dataset.label));

  /** Keep the marked words in sight: above the sheet on a phone, in the middle of a wide window. */
  function bringUp(element, focus, behavior = "auto") {
    if (!element) return;
    element.scrollIntoView({ behavior, block: wide.matches || root.classList.contains("list") ? "center" : "start" });
    if (focus) element.focus({ preventScroll: true });
  }

  function step(by) {
    const left = visible();
    if (!left.length) return;
    const here = current >= 0 ? current : (byId.get(document.activeElement?.dataset.c) ?? last);
    const next = by > 0 ? left.find((at) => at > here) : left.filter((at) => at < here).pop();
    const at = next ?? (by > 0 ? left[0] : left[left.length - 1]);
    if (root.classList.contains("list")) {
      last = at;
      findings[at].tabIndex = -1;
      bringUp(findings[at], true);
      return;
    }
    const inPanel = panel.contains(document.activeElement);
    show(at);
    bringUp(marksOf(findings[at].id)[0], !inPanel);
  }

  function openById(id, focus, behavior) {
    const at = byId.get(id);
    if (at === undefined) return false;
    if (root.classList.contains("list")) {
      bringUp(findings[at], false, behavior);
      return true;
    }
    show(at);
    bringUp(marksOf(id)[0], false, behavior);
    if (focus) title.focus({ preventScroll: true });
    return true;
  }

  function remember(id) {
    try { history.replaceState(null, "", `#${id}`); } catch { /* not allowed in some viewers; only the address is lost */ }
  }

  function setView(view) {
    root.classList.toggle("list", view === "list");
    for (const button of document.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    if (view === "list") close(false);
  }

  function toggleLabel(button) {
    const label = button.dataset.label;
    const on = off.has(label);
    on ? off.delete(label) : off.add(label);
    root.classList.toggle(`no-${label}`, !on);
    button.setAttribute("aria-pressed", String(on));
    for (const mark of document.querySelectorAll(`.m.${label}[id]`)) mark.tabIndex = on ? 0 : -1;
    if (current >= 0 && off.has(findings[current].dataset.label)) close(false);
    else if (current >= 0) name(current);
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.m");
    const button = event.target.closest("button");
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (off.has(mark.dataset.label)) return;
      remember(mark.dataset.c);
      openById(mark.dataset.c, event.detail === 0);
    } else if (button?.dataset.view) setView(button.dataset.view);
    else if (button?.dataset.label) toggleLabel(button);
    else if (button?.dataset.go === "0") close(true);
    else if (button?.dataset.go) step(Number(button.dataset.go));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "ArrowRight" && !panel.hidden) step(1);
    else if (event.key === "ArrowLeft" && !panel.hidden) step(-1);
    else if (event.key === "Escape" && !panel.hidden) close(true);
    else return;
    event.preventDefault();
  });

  /** The evidence of a finding in the list is put in when it is asked for: the page stays light with thousands of them. */
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!details.open || !details.classList?.contains("see") || details.querySelector(".evidence")) return;
    const evidence = document.getElementById(details.dataset.evidence);
    if (evidence) details.querySelector("p").replaceWith(copied(evidence));
  }, true);

  const fromHash = () => openById(location.hash.replace(/^#[cm]/, "c"), false, "instant");
  window.addEventListener("hashchange", fromHash);
  root.classList.add("js");
  for (const part of document.querySelectorAll(".views, .legend button")) part.hidden = part.disabled = false;
  if (!fromHash() && wide.matches && findings.length) show(worst());

  /** The first of the gravest findings, to open with. */
  function worst() {
    for (const label of ["contradicted", "unsupported", "supported"]) {
      const at = findings.findIndex((finding) => finding.dataset.label === label && !finding.classList.contains("waived"));
      if (at >= 0) return at;
    }
    return 0;
  }
})();
