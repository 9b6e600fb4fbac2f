// Where the page is: `#/view/part/part?name=value`. No patient's identifier goes into an address, nor what is typed
// to find one: that is kept with the history's entry, so that Back has it again. The words of a search by words do:
// it asks for no names.

let listener = () => {};

/** The place that an address names. */
export function place() {
    const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
    const [view = "worklist", ...parts] = path.split("/").filter(Boolean).map(decodeURIComponent);
    return { view, parts, query: new URLSearchParams(query), kept: history.state ?? {} };
}

/** The address of a place. */
export function address(view, parts = [], query = {}) {
    const values = Object.entries(query).filter(([, value]) =>
        value !== null && value !== undefined && value !== "");
    const search = new URLSearchParams(values).toString();
    return `#/${[view, ...parts].map(encodeURIComponent).join("/")}${search ? `?${search}` : ""}`;
}

/** Opens a place as a new entry of the history. */
export function open(target, kept = {}) {
    history.pushState(kept, "", target);
    listener();
}

/** Writes a place over this entry, and shows nothing anew. */
export function note(target, kept = history.state ?? {}) {
    history.replaceState(kept, "", target);
}

/** Calls back at each change of the place. */
export function startRouter(changed) {
    listener = changed;
    addEventListener("popstate", changed);
    changed();
}
