/* Arrow keys between the figures of the meeting mode. The links under each figure do the same without this file. */
"use strict";

const slides = [...document.querySelectorAll(".slide")];
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

/* The figure that covers the middle of the screen. */
function current() {
  const middle = window.innerHeight / 2;
  return Math.max(0, slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle));
}

document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("[role=region], details")) return;
  const next = slides[current() + step];
  if (!next) return;
  event.preventDefault();
  location.hash = next.id;
});
