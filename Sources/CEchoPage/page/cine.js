// One clip that plays: a video with true frame times, or a single picture.
import { h, fill, icon } from "./dom.js";
import { refusal } from "./api.js";


// A busy server says so; a picture is asked for again after this long, so often.
const patience = 1500;
const tries = 3;

/** The speeds that `<` and `>` go through. */
export const speeds = [0.1, 0.25, 0.5, 1, 1.5, 2];

/**
 * A clip on the screen.
 *
 * `clip` has `id`, `title`, `cine`, `poster` (addresses), `frameCount` and `times`: milliseconds from the first
 * frame, ascending, or null where the server did not say; then frames are taken as evenly spaced.
 */
export class Cine {
    constructor(clip, { onFrame = () => {}, onState = () => {} } = {}) {
        this.clip = clip;
        this.onFrame = onFrame;
        this.onState = onState;
        this.frame = 0;
        this.rate = 1;
        this.wants = false;
        this.video = h("video", {
            muted: true, loop: true, playsinline: true, preload: "none", disablepictureinpicture: true,
            "aria-label": `Clip ${clip.title}`, tabindex: "-1",
        });
        this.video.muted = true;
        this.picture = h("img", { alt: "", class: "poster", decoding: "async", loading: "lazy" });
        this.trouble = h("p", { class: "trouble", hidden: true });
        this.counter = h("span", { class: "counter", "aria-hidden": "true" });
        this.element = h("div", { class: "cine" }, this.picture, this.video, this.trouble, this.counter);
        this.video.addEventListener("loadeddata", () => this.element.classList.replace("loading", "ready"));
        this.video.addEventListener("play", () => this.onState(this));
        this.video.addEventListener("pause", () => this.onState(this));
        this.showCounter();
        this.picture.src = clip.poster;
        this.posterTries = 0;
        this.picture.addEventListener("error", () => this.posterFailed());
    }

    /** Whether there is more than one frame to play. */
    get isMoving() { return this.clip.frameCount > 1; }

    get isPlaying() { return !this.video.paused; }

    /** Milliseconds from the first frame to the end of the last. */
    get duration() {
        const times = this.times;
        if (times.length < 2) return 0;
        return times[times.length - 1] + (times[times.length - 1] - times[0]) / (times.length - 1);
    }

    /** Each frame's time, milliseconds. */
    get times() {
        if (this.clip.times) return this.clip.times;
        const seconds = Number.isFinite(this.video.duration) ? this.video.duration : 0;
        return Array.from({ length: this.clip.frameCount }, (_, place) =>
            place * 1000 * seconds / this.clip.frameCount);
    }

    /** Milliseconds of the video's own clock. */
    get now() { return this.video.currentTime * 1000; }

    /** Fetches the video; once, however often it is asked. Done when there is a picture, or none to be had. */
    load() {
        this.loading ??= this.isMoving ? this.fetchVideo() : Promise.resolve();
        return this.loading;
    }

    async fetchVideo() {
        this.video.preload = "auto";
        this.element.classList.add("loading");
        this.watch();
        for (let turn = 1; !this.isGone; turn += 1) {
            const isThere = await new Promise((done) => {
                this.video.addEventListener("loadeddata", () => done(true), { once: true });
                this.video.addEventListener("error", () => done(false), { once: true });
                this.video.src = this.clip.cine;
                this.video.playbackRate = this.rate;
            });
            if (isThere || this.isGone) return;
            const failure = await refusal(this.clip.cine);
            const isBusy = failure?.status === 429 || failure?.status === 503;
            if (!isBusy || turn === tries) { this.failed(failure); return; }
            await new Promise((done) => { setTimeout(done, patience); });
        }
    }

    posterFailed() {
        this.posterTries += 1;
        if (this.isGone || this.posterTries >= tries) this.picture.classList.add("missing");
        else setTimeout(() => { this.picture.src = this.clip.poster; }, patience);
    }

    async play() {
        if (!this.isMoving) return;
        this.wants = true;
        await this.load();
        if (this.wants) await this.video.play().catch(() => this.onState(this));
    }

    pause() {
        this.wants = false;
        this.video.pause();
    }

    setRate(rate) {
        this.rate = rate;
        this.video.playbackRate = rate;
    }

    /** Stops, and shows the frame so many places on; past the last comes the first. */
    async step(by) {
        this.pause();
        const count = this.clip.frameCount;
        await this.show((((this.frame + by) % count) + count) % count);
    }

    /** Stops, and shows one frame, by its place in the file. */
    async show(frame) {
        this.pause();
        if (!this.isMoving) return;
        await this.load();
        const times = this.times;
        const place = Math.max(0, Math.min(frame, times.length - 1));
        const next = times[place + 1] ?? this.duration;
        await this.seek((times[place] + next) / 2);
        this.arrive(place);
    }

    /** Moves the video's clock; done when that moment's picture is there. */
    seek(milliseconds) {
        return new Promise((done) => {
            this.video.addEventListener("seeked", done, { once: true });
            setTimeout(done, 1000);
            this.video.currentTime = milliseconds / 1000;
        });
    }

    /** Follows the frames as they are painted. */
    watch() {
        const painted = (_, { mediaTime }) => {
            if (this.isGone) return;
            this.arrive(this.frameAt(mediaTime * 1000));
            this.video.requestVideoFrameCallback(painted);
        };
        this.video.requestVideoFrameCallback(painted);
    }

    /** The frame whose time is nearest. */
    frameAt(milliseconds) {
        const times = this.times;
        let low = 0;
        let high = times.length - 1;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (times[middle] < milliseconds) low = middle + 1; else high = middle;
        }
        return low > 0 && milliseconds - times[low - 1] < times[low] - milliseconds ? low - 1 : low;
    }

    arrive(frame) {
        this.frame = frame;
        this.showCounter();
        this.onFrame(this);
    }

    showCounter() {
        const { frameCount } = this.clip;
        this.counter.textContent = frameCount > 1 ? `${this.frame + 1}/${frameCount}` : "still";
    }

    /** `failure` is the server's, or null where the browser could not play what it sent. */
    failed(failure) {
        this.element.classList.replace("loading", "broken");
        this.trouble.hidden = false;
        this.trouble.textContent = failure ? [failure.reason, failure.remedy].filter(Boolean).join(" ")
            : "This browser does not play the clip's video (H.264).";
    }

    /** Lets go of the video's memory. */
    close() {
        this.isGone = true;
        this.video.removeAttribute("src");
        this.video.load();
    }
}

/** Plays those tiles that are on the screen, and stops those that are not. */
export class Visible {
    constructor() {
        this.cines = new Map();
        this.observer = new IntersectionObserver((entries) => {
            for (const { target, isIntersecting } of entries) {
                const cine = this.cines.get(target);
                if (!cine) continue;
                cine.isVisible = isIntersecting;
                if (!isIntersecting) cine.pause(); else if (this.isPlaying) cine.play();
            }
        }, { rootMargin: "80px" });
        this.isPlaying = false;
    }

    add(cine) {
        this.cines.set(cine.element, cine);
        this.observer.observe(cine.element);
    }

    all() { return [...this.cines.values()]; }

    play() {
        this.isPlaying = true;
        for (const cine of this.all()) if (cine.isVisible) cine.play();
    }

    pause() {
        this.isPlaying = false;
        for (const cine of this.all()) cine.pause();
    }

    setRate(rate) { for (const cine of this.all()) cine.setRate(rate); }

    close() {
        this.observer.disconnect();
        for (const cine of this.all()) cine.close();
    }
}

/** Play, step and speed, for one clip or many. */
export function transport({ toggle, step, rate, extra = [] }) {
    const play = h(
        "button",
        {
            type: "button",
            class: "round",
            "aria-label": "Play or pause",
            title: "Play or pause (Space)",
            onclick: toggle,
        },
        icon("play"),
    );
    const speed = h("select", {
        "aria-label": "Speed",
        title: "Speed (< and >)",
        onchange: (event) => rate(Number(event.target.value)),
    },
        speeds.map((one) => h("option", { value: String(one) }, `${one}×`)));
    speed.value = "1";
    const element = h("div", { class: "transport", role: "group", "aria-label": "Playback" },
        h(
            "button",
            {
                type: "button",
                class: "round",
                "aria-label": "One frame back",
                title: "One frame back (←)",
                onclick: () => step(-1),
            },
            icon("back"),
        ),
        play,
        h(
            "button",
            {
                type: "button",
                class: "round",
                "aria-label": "One frame on",
                title: "One frame on (→)",
                onclick: () => step(1),
            },
            icon("forward"),
        ),
        h("label", { class: "inline" }, h("span", { class: "sr" }, "Speed"), speed),
        ...extra);
    return {
        element,
        showPlaying(isPlaying) { fill(play, icon(isPlaying ? "pause" : "play")); },
        showRate(value) { speed.value = String(value); },
    };
}

/** The next faster or slower of the speeds. */
export function nextSpeed(rate, by) {
    return speeds[Math.max(0, Math.min(speeds.length - 1, speeds.indexOf(rate) + by))];
}
