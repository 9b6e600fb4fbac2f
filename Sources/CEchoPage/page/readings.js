// What the readings say of one study, as panels beside its clips.
import { h, fill, percentileBar, score } from "./dom.js";
import { verdictChip } from "./words.js";

const evidenceShown = 3;
const meanings = {
    binary: "Mean cosine with the sentences looked for", categorical: "Score of the most severe wording",
};

/** Every prompt set's answer, highest percentile first, with the frames to look at. */
export function findingsPanel(panel, found, names, jump) {
    const evidence = (finding) => finding.evidence.slice(0, evidenceShown).map((frame) =>
        h("button", {
            type: "button", class: "evidence", title: `Show this frame; its own score is ${score(frame.score)}`,
            onclick: () => jump(frame.clip, frame.frame),
        }, `${names[frame.clip] ?? "clip"} · f${frame.frame + 1}`));
    const verdict = (finding) => {
        if (finding.kind === "categorical" && finding.best_category) {
            return h(
                "span",
                { class: "muted", title: `Ahead of the next wording by ${score(finding.margin)}` },
                `nearest wording: ${finding.best_category}`,
            );
        }
        if (finding.above_threshold === null || finding.above_threshold === undefined) return null;
        return h("span", {
            class: "chip",
            title: "The threshold belongs to these weights and sentences alone",
        },
            finding.above_threshold ? "over the threshold" : "under the threshold");
    };
    // What a reader has opened stays open.
    const opened = new Set([...panel.querySelectorAll("details[open]")].map((one) => one.dataset.part));
    const part = (name, ...shown) => h("details", { "data-part": name, open: opened.has(name) }, ...shown);
    fill(panel,
        h("h2", {},
            "Findings",
            h("small", {},
                `against ${found.compared_with.toLocaleString("en")} studies`,
                !found.is_complete && ", still scoring",
            )),
        h("ol", { class: "findings" }, found.findings.map((finding) => h("li", {},
            h("div", { class: "name" }, finding.title, " ", verdictChip(finding.review?.value)),
            h(
                "span",
                {
                    class: "score",
                    title: meanings[finding.kind],
                },
                score(finding.score),
            ),
            h("div", { class: "what" },
                percentileBar(finding.percentile),
                verdict(finding),
                evidence(finding))))),
        found.not_scored.length > 0 && part("not-scored", h("summary", {},
            `Not scored (${found.not_scored.length})`),
            h("dl", { class: "reasons" },
                found.not_scored.map((one) => [h("dt", {}, one.title), h("dd", {}, one.reason)]))),
        part("meaning", h("summary", {}, "What these numbers are"),
            h("p", {}, found.scoring), h("p", {}, `P: ${found.percentile}.`), h("p", {}, found.notice),
            h("p", { class: "id" }, found.stamp.fingerprint)));
    return panel;
}

const formulas = {
    repo: "from sentences", paper: "from sentences, the paper's formula", motion: "from motion",
};

/** Numbers, each with its way of being found, or why there is none. */
export function estimatesPanel(panel, answers, names, jump) {
    const line = ({ title, formula, estimate, failure }) => {
        if (failure) return h("li", {},
            h("div", { class: "name" }, title, h("small", {}, ` ${formulas[formula]}`)),
            h("p", { class: "muted" }, failure.reason));
        const {
            value,
            unit,
            abstention,
            clips,
            per_frame: spread,
            provenance,
            frames,
            left_out: leftOut,
        } = estimate;
        return h("li", {},
            h("div", { class: "estimate" },
                h("span", { class: "name" }, title, h("small", {}, ` ${formulas[formula]}`)),
                abstention || value === null ? h("span", { class: "chip warn" }, "abstains")
                    : h("b", { class: "value" }, `${value.toFixed(0)} ${unit}`)),
            abstention && h("p", { class: "muted" }, abstention.reason),
            h("details", {}, h("summary", {},
                `From ${clips.length} clip${clips.length === 1 ? "" : "s"}, ${frames} frames`),
                clips.map((clip) =>
                    h("p", {},
                        h("button", { type: "button", class: "link", onclick: () => jump(clip.clip) },
                            names[clip.clip] ?? clip.clip),
                        ` ${clip.value.toFixed(1)} ${unit}`)),
                spread && h("p", {},
                    `Single frames: ${spread.minimum.toFixed(0)} to ${spread.maximum.toFixed(0)}, `,
                    `median ${spread.median.toFixed(0)} ${unit}`,
                ),
                provenance && h("p", {}, provenance), h("p", {}, estimate.rule),
                leftOut.length > 0 && h("p", {},
                    "Left out: ",
                    leftOut.map((one) => `${names[one.clip] ?? one.clip} (${one.reason})`).join("; "),
                )));
    };
    fill(panel, h("h2", {}, "Estimates"), h("ul", { class: "findings estimates" }, answers.map(line)));
    return panel;
}

/** What the readings left out, and why. */
export function leftOutPanel(leftOut, names) {
    if (leftOut.length === 0) return null;
    const reasons = new Map();
    for (const { clip, reason } of leftOut) {
        reasons.set(reason, [...(reasons.get(reason) ?? []), names[clip] ?? clip]);
    }
    return h("section", { class: "panel" }, h("h2", {},
        "Not used by the readings",
        h("small", {}, String(leftOut.length))),
        h("dl", { class: "reasons body" }, [...reasons].map(([reason, clips]) => [
            h("dt", {}, clips.join(", ")), h("dd", {}, reason ?? "")])));
}

/** The study's stored report. */
export function reportPanel(report) {
    return h("section", { class: "panel" }, report
        ? h("details", { class: "report" },
            h("summary", {}, "Stored report"),
            h("p", { class: "prose" }, report))
        : h("p", { class: "body muted" }, "No report is stored with this study."));
}
