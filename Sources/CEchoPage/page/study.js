// One study: its clips playing, what the readings say of it, and the patient's other studies.
import { h, fill, say, emptyCard, failureCard, score } from "./dom.js";
import { server, asFailure } from "./api.js";
import { address, note, open } from "./router.js";
import { setKeys } from "./keys.js";
import { Visible, nextSpeed, transport } from "./cine.js";
import { changePicture, chosenPicture, cineOf, pictureButton, showLikelyView, tile } from "./tile.js";
import { findingsPanel, estimatesPanel, leftOutPanel, reportPanel } from "./readings.js";
import { apart, byView, clipName, day, stateChip, studyName } from "./words.js";

const similarLimit = 8;
// While other studies are still being scored; each look is a line of the audit trail.
const findingsPause = 30_000;

export async function show(main, { parts, query }, signal) {
    const detail = await server.study(parts[0], signal);
    if (signal.aborted) return;
    const study = new StudyView(main, detail, signal);
    study.paint();
    study.start(query.get("clip"), query.get("frame"));
}

class StudyView {
    constructor(main, { study, clips, report }, signal) {
        Object.assign(this, { main, study, report, signal });
        this.clips = [...clips].sort(byView);
        this.rate = 1;
        this.views = [];
        this.chosen = 0;
        signal.addEventListener("abort", () => this.visible.close(), { once: true });
        this.makeTiles();
        this.transport = transport({
            toggle: () => this.toggle(), step: (by) => this.step(by), rate: (rate) => this.setRate(rate),
            extra: [this.picture = h("span", {}, pictureButton(() => this.repaintTiles()))],
        });
        this.keys();
    }

    makeTiles() {
        this.visible = new Visible();
        this.tiles = this.clips.map((clip, index) => {
            const cine = cineOf(clip, { picture: chosenPicture() });
            this.visible.add(cine);
            return {
                clip, cine, element: tile(clip, cine, {
                    onChoose: () => this.choose(index), onEnlarge: () => {
                        this.choose(index);
                        this.enlarge();
                    },
                }),
            };
        });
    }

    /** The same clips, in the other pictures. */
    repaintTiles() {
        const isPlaying = this.visible.isPlaying;
        this.visible.close();
        this.makeTiles();
        this.visible.setRate(this.rate);
        fill(this.grid, this.tiles.map((one) => one.element));
        this.showViews();
        fill(this.picture, pictureButton(() => this.repaintTiles()));
        this.choose(this.chosen);
        if (isPlaying) this.visible.play();
        say(chosenPicture() === "whole" ? "Whole pictures" : "The sector alone");
    }

    paint() {
        const { study } = this;
        this.grid = h("div", { class: "grid", role: "group", "aria-label": "Clips" },
            this.tiles.map((one) => one.element));
        this.priors = h("section", { class: "panel", "aria-labelledby": "priors-title" },
            h("h2", { id: "priors-title" }, "Same patient"), h("p", { class: "waiting" }, "Loading …"));
        this.findings = h("section", { class: "panel" },
            h("h2", {}, "Findings"),
            h("p", { class: "waiting" }, "Scoring …"));
        this.estimates = h("section", { class: "panel" },
            h("h2", {}, "Estimates"),
            h("p", { class: "waiting" }, "Loading …"));
        this.compare = h("a", { class: "button", hidden: true });
        fill(this.main, h("div", { class: "study" },
            h("div", { class: "heading" },
                h("h1", { tabindex: "-1", "data-title": "Study" }, study.patient_key ?? "Patient not named"),
                h("span", {}, day(study.date)), h("span", { class: "muted" }, studyName(study)),
                study.site && h("span", { class: "muted site", title: study.site }, study.site),
                study.state !== "ready" && stateChip(study.state),
                h("span", { class: "gap" }), this.transport.element, this.compare,
                h("a", { class: "button primary", href: address("draft", [study.study]) },
                    "Draft ",
                    h("kbd", {}, "d"))),
            h("aside", { class: "rail", "aria-label": "Other studies" }, this.priors),
            this.tiles.length ? this.grid : emptyCard("This study has no clips"),
            h("aside", { class: "side", "aria-label": "Readings" }, this.findings, this.estimates,
                leftOutPanel(
                    this.clips.filter((clip) => !clip.usable).map((clip) => (
                        { clip: clip.clip, reason: clip.left_out_reason }
                    )),
                    this.names(),
                ),
                reportPanel(this.report))));
    }

    names() { return Object.fromEntries(this.clips.map((clip) => [clip.clip, clipName(clip)])); }

    start(clip, frame) {
        this.choose(0, { quiet: true });
        this.visible.play();
        this.transport.showPlaying(true);
        if (clip) this.jump(clip, frame === null ? null : Number(frame));
        this.load(this.priors, () => this.loadPriors());
        this.load(this.findings, () => this.loadFindings());
        this.load(this.estimates, () => this.loadEstimates());
    }

    async load(panel, work) {
        try {
            await work();
        } catch (error) {
            if (!this.signal.aborted) fill(
                panel,
                panel.querySelector("h2"),
                failureCard(asFailure(error), () => this.load(panel, work)),
            );
        }
    }

    keys() {
        setKeys("view", "Study", [
            { keys: [" "], does: "Play or pause all", run: () => this.toggle() },
            { keys: ["ArrowRight"], does: "One frame on", run: () => this.step(1) },
            { keys: ["ArrowLeft"], does: "One frame back", run: () => this.step(-1) },
            { keys: [">"], does: "Faster", run: () => this.setRate(nextSpeed(this.rate, 1)) },
            { keys: ["<"], does: "Slower", run: () => this.setRate(nextSpeed(this.rate, -1)) },
            { keys: ["j", "ArrowDown"], does: "Next clip", run: () => this.focus(this.chosen + 1) },
            { keys: ["k", "ArrowUp"], does: "Previous clip", run: () => this.focus(this.chosen - 1) },
            { keys: ["Enter"], does: "Clip large or small", run: () => this.enlarge() },
            { keys: ["Escape"], does: "All clips", run: () => this.enlarge(false) },
            {
                keys: ["c"],
                does: "Compare with the latest prior",
                run: () => { if (!this.compare.hidden) open(this.compare.getAttribute("href")); },
            },
            { keys: ["d"], does: "Draft", run: () => open(address("draft", [this.study.study])) },
            { keys: ["s"], does: "Search clips like this one", run: () => this.searchLike() },
            {
                keys: ["b"],
                does: "Whole picture, or the sector alone",
                run: () => changePicture(() => this.repaintTiles()),
            },
            {
                keys: ["f"],
                does: "To the findings",
                run: () => this.findings.querySelector("button, a")?.focus(),
            },
            { keys: ["p"], does: "To the other studies", run: () => this.priors.querySelector("a")?.focus() },
        ]);
    }

    searchLike() {
        const clip = this.clips[this.chosen];
        if (clip) open(address("search", [], { by: "clip", clip: clip.clip }));
    }

    choose(index, { quiet = false } = {}) {
        if (!this.tiles.length) return;
        this.chosen = Math.max(0, Math.min(index, this.tiles.length - 1));
        this.tiles.forEach((one, place) => {
            one.element.classList.toggle("chosen", place === this.chosen);
            one.element.tabIndex = place === this.chosen ? 0 : -1;
        });
        const { clip } = this.tiles[this.chosen];
        if (!quiet) note(address("study", [this.study.study], { clip: clip.clip }));
    }

    focus(index) {
        this.choose(index);
        const { element } = this.tiles[this.chosen] ?? {};
        element?.focus({ preventScroll: true });
        element?.scrollIntoView({ block: "nearest" });
    }

    enlarge(large = !this.grid.classList.contains("single")) {
        this.grid.classList.toggle("single", large);
        this.grid.querySelectorAll("header > button").forEach((button) => {
            button.textContent = large ? "All" : "Large";
        });
        this.tiles[this.chosen]?.element.scrollIntoView({ block: "nearest" });
    }

    toggle() {
        const isPlaying = this.visible.all().some((cine) => cine.isPlaying);
        if (isPlaying) this.visible.pause(); else this.visible.play();
        this.transport.showPlaying(!isPlaying);
    }

    async step(by) {
        this.visible.pause();
        this.transport.showPlaying(false);
        await this.tiles[this.chosen]?.cine.step(by);
    }

    setRate(rate) {
        this.rate = rate;
        this.visible.setRate(rate);
        this.transport.showRate(rate);
        say(`Speed ${rate}`);
    }

    /** Shows a clip, and of it one frame. */
    async jump(clip, frame) {
        const index = this.clips.findIndex((one) => one.clip === clip);
        if (index < 0) return;
        this.focus(index);
        if (frame === null) return;
        this.visible.pause();
        this.transport.showPlaying(false);
        await this.tiles[index].cine.show(frame);
        note(address("study", [this.study.study], { clip, frame: String(frame) }));
        say(`${clipName(this.clips[index])}, frame ${frame + 1}`);
    }

    async loadPriors() {
        const found = await server.priors(this.study.study, similarLimit, this.signal);
        const line = (prior, tone) => {
            const label = found.studies[prior.study] ?? {};
            const span = apart(prior.date, this.study.date);
            return h("li", { class: tone }, h("a", {
                href: address("study", [prior.study]),
            }, h("b", {}, day(prior.date)),
                h("span", { class: "muted" },
                    tone === "own" && span ? `${span} ${prior.timing}` : label.study_key ?? "")),
            h("span", { class: "score", title: "Cosine of the two studies' vectors" },
                score(prior.similarity)),
            h(
                "a",
                {
                    class: "button quiet small",
                    href: this.comparison(prior),
                    "aria-label": `Compare with ${day(prior.date)}`,
                },
                "Compare",
            ));
        };
        fill(this.priors, h("h2", { id: "priors-title" }, "Same patient"),
            found.limitation && h("p", { class: "body muted" }, found.limitation),
            found.priors.length ? h("ol", { class: "priors" },
                found.priors.map((prior) => line(prior, "own")))
                : !found.limitation && h("p", { class: "body muted" },
                    "No other study of this patient is in the archive."),
            found.similar?.length > 0 && h("section", { class: "others", "aria-labelledby": "others-title" },
                h("h2", { id: "others-title" }, "Other patients, similar pictures"),
                h("p", { class: "body" },
                    h("span", { class: "chip other" }, "embedding match"),
                    " ",
                    found.similar_notice),
                h("ol", { class: "priors" }, found.similar.map((prior) => line(prior, "other")))));
        const prior = found.priors.find((one) => one.timing === "earlier") ?? found.priors[0];
        if (prior) {
            this.compare.hidden = false;
            this.compare.href = this.comparison(prior);
            fill(this.compare, `Compare ${day(prior.date)} `, h("kbd", {}, "c"));
        }
    }

    /** The earlier study is the first. */
    comparison(prior) {
        const pair = prior.timing === "later" ? [
            this.study.study,
            prior.study,
        ] : [prior.study, this.study.study];
        return address("compare", pair);
    }

    async loadFindings({ isAgain = false } = {}) {
        const found = await server.findings(this.study.study, this.signal);
        this.views = found.views;
        this.showViews();
        const isKept = isAgain && this.areFindingsInUse;
        if (!isKept) findingsPanel(this.findings, found, this.names(), (clip, frame) => this.jump(clip, frame));
        if (isKept || !found.is_complete) this.lookAgain();
    }

    /** Whether a reader is in the panel; nothing is changed under their hands. */
    get areFindingsInUse() { return this.findings.contains(document.activeElement); }

    /** Asks once more, later; what fails then leaves the panel as it is. */
    lookAgain() {
        setTimeout(() => {
            if (this.signal.aborted) return;
            if (document.hidden || this.areFindingsInUse) this.lookAgain();
            else this.loadFindings({ isAgain: true }).catch(() => this.lookAgain());
        }, findingsPause);
    }

    /** What the readings take each clip for, where nobody named its view. */
    showViews() {
        for (const { clip, element } of this.tiles) {
            const found = this.views.find((one) => one.clip === clip.clip);
            if (found) showLikelyView(element, found);
        }
    }

    async loadEstimates() {
        const prompts = await server.prompts(this.signal);
        const regressions = prompts.items.filter((one) =>
            one.set?.kind === "regression").map((one) => one.name);
        const asked = [
            ...regressions.map((quantity) => ({ quantity, formula: "repo" })),
            { quantity: "ef", formula: "motion" },
        ];
        const answers = await Promise.all(asked.map(async ({ quantity, formula }) => {
            try {
                const found = await server.estimate(
                    { quantity, formula, studies: [this.study.study] },
                    this.signal,
                );
                const title = prompts.items.find((one) => one.name === quantity)?.set?.title ?? quantity;
                return {
                    quantity,
                    formula,
                    title,
                    estimate: found.items[0],
                    failure: found.errors[0]?.error,
                };
            } catch (error) {
                return { quantity, formula, title: quantity, failure: asFailure(error) };
            }
        }));
        if (!this.signal.aborted) estimatesPanel(this.estimates, answers, this.names(), (clip) =>
            this.jump(clip, null));
    }
}
