// Search: by words, by a clip, or by a device or finding, with a verdict for each study.
import { h, fill, say, counted, failureCard, emptyCard, percentileBar, score } from "./dom.js";
import { server, asFailure, save } from "./api.js";
import { address, open } from "./router.js";
import { setKeys } from "./keys.js";
import { nextSpeed, transport } from "./cine.js";
import { cineOf } from "./tile.js";
import { takeDropped } from "./drop.js";
import { clipName, day, kindName, knownViews, verdictChip, verdicts } from "./words.js";

const pageLength = 50;
const ways = { text: "Words", clip: "Like a clip", ask: "Devices and findings" };

export async function show(main, { query }, signal) {
    const by = query.get("by") === "file" ? "clip" : query.get("by") ?? "text";
    const view = new SearchView(main, ways[by] ? by : "text", query, signal);
    await view.paint();
    if (query.get("by") === "file") {
        const [dropped] = takeDropped() ?? [];
        if (dropped) await view.searchFile(dropped.file);
    } else await view.run();
}

class SearchView {
    constructor(main, by, query, signal) {
        Object.assign(this, { main, by, query, signal });
        this.results = [];
        this.reviews = new Map();
        this.chosen = 0;
        this.rate = 1;
        signal.addEventListener("abort", () => this.cine?.close(), { once: true });
        this.list = h("ol", { class: "results", "aria-label": "Results" });
        this.viewer = h("section", { class: "viewer", "aria-label": "Clip" });
        this.about = h("div", { class: "about" });
        this.transport = transport({
            toggle: () => this.toggle(), step: (by) => this.step(by), rate: (rate) => this.setRate(rate),
        });
        this.keys();
    }

    keys() {
        setKeys("view", "Search", [
            {
                keys: ["j", "ArrowDown"],
                does: "Next result",
                run: () => this.choose(this.chosen + 1, { focus: true }),
            },
            {
                keys: ["k", "ArrowUp"],
                does: "Previous result",
                run: () => this.choose(this.chosen - 1, { focus: true }),
            },
            { keys: ["o"], does: "Open its study", run: () => this.openStudy() },
            { keys: [" "], does: "Play or pause", run: () => this.toggle() },
            { keys: ["ArrowRight"], does: "One frame on", run: () => this.step(1) },
            { keys: ["ArrowLeft"], does: "One frame back", run: () => this.step(-1) },
            { keys: [">"], does: "Faster", run: () => this.setRate(nextSpeed(this.rate, 1)) },
            { keys: ["<"], does: "Slower", run: () => this.setRate(nextSpeed(this.rate, -1)) },
            ...(this.by === "ask" ? Object.entries(verdicts).map(([verdict, { key, label }]) => ({
                keys: [key], does: `${label}, and the next result`, run: () => this.judge(verdict),
            })) : [{ keys: ["s"], does: "Search clips like this one", run: () => this.searchLike() }]),
        ]);
    }

    async paint() {
        this.form = h("div", { class: "ask-form" });
        fill(this.main, h("div", { class: "search" },
            h("div", { class: "heading" }, h("h1", { tabindex: "-1" }, "Search"),
                h("div", {
                    class: "tabs",
                    role: "group",
                    "aria-label": "Search by",
                }, Object.entries(ways).map(([by, label]) =>
                    h(
                        "button",
                        {
                            type: "button",
                            "aria-pressed": String(by === this.by),
                            onclick: () => open(address("search", [], { by })),
                        },
                        label,
                    )))),
            this.form, this.about,
            h("div", { class: "found" }, this.list, this.viewer)));
        await {
            text: () => this.paintText(),
            clip: () => this.paintClip(),
            ask: () => this.paintAsk(),
        }[this.by]();
    }

    paintText() {
        const field = h(
            "input",
            {
                type: "search",
                class: "wide",
                value: this.query.get("q") ?? "",
                placeholder: "for example: pacemaker lead in the right ventricle",
                autocomplete: "off",
                maxlength: "4000",
                "aria-label": "Words as a report would say them",
            },
        );
        const view = this.viewChoice();
        fill(this.form, h("form", {
            class: "filters", role: "search", onsubmit: (event) => {
                event.preventDefault();
                if (field.value.trim()) open(
                    address(
                        "search",
                        [],
                        { by: "text", q: field.value.trim(), view: view.value, level: this.level.value },
                    ),
                );
            },
        }, h("label", { class: "field grow" },
            "Words as a report would say them; no names",
            field), h("label", { class: "field" }, "View", view),
        h("label", { class: "field" },
            "Rank",
            this.level = this.levelChoice()), h("button", { class: "primary" }, "Search")));
        if (!this.query.get("q")) {
            field.focus();
            fill(
                this.list,
                h("li", { class: "plain" },
                    emptyCard(
                        "Find clips by words",
                        "The nearest clips come first. A score orders this archive for this question; it says nothing by itself.",
                    )),
            );
        }
    }

    viewChoice() {
        return h("select", {}, [["", "Any"], ...knownViews.map((one) => [one, one])].map(([value, text]) =>
            h("option", { value, selected: (this.query.get("view") ?? "") === value }, text)));
    }

    levelChoice() {
        return h("select", {}, [["clip", "Clips"], ["study", "Studies"]].map(([value, text]) =>
            h("option", { value, selected: (this.query.get("level") ?? "clip") === value }, text)));
    }

    paintClip() {
        const picker = h(
            "input",
            {
                type: "file",
                class: "sr",
                id: "like-file",
                tabindex: "-1",
                onchange: (event) => { if (event.target.files[0]) this.searchFile(event.target.files[0]); },
            },
        );
        const start = this.query.get("clip");
        fill(this.form, h("div", { class: "filters" },
            start && h("figure", { class: "subject" },
                h("img", { src: server.thumbnail(start), alt: "The clip that is searched by" }),
                h("figcaption", {}, "Clips like this one")),
            this.subject = h("span", { class: "muted" }, start ? "" : "Drop a clip here, or"),
            h("button", { type: "button", class: start ? "" : "primary", onclick: () => picker.click() },
                "Choose a file …"), picker,
            h("span", { class: "muted" },
                "A file is kept for some minutes to search by, and is not taken in.")));
        if (!start) fill(
            this.list,
            h("li", { class: "plain" },
                emptyCard(
                    "Search by a clip",
                    "Press s on any clip of a study, or drop a DICOM, AVI or MP4 file on this page.",
                )),
        );
    }

    async paintAsk() {
        const { items } = await server.prompts(this.signal);
        this.sets = items.filter((one) =>
            one.set && one.set.kind !== "regression" && one.set.subject === "finding"
        ).map((one) => one.set).sort((a, b) => (a.title < b.title ? -1 : 1));
        const asked = this.query.get("set");
        this.set = this.sets.find((one) => one.name === asked);
        const go = (values) => open(address("search", [], { by: "ask", ...values }));
        const sets = h("select", {
            "aria-label": "Device or finding",
            onchange: (event) => go({ set: event.target.value }),
        },
            !this.set && h("option", { value: "" }, "Choose …"),
            this.sets.map((one) =>
                h("option", { value: one.name, selected: one.name === asked }, one.title)));
        const categories = this.set?.kind === "categorical" && h("select", {
            "aria-label": "Wording",
            onchange: (event) => go({ set: asked, category: event.target.value }),
        },
            [...this.set.categories].sort((a, b) => b.severity - a.severity).map((one) =>
                h("option", { value: one.name, selected: this.query.get("category") === one.name }, one.name)
            ));
        fill(this.form, h("div", { class: "filters" }, h("label", { class: "field grow" },
            "Device or finding",
            sets),
            categories && h("label", { class: "field" }, "Ranked by the wording", categories),
            this.set && h("button", { type: "button", onclick: () => this.exportVerdicts() },
                "Export verdicts (CSV)"),
            this.set && h("details", { class: "sentences" }, h("summary", {}, "Sentences that are put"),
                h("ul", {},
                    [
                        ...this.set.prompts,
                        ...this.set.categories.flatMap((one) =>
                            one.prompts.map((text) => `${one.name}: ${text}`)),
                        ...this.set.negatives.map((text) => `against: ${text}`),
                    ].map((text) => h("li", {}, text))))));
        if (!this.set) {
            sets.focus();
            fill(
                this.list,
                h("li", { class: "plain" },
                    emptyCard(
                        "Ask the archive for a device or finding",
                        "Every study is ranked, for you to look at and to confirm or reject with the keys 1, 2 and 3.",
                    )),
            );
        }
    }

    async run() {
        const text = this.query.get("q");
        const clip = this.query.get("clip");
        if (this.by === "text" && text) {
            const view = this.query.get("view");
            await this.search(
                {
                    text,
                    level: this.query.get("level") ?? "clip",
                    filter: view ? { views: [view] } : undefined,
                },
            );
        } else if (this.by === "clip" && clip) await this.search({ clip });
        else if (this.by === "ask" && this.set) await this.ask();
    }

    async guarded(work) {
        fill(this.list, h("li", { class: "plain waiting", "aria-busy": "true" }, "Searching …"));
        fill(this.viewer);
        fill(this.about);
        try {
            await work();
        } catch (error) {
            if (!this.signal.aborted) fill(
                this.list,
                h("li", { class: "plain" }, failureCard(asFailure(error), () => this.guarded(work))),
            );
        }
    }

    searchFile(file) {
        return this.guarded(async () => {
            this.subject.textContent = `Clips like ${file.name}`;
            say(`Sending ${file.name}`);
            const { upload } = await server.upload(file, this.signal);
            await this.search({ upload });
        });
    }

    search(values) {
        return this.guarded(async () => {
            const found = await server.search({ limit: pageLength, ...values }, this.signal);
            const rare = Math.round((found.rare_token_share ?? 0) * 100);
            const warning = `The model hardly met ${rare} % of these words in training: look twice.`;
            const ranked = counted(found.considered, ...(found.level === "study" ? ["study", "studies"] : ["clip"]));
            this.showAbout([`${found.results.length} of ${ranked}`, rare > 0 && warning, ...found.notices]);
            this.showResults(found.results.map((one) => ({ ...one, frame: null })));
        });
    }

    ask() {
        return this.guarded(async () => {
            const asked = { set: this.set.name, limit: pageLength };
            if (this.query.get("category")) asked.category = this.query.get("category");
            const [answer, reviews] = await Promise.all([server.ask(asked, this.signal), this.allReviews()]);
            this.reviews = reviews;
            const { threshold: found } = answer;
            const threshold = found ? `Threshold ${found.value.toFixed(3)}, found on ${found.data_set}.`
                : "No threshold is known for these weights.";
            const ranked = `${answer.results.length} of ${counted(answer.scored, "study", "studies")}`;
            const purpose = `${ranked}; ranks are for review, this is no registry`;
            this.showAbout([purpose, threshold, answer.scoring, answer.notice]);
            this.showResults(answer.results.map((one) => ({
                ...one, ...answer.studies[one.study], clip: one.best_frame?.clip ?? one.best_clip,
                frame: one.best_frame?.frame ?? null,
            })));
        });
    }

    async allReviews() {
        const found = new Map();
        for (let offset = 0; ; offset += 1000) {
            const { items, total } = await server.reviews(this.set.name, offset, this.signal);
            for (const one of items) if (!found.has(one.study)) found.set(one.study, one);
            if (offset + items.length >= total || items.length === 0) return found;
        }
    }

    /** What was ranked, and how to read it; what the bar above says already is left out. */
    showAbout(lines) {
        const said = document.getElementById("notice").textContent;
        fill(
            this.about,
            lines.filter((line) => line && !said.includes(line)).map((line, place) =>
                h("span", { class: place === 0 ? "strong" : "muted" }, line)),
        );
    }

    showResults(results) {
        this.results = results;
        say(`${results.length} results`);
        if (results.length === 0) {
            fill(
                this.list,
                h("li", { class: "plain" }, emptyCard("Nothing to rank", "No clip passes the filters.")),
            );
            return;
        }
        fill(this.list, results.map((result, index) => h("li", {}, this.line(result, index))));
        this.choose(
            0,
            { focus: this.main.contains(document.activeElement) || document.activeElement === document.body },
        );
    }

    line(result, index) {
        return h("button", {
            type: "button",
            class: "result",
            "aria-pressed": "false",
            onclick: () => this.choose(index),
        },
            h("span", { class: "rank" }, String(result.rank)),
            result.clip ? h(
                "img",
                { src: server.thumbnail(result.clip), alt: "", loading: "lazy", decoding: "async" },
            ) : h("span", { class: "no-picture" }),
            h("span", { class: "who" },
                h("span", {},
                    h("b", {}, day(result.date)),
                    " ",
                    result.view ?? kindName(result.kind),
                    verdictChip(this.reviews.get(result.study)?.value)),
                h("span", { class: "muted" },
                    result.study_key ?? result.study,
                    result.left_out_reason && " · not used by readings")),
            percentileBar(result.percentile), h("span", { class: "score" }, score(result.score)));
    }

    choose(index, { focus = false } = {}) {
        if (!this.results.length) return;
        this.chosen = Math.max(0, Math.min(index, this.results.length - 1));
        const buttons = [...this.list.querySelectorAll("button.result")];
        buttons.forEach((button, place) =>
            button.setAttribute("aria-pressed", String(place === this.chosen)));
        if (focus) buttons[this.chosen].focus({ preventScroll: true });
        buttons[this.chosen].scrollIntoView({ block: "nearest" });
        this.showClip(this.results[this.chosen]);
    }

    async showClip(result) {
        this.cine?.close();
        this.cine = null;
        const turn = this.turn = (this.turn ?? 0) + 1;
        try {
            const detail = result.clip ? await server.clip(result.clip, this.signal)
                : (await server.study(result.study, this.signal)).clips.find((clip) => clip.usable);
            if (this.signal.aborted || turn !== this.turn) return;
            if (!detail) { fill(this.viewer, emptyCard("No clip to show")); return; }
            this.cine = cineOf(detail, { onState: (cine) => this.transport.showPlaying(cine.isPlaying) });
            this.cine.setRate(this.rate);
            fill(this.viewer, h("header", { class: "heading" }, h("h2", {},
                `${result.rank}. ${clipName(detail)}`), h("span", { class: "muted" }, day(result.date)),
                h("span", { class: "gap" }), result.frame !== null && result.frame !== undefined && h(
                    "button",
                    { type: "button", class: "evidence", onclick: () => this.cine.show(result.frame) },
                    `Frame ${result.frame + 1} fits best`,
                ),
                h(
                    "a",
                    {
                        class: "button",
                        href: address("study", [result.study], { clip: detail.clip, frame: result.frame }),
                    },
                    "Open study ",
                    h("kbd", {}, "o"),
                )),
            this.cine.element,
            h("div", { class: "heading" },
                this.transport.element,
                h("span", { class: "gap" }),
                this.judging = this.by === "ask" ? this.judgeButtons(result) : null));
            await this.cine.play();
        } catch (error) {
            if (!this.signal.aborted) fill(this.viewer, failureCard(asFailure(error)));
        }
    }

    judgeButtons(result) {
        const now = this.reviews.get(result.study)?.value;
        return h("div", {
            class: "judge",
            role: "group",
            "aria-label": `Verdict on ${this.set.title}`,
        }, Object.entries(verdicts).map(([verdict, { key, label }]) =>
            h(
                "button",
                {
                    type: "button",
                    "aria-pressed": String(now === verdict),
                    onclick: () => this.judge(verdict),
                },
                label,
                h("kbd", {}, key),
            )));
    }

    async judge(verdict) {
        const index = this.chosen;
        const result = this.results[index];
        if (!result) return;
        try {
            const review = await server.review(
                { study: result.study, prompt_set: this.set.name, value: verdict },
            );
            this.reviews.set(result.study, review);
            this.list.children[index].replaceChildren(this.line(result, index));
            say(`${result.rank}: ${verdicts[verdict].label}`);
            if (this.chosen === index) this.choose(index + 1, { focus: true });
        } catch (error) {
            fill(this.about, failureCard(asFailure(error)));
        }
    }

    async exportVerdicts() {
        try {
            save(await server.reviewsAs(this.set.name), `verdicts-${this.set.name}.csv`);
        } catch (error) {
            fill(this.about, failureCard(asFailure(error)));
        }
    }

    openStudy() {
        const result = this.results[this.chosen];
        if (result) open(address("study", [result.study], { clip: result.clip, frame: result.frame }));
    }

    searchLike() {
        const clip = this.results[this.chosen]?.clip;
        if (clip) open(address("search", [], { by: "clip", clip }));
    }

    toggle() { if (this.cine?.isPlaying) this.cine.pause(); else this.cine?.play(); }

    step(by) { return this.cine?.step(by); }

    setRate(rate) {
        this.rate = rate;
        this.cine?.setRate(rate);
        this.transport.showRate(rate);
    }
}
