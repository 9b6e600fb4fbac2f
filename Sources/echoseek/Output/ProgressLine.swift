import EchoService
import Foundation

/// A bar with rate and time left on a terminal's standard error; nothing elsewhere.
struct ProgressLine {
    private let terminal = Terminal()
    private let start = ContinuousClock.now
    private var drawn = ContinuousClock.now - .seconds(1)

    /// Redraws, at most ten times a second.
    mutating func show(done: Int, of total: Int, note: String) {
        guard terminal.isErrorTTY, total > 0 else { return }
        let now = ContinuousClock.now
        guard now - drawn > .milliseconds(100) || done == total else { return }
        drawn = now
        let seconds = max(0.001, Double((now - start) / .milliseconds(1)) / 1000)
        let rate = Double(done) / seconds
        let left = rate > 0 ? Double(total - done) / rate : 0
        let filled = 24 * done / total
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 24 - filled)
        let timing = String(format: "%.1f/s  %d:%02d left", rate, Int(left) / 60, Int(left) % 60)
        StandardError.write("\r[\(bar)] \(done)/\(total)  \(timing)  \(note)\u{1B}[K")
    }

    /// Ends the line, so that what follows starts on its own.
    func finish() {
        if terminal.isErrorTTY { StandardError.write("\r\u{1B}[K") }
    }
}
