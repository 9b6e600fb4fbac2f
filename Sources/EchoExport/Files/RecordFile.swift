internal import Foundation

/// A file that is written from its beginning to its end, block by block, under a temporary name.
///
/// It takes its name with ``finish()``; one that is dropped before leaves nothing.
public struct RecordFile: ~Copyable {
    private let pending: PendingFile
    private var file: AppendingFile

    /// Begins an empty file.
    ///
    /// - Throws: ``ExportError/unwritable(status:)`` where the folder takes no file.
    public init(path: String) throws(ExportError) {
        let pending = PendingFile(for: path)
        file = try AppendingFile(path: pending.path, isFresh: true)
        self.pending = pending
    }

    /// Writes at the end.
    ///
    /// - Throws: ``ExportError/diskFull`` or ``ExportError/unwritable(status:)``.
    public mutating func append(_ bytes: [UInt8]) throws(ExportError) { try file.append(bytes) }

    /// Closes the file and gives it its name.
    public consuming func finish() throws(ExportError) {
        try file.close()
        try pending.publish()
    }
}
