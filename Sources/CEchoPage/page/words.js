// How the page names what the server names by ids: studies, clips, states, days.
import { h } from "./dom.js";

/** The states of a study, and what each means. */
export const studyStates = {
    ready: { label: "Ready", means: "Has clips that readings use." },
    unusable: { label: "No usable clip", means: "No clip of it can be used by readings." },
    conflict: { label: "Check patient", means: "Its files name different patients." },
};

/** Views in the order in which a study is read; others come after them, by name. */
const viewOrder = [
    "PLAX",
    "RV-INFLOW",
    "PSAX-AV",
    "PSAX-MV",
    "PSAX-PM",
    "PSAX-AP",
    "A4C",
    "A5C",
    "A2C",
    "A3C",
    "SUBCOSTAL",
    "SUPRASTERNAL",
];

/** The views that a filter offers. */
export const knownViews = viewOrder;

export function byView(one, two) {
    const place = (clip) => {
        const found = viewOrder.indexOf((clip.view ?? "").toUpperCase());
        return (clip.usable ? 0 : 100) + (found < 0 ? (clip.view ? 50 : 60) : found);
    };
    return place(one) - place(two) || (one.clip < two.clip ? -1 : 1);
}

const kinds = { "b-mode": "B-mode", color: "Color", spectral: "Doppler", still: "Still" };

export function kindName(kind) { return kinds[kind] ?? kind ?? ""; }

/** What a clip is called on the screen. */
export function clipName(clip) {
    return clip.view ? clip.view : `${kindName(clip.kind)}, view not named`;
}

/** A study's own name: accession number, else its key, else its opaque id. */
export function studyName(study) { return study.accession_number ?? study.study_key ?? study.study; }

/** A day, or that there is none. */
export function day(date) { return date ?? "undated"; }

/** Years and months between two days, in words. */
export function apart(from, to) {
    if (!from || !to) return null;
    const months = Math.round(Math.abs(new Date(to) - new Date(from)) / 2_629_800_000);
    if (months === 0) {
        const days = Math.round(Math.abs(new Date(to) - new Date(from)) / 86_400_000);
        return days === 1 ? "1 day" : `${days} days`;
    }
    const [years, rest] = [Math.floor(months / 12), months % 12];
    return [years && `${years} y`, rest && `${rest} mo`].filter(Boolean).join(" ");
}

export function stateChip(state) {
    const tone = { conflict: "chip warn", unusable: "chip bad" }[state] ?? "muted";
    return h("span", { class: tone, title: studyStates[state]?.means }, studyStates[state]?.label ?? state);
}

export const verdicts = {
    confirmed: { key: "1", label: "Confirmed", tone: "good" },
    rejected: { key: "2", label: "Rejected", tone: "bad" },
    unsure: { key: "3", label: "Unsure", tone: "warn" },
};

export function verdictChip(verdict) {
    if (!verdict) return null;
    return h("span", { class: `chip ${verdicts[verdict].tone}` }, verdicts[verdict].label);
}
