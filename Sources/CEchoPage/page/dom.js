// Elements. Whatever comes from the archive becomes a text node or an attribute, never HTML.

/**
 * An element.
 *
 * Attributes named `on…` are listeners, `class`, `hidden` and the like attributes, `vars` custom properties of
 * its style (the page's policy allows no style attribute). Children that are null or false are left out.
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) continue;
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else if (name === "vars") {
            for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
        } else if (name === "value") element.value = value;
        else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(
        ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false)
    );
    return element;
}

/** What an element shows from now on. */
export function fill(element, ...children) {
    element.replaceChildren(
        ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false)
    );
    return element;
}

const paths = {
    play: "M7 4v16l13-8z",
    pause: "M6 4h4v16H6zM14 4h4v16h-4z",
    back: "M6 5h3v14H6zM20 5v14l-10-7z",
    forward: "M15 5h3v14h-3zM4 5v14l10-7z",
    swap: "M7 4 3 8l4 4V9h10V7H7zM17 12v3H7v2h10v3l4-4z",
};

/** One of the page's own icons; the button around it carries the name. */
export function icon(name) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", paths[name]);
    svg.append(path);
    return svg;
}

/** Tells those who listen rather than look. */
export function say(text) {
    document.getElementById("live").textContent = text;
}

/** A failure, with what to try and, where given, a way to try again. */
export function failureCard(failure, again = null) {
    return h("section", { class: "failure", role: "alert" },
        h("h2", {}, failure.title ?? "That did not work"),
        h("p", {}, failure.reason),
        failure.remedy && h("p", { class: "remedy" }, failure.remedy),
        h("p", { class: "code" }, failure.code),
        again && h("button", { type: "button", onclick: again }, "Try again"));
}

/** What stands where there is nothing yet, and what to do about it. */
export function emptyCard(title, ...more) {
    return h("section", { class: "empty" }, h("h2", {}, title), ...more.map((one) =>
        typeof one === "string" ? h("p", {}, one) : one));
}

/** A count with its noun: `1 clip`, `3 clips`. */
export function counted(number, noun, plural = `${noun}s`) {
    return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}

/** A cosine, as everywhere in the product: three places, with its sign where it is a difference. */
export function score(value, { signed = false } = {}) {
    if (value === null || value === undefined) return "–";
    return `${signed && value > 0 ? "+" : ""}${value.toFixed(3)}`.replace("-", "−");
}

/** A percentile as a bar and a number. */
export function percentileBar(value) {
    if (value === null || value === undefined) return h("span", { class: "percentile" }, "–");
    return h("span", { class: "percentile", title: `Higher than ${value.toFixed(0)} % of what was ranked` },
        h("span", { class: "track", "aria-hidden": "true" },
            h("span", { class: "fill", vars: { "--share": `${value}%` } })),
        h("span", { class: "number" }, `P${value.toFixed(0)}`));
}
