internal import EchoCore
internal import GRDB

/// What a set of vectors is, in two numbers that do not depend on the order in which it came about.
struct VectorState: Sendable, Hashable {
    /// How many vectors.
    var count: Int64 = 0
    /// The wrapping sum of their rows' checksums.
    var checksums: Int64 = 0

    /// A vector came.
    mutating func add(_ checksum: Int64) {
        count += 1
        checksums &+= checksum
    }

    /// A vector went.
    mutating func remove(_ checksum: Int64) {
        count -= 1
        checksums &-= checksum
    }

    /// The state that the database says its vectors are in.
    static func stored(_ db: Database, _ slot: ModelSlot, _ level: SearchLevel) throws -> VectorState {
        guard let row = try SealedRow.one(db, .vectorStates, slot.rawValue, level.rawValue) else {
            return VectorState()
        }
        return VectorState(count: try row.get("count"), checksums: try row.get("checksums"))
    }

    /// The state of the vectors that are there.
    static func counted(_ db: Database, _ slot: ModelSlot, _ level: SearchLevel) throws -> VectorState {
        var state = VectorState()
        let sums = try Int64.fetchCursor(
            db, sql: "SELECT checksum FROM \(level.table.rawValue) WHERE space = ?",
            arguments: [slot.rawValue])
        while let sum = try sums.next() { state.add(sum) }
        return state
    }

    /// Changes the stored state.
    static func update(
        _ db: Database, _ slot: ModelSlot, _ level: SearchLevel, _ change: (inout VectorState) -> Void
    ) throws {
        var state = try stored(db, slot, level)
        change(&state)
        try state.write(db, slot, level)
    }

    /// Stores it.
    func write(_ db: Database, _ slot: ModelSlot, _ level: SearchLevel) throws {
        try SealedRow(.vectorStates, [slot.rawValue, level.rawValue, count, checksums]).write(db)
    }
}

extension SearchLevel {
    /// Where its vectors are.
    var table: Table {
        switch self {
        case .clip: .clipVectors
        case .study: .studyVectors
        case .caption: .captionVectors
        }
    }

    /// The column with its ids.
    var idColumn: String { rawValue }
}
