internal import EchoCore
internal import GRDB

extension IndexError: StorageFailure {
    /// The database's file is not what it was.
    package static var damagedDatabase: IndexError { .damaged(table: "database", row: nil) }

    /// Says in our words what SQLite, Foundation or a task met.
    init(wrapping error: any Error) {
        if let error = error as? DatabaseError {
            self.init(sqlite: error.resultCode.rawValue)
        } else {
            self.init(system: error)
        }
    }
}
