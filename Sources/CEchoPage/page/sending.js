// Files that are given to be taken in, sorted and sent one batch after another.
import { counted, say } from "./dom.js";
import { asFailure, ingest } from "./api.js";

const mostFiles = 2000;
// A manifest's header is within so many bytes.
const headerBytes = 4096;

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
        const [batch] = lot.batches;
        this.batch = batch;
        this.share = 0;
        this.stopping = new AbortController();
        this.tell("change");
        try {
            const job = await ingest(batch, (share) => {
                this.share = share;
                this.tell("share");
            }, this.stopping.signal);
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

/** What was given at once, as batches, or why it is not sent. */
async function lotOf(files) {
    const { clips, manifests } = await sorted(files.filter(({ name }) => !/(^|\/)\./.test(name)));
    const failure = problemOf(clips, manifests);
    const batches = [];
    for (let start = 0; !failure && start < clips.length; start += mostFiles) {
        batches.push({ files: clips.slice(start, start + mostFiles), manifest: manifests[0]?.file });
    }
    return { batches, failure };
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
