// The worklist's filters: fields that narrow it as they change, texts once no more is typed.
import { h, fill } from "./dom.js";
import { knownViews } from "./words.js";

const texts = ["q", "site"];
// How long nothing is typed before it counts, milliseconds.
const wait = 250;

export class Filters {
    /**
     * `values` stand in the fields at first. `set(name, value)` is told what a field has from now on, `leave(field)`
     * that Enter was pressed in one, `clear()` that no filter is wanted.
     */
    constructor(values, { set, leave, clear }) {
        Object.assign(this, { values, set });
        // What was changed and not told yet, by the fields' names.
        this.waiting = new Map();
        this.sites = h("datalist", { id: "sites" });
        this.element = h("form", {
            class: "filters",
            role: "search",
            "aria-label": "Filters",
            onsubmit: (event) => event.preventDefault(),
            onkeydown: (event) => {
                if (event.key !== "Enter" || !event.target.matches("input")) return;
                event.preventDefault();
                leave(event.target);
            },
        },
        this.fields(),
        h("button", { type: "button", class: "quiet", onclick: clear }, "Clear ", h("kbd", {}, "x")));
    }

    fields() {
        return [
            this.field(
                "Patient, accession or study",
                "q",
                { type: "search", placeholder: "Press / to type", class: "wide" },
            ),
            this.field("From", "date_from", { type: "date" }), this.field("To", "date_to", { type: "date" }),
            this.field("Site", "site", { list: "sites", class: "narrow" }), this.sites,
            this.choice("View", "view", [["", "Any"], ...knownViews.map((view) => [view, view])]),
            this.choice("Report", "has_report", [["", "Any"], ["true", "Stored"], ["false", "None"]]),
        ];
    }

    field(label, name, attributes) {
        return h("label", { class: "field" }, label, h("input", {
            oninput: (event) => this.take(name, event.target),
            value: this.values[name] ?? "",
            autocomplete: "off",
            spellcheck: "false",
            ...attributes,
        }));
    }

    choice(label, name, options) {
        const chosen = this.values[name] ?? "";
        return h("label", { class: "field" }, label,
            h("select", { onchange: (event) => this.take(name, event.target) }, options.map(([value, text]) =>
                h("option", { value, selected: chosen === value }, text))));
    }

    /** Each field waits for itself: what is chosen in one takes nothing from what is typed into another. */
    take(name, field) {
        clearTimeout(this.waiting.get(name)?.timer);
        const tell = () => {
            this.waiting.delete(name);
            this.set(name, field.value.trim());
        };
        this.waiting.set(name, { tell, timer: setTimeout(tell, texts.includes(name) ? wait : 0) });
    }

    get isSettled() { return this.waiting.size === 0; }

    /** Tells at once what still waits. */
    settle() {
        for (const { tell, timer } of [...this.waiting.values()]) {
            clearTimeout(timer);
            tell();
        }
    }

    /** Offers sites to choose from. */
    offer(sites) { fill(this.sites, sites.map((site) => h("option", { value: site }))); }

    close() { for (const { timer } of this.waiting.values()) clearTimeout(timer); }
}
