// The frame around the views: where the page is, the model's notice, jobs, keys, themes, and whether the server
// answers.
import { h, fill, say, failureCard, counted } from "./dom.js";
import { server, asFailure, onKeyNeeded, unanswered } from "./api.js";
import { note, place, open, startRouter } from "./router.js";
import { setKeys, showKeys, startKeys } from "./keys.js";
import { editedStudies, keepEdits } from "./edits.js";
import { catchDrops } from "./drop.js";
import { filesOf, sending } from "./sending.js";

const views = {
    worklist: () => import("./worklist.js"),
    study: () => import("./study.js"),
    compare: () => import("./compare.js"),
    search: () => import("./search.js"),
    draft: () => import("./draft.js"),
    ingest: () => import("./ingest.js"),
};
const notDiagnosis = document.getElementById("notice").textContent.replace(/\s+/g, " ");
const main = document.getElementById("main");
let leaving = new AbortController();
let isFirst = true;

async function show() {
    leaving.abort(new DOMException("The view was left.", "AbortError"));
    leaving = new AbortController();
    const { signal } = leaving;
    const here = place();
    const name = views[here.view] ? here.view : "worklist";
    document.querySelectorAll(".bar nav a").forEach((link) => {
        if (link.dataset.view === name) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
    });
    setKeys("view", "Here", []);
    fill(main, h("p", { class: "waiting", "aria-busy": "true" }, "Loading …"));
    main.scrollTop = 0;
    try {
        const view = await views[name]().catch((error) => {
            throw error instanceof TypeError ? unanswered() : error;
        });
        if (signal.aborted) return;
        await view.show(main, here, signal);
        if (signal.aborted) return;
        const heading = main.querySelector("h1");
        document.title = `${heading?.dataset.title ?? heading?.textContent ?? name} · EchoSeek`;
        if (!isFirst && !main.contains(document.activeElement)) heading?.focus();
        isFirst = false;
    } catch (error) {
        if (signal.aborted) return;
        fill(main, failureCard(asFailure(error), show));
    }
}

/** The notices of the models that are used here stand above everything, always. */
function showModels(info) {
    const notices = [...new Set(info.models.map((model) => model.notice).filter(Boolean))];
    fill(document.getElementById("model"), info.models.map((model) => model.id).join(", "));
    fill(document.getElementById("notice"),
        notices.map((notice) =>
            [h("b", {}, `Model ${info.models.map((model) => model.id).join(", ")}: ${notice}`), " · "]),
        info.notices[0] ?? notDiagnosis);
}

async function watchJobs() {
    const link = document.getElementById("jobs");
    for (;;) {
        if (!document.hidden) {
            const running = await server.jobs({ state: "running", limit: 100 }).catch(() => null);
            const waiting = await server.jobs({ state: "queued", limit: 1 }).catch(() => null);
            const number = (running?.total ?? 0) + (waiting?.total ?? 0);
            link.hidden = number === 0;
            const items = running?.items ?? [];
            const done = items.reduce(
                (sum, job) => sum + Object.values(job.counts).reduce((all, one) => all + one, 0),
                0,
            );
            const found = items.reduce((sum, job) => sum + job.file_count, 0);
            link.textContent = `${counted(number, "job")}, ${done} of ${found} files`;
        }
        await new Promise((done) => { setTimeout(done, 5000); });
    }
}

/** Says in the bar, wherever the page is, what is being sent and that something was not. */
function watchSending() {
    const link = document.getElementById("sending");
    sending.addEventListener("change", () => {
        const { batch, failed } = sending;
        link.hidden = !batch && failed.length === 0;
        link.textContent = batch ? `Sending ${counted(filesOf([batch]), "file")}` : "Not all was sent";
    });
}

function watchServer() {
    const banner = document.getElementById("offline");
    let timer = 0;
    addEventListener("server", ({ detail: answers }) => {
        if (answers === banner.hidden) return;
        banner.hidden = answers;
        clearInterval(timer);
        if (answers) {
            say("The server answers again.");
            // A view in which somebody writes is not made anew.
            if (main.querySelector(".failure") && !main.querySelector("textarea")) show();
        } else {
            fill(banner, h("b", {}, "No answer from the server."),
                "What you see may be old. Trying again every few seconds …",
                h("button", { type: "button", onclick: () => server.session().catch(() => {}) }, "Try now"));
            timer = setInterval(() => server.session().catch(() => {}), 4000);
        }
    });
}

function askKey() {
    return new Promise((done) => {
        const trouble = h("p", { class: "trouble", role: "alert", hidden: true });
        const field = h(
            "input",
            {
                type: "password",
                autocomplete: "current-password",
                required: true,
                autofocus: true,
                id: "key-field",
            },
        );
        const dialog = h("dialog", { "aria-labelledby": "key-asked" }, h("form", {
            onsubmit: async (event) => {
                event.preventDefault();
                try {
                    showSession(await server.startSession(field.value.trim()));
                    dialog.close();
                    dialog.remove();
                    done();
                } catch (error) {
                    trouble.hidden = false;
                    trouble.textContent = [
                        asFailure(error).reason,
                        asFailure(error).remedy,
                    ].filter(Boolean).join(" ");
                    field.select();
                }
            },
        },
        h("h2", { id: "key-asked" }, "This server needs a key"),
        h("p", {}, "Your administrator makes one with ", h("code", {}, "echoseek keys create"), "."),
        h("label", { class: "field" }, "Key", field), trouble,
        h("button", { class: "primary" }, "Go on")));
        dialog.addEventListener("cancel", (event) => event.preventDefault());
        // Chromium asks nobody at a second Escape: the dialog, which goes with a right key alone, opens again.
        dialog.addEventListener("close", () => { if (dialog.isConnected) dialog.showModal(); });
        document.body.append(dialog);
        dialog.showModal();
    });
}

/** Whose key is in use, and the way out; nothing where none is needed. */
function showSession({ name, scopes }) {
    const element = document.getElementById("session");
    element.hidden = !name;
    fill(element, name && [
        h("span", { class: "key-name", title: `${name} (${scopes.join(", ")})` }, `Key: ${name}`),
        h("button", { type: "button", class: "quiet", onclick: signOut }, "Sign out"),
    ]);
}

/** Ends the session; the page begins anew, so that nothing that was shown or written stays for who comes next. */
async function signOut() {
    if (sending.batch && !confirm("Files are being sent. Stop that, and sign out?")) return;
    const studies = editedStudies();
    const words = `This tab holds edits of ${counted(studies.length, "draft")}. Sign out and drop them?`;
    if (studies.length > 0 && !confirm(words)) return;
    try {
        await sending.clear();
        await server.endSession();
    } catch (error) {
        fill(main, failureCard(asFailure(error), signOut));
        return;
    }
    // First the fields: what is typed after this would be kept.
    fill(main);
    for (const study of editedStudies()) keepEdits(study, new Map());
    note("#/worklist", {});
    location.reload();
}

const themes = ["system", "dark", "light"];

function startThemes() {
    const button = document.getElementById("theme");
    const chosen = () => {
        try { return localStorage.getItem("theme") ?? "system"; } catch { return "system"; }
    };
    const label = () => fill(button, `Theme: ${chosen()}`);
    const next = () => {
        const theme = themes[(themes.indexOf(chosen()) + 1) % themes.length];
        try {
            if (theme === "system") localStorage.removeItem("theme"); else localStorage.setItem("theme", theme);
        } catch { /* storage is off: the theme lasts as long as this page */ }
        dispatchEvent(new Event("theme"));
        label();
        say(`Theme: ${theme}`);
    };
    button.addEventListener("click", next);
    label();
    return next;
}

function focusSearch() {
    const field = main.querySelector("input[type=search]");
    if (field) { field.focus(); field.select(); } else open("#/search");
}

function start() {
    const nextTheme = startThemes();
    onKeyNeeded(askKey);
    watchServer();
    watchSending();
    setKeys("everywhere", "Everywhere", [
        { keys: ["?"], does: "This list", run: showKeys },
        { keys: ["/"], does: "To the search field", run: focusSearch },
        { keys: ["g w"], does: "Worklist", run: () => open("#/worklist") },
        { keys: ["g s"], does: "Search", run: () => open("#/search") },
        { keys: ["g i"], does: "Ingest", run: () => open("#/ingest") },
        { keys: ["t"], does: "Next theme", run: nextTheme },
    ]);
    startKeys();
    document.getElementById("keys").addEventListener("click", showKeys);
    document.querySelector(".skip").addEventListener("click", (event) => {
        event.preventDefault();
        main.focus();
    });
    catchDrops();
    // Where a key is needed the first answer says so, and the request goes on once there is a session.
    startRouter(show);
    server.info().then(showModels, () => {});
    server.session().then(showSession, () => {});
    // The other views' files, while there is time.
    setTimeout(() => Object.values(views).forEach((load) => load().catch(() => {})), 1000);
    watchJobs();
}

start();
