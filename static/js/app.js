/* Small comforts. Every page works without this file. */
"use strict";

/* A second press while the first is on its way sends nothing; the server refuses doubles anyway. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setButtons(form, true);
  setTimeout(() => release(form), 15000);
});

function setButtons(form, busy) {
  for (const button of form.elements) {
    if (button.type !== "submit") continue;
    /* aria-disabled, not disabled: a disabled button would not send its name. */
    if (busy) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled");
  }
}

function release(form) {
  delete form.dataset.sent;
  setButtons(form, false);
}

/* Back in the browser's history shows the page as it was left: let the buttons live again. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});

/* The error summary says what to do, so it gets the focus; autofocus is ignored when the address has a fragment. */
window.addEventListener("load", () => setTimeout(() => {
  if (document.activeElement === document.body) document.querySelector(".error-summary")?.focus();
}, 100));

/* Following an error link moves the focus into the field, not just the view. */
document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (document.querySelector(`label[for="${field.id}"]`) || field).scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
});

/* A menu closes when the press lands outside it or on Escape. */
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".dropdown[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".dropdown[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

/* On paper nothing is folded away. */
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

/* Copy a text to the clipboard; without this file it is marked and copied by hand. */
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    const copied = await navigator.clipboard.writeText(text.value).then(() => true, () => false);
    document.querySelector("[data-copied]").textContent = copied ? "Kopierat." : "Texten är markerad. Kopiera den med tangentbordet.";
  });
}

/* Long work: ask how far it has come, show it in place, and open the page it ends in. */
async function follow(work) {
  const answer = await fetch(location.href).catch(() => null);
  if (answer) {
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-follow]");
    if (!now) { location.replace(answer.url); return; }
    work.querySelector("[role=status]").textContent = now.querySelector("[role=status]").textContent;
    work.querySelector("progress").value = now.querySelector("progress").value;
  }
  setTimeout(follow, 2000, work);
}
for (const work of document.querySelectorAll("[data-follow]")) setTimeout(follow, 2000, work);
