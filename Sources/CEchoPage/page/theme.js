// Runs before the first paint: the chosen theme, or else the system's.
(() => {
    const system = matchMedia("(prefers-color-scheme: light)");
    const chosen = () => {
        try { return localStorage.getItem("theme"); } catch { return null; /* storage is off: the system's */ }
    };
    const apply = () => {
        const theme = chosen();
        document.documentElement.dataset.theme =
            theme === "dark" || theme === "light" ? theme : system.matches ? "light" : "dark";
    };
    system.addEventListener("change", apply);
    addEventListener("storage", apply);
    addEventListener("theme", apply);
    apply();
})();
