"use strict";
// A sample to judge: verdicts are kept in this browser as they are given, and saved to a file that baocao reads.
(() => {
  const english = document.getElementById("english");
  const language = () => { document.documentElement.lang = english.checked ? "en" : "vi"; };
  english.addEventListener("change", language);
  language();

  const form = JSON.parse(document.getElementById("sample").textContent);
  const storage = "baocao-sample-" + form.sample.seed + "-" + form.sample.total_vnd + "-" + form.sample.drawn_figures.length;
  const remember = (use) => {
    try { return use(window.localStorage); } catch { return null; } // storage may be forbidden for files
  };
  const articles = Array.from(document.querySelectorAll("article.judge"));
  const field = (article, name) => article.querySelector("input[name=" + name + "]");
  const number = (article, name) => (field(article, name).value === "" ? null : Number(field(article, name).value));

  const read = () => {
    const figures = {}, pages = {};
    for (const article of articles) {
      const note = field(article, "note").value;
      if (article.dataset.figure !== undefined) {
        const chosen = article.querySelector("input[type=radio]:checked");
        if (chosen) figures[article.dataset.figure] = { verdict: chosen.value, true_value: number(article, "true"), note };
      } else if (number(article, "missed") !== null) {
        const missed_vnd = number(article, "missed_vnd");
        pages[article.dataset.page] = { missed: number(article, "missed"), missed_vnd, note };
      }
    }
    return { ...form, figures, pages };
  };
  const show = ({ figures = {}, pages = {} }) => {
    for (const article of articles) {
      const told = figures[article.dataset.figure] ?? pages[article.dataset.page];
      if (!told) continue;
      const put = (name, value) => { field(article, name).value = value ?? ""; };
      put("note", told.note);
      if (article.dataset.figure !== undefined) {
        for (const radio of article.querySelectorAll("input[type=radio]")) radio.checked = radio.value === told.verdict;
        put("true", told.true_value);
      } else {
        put("missed", told.missed);
        put("missed_vnd", told.missed_vnd);
      }
    }
  };
  const count = () => {
    const { figures, pages } = read();
    for (const { dataset, classList } of articles) {
      classList.toggle("judged", dataset.figure in figures || dataset.page in pages);
    }
    document.getElementById("done").value = Object.keys(figures).length + Object.keys(pages).length;
  };

  document.querySelector(".progress").hidden = false;
  show(JSON.parse(remember((kept) => kept.getItem(storage)) ?? "{}"));
  count();
  document.addEventListener("input", () => {
    count();
    const { figures, pages } = read();
    remember((kept) => kept.setItem(storage, JSON.stringify({ figures, pages })));
  });
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(read(), null, 1)], { type: "application/json" }));
    link.download = "baocao-sample-" + form.sample.seed + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  document.getElementById("load").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try { show(JSON.parse(await file.text())); } catch { event.target.value = ""; }
    count();
  });
})();
