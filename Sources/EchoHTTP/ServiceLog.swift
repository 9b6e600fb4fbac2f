public import Logging

/// The service's log, on standard error: times, routes, statuses, opaque ids; no patient data.
public enum ServiceLog {
    /// A logger of a level, such as `info`.
    public static func logger(level: Logger.Level) -> Logger {
        var logger = Logger(label: "echoseek") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
