internal import EchoCore
internal import Foundation
internal import GRDB

/// Who waits for an audit entry to be on the disk: those who come while others are written go together.
///
/// A synchronized write takes as long for many entries as for one, so a busy service writes many at a time.
actor AuditLine {
    /// Entries in one transaction, at most.
    static let most = 512

    /// Somebody who waits.
    private struct Waiting {
        let record: AuditRecord
        let time: Date
        let continuation: CheckedContinuation<Result<AuditEntry, LedgerError>, Never>
    }

    private let pool: DatabasePool
    private var waiting: [Waiting] = []
    private var isWriting = false

    init(pool: DatabasePool) { self.pool = pool }

    /// Adds an entry, also for a task that is cancelled; when this returns, it is on the disk.
    func append(_ record: AuditRecord, at time: Date) async throws(LedgerError) -> AuditEntry {
        let result = await withCheckedContinuation { continuation in
            waiting.append(Waiting(record: record, time: time, continuation: continuation))
            guard !isWriting else { return }
            isWriting = true
            // A task of its own, since GRDB refuses to work for a cancelled one.
            Task { await writeAll() }
        }
        return try result.get()
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(Self.most))
            waiting.removeFirst(batch.count)
            do throws(LedgerError) {
                let entries = try await write(batch)
                for (one, entry) in zip(batch, entries) {
                    one.continuation.resume(returning: .success(entry))
                }
            } catch {
                for one in batch { one.continuation.resume(returning: .failure(error)) }
            }
        }
        isWriting = false
    }

    /// All of them or none.
    private func write(_ batch: [Waiting]) async throws(LedgerError) -> [AuditEntry] {
        let contents = batch.map { ($0.record, $0.time) }
        do {
            return try await pool.write { db in
                try contents.map { try AuditRows.append($0.0, at: $0.1, db) }
            }
        } catch { throw LedgerError(wrapping: error) }
    }
}
