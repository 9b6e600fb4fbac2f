import EchoIndex
import EchoService
import Synchronization

/// What a person or a program sees of an ingest while it runs and when it ends.
final class IngestView: Sendable {
    private let output: ResultOptions
    private let state: Mutex<State>

    private struct State {
        var progress = ProgressLine()
        var total = 0
        var done = 0
        var counts: [ItemState: Int] = [:]
    }

    init(output: ResultOptions) {
        self.output = output
        state = Mutex(State())
    }

    /// Moves the bar on; writes a line for each file under --ndjson, and for what failed otherwise.
    func show(_ event: IngestEvent) {
        state.withLock { state in
            switch event {
            case .found(let files): state.total = files
            case .ended(let file):
                state.done += 1
                state.counts[file.state, default: 0] += 1
                report(file, state.progress)
                state.progress.show(done: state.done, of: state.total, note: note(state.counts))
            }
        }
    }

    private func report(_ file: IngestedFile, _ progress: ProgressLine) {
        if output.ndjson {
            do { try ResultOptions.writeJSON(file) } catch { StandardError.line("\(error)") }
        } else if file.state == .quarantined || file.state == .skipped {
            progress.finish()
            StandardError.line("\(file.state.rawValue) \(file.input): \(file.reason ?? "")")
        }
    }

    private func note(_ counts: [ItemState: Int]) -> String {
        ItemState.allCases.compactMap { state in
            counts[state].map { "\($0) \(state.rawValue)" }
        }.joined(separator: ", ")
    }

    /// Writes the summary.
    func finish(_ summary: IngestSummary) throws {
        state.withLock { $0.progress.finish() }
        try output.write(summary) { _ in summary.lines }
    }
}

extension IngestSummary {
    /// The counts, the reports, and where the time went.
    var lines: [String] {
        var lines = [
            (dryRun ? "Would be: " : "")
                + "\(embedded) embedded, \(duplicate) duplicate, \(skipped) skipped, \(quarantined) quarantined; "
                + "\(studies) studies."
        ]
        if reports + unmatchedReports > 0 {
            lines.append("\(reports) reports stored, \(unmatchedReports) without a study.")
        }
        if sharedUids > 0 {
            lines.append("\(sharedUids) files share a SOP Instance UID with a file of other bytes.")
        }
        if patientConflicts > 0 {
            lines.append("\(patientConflicts) files name another patient than their study: check them.")
        }
        if !dryRun {
            lines.append(
                "\(Decimals.seconds(seconds)) s, \(Decimals.percent(framesPerSecond)) frames/s; decode "
                    + "\(Decimals.seconds(stages.decode)) s, scale \(Decimals.seconds(stages.scale)) s, encode "
                    + "\(Decimals.seconds(stages.encode)) s, store \(Decimals.seconds(storeSeconds)) s.")
        }
        return lines
    }
}
