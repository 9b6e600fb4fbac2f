// A job that takes clips in: its counts while it runs, and how each of its files ended.
import { h, fill, say, failureCard, counted } from "./dom.js";
import { server, asFailure } from "./api.js";
import { address } from "./router.js";

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

/** One job: its counts while it runs, and its files' ends. */
export class JobCard {
    constructor(job, names, signal) {
        Object.assign(this, { job, names, signal });
        // How each file ended, and its row where the table is shown; by its number.
        this.ends = new Map();
        this.rows = new Map();
        this.isPainting = false;
        // The stream that is followed, and the number of the last event that it gave.
        this.events = null;
        this.lastShown = 0;
        this.title = h("span", {});
        const created = new Date(job.created).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
        this.cancel = this.button("Cancel", server.cancelJob);
        this.goOn = this.button("Go on", server.retryJob);
        this.head = h("h2", { tabindex: "-1" }, this.title, h("small", {}, created), h("span", { class: "gap" }),
            this.cancel, this.goOn);
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

    button(label, work) {
        return h("button", { type: "button", class: "small", onclick: () => this.act(work) }, label);
    }

    get isOver() { return ["finished", "failed", "cancelled"].includes(this.job.state); }

    get isRunning() { return this.job.state === "running"; }

    get isFollowed() { return this.events !== null; }

    get done() { return Object.values(this.job.counts).reduce((sum, number) => sum + number, 0); }

    paint() {
        const {
            state,
            counts,
            file_count: found,
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
        this.title.textContent = isCancelling && !this.isOver ? "Cancelling …" : titles[state];
        this.offer(this.cancel, state === "failed" || !this.isOver && !isCancelling);
        // One that waits for something to pass is tried again at longer and longer intervals, or when asked.
        this.offer(this.goOn, state === "failed" || this.isRunning && Boolean(code) && !isCancelling);
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

    /** Shows a button or hides it; from one that is hidden the focus goes to the job's title. */
    offer(button, isShown) {
        if (!isShown && button === document.activeElement) this.head.focus();
        button.hidden = !isShown;
    }

    /** Shows what became of files once the events that come together are taken. */
    paintReasonsSoon() {
        if (this.isPainting) return;
        this.isPainting = true;
        requestAnimationFrame(() => {
            this.isPainting = false;
            this.paintReasons();
        });
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
    }

    paintTable() {
        const ends = [...this.ends.values()].sort((one, two) => one.ordinal - two.ordinal);
        this.rows = new Map(ends.map((file) => [file.ordinal, this.row(file)]));
        fill(this.table, h("table", {}, h("thead", {},
            h("tr", {}, ["File", "State", "Reason", "Study"].map((title) => h("th", { scope: "col" }, title)))
        ),
            h("tbody", {}, [...this.rows.values()])));
    }

    row({ ordinal, end, reason, study }) {
        return h("tr", {}, h("th", { scope: "row" }, this.names?.[ordinal] ?? `File ${ordinal + 1}`),
            h("td", {}, end ?? "waiting"), h("td", { class: "muted" }, reason ?? ""),
            h("td", {}, study && h("a", { href: address("study", [study]) }, "Open study")));
    }

    /** Takes how files ended. Of the table only their rows change, so that the focus in it stays where it is. */
    take(files) {
        const shown = ["end", "code", "reason", "study"];
        const changed = files.filter((file) => {
            const before = this.ends.get(file.ordinal);
            return !before || shown.some((one) => before[one] !== file[one]);
        });
        for (const file of files) this.ends.set(file.ordinal, file);
        if (changed.length > 0) this.paintReasonsSoon();
        if (!this.files.open) {
            this.rows.clear();
            return;
        }
        if (!files.every(({ ordinal }) => this.rows.has(ordinal))) return this.paintTable();
        for (const file of changed) {
            const row = this.row(file);
            this.rows.get(file.ordinal).replaceWith(row);
            this.rows.set(file.ordinal, row);
        }
    }

    async fetchFiles() {
        try {
            const detail = await server.job(this.job.id, this.signal);
            this.job = detail;
            this.paint();
            this.take(detail.files);
        } catch (error) {
            if (this.signal.aborted) return;
            this.rows.clear();
            fill(this.table, failureCard(asFailure(error)));
        }
    }

    /** Fetches the reasons of files that a job, which was over before, did not take. */
    explain() {
        const { counts } = this.job;
        const hasReasons = Object.keys(counts).some((end) => end !== "embedded" && counts[end] > 0);
        if (this.isOver && hasReasons) this.fetchFiles();
    }

    /** Takes how the job stands, where that is news. */
    update(job) {
        if (job.last_event <= this.job.last_event) return;
        this.job = job;
        this.paint();
        if (this.isOver) this.ended();
    }

    ended() {
        this.unfollow();
        this.fetchFiles();
        const { state, counts } = this.job;
        say(`Job ${state}: ${Object.keys(outcomes).map((one) => `${counts[one]} ${one}`).join(", ")}`);
    }

    /** Shows what happens, from after the last event that was shown. */
    follow() {
        const events = this.events = server.jobEvents(this.job.id, this.lastShown);
        // What happened before is shown again, and an end among it was none.
        const known = this.job.last_event;
        const take = (event) => {
            const { kind, state, counts, file, file_count: found } = JSON.parse(event.data);
            this.lastShown = Number(event.lastEventId);
            this.job = {
                ...this.job,
                state,
                counts,
                file_count: found,
                last_event: Math.max(known, this.lastShown),
                is_cancelling: kind === "cancelling" || this.job.is_cancelling,
                // A file's end says that what the job waited for has passed.
                ...(kind === "file" && { code: null, reason: null }),
            };
            this.paint();
            if (file) this.take([file]);
            // Why it waits is not among the events.
            if (kind === "waiting") this.fetchFiles();
            if (this.isOver && this.lastShown >= known) this.ended();
        };
        for (const kind of kinds) events.addEventListener(kind, take);
        // A connection that breaks the browser takes up by itself; one that is refused, as after a restart, it
        // gives up: then the view's next look asks for a key where one is needed, and follows again.
        events.addEventListener("error", () => {
            if (events.readyState === EventSource.CLOSED) this.unfollow();
        });
        this.signal.addEventListener("abort", () => events.close(), { once: true });
    }

    unfollow() {
        this.events?.close();
        this.events = null;
    }

    /** Cancels or retries, and goes on looking. */
    async act(work) {
        try {
            const job = await work(this.job.id);
            // Not from the beginning: the old failure is among the events.
            if (work === server.retryJob) this.lastShown = job.last_event;
            this.update(job);
        } catch (error) {
            fill(this.problem, failureCard(asFailure(error)));
        }
    }
}
