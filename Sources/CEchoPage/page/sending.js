// Files that are given to be taken in, sent one batch after another.
import { counted, say } from "./dom.js";
import { asFailure, ingest, server } from "./api.js";
import { cut, lotOf } from "./batches.js";

/**
 * What is being sent, and what waits for its turn.
 *
 * It stands apart from the view, so that leaving the view stops nothing. Its events are `change`, `share` as a
 * batch goes out, and `accepted`, whose detail is the job.
 */
class Sending extends EventTarget {
    /** What was given at once, each: its `batches` that are not sent, and the `failure` of the first of them. */
    lots = [];
    /** The batch under way, or null. */
    batch = null;
    /** How much of it is sent, 0…1. */
    share = 0;
    /** The files' names of each job that was sent from here: the server keeps none. */
    names = new Map();

    /** What could not be sent. */
    get failed() { return this.lots.filter((lot) => lot.failure); }

    /** How many files wait for the batch under way. */
    get waiting() {
        const batches = this.lots.filter((lot) => !lot.failure).flatMap((lot) => lot.batches);
        return filesOf(batches.filter((batch) => batch !== this.batch));
    }

    /** Takes files; they are sent when their turn comes. */
    async add(files) {
        const lot = await lotOf(files).catch((error) => ({ batches: [], failure: asFailure(error) }));
        // What cannot be sent at all gives way to what is given next.
        this.lots = [...this.lots.filter((one) => one.batches.length > 0), lot];
        await this.run();
    }

    /** Goes on with what could not be sent, at the batch where it stopped. */
    retry(lot) {
        lot.failure = null;
        return this.run();
    }

    forget(lot) {
        this.lots = this.lots.filter((one) => one !== lot);
        this.tell("change");
    }

    stop() { this.stopping?.abort(); }

    /** Gives up what is sent and what waits, and is done when nothing is under way. */
    async clear() {
        this.lots = [];
        this.stop();
        while (this.batch) await new Promise((done) => { this.addEventListener("change", done, { once: true }); });
    }

    async run() {
        this.tell("change");
        if (this.batch) return;
        addEventListener("beforeunload", warn);
        for (let lot = this.next; lot; lot = this.next) await this.send(lot);
        removeEventListener("beforeunload", warn);
        this.batch = null;
        this.tell("change");
    }

    get next() { return this.lots.find((lot) => !lot.failure); }

    async send(lot) {
        this.batch = lot.batches[0];
        this.share = 0;
        this.stopping = new AbortController();
        const { signal } = this.stopping;
        this.tell("change");
        try {
            // Each time anew: a server that was started again may take less.
            const { limits } = await server.info();
            lot.batches.splice(0, 1, ...cut(this.batch, limits));
            const [batch] = lot.batches;
            this.batch = batch;
            this.tell("change");
            const job = await ingest(batch, (share) => {
                this.share = share;
                this.tell("share");
            }, signal);
            lot.batches.shift();
            if (lot.batches.length === 0) this.forget(lot);
            this.names.set(job.id, batch.files.map(({ name }) => name));
            this.tell("accepted", job);
            say(`Job accepted: ${counted(batch.files.length, "file")}`);
        } catch (error) {
            lot.failure = asFailure(error);
        }
    }

    tell(kind, detail) { this.dispatchEvent(new CustomEvent(kind, { detail })); }
}

export const sending = new Sending();

/** Has the browser ask before the page goes, and with it what is being sent. */
function warn(event) { event.preventDefault(); }

export function filesOf(batches) { return batches.reduce((sum, { files }) => sum + files.length, 0); }
