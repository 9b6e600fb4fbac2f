// Where a draft's sentences are from, and what the draft rests on.
import { h, score } from "./dom.js";
import { address } from "./router.js";

const relations = {
    prior: "An earlier report of the same patient", "same-patient": "Another report of the same patient",
    "other-patient": "A report of another patient, found by likeness",
};

/** Whose report a sentence is from, in words: a color alone would be overlooked. */
export function origin({ relation, prior_date: date }) {
    if (relation === "other-patient") return h("span", { class: "chip other" }, "another patient");
    return h("span", { class: "chip" }, date ? `prior of ${date}` : "same patient");
}

/** What stands beside the draft while no sentence is looked at. */
export function noSource() {
    return [
        h("h2", {}, "Source"),
        h("p", { class: "body muted" }, "Move to a sentence to see where it is from."),
    ];
}

/** Whose sentence it is, how it was found, and what became of its numbers. */
export function sourceOf(sentence, section) {
    return [h("h2", {}, "Source"),
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
                h("dt", {}, "Numbers"), h("dd", {}, numbers(sentence)),
                h("dt", {}, "Sentence"), h("dd", { class: "id" }, sentence.caption)))];
}

/** What became of the numbers that a sentence held. */
function numbers({ numbers_replaced: replaced, relation }) {
    if (replaced > 0) return `${replaced} replaced: they were measured elsewhere`;
    return relation === "prior" ? "as in the prior" : "none";
}

export function abstentionOf(section) {
    return [h("h2", {}, "No statement"), h("div", { class: "body" },
        h("p", {}, section.abstention.reason),
        h("p", { class: "muted" },
            "A missing sentence is not a normal finding. The reader writes it, or leaves it out."))];
}

/** What stood where a person wrote: `drafted` is the section's text before. */
export function editOf(section, drafted) {
    return [h("h2", {}, "Edited by a person"), h("div", { class: "body" },
        h("p", { class: "muted" },
            drafted ? "The draft said:" : `The draft said nothing: ${section.abstention?.reason ?? ""}`),
        drafted && h("p", { class: "prose" }, drafted))];
}

/** What the draft rests on, and what it leaves out. */
export function limitsOf(draft) {
    return h("details", { class: "limits" }, h("summary", {}, "Quality and limitations of this draft"),
        h("ul", {},
            h("li", {}, `Clips used: ${draft.clips_used.length}`),
            draft.left_out.map((one) => h("li", {}, `Left out: ${one.clip ?? "a file"}, ${one.reason}`)),
            h("li", {}, views(draft)),
            h("li", {},
                `Model ${draft.context.model}; index snapshot ${draft.context.index_snapshot.slice(0, 16)}`),
            draft.context.model_notice && h("li", {}, draft.context.model_notice)));
}

/** Views that were seen, and those that were expected and not. */
function views({ views_seen: seen, views_missing: missing, views_unnamed: unnamed }) {
    const lacking = missing.join(", ") || (unnamed > 0 ? "not known" : "none");
    return `Views: ${seen.join(", ") || "none named"}; missing: ${lacking}`;
}

/** The sections of which two drafts of a study say not the same: those of the new one, and those it has no more. */
export function changedSections(before, after) {
    // What a reader reads and its sources; ranks and counts move with every report that comes into the archive.
    const said = ({ text, relation, prior_date: date, caption }) => [text, relation, date, caption];
    const shown = ({ id, title, sentences, abstention }) => (
        JSON.stringify([id, title, sentences.map(said), abstention?.code])
    );
    const known = new Set(before.sections.map(shown));
    const ids = new Set(after.sections.map((section) => section.id));
    return [
        ...after.sections.filter((section) => !known.has(shown(section))),
        ...before.sections.filter((section) => !ids.has(section.id)),
    ];
}
