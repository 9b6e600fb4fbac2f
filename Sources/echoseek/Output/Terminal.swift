import Foundation

/// What the two outputs are connected to.
struct Terminal {
    /// Whether a person reads standard output directly.
    let isOutputTTY = isatty(STDOUT_FILENO) == 1
    /// Whether a person reads standard error directly.
    let isErrorTTY = isatty(STDERR_FILENO) == 1

    /// Whether to color text: on a terminal, unless NO_COLOR is set or the terminal is dumb.
    var hasColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isOutputTTY && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// Characters to a line of the terminal; `nil` where a program reads, which gets all of them.
    var width: Int? {
        var size = winsize()
        guard isOutputTTY, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Bold, where there is color.
    func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
