// A draft: sections with their sentences, where each came from, and a person's edits.
import { h, fill, say, failureCard } from "./dom.js";
import { server, asFailure, save } from "./api.js";
import { address, open } from "./router.js";
import { setKeys } from "./keys.js";
import { keepEdits, keptEdits } from "./edits.js";
import { abstentionOf, changedSections, editOf, limitsOf, noSource, origin, sourceOf } from "./sources.js";
import { day, stateChip, studyName } from "./words.js";

const formats = {
    text: { label: "Text", ending: "txt" }, markdown: { label: "Markdown", ending: "md" },
    json: { label: "JSON", ending: "json" }, fhir: { label: "FHIR (partial)", ending: "fhir.json" },
};

export async function show(main, { parts }, signal) {
    const [detail, draft] = await Promise.all(
        [server.study(parts[0], signal), server.draft(parts[0], {}, signal)],
    );
    if (signal.aborted) return;
    new DraftView(main, detail.study, draft, signal).paint();
}

class DraftView {
    constructor(main, study, draft, signal) {
        Object.assign(this, { main, study, signal });
        this.edits = keptEdits(study.study);
        this.source = h(
            "aside",
            { class: "panel source", "aria-label": "Where a sentence is from", "aria-live": "polite" },
        );
        this.take(draft);
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

    /** Is about another draft from now on; `paint` shows it. */
    take(draft) {
        this.draft = draft;
        this.sections = draft.sections.map((section) => (
            { section, element: h("section", { class: "section", "data-section": section.id }) }
        ));
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
                limitsOf(draft)),
            this.source));
        this.trouble = this.main.querySelector(".banner");
        for (const one of this.sections) this.paintSection(one);
        fill(this.source, noSource());
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
                    ...this.beside(() => editOf(section, this.drafted(section))),
                },
                edit || "(left empty)",
            ),
            edit === undefined && section.abstention && h("p", {
                class: "abstention",
                tabindex: "0",
                ...this.beside(() => abstentionOf(section)),
            },
                "No statement. ", section.abstention.reason),
            edit === undefined && section.sentences.map((sentence) => h("p", {
                class: `sentence ${sentence.relation === "other-patient" ? "other" : "own"}`, tabindex: "0",
                ...this.beside(() => sourceOf(sentence, section)),
            }, origin(sentence), this.marked(sentence.text))));
    }

    /** Listeners that show something beside the draft when it is looked at. */
    beside(parts) {
        const show = () => fill(this.source, parts());
        return { onfocus: show, onmouseenter: show };
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

    /** The section that the reader is in; undefined where that is none. */
    sectionHere() {
        const id = document.activeElement?.closest?.(".section")?.dataset.section;
        return this.sections.find((one) => one.section.id === id);
    }

    editHere() { this.edit(this.sectionHere() ?? this.sections[0]); }

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
        const keep = () => {
            const text = field.value.trim();
            if (text === this.drafted(section)) this.edits.delete(section.id); else this.edits.set(section.id, text);
            keepEdits(this.study.study, this.edits);
        };
        const done = () => {
            if (!element.contains(field)) return;
            keep();
            this.paintSection(one);
            this.summarize();
        };
        field.addEventListener("input", keep);
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

    /** Those of sections that the draft has; the server refuses others. */
    get sentEdits() {
        const has = (id) => this.sections.some((one) => one.section.id === id);
        return [...this.edits].filter(([id]) => has(id)).map(([section, text]) => ({ section, text }));
    }

    /**
     * Does something with the draft and the edits where the server still drafts what is on the screen, or shows why not.
     *
     * The server drafts each text anew, of the archive as it is then: it may by now say another thing. One at a time: a
     * second click does nothing.
     */
    async act(name, work) {
        if (this.isActing) return;
        this.isActing = true;
        this.main.querySelector(".failure")?.remove();
        const { draft: shown, sentEdits: edits } = this;
        try {
            const draft = await server.draft(this.study.study, {});
            const changed = changedSections(shown, draft);
            if (changed.length > 0) this.refuse(name, draft, changed);
            else await work(edits);
        } catch (error) {
            this.complain(failureCard(asFailure(error), () => this.act(name, work)));
        } finally {
            this.isActing = false;
        }
    }

    /** Shows a failure in place of the one before; nothing where the view was left. */
    complain(card) {
        if (this.signal.aborted) return;
        this.main.querySelector(".failure")?.remove();
        this.trouble.after(card);
    }

    /** Shows the draft as it is now, and says that it was not exported or recorded; a text that is open stays so. */
    refuse(name, draft, changed) {
        if (this.signal.aborted) {
            say(`The draft has changed, nothing was ${name}`);
            return;
        }
        const isWriting = this.main.querySelector("textarea") !== null;
        if (!isWriting) {
            this.take(draft);
            this.paint();
            const first = this.sections.find((one) => one.section.id === changed[0].id);
            (first?.element.querySelector("[tabindex='0']") ?? this.main.querySelector("h1")).focus();
        }
        this.complain(failureCard({
            title: "The draft has changed",
            code: "page.draftChanged",
            reason: `Nothing was ${name}. The archive has changed since this draft was opened, and with it: `
                + `${changed.map((section) => section.title).join(", ")}.`,
            remedy: isWriting ? "End your edit and do it once more, to see the draft as it is now."
                : "Read what is new, then do it once more.",
        }));
    }

    /** Has the server keep what a person made of the draft: both texts, who, and when. */
    record() {
        return this.act("recorded", async (edits) => {
            const id = this.study.study;
            const [before, after] = await Promise.all([[], edits].map((some) =>
                server.draftAs(
                    id,
                    { format: "text", export: false, ...(some.length ? { edits: some } : {}) },
                ).then((blob) => blob.text())));
            await server.recordEdit(id, before, after);
            say("Edits recorded");
            // What was written meanwhile is not.
            if (JSON.stringify(edits) !== JSON.stringify(this.sentEdits)) return;
            this.recording.disabled = true;
            this.summary.textContent += " · recorded";
        });
    }

    export(format) {
        return this.act("exported", async (edits) => {
            const blob = await server.draftAs(
                this.study.study,
                { format, export: true, ...(edits.length ? { edits } : {}) },
            );
            save(blob, `DRAFT-${this.study.study}.${formats[format].ending}`);
            say(`${formats[format].label} exported`);
        });
    }
}
