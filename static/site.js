// Says the new result aloud after htmx has swapped a list, for those who cannot see it change.
document.addEventListener("htmx:afterSettle", () => {
  const status = document.getElementById("status");
  const result = document.getElementById("result");
  if (status && result) status.textContent = result.textContent;
  // A value that was chosen on a narrow page lies in a fold that is closed again.
  if (document.activeElement === document.body) {
    document.querySelector("#narrow > summary")?.focus({ preventScroll: true });
  }
});
