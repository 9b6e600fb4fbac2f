// Keys: those that hold everywhere, and those of the view that is open.
import { h, fill } from "./dom.js";

const layers = { everywhere: { title: "Everywhere", keys: [] }, view: { title: "Here", keys: [] } };
let pending = "";
let pendingTimer = 0;

/**
 * Sets the keys of a layer: `everywhere` or `view`.
 *
 * Each is `{ keys, does, run }`: `keys` such as `["j", "ArrowDown"]` or `["g w"]`, one after the other; `does` for
 * the list of keys; `run(event)`.
 */
export function setKeys(layer, title, keys) {
    layers[layer] = { title, keys };
}

function isTyping(target) {
    return target.closest?.(
        "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]",
    );
}

function press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) {
        if (event.key === "Escape") event.target.blur();
        return;
    }
    // Enter is every control's own; Space too, but for links and the lines of a list, which play what they name.
    if (event.key === "Enter" && event.target.closest?.("button, a, summary, input")) return;
    if (event.key === " " && event.target.closest?.("button:not(.result, .pair), summary, input")) return;
    if (event.target.matches?.("input") && event.key.startsWith("Arrow")) return;
    const pressed = pending ? `${pending} ${event.key}` : event.key;
    clearTimeout(pendingTimer);
    pending = "";
    const all = [...layers.view.keys, ...layers.everywhere.keys];
    const found = all.find((one) => one.keys.includes(pressed));
    if (found) {
        event.preventDefault();
        found.run(event);
    } else if (all.some((one) => one.keys.some((key) => key.startsWith(`${pressed} `)))) {
        pending = pressed;
        pendingTimer = setTimeout(() => { pending = ""; }, 1200);
    }
}

const names = {
    ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", " ": "Space", Escape: "Esc", Enter: "Enter",
};

function spelled(key) {
    return key.split(/(?<=.) (?=.)/).flatMap((part, place) => [
        place > 0 ? " then " : null, h("kbd", {}, names[part] ?? part),
    ]);
}

/** Opens the list of keys. */
export function showKeys() {
    const dialog = document.getElementById("key-list") ?? document.body.appendChild(
        h("dialog", { id: "key-list", "aria-labelledby": "key-title" }));
    fill(dialog,
        h("form", { method: "dialog" },
            h("h2", { id: "key-title" }, "Keys"),
            [
                layers.view,
                layers.everywhere,
            ].filter((layer) => layer.keys.length).map((layer) => h("section", {},
                h("h3", {}, layer.title),
                h("dl", {}, layer.keys.map((one) => h("div", {},
                    h("dt", {}, one.keys.map((key, place) => [place > 0 ? " or " : null, spelled(key)])),
                    h("dd", {}, one.does)))))),
            h("button", { autofocus: true }, "Close")));
    dialog.showModal();
}

/** Listens from now on. */
export function startKeys() {
    document.addEventListener("keydown", press);
}
