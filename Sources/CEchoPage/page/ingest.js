// Taking in clips: files and folders that are dropped or chosen, and how every one of them ended.
import { h, fill, failureCard, emptyCard, counted } from "./dom.js";
import { server, asFailure } from "./api.js";
import { JobCard } from "./job.js";
import { setKeys } from "./keys.js";
import { filesOf, sending } from "./sending.js";

const jobsShown = 20;
// A browser opens six connections to a host, and an event stream keeps one.
const mostStreams = 2;
// Between two looks at the jobs that are not followed, milliseconds.
const lookPause = 2000;
const columns = ["path", "patient", "study", "date", "view", "accession", "report"];

export async function show(main, _, signal) {
    const view = new IngestView(main, signal);
    view.paint();
    await view.list();
    view.watch();
}

class IngestView {
    constructor(main, signal) {
        Object.assign(this, { main, signal });
        // By their jobs' ids.
        this.jobs = new Map();
        this.cards = h("div", { class: "job-list" });
        this.sending = h("div", { class: "job-list" });
        sending.addEventListener("change", () => this.paintSending(), { signal });
        sending.addEventListener("share", () => { this.bar.value = sending.share; }, { signal });
        sending.addEventListener("accepted", ({ detail: job }) => this.show(job, { isNew: true }), { signal });
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
            if (files.length) sending.add(files);
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
        this.paintSending();
    }

    async list() {
        const waiting = h("p", { class: "waiting" }, "Loading …");
        this.cards.querySelector(":scope > .failure")?.remove();
        this.cards.append(waiting);
        try {
            const { items } = await server.jobs({ limit: jobsShown }, this.signal);
            waiting.remove();
            for (const job of items) this.show(job);
            if (this.jobs.size === 0) this.cards.append(
                emptyCard("No job yet", "What you take in appears here, with how every file ended."),
            );
            this.followRunning();
        } catch (error) {
            if (!this.signal.aborted) waiting.replaceWith(failureCard(asFailure(error), () => this.list()));
        }
    }

    paintSending() {
        fill(this.sending,
            sending.batch && this.batchPanel(sending.batch),
            sending.failed.map((lot) => this.failedCard(lot)));
    }

    batchPanel({ files, manifest }) {
        const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
        this.bar = h("progress", { max: "1", value: sending.share, "aria-label": "Sent" });
        return h("section", { class: "panel job", "aria-label": "Sending" }, h("h2", {},
            `Sending ${counted(files.length, "file")}, ${(bytes / 1e6).toFixed(1)} MB`,
            manifest && h("small", {}, `told by ${manifest.name}`),
            sending.waiting > 0 && h("small", {}, `then ${sending.waiting.toLocaleString("en")} more`)),
        h("div", { class: "body" },
            this.bar,
            h("button", { type: "button", onclick: () => sending.stop() }, "Stop")));
    }

    failedCard(lot) {
        const isSendable = lot.batches.length > 0;
        const card = failureCard(lot.failure, isSendable ? () => sending.retry(lot) : null);
        card.append(h("button", { type: "button", onclick: () => sending.forget(lot) }, "Dismiss"));
        if (isSendable) card.querySelector("h2").after(
            h("p", {}, `${counted(filesOf(lot.batches), "file")} not sent.`),
        );
        return card;
    }

    /** Adds a job's card; that of a new one stands first. */
    show(job, { isNew = false } = {}) {
        if (this.jobs.has(job.id)) return;
        this.cards.querySelector(":scope > .empty")?.remove();
        const card = new JobCard(job, sending.names.get(job.id), this.signal);
        this.jobs.set(job.id, card);
        if (isNew) this.cards.prepend(card.element); else this.cards.append(card.element);
        card.explain();
    }

    /** Looks after the jobs that are not over for as long as the view is open. */
    async watch() {
        while (!this.signal.aborted) {
            // A look that fails is followed by another; where the server is silent, the bar above says so.
            await this.look().catch(() => {});
            await new Promise((done) => { setTimeout(done, lookPause); });
        }
    }

    /** How the jobs stand that no stream tells of; it asks for a key where one is needed. */
    async look() {
        const cards = [...this.jobs.values()].filter((card) => !card.isOver && !card.isFollowed);
        if (cards.length === 0 || document.hidden) return;
        const { items } = await server.jobs({ limit: jobsShown + this.jobs.size }, this.signal);
        const found = new Map(items.map((job) => [job.id, job]));
        for (const card of cards) {
            card.update(found.get(card.job.id) ?? await server.job(card.job.id, this.signal));
        }
        this.followRunning();
    }

    followRunning() {
        const cards = [...this.jobs.values()];
        const free = mostStreams - cards.filter((card) => card.isFollowed).length;
        cards.filter((card) => card.isRunning && !card.isFollowed).slice(0, free)
            .forEach((card) => card.follow());
    }
}
