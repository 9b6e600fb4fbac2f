// A clip's tile: its pictures, what it is, and what can be done with it.
import { h, score } from "./dom.js";
import { server } from "./api.js";
import { address } from "./router.js";
import { Cine } from "./cine.js";
import { clipName, kindName } from "./words.js";

const kept = "picture";

/** Which pictures a study is read in: `whole`, as in the file, or `masked`, the sector alone. */
export function chosenPicture() {
    try { return localStorage.getItem(kept) === "masked" ? "masked" : "whole"; } catch { return "whole"; }
}

/** The button that changes between the two; `changed` shows everything anew. */
export function pictureButton(changed) {
    const isWhole = chosenPicture() === "whole";
    return h("button", {
        type: "button", "aria-pressed": String(isWhole),
        title: "The whole picture as in the file, or the sector alone, which is what the model sees (b)",
        onclick: () => changePicture(changed),
    }, "Whole picture");
}

export function changePicture(changed) {
    try {
        localStorage.setItem(kept, chosenPicture() === "whole" ? "masked" : "whole");
    } catch { /* storage is off: always whole */ }
    changed();
}

/** A clip's player; its frame times are asked for when it first has to play. */
export function cineOf(clip, { picture = "masked", ...options } = {}) {
    const cine = new Cine({
        id: clip.clip, title: clipName(clip), cine: server.cine(clip.clip, picture),
        poster: server.thumbnail(clip.clip, picture),
        frameCount: clip.frame_count, times: null,
    }, options);
    const load = cine.load.bind(cine);
    let asked = null;
    cine.load = () => asked ??= server.clip(clip.clip).then((detail) => {
        cine.clip.times = detail.frame_times.length === clip.frame_count ? detail.frame_times : null;
        cine.detail = detail;
    }, () => {}).then(load);
    return cine;
}

/** A tile of the study's grid. */
export function tile(clip, cine, { onChoose, onEnlarge }) {
    return h("article", {
        class: clip.usable ? "tile" : "tile unused", tabindex: "-1",
        "aria-label": `${clipName(clip)}, ${kindName(clip.kind)}`,
        onclick: onChoose, ondblclick: onEnlarge, onfocus: onChoose,
    },
    h("header", {},
        h("h3", {}, clipName(clip)), !clip.view && h("span", { class: "muted likely", hidden: true }), clip.kind !== "b-mode" && h("span", { class: "muted" },
            kindName(clip.kind)),
        !clip.usable && h("span", { class: "chip warn", title: clip.left_out_reason }, "not used"),
        h("span", { class: "gap" }),
        h(
            "a",
            {
                class: "button quiet small",
                href: address("search", [], { by: "clip", clip: clip.clip }),
                title: "Search clips like this one (s)",
            },
            "Like this",
        ),
        h(
            "button",
            { type: "button", class: "quiet small", onclick: onEnlarge, title: "Large or small (Enter)" },
            "Large",
        )),
    cine.element);
}

/** Says what a clip without a named view looks like. */
export function showLikelyView(element, { view, score: found, margin }) {
    const place = element.querySelector(".likely");
    if (!place) return;
    place.textContent = `looks like ${view}`;
    place.title = `By its vectors: ${score(found)}`
        + (margin === null || margin === undefined ? "" : `, ahead of the next view by ${score(margin)}`);
    place.hidden = false;
}
