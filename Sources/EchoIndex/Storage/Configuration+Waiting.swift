internal import Foundation
internal import GRDB

extension Configuration {
    /// How long a connection waits where SQLite keeps all others out, seconds.
    ///
    /// It does so for moments: while a log is made ready, recovered after a kill, or put away by the last to
    /// go. The process that holds such a moment may itself wait for a processor on a loaded machine, for seconds.
    static let patience: TimeInterval = 30

    /// A connection that waits, to read alone or to write too.
    static func waiting(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        // A pool's readers have their own mode, which only SQL reaches.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))")
        }
        return configuration
    }
}
