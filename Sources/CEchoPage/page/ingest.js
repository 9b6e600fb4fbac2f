// Taking in clips: files and folders that are dropped or chosen, and how every one of them ended.
import { h, fill, say, failureCard, emptyCard, counted } from "./dom.js";
import { server, asFailure, ingest } from "./api.js";
import { address } from "./router.js";
import { setKeys } from "./keys.js";
import { takeDropped } from "./drop.js";

const outcomes = {
    embedded: { label: "embedded", tone: "good", means: "its vectors are stored" },
    duplicate: { label: "duplicate", tone: "", means: "the same bytes are known" },
    skipped: { label: "skipped", tone: "", means: "it is no clip" },
    quarantined: {
        label: "quarantined",
        tone: "warn",
        means: "it is or may be a clip, and could not be embedded safely",
    },
};
const kinds = ["queued", "started", "file", "cancelling", "waiting", "finished", "cancelled", "failed"];
const mostFiles = 2000;
const jobsShown = 20;
const columns = ["path", "patient", "study", "date", "view", "accession", "report"];
// A manifest's header is within so many bytes.
const headerBytes = 4096;

export async function show(main, _, signal) {
    const view = new IngestView(main, signal);
    view.paint();
    const dropped = takeDropped();
    await view.list();
    if (dropped?.length) await view.send(dropped);
}

class IngestView {
    constructor(main, signal) {
        Object.assign(this, { main, signal });
        this.jobs = new Map();
        this.cards = h("div", { class: "job-list" });
        this.sending = h("div", {});
        setKeys("view", "Ingest", [
            { keys: ["a"], does: "Choose files", run: () => this.files.click() },
            { keys: ["A"], does: "Choose a folder", run: () => this.folder.click() },
        ]);
    }

    paint() {
        const chosen = (event) => {
            const files = [...event.target.files].map((file) => (
                { name: file.webkitRelativePath || file.name, file }
            ));
            event.target.value = "";
            if (files.length) this.send(files);
        };
        this.files = h(
            "input",
            {
                type: "file",
                multiple: true,
                class: "sr",
                tabindex: "-1",
                "aria-label": "Files",
                onchange: chosen,
            },
        );
        this.folder = h(
            "input",
            {
                type: "file",
                webkitdirectory: true,
                class: "sr",
                tabindex: "-1",
                "aria-label": "Folder",
                onchange: chosen,
            },
        );
        fill(this.main, h("div", { class: "ingest" },
            h("div", { class: "heading" }, h("h1", { tabindex: "-1" }, "Ingest")),
            h("section", { class: "dropzone" }, h("h2", {}, "Drop clips or folders anywhere on this page"),
                h("p", {},
                    "DICOM, AVI and MP4. Patient, study and day come from the DICOM tags. AVI and MP4 have none: add a ",
                    "manifest, a CSV file with a line a clip, whose columns are ",
                    columns.flatMap((name, place) => [place > 0 && ", ", h("code", {}, name)]),
                    " (only the first has to be there). A clip that nothing tells of is a study of its own, ",
                    "of no known patient."),
                h("p", {}, h(
                    "button",
                    { type: "button", class: "primary", onclick: () => this.files.click() },
                    "Choose files … ",
                    h("kbd", {}, "a"),
                ), " ",
                    h("button", { type: "button", onclick: () => this.folder.click() },
                        "Choose a folder … ",
                        h("kbd", {}, "Shift+a"))),
                this.files, this.folder),
            this.sending, h("section", { "aria-label": "Jobs" }, this.cards)));
    }

    async list() {
        fill(this.cards, h("p", { class: "waiting" }, "Loading …"));
        try {
            const { items } = await server.jobs({ limit: jobsShown }, this.signal);
            fill(this.cards);
            if (items.length === 0) fill(
                this.cards,
                emptyCard("No job yet", "What you take in appears here, with how every file ended."),
            );
            for (const job of items) this.show(job);
        } catch (error) {
            if (!this.signal.aborted) fill(this.cards, failureCard(asFailure(error), () => this.list()));
        }
    }

    async send(files) {
        const seen = files.filter(({ name }) => !/(^|\/)\./.test(name));
        const { clips, manifests } = await sorted(seen);
        const problem = problemOf(clips, manifests);
        if (problem) {
            fill(this.sending, failureCard(problem));
            return;
        }
        for (let start = 0; start < clips.length; start += mostFiles) {
            const some = { files: clips.slice(start, start + mostFiles), manifest: manifests[0]?.file };
            if (!await this.sendSome(some)) return;
        }
    }

    async sendSome(some) {
        const { files, manifest } = some;
        const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
        const bar = h("progress", { max: "1", value: 0, "aria-label": "Sent" });
        const stop = new AbortController();
        this.signal.addEventListener("abort", () => stop.abort(), { once: true });
        fill(this.sending, h("section", { class: "panel job", "aria-label": "Sending" }, h("h2", {},
            `Sending ${counted(files.length, "file")}, ${(bytes / 1e6).toFixed(1)} MB`,
            manifest && h("small", {}, `told by ${manifest.name}`)),
            h("div", { class: "body" },
                bar,
                h("button", { type: "button", onclick: () => stop.abort() }, "Stop"))));
        try {
            const job = await ingest(some, (share) => { bar.value = share; }, stop.signal);
            fill(this.sending);
            this.cards.querySelector(".empty")?.remove();
            this.show(job, files.map(({ name }) => name));
            say(`Job accepted: ${counted(files.length, "file")}`);
            return true;
        } catch (error) {
            if (!this.signal.aborted) fill(
                this.sending,
                failureCard(asFailure(error), () => this.sendSome(some)),
            );
            return false;
        }
    }

    /** `names` are the files' of a job that was just sent: the server keeps none. */
    show(job, names = null) {
        const card = new JobCard(job, names, this.signal);
        if (names) this.cards.prepend(card.element); else this.cards.append(card.element);
        card.follow();
    }
}

/** What was given, apart: clips, named from the manifest's folder on, and tables that tell of clips. */
async function sorted(files) {
    const clips = [];
    const manifests = [];
    for (const one of files) (await isManifest(one) ? manifests : clips).push(one);
    const folder = manifests[0]?.name.replace(/[^/]*$/, "") ?? "";
    return {
        clips: clips.map(({ name, file }) => (
            { name: name.startsWith(folder) ? name.slice(folder.length) : name, file }
        )),
        manifests,
    };
}

/** A table whose header has a column `path`. */
async function isManifest({ name, file }) {
    if (!/\.csv$/i.test(name)) return false;
    const [header] = (await file.slice(0, headerBytes).text()).split(/[\r\n]/);
    return header.split(",").some((column) => /^\uFEFF?\s*"?\s*path\s*"?\s*$/i.test(column));
}

/** Why files are not sent; null where they are. */
function problemOf(clips, manifests) {
    if (clips.length === 0) return {
        code: "page.nothing",
        reason: manifests.length > 0 ? "There is a manifest, and no clip."
            : "There is no file in what was dropped.",
        remedy: "Drop DICOM, AVI or MP4 files, or a folder of them.",
    };
    if (manifests.length > 1) return {
        code: "page.manifests",
        reason: `There are ${manifests.length} manifests: ${manifests.map(({ name }) => name).join(", ")}.`,
        remedy: "Drop the clips of one manifest at a time.",
    };
    if (manifests.length > 0 && clips.length > mostFiles) return {
        code: "page.tooMany",
        reason: `A manifest goes with at most ${mostFiles.toLocaleString("en")} files, and there are `
            + `${clips.length.toLocaleString("en")}.`,
        remedy: "Drop parts, each with a manifest of its own, or run `echoseek ingest --manifest`.",
    };
    return null;
}

/** One job: its counts while it runs, and its files' ends. */
class JobCard {
    constructor(job, names, signal) {
        Object.assign(this, { job, names, signal });
        this.ends = new Map();
        this.head = h("h2", {});
        this.counts = h("div", { class: "counts" });
        this.bar = h("progress", { "aria-label": "Files done" });
        this.problem = h("div", {});
        this.reasons = h("div", {});
        this.table = h(
            "div",
            { class: "scroll", tabindex: "0", role: "region", "aria-label": "Files of this job" },
        );
        this.files = h("details", { ontoggle: () => { if (this.files.open) this.fetchFiles(); } },
            h("summary", {}, "Files"),
            this.table);
        this.element = h("section", {
            class: "panel job",
            "data-job": job.id,
            "data-state": job.state,
        }, this.head,
            h("div", { class: "body" }, this.bar, this.counts, this.problem, this.reasons, this.files));
        this.paint();
    }

    get isOver() { return ["finished", "failed", "cancelled"].includes(this.job.state); }

    get done() { return Object.values(this.job.counts).reduce((sum, number) => sum + number, 0); }

    paint() {
        const {
            state,
            counts,
            file_count: found,
            created,
            code,
            reason,
            is_cancelling: isCancelling,
        } = this.job;
        const titles = {
            queued: "Waiting",
            running: `Running, ${this.done} of ${found} files`,
            finished: `Finished, ${counted(found, "file")}`,
            failed: "Failed",
            cancelled: "Cancelled",
        };
        this.element.dataset.state = state;
        fill(this.head, isCancelling && !this.isOver ? "Cancelling …" : titles[state],
            h("small", {},
                new Date(created).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })
            ), h("span", { class: "gap" }),
            (state === "failed" || !this.isOver && !isCancelling) && h(
                "button",
                { type: "button", class: "small", onclick: () => this.act(server.cancelJob) },
                "Cancel",
            ),
            state === "failed" && h(
                "button",
                { type: "button", class: "small", onclick: () => this.act(server.retryJob) },
                "Go on",
            ));
        this.bar.hidden = this.isOver;
        this.bar.max = Math.max(1, found);
        this.bar.value = this.done;
        fill(this.counts, Object.entries(outcomes).map(([outcome, { label, tone, means }]) =>
            h(
                "span",
                { class: `chip ${counts[outcome] > 0 ? tone : ""}`, title: means, "data-outcome": outcome },
                h("b", {}, String(counts[outcome])),
                label,
            )),
        counts.cancelled > 0 && h("span", { class: "chip" },
            h("b", {}, String(counts.cancelled)),
            "cancelled"),
        found > this.done && h("span", { class: "chip" }, h("b", {}, String(found - this.done)), "left"));
        const failure = { code, reason, remedy: "Mend it, then let the job go on." };
        fill(this.problem, reason && (state === "failed" ? failureCard(failure) : h("p", { class: "muted" }, reason)));
    }

    paintReasons() {
        const reasons = new Map();
        for (const { end, code, reason } of this.ends.values()) {
            if (!code) continue;
            const found = reasons.get(`${end} ${code}`) ?? { end, code, reason, number: 0 };
            reasons.set(`${end} ${code}`, { ...found, number: found.number + 1 });
        }
        fill(this.reasons, reasons.size > 0 && h("dl", { class: "reasons" }, [...reasons.values()].map((
            { end, code, reason, number },
        ) => [
            h("dt", {}, `${number} ${end} `, h("code", {}, code)), h("dd", {}, reason ?? "")])));
        if (!this.files.open) return;
        const ends = [...this.ends.values()].sort((one, two) => one.ordinal - two.ordinal);
        fill(this.table, h("table", {}, h("thead", {},
            h("tr", {}, ["File", "State", "Reason", "Study"].map((title) => h("th", { scope: "col" }, title)))
        ),
            h("tbody", {}, ends.map(({ ordinal, end, reason, study }) => h("tr", {}, h("th", { scope: "row" },
                this.names?.[ordinal] ?? `File ${ordinal + 1}`),
                h("td", {}, end ?? "waiting"), h("td", { class: "muted" }, reason ?? ""),
                h("td", {}, study && h("a", { href: address("study", [study]) }, "Open study")))))));
    }

    take(files) {
        for (const one of files) this.ends.set(one.ordinal, one);
        this.paintReasons();
    }

    async fetchFiles() {
        try {
            const detail = await server.job(this.job.id, this.signal);
            this.job = detail;
            this.paint();
            this.take(detail.files);
        } catch (error) {
            if (!this.signal.aborted) fill(this.table, failureCard(asFailure(error)));
        }
    }

    /** Shows what happens, from the beginning or from after an event. */
    follow(after = 0) {
        if (this.isOver) {
            if (Object.entries(this.job.counts).some(([end, number]) => end !== "embedded" && number > 0)) this.fetchFiles();
            return;
        }
        const events = server.jobEvents(this.job.id, after);
        // What happened before is shown again, and an end among it was none.
        const known = this.job.last_event;
        const take = (event) => {
            const { kind, state, counts, file, file_count: found } = JSON.parse(event.data);
            this.job = {
                ...this.job,
                state,
                counts,
                file_count: found,
                is_cancelling: kind === "cancelling" || this.job.is_cancelling,
            };
            this.paint();
            if (file) this.take([file]);
            if (!this.isOver || Number(event.lastEventId) < known) return;
            events.close();
            this.fetchFiles();
            say(`Job ${state}: ${Object.keys(outcomes).map((one) => `${counts[one]} ${one}`).join(", ")}`);
        };
        for (const kind of kinds) events.addEventListener(kind, take);
        this.signal.addEventListener("abort", () => events.close(), { once: true });
    }

    /** Cancels or retries, and goes on looking. */
    async act(work) {
        try {
            this.job = await work(this.job.id);
            this.paint();
            // Not from the beginning: the old failure is among the events.
            if (work === server.retryJob) this.follow(this.job.last_event);
        } catch (error) {
            fill(this.problem, failureCard(asFailure(error)));
        }
    }
}
