// Says the new result aloud after htmx has swapped a list, for those who cannot see it change.
document.addEventListener("htmx:afterSettle", () => {
  const status = document.getElementById("status");
  const result = document.getElementById("result");
  if (status && result) status.textContent = result.textContent;
});
