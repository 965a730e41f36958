/** Runs before the first paint: applies the theme that the reader chose, so that the page does not flash. */
document.documentElement.classList.add('js');
try {
  const chosen = localStorage.getItem('apidelta-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage can be forbidden; then the page follows the system.
}
