// Files that are dropped: clips to be taken in, or one to be searched by.
import { open, place } from "./router.js";
import { sending } from "./sending.js";

let dropped = null;

/** What was dropped to be searched by before this view was opened; told once. */
export function takeDropped() {
    const files = dropped;
    dropped = null;
    return files;
}

/** Files and folders of a drop, as `{ name, file }` with their path below what was dropped. */
export async function droppedFiles(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (entries.length === 0) return [...transfer.files].map((file) => ({ name: file.name, file }));
    const found = [];
    const walk = async (entry) => {
        if (entry.isFile) {
            const file = await new Promise((done, fail) => { entry.file(done, fail); });
            found.push({ name: entry.fullPath.replace(/^\//, ""), file });
        } else {
            const reader = entry.createReader();
            for (;;) {
                const some = await new Promise((done, fail) => { reader.readEntries(done, fail); });
                if (some.length === 0) break;
                for (const one of some) await walk(one);
            }
        }
    };
    for (const entry of entries) await walk(entry);
    return found.sort((one, two) => (one.name < two.name ? -1 : 1));
}

/** A drop anywhere: on Search it is the clip to search by, elsewhere it is taken in. */
export function catchDrops() {
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        document.body.classList.add("dropping");
    });
    addEventListener("dragleave", (event) => {
        if (event.relatedTarget === null) document.body.classList.remove("dropping");
    });
    addEventListener("drop", async (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        document.body.classList.remove("dropping");
        const files = await droppedFiles(event.dataTransfer);
        if (place().view === "search") {
            dropped = files;
            open("#/search?by=file");
        } else {
            sending.add(files);
            if (place().view !== "ingest") open("#/ingest");
        }
    });
}
