/* Search as you type: the list follows the field. Without this file the button beside the field does it. */
"use strict";

const words = document.querySelector("search [name=q]"), told = document.querySelector("[data-told]");
let shown = document.querySelector("[data-list]"), waiting, asking;

if (words) {
  words.addEventListener("input", () => {
    stop();
    if (words.value.trim().length !== 1) waiting = setTimeout(find, 250);
  });
  words.form.addEventListener("submit", stop);
}

function stop() {
  clearTimeout(waiting);
  asking?.abort();
}

/* The address one is at, with other words and from its first page; the other filters stand as they were sent. */
function wanted() {
  const address = new URL(location.href), text = words.value.trim();
  address.searchParams.delete("page");
  if (text) address.searchParams.set("q", text); else address.searchParams.delete("q");
  address.hash = "";
  return address;
}

async function find() {
  const address = wanted(), part = new URL(address);
  if ((new URLSearchParams(location.search).get("q") ?? "").trim() === words.value.trim()) return;
  part.searchParams.set("del", "lista");
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(part, { signal: mine.signal });
    const now = answer.ok && !answer.redirected
      && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-list]");
    if (mine.signal.aborted) return;
    /* Signed out, refused, failed, or another organisation by now: the whole page says what it is. */
    if (now && now.dataset.whose === shown.dataset.whose) show(now, address); else location.assign(address);
  } catch (error) {
    if (error.name !== "AbortError") tell("Listan kunde inte hämtas. Tryck på Sök för att försöka igen.", true);
  }
}

function show(now, address) {
  const ticked = [...shown.querySelectorAll("[name=rows]:checked")].map((box) => box.value);
  const kept = [...now.querySelectorAll("[name=rows]")].filter((box) => ticked.includes(box.value));
  for (const box of kept) box.checked = true;
  if (shown.contains(document.activeElement)) words.focus();
  shown.replaceWith(now);
  shown = now;
  history.replaceState(history.state, "", address);
  follow(address);
  const gone = ticked.length - kept.length;
  tell(now.dataset.list + (gone ? `. ${gone === 1 ? "En vald rad" : `${gone} valda rader`} syns inte längre och är inte ${gone === 1 ? "vald" : "valda"}.` : ""), gone);
}

/* What stands outside the list and depends on it: the button for ticked rows, and the saved filters. */
function follow(address) {
  const query = address.search.slice(1), form = document.getElementById("chosen");
  if (form) form.hidden = !shown.querySelector("[name=rows]");
  for (const hidden of document.querySelectorAll("input[name=query]")) hidden.value = query;
  let isSaved = !query;
  for (const saved of document.querySelectorAll("[data-saved]")) {
    const isNow = inOrder(saved.dataset.saved) === inOrder(query);
    isSaved ||= isNow;
    if (saved.matches("form")) saved.hidden = !isNow;
    else if (isNow) saved.setAttribute("aria-current", "true"); else saved.removeAttribute("aria-current");
  }
  const saving = document.querySelector("[data-saving]");
  if (saving) saving.hidden = isSaved;
}

function inOrder(query) {
  return [...new URLSearchParams(query)].filter(([, value]) => value.trim()).map(String).sort().join("&");
}

function tell(text, isSeen) {
  told.textContent = text;
  told.classList.toggle("visually-hidden", !isSeen);
}
