// A long table of which only the rows on the screen are made.
import { h, fill } from "./dom.js";

const chunk = 100;
const margin = 12;

/**
 * The rows of `total` items that `fetch(offset, limit)` gives a chunk at a time.
 *
 * `draw(item, index, isCurrent)` gives a row's cells, one of which holds the link that Enter follows.
 */
export class Rows {
    constructor({ scroller, body, fetch, draw, trouble, chosen = 0, onChosen = () => {} }) {
        Object.assign(this, { scroller, body, fetch, draw, trouble, onChosen });
        this.chosen = chosen;
        this.total = 0;
        this.chunks = new Map();
        this.frame = 0;
        this.onScroll = () => {
            this.frame ||= requestAnimationFrame(() => { this.frame = 0; this.paint(); });
        };
        scroller.addEventListener("scroll", this.onScroll, { passive: true });
        this.resized = new ResizeObserver(this.onScroll);
        this.resized.observe(scroller);
    }

    get rowHeight() {
        return this.height ??= parseFloat(getComputedStyle(this.scroller).getPropertyValue("--row"));
    }

    /** Takes the first answer, and shows it. */
    start(total, items) {
        this.total = total;
        this.chunks.set(0, items);
        this.chosen = Math.max(0, Math.min(this.chosen, total - 1));
        // The list before may have been scrolled further than this one goes.
        this.scroller.scrollTop = 0;
        this.paint();
        if (this.chosen > 0) this.reveal();
    }

    at(index) { return this.chunks.get(Math.floor(index / chunk))?.[index % chunk]; }

    async need(number) {
        if (this.chunks.has(number)) return;
        this.chunks.set(number, []);
        try {
            this.chunks.set(number, await this.fetch(number * chunk, chunk));
            this.paint();
        } catch (error) {
            this.chunks.delete(number);
            if (!this.isGone) this.trouble(error);
        }
    }

    paint() {
        // What comes late must not stand over the list that came after this one.
        if (this.isGone) return;
        const { scrollTop, clientHeight } = this.scroller;
        const first = Math.max(0, Math.floor(scrollTop / this.rowHeight) - margin);
        const last = Math.min(this.total, Math.ceil((scrollTop + clientHeight) / this.rowHeight) + margin);
        const lastChunk = Math.floor(Math.max(first, last - 1) / chunk);
        for (let number = Math.floor(first / chunk); number <= lastChunk; number += 1) this.need(number);
        const focused = this.wantsFocus || this.body.contains(document.activeElement);
        const rows = [];
        if (first > 0) rows.push(this.space(first));
        for (let index = first; index < last; index += 1) rows.push(this.row(index));
        if (last < this.total) rows.push(this.space(this.total - last));
        fill(this.body, rows);
        if (focused) this.focus();
    }

    space(rows) {
        return h("tr", { class: "space", "aria-hidden": "true" },
            h("td", { vars: { "--height": `${rows * this.rowHeight}px` } }));
    }

    row(index) {
        const item = this.at(index);
        const attributes = {
            "aria-rowindex": String(index + 2),
            class: index === this.chosen ? "current" : null,
        };
        if (!item) return h("tr", attributes, h("td", { class: "muted" }, "…"));
        return h("tr", {
            ...attributes,
            onclick: (event) => {
                this.choose(index);
                this.paint();
                if (!event.target.closest("a")) this.link()?.click();
            },
        }, this.draw(item, index, index === this.chosen));
    }

    link() { return this.body.querySelector("tr.current a"); }

    /** Focuses the chosen row; one that is still being fetched, when it is there. */
    focus() {
        const link = this.link();
        this.wantsFocus = !link;
        link?.focus({ preventScroll: true });
    }

    choose(index) {
        if (this.total === 0) return;
        this.chosen = Math.max(0, Math.min(index, this.total - 1));
        this.onChosen(this.chosen);
    }

    /** Moves the choice, scrolls to it and focuses it. */
    move(to) {
        this.choose(to);
        this.reveal();
        this.focus();
    }

    reveal() {
        const top = this.chosen * this.rowHeight;
        const head = this.scroller.querySelector("thead").offsetHeight;
        const { scrollTop, clientHeight } = this.scroller;
        if (top < scrollTop) this.scroller.scrollTop = top;
        else if (top + this.rowHeight + head > scrollTop + clientHeight) {
            this.scroller.scrollTop = top + this.rowHeight + head - clientHeight;
        }
        this.paint();
    }

    get page() { return Math.max(1, Math.floor(this.scroller.clientHeight / this.rowHeight) - 2); }

    close() {
        this.resized.disconnect();
        this.scroller.removeEventListener("scroll", this.onScroll);
        this.isGone = true;
    }
}
