// The little that HTML and htmx cannot say: keys that press buttons, a count of letters, print.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)?.click();
});

document.addEventListener("input", (event) => {
  const most = Number(event.target.dataset?.max);
  if (!most) return;
  let count = event.target.parentElement.querySelector("output");
  if (!count) event.target.after((count = document.createElement("output")));
  count.textContent = `${event.target.value.length} / ${most}`;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// After a vote, the new statement is read aloud and the next key lands on it.
document.addEventListener("htmx:afterSwap", (event) => {
  event.target.querySelector?.(".ballot .statement")?.focus({ preventScroll: true });
});
