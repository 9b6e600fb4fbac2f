// Two clips that play together, by the heart's phase or by time.

/** The ways of playing two clips together. */
export const syncModes = {
    phase: { label: "cardiac phase" },
    time: { label: "time" },
    loop: { label: "whole loops" },
    none: { label: "nothing" },
};

const millisecondsPerMinute = 60_000;
const shift = "Shift the second with [ and ] until end-diastole agrees.";
// A follower further off than this is set; a nearer one is steered by its speed.
const farOff = 120;
const steering = 0.004;

/**
 * The first clip leads; the second follows.
 *
 * By phase: a moment of the first is the same part of a heartbeat of the second, from the heart rates in the files'
 * headers, both loops taken to begin at the same phase, which scanners that trigger on the ECG see to. A shift in
 * frames mends it by eye where they do not. Without heart rates phase falls back to time, and `tell` says so.
 */
export class Pairing {
    constructor([leader, follower], mode, tell) {
        Object.assign(this, { leader, follower, mode, tell });
        this.shift = 0;
        this.rate = 1;
        this.wants = false;
        this.leader.onFrame = () => this.follow();
        this.ready = Promise.all([leader.load(), follower.load()]).then(() => this.explain());
    }

    get isPlaying() { return this.wants; }

    /** Milliseconds of the follower a millisecond of the leader. */
    get ratio() {
        const [one, two] = [this.leader.detail?.heart_rate, this.follower.detail?.heart_rate];
        if (this.mode === "phase" && one > 0 && two > 0) return one / two;
        return this.mode === "loop" && this.leader.duration > 0 ? this.follower.duration / this.leader.duration : 1;
    }

    get hasRates() { return this.leader.detail?.heart_rate > 0 && this.follower.detail?.heart_rate > 0; }

    explain() {
        if (this.isGone) return;
        const rates = [this.leader, this.follower].map((cine) => `${cine.detail?.heart_rate?.toFixed(0)}/min`).join(" and ");
        this.tell({
            phase: this.hasRates
                ? `Beats matched by the files' heart rates (${rates}), from each loop's first frame. ${shift}`
                : `No heart rate in the files, so both play at true speed. ${shift}`,
            time: "Both play at their true speed from their first frames.",
            loop: "Each loop from its first frame to its last in the same time: right where both hold as many beats.",
            none: "Each loop plays by itself.",
        }[this.mode]);
    }

    async play() {
        this.wants = true;
        await this.ready;
        if (!this.wants || this.isGone) return;
        await Promise.all([this.leader.play(), this.follower.play()]);
        this.follow();
    }

    pause() {
        this.wants = false;
        this.leader.pause();
        this.follower.pause();
        this.align();
    }

    /** One frame of the leader on or back, and the follower to the same moment. */
    async step(by) {
        this.wants = false;
        this.follower.pause();
        await this.leader.step(by);
        if (this.mode === "none") await this.follower.step(by); else await this.align();
    }

    /** Where the follower belongs now, milliseconds; a beat past its end counts from the start again. */
    get target() {
        const duration = this.follower.duration;
        if (!(duration > 0)) return 0;
        const shift = this.shift * duration / this.follower.clip.frameCount;
        const beat = this.hasRates ? millisecondsPerMinute / this.follower.detail.heart_rate : duration;
        const whole = this.mode === "phase" && this.hasRates && duration >= beat ? Math.floor(
            duration / beat + 0.02,
        ) * beat : duration;
        const moment = (this.leader.now * this.ratio + shift) % whole;
        return Math.min(moment < 0 ? moment + whole : moment, duration - 1);
    }

    /** Sets the follower, which stands still, to the leader's moment. */
    async align() {
        if (this.mode === "none" || this.isGone) return;
        const { follower } = this;
        await follower.show(follower.frameAt(this.target - follower.duration / follower.clip.frameCount / 2));
    }

    /** Steers the follower while both play; a video's clock cannot be coupled to another's. */
    follow() {
        if (this.mode === "none" || !this.wants || this.isGone || this.follower.video.seeking) return;
        const off = this.target - this.follower.now;
        if (Math.abs(off) > farOff) {
            this.follower.video.currentTime = this.target / 1000;
            this.follower.video.playbackRate = this.rate * this.ratio;
        } else {
            const steer = Math.max(-0.3, Math.min(0.3, off * steering));
            this.follower.video.playbackRate = Math.max(0.0625, this.rate * this.ratio * (1 + steer));
        }
    }

    setRate(rate) {
        this.rate = rate;
        this.leader.setRate(rate);
        this.follower.setRate(rate * this.ratio);
    }

    setMode(mode) {
        this.mode = mode;
        this.setRate(this.rate);
        this.explain();
        if (!this.wants) this.align();
    }

    /** Shifts the follower by so many of its frames; gives the whole shift. */
    nudge(by) {
        this.shift += by;
        if (this.wants) this.follow(); else this.align();
        return this.shift;
    }

    close() {
        this.isGone = true;
        this.wants = false;
        this.leader.close();
        this.follower.close();
    }
}
