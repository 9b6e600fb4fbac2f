import EchoIndex
import EchoService
import Synchronization

/// What a person or a program sees of an ingest while it runs and when it ends.
final class IngestView: Sendable {
    private let output: ResultOptions
    private let typed: Set<String>
    private let terminal = Terminal()
    private let state: Mutex<State>

    private struct State {
        var progress = ProgressLine()
        var total = 0
        var done = 0
        var counts: [ItemState: Int] = [:]
    }

    init(output: ResultOptions, typed: [String]) {
        self.output = output
        self.typed = Set(typed)
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
                report(file, at: state.done, state.progress)
                state.progress.show(done: state.done, of: state.total, note: note(state.counts))
            }
        }
    }

    private func report(_ file: IngestedFile, at place: Int, _ progress: ProgressLine) {
        if output.ndjson {
            do { try ResultOptions.writeJSON(file) } catch { StandardError.line("\(error)") }
        } else if file.state == .quarantined || file.state == .skipped {
            progress.finish()
            StandardError.line("\(file.state.rawValue) \(name(of: file, place)): \(file.reason ?? "")")
        }
    }

    /// The path where a person reads it or typed it; else only a number, since standard error ends in logs
    /// and names of files may hold names of patients.
    private func name(of file: IngestedFile, _ place: Int) -> String {
        terminal.isErrorTTY || typed.contains(file.input) ? file.input : "file \(place)"
    }

    private func note(_ counts: [ItemState: Int]) -> String {
        ItemState.allCases.compactMap { state in
            counts[state].map { "\($0) \(state.rawValue)" }
        }.joined(separator: ", ")
    }

    /// Writes the summary.
    func finish(_ summary: IngestSummary) throws {
        let leftOut = state.withLock { state in
            state.progress.finish()
            return state.counts.contains { $0.key == .quarantined || $0.key == .skipped }
        }
        if leftOut, !output.ndjson, !summary.dryRun, !terminal.isErrorTTY {
            StandardError.line("`echoseek list quarantine` and `echoseek list skipped` give the paths.")
        }
        try output.write(summary) { _ in summary.lines }
    }
}
