internal import CFFmpeg

/// libav*'s own log, which would write to the error output.
enum LibavLog {
    private static let silenced: Void = av_log_set_level(AV_LOG_QUIET)

    /// Turns it off, once.
    static func silence() { silenced }
}
