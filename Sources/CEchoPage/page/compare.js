// Two studies side by side: the same view of each, played together.
import { h, fill, icon, say, emptyCard, percentileBar, score } from "./dom.js";
import { server } from "./api.js";
import { address, note } from "./router.js";
import { setKeys } from "./keys.js";
import { nextSpeed, transport } from "./cine.js";
import { changePicture, chosenPicture, cineOf, pictureButton } from "./tile.js";
import { Pairing, syncModes } from "./pairing.js";
import { apart, byView, clipName, day, stateChip, studyName } from "./words.js";

export async function show(main, { parts, query }, signal) {
    const [first, second] = parts;
    const [comparison, one, two] = await Promise.all([
        server.compare(first, second, signal), server.study(first, signal), server.study(second, signal),
    ]);
    if (signal.aborted) return;
    const view = new CompareView(main, comparison, one, two, signal);
    view.paint();
    view.choose(Math.max(0, view.pairs.findIndex((pair) => pair.first === query.get("clip"))));
}

class CompareView {
    constructor(main, comparison, one, two, signal) {
        Object.assign(this, { main, comparison, signal });
        this.studies = [one.study, two.study];
        this.clips = new Map([...one.clips, ...two.clips].map((clip) => [clip.clip, clip]));
        const place = (pair) => this.clips.get(pair.first) ?? { clip: pair.first };
        this.pairs = [...comparison.pairs].sort((a, b) => byView(place(a), place(b)));
        this.rate = 1;
        this.isSwapped = false;
        this.mode = "phase";
        signal.addEventListener("abort", () => this.pairing?.close(), { once: true });
        this.transport = transport({
            toggle: () => this.toggle(), step: (by) => this.step(by), rate: (rate) => this.setRate(rate),
            extra: [
                this.picture = h("span", {}, pictureButton(() => this.repaint())),
                h("label", { class: "inline" }, "Together by", this.modes = h("select", {
                    onchange: (event) => this.setMode(event.target.value),
                },
                    Object.entries(syncModes).map(([value, { label }]) => h("option", { value }, label)))),
                h("span", { class: "inline", role: "group", "aria-label": "Shift the right loop" },
                    h(
                        "button",
                        {
                            type: "button",
                            class: "round",
                            title: "Right loop one frame earlier ([)",
                            "aria-label": "Right loop one frame earlier",
                            onclick: () => this.nudge(-1),
                        },
                        "−",
                    ),
                    this.shift = h("span", { class: "shift" }, "0"),
                    h(
                        "button",
                        {
                            type: "button",
                            class: "round",
                            title: "Right loop one frame later (])",
                            "aria-label": "Right loop one frame later",
                            onclick: () => this.nudge(1),
                        },
                        "+",
                    )),
            ],
        });
        this.keys();
    }

    keys() {
        setKeys("view", "Compare", [
            { keys: [" "], does: "Play or pause both", run: () => this.toggle() },
            { keys: ["ArrowRight"], does: "One frame on", run: () => this.step(1) },
            { keys: ["ArrowLeft"], does: "One frame back", run: () => this.step(-1) },
            { keys: [">"], does: "Faster", run: () => this.setRate(nextSpeed(this.rate, 1)) },
            { keys: ["<"], does: "Slower", run: () => this.setRate(nextSpeed(this.rate, -1)) },
            {
                keys: ["j", "ArrowDown"],
                does: "Next pair",
                run: () => this.choose(this.chosen + 1, { focus: true }),
            },
            {
                keys: ["k", "ArrowUp"],
                does: "Previous pair",
                run: () => this.choose(this.chosen - 1, { focus: true }),
            },
            { keys: ["["], does: "Right loop one frame earlier", run: () => this.nudge(-1) },
            { keys: ["]"], does: "Right loop one frame later", run: () => this.nudge(1) },
            { keys: ["m"], does: "Next way of playing together", run: () => this.setMode(this.nextMode()) },
            { keys: ["w"], does: "Swap left and right", run: () => this.swap() },
            {
                keys: ["b"],
                does: "Whole picture, or the sector alone",
                run: () => changePicture(() => this.repaint()),
            },
        ]);
    }

    nextMode() {
        const names = Object.keys(syncModes);
        return names[(names.indexOf(this.mode) + 1) % names.length];
    }

    paint() {
        const { comparison, studies: [one, two] } = this;
        const isSame = comparison.same_patient;
        const span = apart(one.date, two.date);
        this.list = h("ol", { class: "pairs" }, this.pairs.map((pair, index) => h("li", {}, h("button", {
            type: "button", class: "pair", "aria-pressed": "false", onclick: () => this.choose(index),
        }, h("b", {}, pair.view ?? "Most similar left"), h("span", { class: "score" }, score(pair.cosine)),
        h("span", { class: "muted" }, pair.basis === "view" ? "same view" : "by similarity"),
        h("span", { class: "muted", title: "Against the mean of all pairs" },
            score(pair.delta, { signed: true }))))));
        this.stage = h("div", { class: "stage" });
        this.basis = h("p", { class: "muted basis" });
        fill(this.main, h("div", { class: "compare" },
            h("div", { class: "heading" },
                h("h1", { tabindex: "-1", "data-title": "Compare" },
                    isSame ? one.patient_key ?? "Same patient" : "Compare"),
                isSame === true ? h("span", { class: "chip good" }, "same patient, by identifier")
                    : h("span", { class: "chip other" },
                        isSame === false ? "different patients" : "patient not known for both"),
                this.studies.filter((study) => study.state !== "ready").map((study) =>
                    h("span", { class: "muted" }, `${day(study.date)}: `, stateChip(study.state))),
                span && h("span", { class: "muted" }, `${span} apart`),
                h("span", { class: "muted", title: comparison.reading },
                    `studies' cosine ${score(comparison.cosine)}`),
                h("span", { class: "gap" }),
                h("button", { type: "button", onclick: () => this.swap() },
                    icon("swap"),
                    "Swap ",
                    h("kbd", {}, "w"))),
            h("aside", { class: "rail panel", "aria-label": "Pairs of clips" },
                h("h2", {}, "Pairs", h("small", {}, String(this.pairs.length))),
                this.list,
                this.unpaired()),
            this.pairs.length ? h("div", { class: "middle" }, this.stage, this.transport.element, this.basis)
                : emptyCard(
                    "No clips to pair",
                    "Neither study has a B-mode clip of a view that the other has.",
                ),
            h("section", { class: "panel deltas", "aria-labelledby": "deltas-title" }, this.deltas())));
    }

    unpaired() {
        const { unpaired, left_out: leftOut } = this.comparison;
        if (unpaired.length + leftOut.length === 0) return null;
        const name = (clip) => (this.clips.has(clip) ? clipName(this.clips.get(clip)) : clip);
        return h("details", {}, h("summary", {}, `Without a partner (${unpaired.length + leftOut.length})`),
            h("dl", { class: "reasons" },
                unpaired.map((clip) =>
                    [h("dt", {}, name(clip)), h("dd", {}, "The other study has no clip left for it.")]),
                leftOut.map((one) => [h("dt", {}, name(one.clip)), h("dd", {}, one.reason)])));
    }

    deltas() {
        const { findings, reading } = this.comparison;
        const [one, two] = this.studies;
        return [
            h("h2", { id: "deltas-title" }, "Findings of both", h("small", {}, "largest difference first")),
            h("div", {
                class: "scroll",
                tabindex: "0",
                "aria-labelledby": "deltas-title",
                role: "region",
            }, h("table", {},
                h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Finding"),
                    h("th", { scope: "col" }, day(one.date)), h("th", { scope: "col", class: "number" },
                        "Score"),
                    h("th", { scope: "col" }, day(two.date)), h("th", { scope: "col", class: "number" },
                        "Score"),
                    h("th", { scope: "col", class: "number" }, "Difference"))),
                h("tbody", {}, [...findings].sort((a, b) =>
                    Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0)).map((row) => h("tr", {},
                    h("th", { scope: "row" }, row.title),
                    h("td", {}, percentileBar(row.first_percentile)), h("td", { class: "number" },
                        score(row.first_score)),
                    h("td", {}, percentileBar(row.second_percentile)), h("td", { class: "number" },
                        score(row.second_score)),
                    h("td", { class: "number strong" }, score(row.delta, { signed: true }))))))),
            h("p", { class: "body muted" }, reading),
        ];
    }

    choose(index, { focus = false } = {}) {
        if (!this.pairs.length) return;
        this.chosen = Math.max(0, Math.min(index, this.pairs.length - 1));
        const buttons = [...this.list.querySelectorAll("button.pair")];
        buttons.forEach((button, place) =>
            button.setAttribute("aria-pressed", String(place === this.chosen)));
        if (focus) buttons[this.chosen].focus();
        buttons[this.chosen].scrollIntoView({ block: "nearest" });
        const pair = this.pairs[this.chosen];
        note(address("compare", this.studies.map((study) => study.study), { clip: pair.first }));
        this.showPair(pair);
    }

    showPair(pair) {
        this.pairing?.close();
        const cines = [pair.first, pair.second].map((clip) =>
            cineOf(this.clips.get(clip), { picture: chosenPicture(), onState: () => this.showPlaying() }));
        this.pairing = new Pairing(cines, this.mode, (text) => { this.basis.textContent = text; });
        this.pairing.setRate(this.rate);
        this.sides = cines.map((cine, place) =>
            this.side(place, cine, this.clips.get([pair.first, pair.second][place])));
        this.shift.textContent = "0";
        this.showSides();
        this.pairing.play();
    }

    repaint() {
        fill(this.picture, pictureButton(() => this.repaint()));
        if (this.pairs.length) this.showPair(this.pairs[this.chosen]);
    }

    side(place, cine, clip) {
        const study = this.studies[place];
        const other = this.studies[1 - place];
        const isDated = study.date && other.date && study.date !== other.date;
        const when = isDated && (study.date < other.date ? "earlier" : "later");
        return h("figure", { class: "side-clip" },
            h("figcaption", {}, h("b", {}, day(study.date)), when && h("span", { class: "chip" },
                when), h("span", {}, clipName(clip)),
                h("span", { class: "muted name" }, studyName(study)), h("span", { class: "gap" }),
                h(
                    "a",
                    {
                        class: "button quiet small",
                        href: address("study", [study.study], { clip: clip.clip }),
                    },
                    "Open study",
                )),
            cine.element);
    }

    showSides() { fill(this.stage, this.isSwapped ? [...this.sides].reverse() : this.sides); }

    swap() {
        this.isSwapped = !this.isSwapped;
        this.showSides();
        const isPlaying = this.pairing?.isPlaying;
        if (isPlaying) this.pairing.play();
        say(
            this.isSwapped ? "Swapped: the later study is on the left." : "The earlier study is on the left.",
        );
    }

    toggle() { if (this.pairing?.isPlaying) this.pairing.pause(); else this.pairing?.play(); }

    showPlaying() { this.transport.showPlaying(Boolean(this.pairing?.isPlaying)); }

    step(by) { return this.pairing?.step(by); }

    setRate(rate) {
        this.rate = rate;
        this.pairing?.setRate(rate);
        this.transport.showRate(rate);
        say(`Speed ${rate}`);
    }

    setMode(mode) {
        this.mode = mode;
        this.modes.value = mode;
        this.pairing?.setMode(mode);
        say(`Together by ${syncModes[mode].label}`);
    }

    nudge(by) {
        const shift = this.pairing?.nudge(by) ?? 0;
        this.shift.textContent = `${shift > 0 ? "+" : ""}${shift}`.replace("-", "−");
    }
}
