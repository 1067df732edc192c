"use strict";

/* What if: a slider moves a date over working days, and the server says what follows. */
for (const slider of document.querySelectorAll("[data-days]")) {
  const day = slider.form.elements[slider.dataset.field], days = slider.dataset.days.split(" ");
  slider.parentElement.hidden = false;
  slider.setAttribute("aria-valuetext", day.value);
  let waiting;
  slider.addEventListener("input", () => {
    day.value = days[slider.value];
    slider.setAttribute("aria-valuetext", day.value);
    clearTimeout(waiting);
    waiting = setTimeout(tryDates, 300, slider.form);
  });
}
async function tryDates(form) {
  const url = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  form.dataset.asked = url;
  const answer = await fetch(url).catch(() => null);
  if (!answer || form.dataset.asked !== url) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-consequences]");
  if (now) document.querySelector("[data-consequences]").replaceChildren(...now.childNodes);
}
