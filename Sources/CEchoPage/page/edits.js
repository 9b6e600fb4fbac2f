// A person's edits of drafts: they outlive a reload of this tab, and nothing else.
const prefix = "draft ";

/** The edited sections of a study's draft, text by section. */
export function keptEdits(study) {
    try { return new Map(JSON.parse(sessionStorage.getItem(prefix + study)) ?? []); } catch { return new Map(); }
}

export function keepEdits(study, edits) {
    try {
        if (edits.size > 0) sessionStorage.setItem(prefix + study, JSON.stringify([...edits]));
        else sessionStorage.removeItem(prefix + study);
    } catch { /* storage is off */ }
}

/** The studies whose drafts have edits in this tab. */
export function editedStudies() {
    try {
        const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
        return kept.map((key) => key.slice(prefix.length));
    } catch { return []; }
}
