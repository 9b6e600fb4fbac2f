// The server's interface (/openapi.json), as far as the page uses it.

/** What went wrong, in the server's words: `code`, `reason`, `remedy`. */
export class Failure extends Error {
    constructor({ code, reason, remedy }, status = 0) {
        super(reason);
        Object.assign(this, { code, reason, remedy, status });
    }
}

const silent = {
    code: "page.offline", reason: "The server does not answer.",
    remedy: "See whether `echoseek serve` is still running. The page goes on by itself when it is back.",
};
const patience = 3;
let askForKey = async () => {
    throw new Failure({ code: "page.key", reason: "A key is needed.", remedy: "" }, 401);
};

/** Sets what asks the person for a key; it returns when there is a session. */
export function onKeyNeeded(ask) {
    let asking = null;
    askForKey = () => { asking ??= ask().finally(() => { asking = null; }); return asking; };
}

/** Says that nothing answers, as a failed request would. */
export function unanswered() {
    dispatchEvent(new CustomEvent("server", { detail: false }));
    return new Failure(silent);
}

/** Any failure as one with a code, a reason and a remedy. */
export function asFailure(error) {
    if (error instanceof Failure) return error;
    return new Failure({
        code: "page.defect", reason: `The page itself failed: ${error?.message ?? error}`,
        remedy: "Load the page again; if it happens again, please report it with this code.",
    });
}

function pause(seconds, signal) {
    return new Promise((done, stop) => {
        const timer = setTimeout(done, seconds * 1000);
        signal?.addEventListener(
            "abort",
            () => { clearTimeout(timer); stop(signal.reason); },
            { once: true },
        );
    });
}

async function send(method, path, { body, type, signal } = {}) {
    const isJSON = body !== undefined && type === undefined;
    try {
        const response = await fetch(path, {
            method, signal, credentials: "same-origin", cache: method === "GET" ? "no-cache" : undefined,
            headers: {
                Accept: "application/json, */*;q=0.5",
                ...(body === undefined ? {} : { "Content-Type": type ?? "application/json" }),
            },
            body: isJSON ? JSON.stringify(body) : body,
        });
        dispatchEvent(new CustomEvent("server", { detail: true }));
        return response;
    } catch (error) {
        if (signal?.aborted) throw error;
        throw unanswered();
    }
}

async function failureOf(response) {
    const found = await response.json().catch(() => null);
    return new Failure(found?.code ? found : {
        code: `http.${response.status}`, reason: `The server answered ${response.status}.`,
        remedy: "Try again; the server's log says more.",
    }, response.status);
}

/** One request; waits and tries again where the server is busy, asks for a key where one is needed. */
async function request(method, path, options = {}) {
    for (let turn = 1; ; turn += 1) {
        const response = await send(method, path, options);
        if (response.ok) return response;
        const failure = await failureOf(response);
        const wait = Number(response.headers.get("Retry-After"));
        if (response.status === 401 && turn < patience) await askForKey();
        else if ((response.status === 429 || (response.status === 503 && wait > 0)) && turn < patience) {
            await pause(Math.min(wait || 1, 5), options.signal);
        } else throw failure;
    }
}

async function json(method, path, options) {
    const response = await request(method, path, options);
    return response.status === 204 ? null : response.json();
}

function query(values) {
    const pairs = Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined && one !== null && one !== "").map((one) => [name, String(one)]));
    const text = new URLSearchParams(pairs).toString();
    return text ? `?${text}` : "";
}

const part = encodeURIComponent;

export const server = {
    session: (signal) => json("GET", "/v1/session", { signal }),
    startSession: (key) => send("POST", "/v1/session", { body: { key } }).then(async (response) => {
        if (!response.ok) throw await failureOf(response);
        return response.json();
    }),
    endSession: () => json("DELETE", "/v1/session"),
    info: (signal) => json("GET", "/info", { signal }),

    studies: (values, signal) => json("GET", `/v1/studies${query(values)}`, { signal }),
    study: (study, signal) => json("GET", `/v1/studies/${part(study)}`, { signal }),
    priors: (study, similar, signal) => json(
        "GET",
        `/v1/studies/${part(study)}/priors${query({ similar })}`,
        { signal },
    ),
    findings: (study, signal) => json("GET", `/v1/studies/${part(study)}/findings`, { signal }),
    draft: (study, values, signal) => json(
        "POST",
        `/v1/studies/${part(study)}/draft`,
        { body: values, signal },
    ),
    draftAs: (study, values) => request(
        "POST",
        `/v1/studies/${part(study)}/draft`,
        { body: values },
    ).then((found) => found.blob()),
    recordEdit: (study, draft, edited) => json(
        "POST",
        `/v1/studies/${part(study)}/edits`,
        { body: { draft, edited } },
    ),

    clip: (clip, signal) => json("GET", `/v1/clips/${part(clip)}`, { signal }),
    // `picture` is `masked`, the sector alone, or `whole`, as in the file.
    cine: (clip, picture = "masked") => `/v1/clips/${part(clip)}/cine?picture=${picture}`,
    thumbnail: (clip, picture = "masked") => `/v1/clips/${part(clip)}/thumbnail?picture=${picture}`,

    search: (values, signal) => json("POST", "/v1/search", { body: values, signal }),
    ask: (values, signal) => json("POST", "/v1/ask", { body: values, signal }),
    estimate: (values, signal) => json("POST", "/v1/estimate", { body: values, signal }),
    compare: (first, second, signal) => json("POST", "/v1/compare", { body: { first, second }, signal }),
    prompts: (signal) => json("GET", "/v1/prompts?limit=1000", { signal }),
    reviews: (set, offset, signal) => json(
        "GET",
        `/v1/reviews${query({ prompt_set: set, latest: true, limit: 1000, offset })}`,
        { signal },
    ),
    review: (values) => json("POST", "/v1/reviews", { body: values }),
    reviewsAs: (set) => request(
        "GET",
        `/v1/reviews${query({ prompt_set: set, format: "csv" })}`,
    ).then((found) => found.blob()),

    upload: (file, signal) => json("POST", "/v1/uploads", { body: file, type: mediaType(file.name), signal }),
    jobs: (values, signal) => json("GET", `/v1/jobs${query(values)}`, { signal }),
    job: (job, signal) => json("GET", `/v1/jobs/${part(job)}`, { signal }),
    cancelJob: (job) => json("DELETE", `/v1/jobs/${part(job)}`),
    retryJob: (job) => json("POST", `/v1/jobs/${part(job)}/retry`),
    jobEvents: (job, after) => new EventSource(`/v1/jobs/${part(job)}/events${query({ after })}`),
};

/** Why an address gives no picture; null where it does. */
export async function refusal(path) {
    try {
        const response = await send("GET", path);
        if (!response.ok) return await failureOf(response);
        await response.body?.cancel();
        return null;
    } catch (error) {
        return asFailure(error);
    }
}

/** What a clip's file is sent as. */
function mediaType(name) {
    const ending = name.toLowerCase().split(".").pop();
    return {
        dcm: "application/dicom",
        mp4: "video/mp4",
        avi: "video/x-msvideo",
    }[ending] ?? "application/octet-stream";
}

/**
 * Sends files to be taken in; the job is durable when this returns. Asks for a key where one is needed.
 *
 * `files` are `{ name, file }`, `manifest` a CSV file whose paths are their names, or null. `progress(share)` is told
 * 0…1 of what has been sent.
 */
export async function ingest(batch, progress, signal) {
    for (let turn = 1; ; turn += 1) {
        try {
            return await sendForm(batch, progress, signal);
        } catch (error) {
            if (error.status !== 401 || turn === patience) throw error;
            await askForKey();
        }
    }
}

const stopped = () => new Failure({ code: "page.stopped", reason: "Sending was stopped.", remedy: "" });

function sendForm({ files, manifest }, progress, signal) {
    if (signal?.aborted) throw stopped();
    const form = new FormData();
    if (manifest) form.append("manifest", manifest);
    for (const { name, file } of files) form.append("file", file, name);
    return new Promise((done, fail) => {
        const sending = new XMLHttpRequest();
        sending.open("POST", "/v1/studies");
        sending.responseType = "json";
        sending.setRequestHeader("Accept", "application/json");
        sending.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
        sending.onerror = () => fail(unanswered());
        sending.onabort = () => fail(stopped());
        sending.onload = () => {
            if (sending.status === 202 || sending.status === 200) done(sending.response);
            else fail(new Failure(sending.response?.code ? sending.response : {
                code: `http.${sending.status}`, reason: `The server answered ${sending.status}.`, remedy: "Try again.",
            }, sending.status));
        };
        signal?.addEventListener("abort", () => sending.abort(), { once: true });
        sending.send(form);
    });
}

/** Hands a file to the person. */
export function save(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
