// The worklist: all studies, newest first, narrowed by filters.
import { h, fill, say, failureCard, emptyCard, counted } from "./dom.js";
import { server, asFailure } from "./api.js";
import { Filters } from "./filters.js";
import { address, note, open } from "./router.js";
import { setKeys } from "./keys.js";
import { Rows } from "./rows.js";
import { day, stateChip, studyName, studyStates } from "./words.js";

const columns = [
    ["Date", "w-date"], [
        "Patient",
        "w-patient",
    ], ["Study", "w-study"], ["Site", "w-site"], ["Priors", "w-priors"],
    ["Clips used", "w-clips"], ["Left out", "w-left"], ["Report", "w-report"], ["State", "w-state"],
];
// These go into the address; the words typed into the search field never do.
const shared = ["date_from", "date_to", "site", "view", "state", "has_report", "order"];
// After the last move, before the chosen row is noted in the history, milliseconds.
const notePause = 250;

export async function show(main, { query, kept }, signal) {
    const filter = Object.fromEntries(
        shared.map((name) => [name, query.get(name) ?? ""]).filter(([, value]) => value),
    );
    if (kept.q) filter.q = kept.q;
    const list = new Worklist(main, filter, kept.chosen ?? 0, signal);
    signal.addEventListener("abort", () => {
        list.filters.close();
        clearTimeout(list.noting);
        list.rows?.close();
    }, { once: true });
    await list.load();
}

class Worklist {
    constructor(main, filter, chosen, signal) {
        Object.assign(this, { main, filter, chosen, signal });
        this.body = h("tbody");
        this.head = h("tr", { "aria-rowindex": "1" });
        this.table = h("table", {},
            h("caption", { class: "sr" }, "Studies"),
            h("thead", {}, this.head),
            this.body);
        this.scroller = h("div", { class: "rows", tabindex: "-1", onclick: () => this.remember() },
            this.table);
        this.foot = h("div", { class: "foot" });
        this.tabs = new Map(["", ...Object.keys(studyStates)].map((state) => [state, h("button", {
            type: "button", title: studyStates[state]?.means, onclick: () => this.set("state", state),
        })]));
        this.filters = new Filters(filter, {
            set: (name, value) => this.set(name, value),
            leave: (field) => this.leave(field),
            clear: () => this.clear(),
        });
        fill(main, h("div", { class: "worklist" },
            h("div", { class: "heading" }, h("h1", { tabindex: "-1" }, "Worklist"),
                h("div", { class: "tabs", role: "group", "aria-label": "State" }, [...this.tabs.values()])),
            this.filters.element, this.scroller, this.foot));
        this.showHead();
        this.showTabs({});
        setKeys("view", "Worklist", [
            {
                keys: ["j", "ArrowDown"],
                does: "Next study",
                run: () => this.rows?.move(this.rows.chosen + 1),
            },
            {
                keys: ["k", "ArrowUp"],
                does: "Previous study",
                run: () => this.rows?.move(this.rows.chosen - 1),
            },
            {
                keys: ["PageDown"],
                does: "A page on",
                run: () => this.rows?.move(this.rows.chosen + this.rows.page),
            },
            {
                keys: ["PageUp"],
                does: "A page back",
                run: () => this.rows?.move(this.rows.chosen - this.rows.page),
            },
            { keys: ["Home"], does: "First study", run: () => this.rows?.move(0) },
            { keys: ["End"], does: "Last study", run: () => this.rows?.move(this.rows.total - 1) },
            { keys: ["Enter"], does: "Open the study", run: () => this.rows?.link()?.click() },
            { keys: ["d"], does: "Open its draft", run: () => this.openDraft() },
            { keys: ["x"], does: "Clear the filters", run: () => this.clear() },
        ]);
    }

    openDraft() {
        const study = this.rows?.at(this.rows.chosen);
        if (study) open(address("draft", [study.study]));
    }

    /** Leads from a field to what was found by it, once that is there and unless the reader went on. */
    async leave(field) {
        this.filters.settle();
        for (let seen = null; seen !== this.loaded;) {
            seen = this.loaded;
            await seen;
        }
        if (this.filters.isSettled && document.activeElement === field) this.rows?.focus();
    }

    clear() { open("#/worklist"); }

    set(name, value) {
        if ((this.filter[name] ?? "") === value) return;
        if (value) this.filter[name] = value; else delete this.filter[name];
        this.chosen = 0;
        this.showTabs(this.counts);
        this.remember();
        this.load();
    }

    /** Where Back will come to; browsers limit how often that may be said. */
    remember() {
        clearTimeout(this.noting);
        const { q, ...rest } = this.filter;
        note(address("worklist", [], rest), { q, chosen: this.rows?.chosen ?? 0 });
    }

    showHead() {
        const isOldest = this.filter.order === "oldest";
        const turn = () => {
            this.set("order", isOldest ? "" : "oldest");
            this.showHead();
            this.head.querySelector("button").focus();
        };
        fill(this.head, columns.map(([title, className], place) => (place > 0
            ? h("th", { scope: "col", class: className }, title)
            : h("th", { scope: "col", class: className, "aria-sort": isOldest ? "ascending" : "descending" },
                h("button", {
                    type: "button",
                    class: "sort",
                    title: isOldest ? "Newest first" : "Oldest first",
                    onclick: turn,
                },
                    title, h("span", { "aria-hidden": "true" }, isOldest ? " ↑" : " ↓"))))));
    }

    /** Which state is chosen, and how many studies each has where that is known; the buttons keep the focus. */
    showTabs(counts) {
        this.counts = counts;
        for (const [state, button] of this.tabs) {
            button.setAttribute("aria-pressed", String((this.filter.state ?? "") === state));
            fill(button, studyStates[state]?.label ?? "All", counts[state] !== undefined
                && h("span", { class: "count" }, counts[state].toLocaleString("en")));
        }
    }

    /** Shows what passes the filters; `loaded` is done when that is there, failed, or gave way to the next. */
    load() {
        this.loaded = this.fetchFirst();
        return this.loaded;
    }

    async fetchFirst() {
        this.loading?.abort();
        const loading = this.loading = new AbortController();
        this.signal.addEventListener("abort", () => loading.abort(), { once: true });
        this.scroller.setAttribute("aria-busy", "true");
        try {
            const values = { ...this.filter };
            const first = await server.studies({ ...values, limit: 100, offset: 0 }, loading.signal);
            if (loading.signal.aborted) return;
            this.table.setAttribute("aria-rowcount", String(first.total + 1));
            if (first.total === 0) this.showNothing(); else this.showRows(values, first);
            performance.mark("worklist-ready");
            say(counted(first.total, "study", "studies"));
            this.showFoot(first.total);
            this.offerSites(first.items);
            this.count(loading.signal);
        } catch (error) {
            if (!loading.signal.aborted && !this.signal.aborted) this.fail(error);
        } finally {
            if (this.loading === loading) this.scroller.removeAttribute("aria-busy");
        }
    }

    showRows(values, first) {
        this.rows?.close();
        this.rows = new Rows({
            scroller: this.scroller, body: this.body, chosen: this.chosen,
            draw: (study, index, isCurrent) => this.cells(study, isCurrent),
            fetch: (offset, limit) => server.studies(
                { ...values, limit, offset },
                this.signal,
            ).then((found) => found.items),
            trouble: (error) => { if (!this.signal.aborted) this.fail(error); },
            onChosen: (chosen) => {
                this.chosen = chosen;
                clearTimeout(this.noting);
                this.noting = setTimeout(() => this.remember(), notePause);
            },
        });
        // A table that is there already keeps the focus.
        if (!this.table.isConnected) fill(this.scroller, this.table);
        this.rows.start(first.total, first.items);
        this.remember();
        if (!this.main.contains(document.activeElement) || document.activeElement === this.main) this.rows.focus();
    }

    fail(error) { this.showInstead(failureCard(asFailure(error), () => this.load())); }

    /** Shows something in place of the rows: no key leads to one that is not seen. */
    showInstead(card) {
        this.rows?.close();
        this.rows = null;
        fill(this.scroller, card);
    }

    showNothing() {
        const isFiltered = Object.keys(this.filter).some((name) => name !== "order");
        this.showInstead(isFiltered
            ? emptyCard(
                "No study passes these filters",
                h("button", { type: "button", onclick: () => this.clear() }, "Clear the filters"),
            )
            : emptyCard("No study yet", "Drop files or folders anywhere on this page, or",
                h("a", { class: "button primary", href: "#/ingest" }, "Take in clips")));
    }

    cells(study, isCurrent) {
        const leftOut = Object.entries(study.left_out ?? {});
        const lost = leftOut.reduce((sum, [, number]) => sum + number, 0);
        return [
            h("td", {},
                h("a", { href: address("study", [study.study]), tabindex: isCurrent ? "0" : "-1" },
                    day(study.date))),
            h("td", {}, study.patient_key ?? h("span", { class: "muted" }, "not named")),
            h("td", { title: study.study_key }, studyName(study)),
            h("td", {}, study.site ?? h("span", { class: "muted" }, "–")),
            h("td", { class: "number" },
                study.prior_count > 0 ? String(study.prior_count) : h("span", { class: "muted" }, "–")),
            h("td", { class: "number" }, h("span", {
                title: `${study.usable_clips} of ${study.clips} clips are used by readings`,
            },
                `${study.usable_clips}`, h("span", { class: "muted" }, ` / ${study.clips}`))),
            h("td", {
                class: "number",
                title: leftOut.map(([end, number]) => `${number} ${end}`).join(", ") || null,
            },
                lost > 0 ? String(lost) : h("span", { class: "muted" }, "–")),
            h("td", {}, study.has_report ? "stored" : h("span", { class: "muted" }, "–")),
            h("td", {}, stateChip(study.state)),
        ];
    }

    showFoot(total) {
        fill(this.foot, h("span", {}, counted(total, "study", "studies")),
            h("span", {
                class: "keys-hint",
            }, h("kbd", {}, "j"), " ", h("kbd", {}, "k"), " move  ", h("kbd", {}, "Enter"), " open  ",
                h("kbd", {}, "d"), " draft  ", h("kbd", {}, "/"), " find  ", h("kbd", {}, "?"), " all keys"));
    }

    offerSites(studies) {
        const sites = [...new Set(studies.map((study) => study.site).filter(Boolean))].sort();
        this.filters.offer(sites);
    }

    /** How many there are in each state, under the other filters; no list gives way to a failure of that. */
    async count(signal) {
        const { state, ...others } = this.filter;
        const states = [...this.tabs.keys()];
        const totals = await Promise.all(
            states.map((one) => server.studies({ ...others, state: one, limit: 1 }, signal)),
        ).catch(() => []);
        if (signal.aborted) return;
        this.showTabs(Object.fromEntries(totals.map(({ total }, index) => [states[index], total])));
    }
}
