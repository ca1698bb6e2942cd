"use strict";
// Comfort on top of pages that work without it: the language is remembered, keys step through figures, lists filter.
(() => {
  const english = document.getElementById("english");
  const language = "baocao-language";
  const remember = (read) => {
    try { return read(window.localStorage); } catch { return null; } // storage may be forbidden for files
  };
  const apply = () => { document.documentElement.lang = english.checked ? "en" : "vi"; };
  const before = remember((storage) => storage.getItem(language));
  if (before) english.checked = before === "en"; // else the one that the report was written for
  english.addEventListener("change", () => {
    apply();
    remember((storage) => storage.setItem(language, english.checked ? "en" : "vi"));
  });
  apply();

  const figures = Array.from(document.querySelectorAll(".sheet a.fig[id]"));
  for (const hint of document.querySelectorAll(".keys")) hint.hidden = figures.length === 0;
  const go = (id) => {
    window.location.replace("#" + id); // not a step of history for each figure
    const element = document.getElementById(id);
    if (element) element.focus({ preventScroll: true });
  };
  const hidden = (figure) => Array.from(figure.classList).some((name) => {
    const box = document.getElementById("show-" + name);
    return box && !box.checked;
  });
  const chosen = () => figures.findIndex((figure) => "#" + figure.id === window.location.hash);
  const step = (by) => {
    const now = chosen();
    let next = now < 0 ? (by > 0 ? 0 : figures.length - 1) : now + by;
    while (figures[next] && hidden(figures[next])) next += by;
    if (figures[next]) go(figures[next].id);
  };
  const loose = Array.from(document.querySelectorAll(".contexts a"), (link) => link.hash);
  const nextLoose = () => {
    const next = loose[loose.indexOf(window.location.hash) + 1] ?? loose[0];
    if (next) go(next.slice(1));
  };
  const close = () => {
    const place = window.scrollY;
    window.location.replace("#");
    window.scrollTo({ top: place, behavior: "instant" });
  };
  document.addEventListener("click", (event) => {
    const closing = event.target.closest("a.closing");
    if (!closing) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox])")) return;
    if (event.key === "j" || event.key === "ArrowRight") step(1);
    else if (event.key === "k" || event.key === "ArrowLeft") step(-1);
    else if (event.key === "u") nextLoose();
    else if (event.key === "Escape" && window.location.hash) close();
    else return;
    event.preventDefault();
  });

  const filter = document.getElementById("filter");
  if (filter) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
    const rows = Array.from(document.querySelectorAll(".pages tbody tr:not(.group)"), (row) => ({ row, text: plain(row.textContent) }));
    filter.closest("p").hidden = false;
    filter.addEventListener("input", () => {
      const words = plain(filter.value).split(/\s+/);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += !row.hidden;
      }
      for (const body of document.querySelectorAll(".pages tbody")) {
        body.hidden = !body.querySelector("tr:not(.group):not([hidden])");
      }
      document.getElementById("shown").value = shown + " / " + rows.length;
    });
  }
})();
