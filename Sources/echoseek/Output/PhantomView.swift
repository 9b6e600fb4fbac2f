import ArgumentParser
import EchoService
import Synchronization

/// What a person or a program sees of a generator while it runs and when it ends.
final class PhantomView: Sendable {
    private let output: ResultOptions
    private let state = Mutex(State())

    private struct State {
        var progress = ProgressLine()
        var total = 0
    }

    init(output: ResultOptions) { self.output = output }

    /// Moves the bar on.
    func show(_ event: PhantomEvent) {
        state.withLock { state in
            switch event {
            case .planned(let clips): state.total = clips
            case .done(let clips): state.progress.show(done: clips, of: state.total, note: "simulated clips")
            }
        }
    }

    /// Writes the summary.
    ///
    /// - Throws: the exit status of an interruption.
    func finish(_ summary: PhantomSetSummary) throws {
        state.withLock { $0.progress.finish() }
        try output.write(summary) { _ in summary.lines }
        guard summary.interrupted else { return }
        StandardError.line("Interrupted; run the same command again to go on where it stopped.")
        throw ExitCode(ExitStatus.interrupted.rawValue)
    }
}

extension PhantomSetSummary {
    /// The counts, the speed, and what all of it is.
    var lines: [String] {
        let rate = seconds > 0 ? Double(frames) / seconds : 0
        return [
            "\(Counted.of(patients, "patient")), \(Counted.studies(studies)), \(Counted.of(clips, "clip")), "
                + "\(Counted.of(frames, "frame"))"
                + (kept > 0 ? "; \(Counted.of(kept, "clip")) of an earlier run kept." : "."),
            "\(Decimals.seconds(seconds)) s, \(Decimals.percent(rate)) frames/s.", notice,
        ]
    }
}
