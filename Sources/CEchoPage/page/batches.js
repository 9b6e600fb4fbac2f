// Files that were given at once: clips and their manifest, cut into what one request each takes.
import { Failure } from "./api.js";

// As many files as one job has.
const mostFiles = 2000;
// A manifest's header is within so many bytes.
const headerBytes = 4096;
// What a form holds beside a file's own bytes: at most so many, and so many for each letter of its name.
const partBytes = 512;
const letterBytes = 3;

/** What was given at once, as one batch that is still to be cut, or why it is not sent. */
export async function lotOf(files) {
    const { clips, manifests } = await sorted(files.filter(({ name }) => !/(^|\/)\./.test(name)));
    const failure = problemOf(clips, manifests);
    return { batches: failure ? [] : [{ files: clips, manifest: manifests[0]?.file }], failure };
}

/**
 * A batch as those that one request each takes, within the server's `limits`.
 *
 * A file that is too large for any comes last and alone, so that it keeps no other from being sent; a batch of
 * nothing else is refused here.
 */
export function cut({ files, manifest }, limits) {
    const most = Math.min(limits.upload_bytes, limits.form_bytes);
    const isLarge = ({ file }) => file.size > most;
    const large = files.filter(isLarge);
    if (large.length > 0 && (manifest || large.length === files.length)) throw tooLarge(large[0], most);
    const batches = [];
    let bytes = Infinity;
    for (const one of files.filter((file) => !isLarge(file))) {
        const more = bytesOf(one.name, one.file);
        if (bytes + more > limits.form_bytes || batches.at(-1).files.length === mostFiles) {
            batches.push({ files: [], manifest });
            bytes = manifest ? bytesOf(manifest.name, manifest) : 0;
        }
        batches.at(-1).files.push(one);
        bytes += more;
    }
    if (manifest && batches.length > 1) throw tooMany(files, limits.form_bytes);
    return [...batches, ...large.map((one) => ({ files: [one] }))];
}

/** What a file is in a form, bytes. */
function bytesOf(name, file) { return partBytes + letterBytes * name.length + file.size; }

function megabytes(bytes) {
    return `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

function tooLarge({ name, file }, most) {
    return new Failure({
        code: "page.tooLarge",
        reason: `${name} has ${megabytes(file.size)}, and this server takes at most ${megabytes(most)} a file.`,
        remedy: "Export it shorter, or have the administrator allow more (`upload_megabytes`).",
    });
}

function tooMany(files, most) {
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    return new Failure({
        code: "page.tooMany",
        reason: `A manifest goes with at most ${mostFiles.toLocaleString("en")} files of ${megabytes(most)} in all, `
            + `and there are ${files.length.toLocaleString("en")} of ${megabytes(bytes)}.`,
        remedy: "Drop parts, each with a manifest of its own, or run `echoseek ingest --manifest`.",
    });
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
    return null;
}
