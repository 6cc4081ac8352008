// Before anything is drawn: dark where the page of problems is.
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function showTheme() {
  const chosen = localStorage.getItem("edge-grader/theme");
  const isDark = chosen === null ? prefersDark.matches : chosen === "dark";
  document.documentElement.classList.toggle("dark-mode", isDark);
}

showTheme();
prefersDark.addEventListener("change", showTheme);
