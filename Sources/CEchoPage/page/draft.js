// A draft: sections with their sentences, where each came from, and a person's edits.
import { h, fill, say, failureCard, score } from "./dom.js";
import { server, asFailure, save } from "./api.js";
import { address, open } from "./router.js";
import { setKeys } from "./keys.js";
import { keepEdits, keptEdits } from "./edits.js";
import { day, stateChip, studyName } from "./words.js";

const formats = {
    text: { label: "Text", ending: "txt" }, markdown: { label: "Markdown", ending: "md" },
    json: { label: "JSON", ending: "json" }, fhir: { label: "FHIR (partial)", ending: "fhir.json" },
};
const relations = {
    prior: "An earlier report of the same patient", "same-patient": "Another report of the same patient",
    "other-patient": "A report of another patient, found by likeness",
};

/** Whose report a sentence is from, in words: a color alone would be overlooked. */
function origin({ relation, prior_date: date }) {
    if (relation === "other-patient") return h("span", { class: "chip other" }, "another patient");
    return h("span", { class: "chip" }, date ? `prior of ${date}` : "same patient");
}

export async function show(main, { parts }, signal) {
    const [detail, draft] = await Promise.all(
        [server.study(parts[0], signal), server.draft(parts[0], {}, signal)],
    );
    if (signal.aborted) return;
    new DraftView(main, detail.study, draft, signal).paint();
}

class DraftView {
    constructor(main, study, draft, signal) {
        Object.assign(this, { main, study, draft, signal });
        this.edits = keptEdits(study.study);
        this.source = h(
            "aside",
            { class: "panel source", "aria-label": "Where a sentence is from", "aria-live": "polite" },
        );
        this.sections = draft.sections.map((section) => (
            { section, element: h("section", { class: "section", "data-section": section.id }) }
        ));
        setKeys("view", "Draft", [
            { keys: ["j", "ArrowDown"], does: "Next sentence", run: () => this.move(1) },
            { keys: ["k", "ArrowUp"], does: "Previous sentence", run: () => this.move(-1) },
            { keys: ["e"], does: "Edit the section; Esc ends it", run: () => this.editHere() },
            { keys: ["r"], does: "Restore the drafted section", run: () => this.restore(this.sectionHere()) },
            {
                keys: ["o"],
                does: "Open the source's study",
                run: () => this.source.querySelector("a")?.click(),
            },
            { keys: ["x"], does: "To the exports", run: () => main.querySelector(".exports button").focus() },
            { keys: ["u"], does: "Back to the study", run: () => open(address("study", [study.study])) },
        ]);
    }

    paint() {
        const { draft, study } = this;
        this.summary = h("p", { class: "muted" });
        fill(this.main, h("div", { class: "draft" },
            h("div", { class: "banner", role: "note" },
                h("b", {}, draft.banner),
                h("span", {}, `status: ${draft.status}`)),
            h("div", { class: "heading" }, h("h1", { tabindex: "-1", "data-title": "Draft" },
                `Draft, ${study.patient_key ?? "patient not named"}`),
                h("a", { href: address("study", [study.study]) },
                    day(study.date)), h("span", { class: "muted" }, studyName(study)),
                study.state !== "ready" && stateChip(study.state),
                h("span", { class: "gap" }),
                this.recording = h(
                    "button",
                    {
                        type: "button",
                        hidden: true,
                        title: "The draft, your text, who and when are kept on the server",
                        onclick: () => this.record(),
                    },
                    "Record edits",
                ),
                h("div", {
                    class: "exports",
                    role: "group",
                    "aria-label": "Export",
                }, h("span", { class: "muted" }, "Export"),
                    Object.entries(formats).map(([format, { label }]) =>
                        h("button", { type: "button", onclick: () => this.export(format) }, label)))),
            h("div", { class: "sheet", "aria-label": "Sections" },
                this.summary,
                this.sections.map((one) => one.element),
                this.limits()),
            this.source));
        this.trouble = this.main.querySelector(".banner");
        for (const one of this.sections) this.paintSection(one);
        this.showSource(null);
        this.summarize();
    }

    summarize() {
        const empty = this.draft.sections.filter((one) => one.abstention && !this.edits.has(one.id)).length;
        this.summary.textContent = [
            `${this.draft.sections.length} sections`,
            empty > 0 && `${empty} without a statement: a missing sentence is not a normal finding`,
            this.edits.size > 0 && `${this.edits.size} edited by you, in this tab only until recorded or exported`,
        ].filter(Boolean).join(" · ");
        this.recording.hidden = this.edits.size === 0;
        this.recording.disabled = false;
    }

    paintSection(one) {
        const { section, element } = one;
        const edit = this.edits.get(section.id);
        element.classList.toggle("abstains", Boolean(section.abstention) && edit === undefined);
        fill(element,
            h("header", {}, h("h2", {}, section.title), edit !== undefined && h(
                "span",
                { class: "chip other" },
                "edited by a person",
            ),
                h("span", { class: "gap" }),
                edit !== undefined && h(
                    "button",
                    { type: "button", class: "quiet small", onclick: () => this.restore(one) },
                    "Restore",
                ),
                h("button", { type: "button", class: "quiet small", onclick: () => this.edit(one) },
                    section.abstention && edit === undefined ? "Write" : "Edit")),
            edit !== undefined && h(
                "p",
                {
                    class: "prose edited",
                    tabindex: "0",
                    onfocus: () => this.showEdit(section),
                    onmouseenter: () => this.showEdit(section),
                },
                edit || "(left empty)",
            ),
            edit === undefined && section.abstention && h("p", {
                class: "abstention",
                tabindex: "0",
                onfocus: () => this.showAbstention(section),
                onmouseenter: () => this.showAbstention(section),
            },
                "No statement. ", section.abstention.reason),
            edit === undefined && section.sentences.map((sentence) => h("p", {
                class: `sentence ${sentence.relation === "other-patient" ? "other" : "own"}`, tabindex: "0",
                onfocus: () => this.showSource(sentence, section),
                onmouseenter: () => this.showSource(sentence, section),
            }, origin(sentence), this.marked(sentence.text))));
    }

    /** Numbers that were replaced stand out. */
    marked(text) {
        return text.split(/(\[[^\]]*not measured here\])/).map((part, place) => (
            place % 2 ? h("mark", {}, part) : part
        ));
    }

    here() { return [...this.main.querySelectorAll(".sheet [tabindex='0']")]; }

    move(by) {
        const places = this.here();
        const now = places.indexOf(document.activeElement);
        places[Math.max(0, Math.min(places.length - 1, now + by))]?.focus();
    }

    sectionHere() {
        const id = document.activeElement?.closest?.(".section")?.dataset.section;
        return this.sections.find((one) => one.section.id === id) ?? this.sections[0];
    }

    editHere() { this.edit(this.sectionHere()); }

    drafted(section) {
        return section.sentences.map((sentence) => (
            sentence.prior_date ? `[prior of ${sentence.prior_date}] ` : ""
        ) + sentence.text).join("\n");
    }

    edit(one) {
        const { section, element } = one;
        const field = h(
            "textarea",
            {
                rows: "4",
                maxlength: "20000",
                "aria-label": `${section.title}, your text`,
                value: this.edits.get(section.id) ?? this.drafted(section),
            },
        );
        const done = () => {
            if (!element.contains(field)) return;
            const text = field.value.trim();
            if (text === this.drafted(section)) this.edits.delete(section.id); else this.edits.set(section.id, text);
            keepEdits(this.study.study, this.edits);
            this.paintSection(one);
            this.summarize();
        };
        field.addEventListener("blur", done);
        field.addEventListener("keydown", (event) => {
            if (event.key !== "Escape" && !(event.key === "Enter" && event.ctrlKey)) return;
            event.preventDefault();
            done();
            element.querySelector("[tabindex='0']")?.focus();
        });
        fill(
            element,
            h("header", {},
                h("h2", {}, section.title),
                h("span", { class: "gap" }),
                h("span", { class: "muted" }, h("kbd", {}, "Esc"), " ends")),
            field,
        );
        field.focus();
    }

    restore(one) {
        if (!one || !this.edits.delete(one.section.id)) return;
        keepEdits(this.study.study, this.edits);
        this.paintSection(one);
        this.summarize();
        one.element.querySelector("[tabindex='0']")?.focus();
        say(`${one.section.title}: as drafted`);
    }

    showSource(sentence, section) {
        if (!sentence) {
            fill(
                this.source,
                h("h2", {}, "Source"),
                h("p", { class: "body muted" }, "Move to a sentence to see where it is from."),
            );
            return;
        }
        fill(this.source, h("h2", {}, "Source"),
            h("div", { class: "body" },
                h("p", {},
                    h("span", { class: `chip ${sentence.relation === "other-patient" ? "other" : "good"}` },
                        relations[sentence.relation])),
                h("dl", { class: "facts" },
                    h("dt", {}, "Study"), h("dd", {},
                        h("a", { href: address("study", [sentence.source_study]) },
                            sentence.prior_date ?? sentence.source_study)),
                    h("dt", {}, "Found by"), h("dd", {},
                        sentence.match_basis === "patient-id" ? "patient identifier" : "embedding"),
                    h("dt", {}, "Score"), h("dd", {}, score(sentence.score)),
                    h("dt", {}, "Rank"), h("dd", {},
                        `${sentence.rank} of ${section.candidates.toLocaleString("en")}`),
                    section.margin !== null && section.margin !== undefined && [
                        h("dt", {}, "Over the median"),
                        h("dd", {}, score(section.margin, { signed: true })),
                    ],
                    section.withheld > 0 && [
                        h("dt", {}, "Nearer, withheld"),
                        h("dd", {}, `${section.withheld}, as they speak of their own patient`),
                    ],
                    h("dt", {}, "Numbers"), h("dd", {},
                        this.numbers(sentence)
                    ),
                    h("dt", {}, "Sentence"), h("dd", { class: "id" }, sentence.caption))));
    }

    /** What became of the numbers that a sentence held. */
    numbers({ numbers_replaced: replaced, relation }) {
        if (replaced > 0) return `${replaced} replaced: they were measured elsewhere`;
        return relation === "prior" ? "as in the prior" : "none";
    }

    /** Views that were seen, and those that were expected and not. */
    views({ views_seen: seen, views_missing: missing, views_unnamed: unnamed }) {
        const lacking = missing.join(", ") || (unnamed > 0 ? "not known" : "none");
        return `Views: ${seen.join(", ") || "none named"}; missing: ${lacking}`;
    }

    showAbstention(section) {
        fill(this.source, h("h2", {}, "No statement"), h("div", { class: "body" }, h("p", {},
            section.abstention.reason),
            h("p", { class: "muted" },
                "A missing sentence is not a normal finding. The reader writes it, or leaves it out.")));
    }

    showEdit(section) {
        const drafted = this.drafted(section);
        fill(this.source, h("h2", {}, "Edited by a person"), h("div", { class: "body" },
            h("p", { class: "muted" },
                drafted ? "The draft said:" : `The draft said nothing: ${section.abstention?.reason ?? ""}`
            ), drafted && h("p", { class: "prose" }, drafted)));
    }

    limits() {
        const { draft } = this;
        return h("details", { class: "limits" }, h("summary", {}, "Quality and limitations of this draft"),
            h("ul", {},
                h("li", {}, `Clips used: ${draft.clips_used.length}`),
                draft.left_out.map((one) => h("li", {}, `Left out: ${one.clip}, ${one.reason}`)),
                h("li", {},
                    this.views(draft)
                ),
                h("li", {},
                    `Model ${draft.context.model}; index snapshot ${draft.context.index_snapshot.slice(0, 16)}`
                ),
                draft.context.model_notice && h("li", {}, draft.context.model_notice)));
    }

    get sentEdits() { return [...this.edits].map(([section, text]) => ({ section, text })); }

    /** Has the server keep what a person made of the draft: both texts, who, and when. */
    async record() {
        this.main.querySelector(".failure")?.remove();
        try {
            const id = this.study.study;
            const [before, after] = await Promise.all([[], this.sentEdits].map((edits) =>
                server.draftAs(
                    id,
                    { format: "text", export: false, ...(edits.length ? { edits } : {}) },
                ).then((blob) => blob.text())));
            await server.recordEdit(id, before, after);
            this.recording.disabled = true;
            this.summary.textContent += " · recorded";
            say("Edits recorded");
        } catch (error) {
            this.trouble.after(failureCard(asFailure(error), () => this.record()));
        }
    }

    async export(format) {
        this.main.querySelector(".failure")?.remove();
        try {
            const edits = this.sentEdits;
            const blob = await server.draftAs(
                this.study.study,
                { format, export: true, ...(edits.length ? { edits } : {}) },
            );
            save(blob, `DRAFT-${this.study.study}.${formats[format].ending}`);
            say(`${formats[format].label} exported`);
        } catch (error) {
            this.trouble.after(failureCard(asFailure(error), () => this.export(format)));
        }
    }
}
