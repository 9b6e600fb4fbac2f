import EchoCore
public import EchoLedger
public import Foundation

/// Files on their way to becoming a job: written to the disk as they come, acknowledged together.
///
/// One that is dropped, given up or failed leaves nothing; one whose ``commit()`` returned is not lost by a kill.
/// Names of files never come here.
public actor JobUpload {
    /// The job that it will be.
    public nonisolated let job: JobID

    private let actor: AuditActor
    private let limits: UploadLimits
    private let ledger: Ledger
    private let told: @Sendable () async -> Void
    private var folder: SpoolFolder?
    private var file: SpoolFile?
    private var files: [SpooledFile] = []
    private var byteCount = 0
    private var room: DiskRoom

    init(
        _ job: JobID, in folder: SpoolFolder, by actor: AuditActor, limits: UploadLimits, ledger: Ledger,
        told: @escaping @Sendable () async -> Void
    ) {
        self.job = job
        self.actor = actor
        self.limits = limits
        self.ledger = ledger
        self.told = told
        self.folder = folder
        room = DiskRoom(at: folder.path, needed: limits.freeBytes)
    }

    /// Begins the next file.
    ///
    /// - Returns: its place among the files, from 0.
    /// - Throws: ``JobError/tooManyFiles(limit:)``, ``JobError/noSpace(free:needed:)``.
    /// - Precondition: the file before it was ended.
    public func beginFile() throws -> Int {
        precondition(file == nil, "file \(files.count) has not ended")
        guard let folder else { throw JobError.abandoned }
        try orGiveUp { () throws(JobError) in
            guard files.count < limits.filesPerJob else {
                throw .tooManyFiles(limit: limits.filesPerJob)
            }
            try room.check(0)
            file = try SpoolFile(path: SpoolFolder.file(files.count, in: folder.path))
        }
        return files.count
    }

    /// Adds bytes to the file that was begun.
    ///
    /// - Throws: ``JobError/fileTooLarge(limit:)``, ``JobError/jobTooLarge(limit:)``,
    ///   ``JobError/noSpace(free:needed:)``, ``JobError/diskFull``; then the upload is given up.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard folder != nil else { throw JobError.abandoned }
        precondition(file != nil, "no file was begun")
        try orGiveUp { () throws(JobError) in
            guard (file?.byteCount ?? 0) + bytes.count <= limits.fileBytes else {
                throw .fileTooLarge(limit: limits.fileBytes)
            }
            guard byteCount + bytes.count <= limits.bytesPerJob else {
                throw .jobTooLarge(limit: limits.bytesPerJob)
            }
            try room.check(bytes.count)
            try file?.write(bytes)
            byteCount += bytes.count
        }
    }

    /// As ``write(_:)-UnsafeRawBufferPointer``, of a collection's bytes.
    public func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    /// As ``write(_:)-UnsafeRawBufferPointer``, of a collection's bytes.
    public func write(_ bytes: ArraySlice<UInt8>) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    /// As ``write(_:)-UnsafeRawBufferPointer``, of data.
    public func write(_ bytes: Data) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    /// Ends the file that was begun and waits until it is on the disk.
    public func endFile() throws -> SpooledFile {
        guard let folder else { throw JobError.abandoned }
        guard let ending = file.take() else { preconditionFailure("no file was begun") }
        let count = ending.byteCount
        var hash: ContentHash?
        do { hash = try ending.finish() } catch {
            abandon()
            throw error
        }
        guard let hash else { throw JobError.abandoned }
        let spooled = SpooledFile(
            ordinal: files.count, contentHash: hash, byteCount: count,
            path: SpoolFolder.file(files.count, in: folder.path))
        files.append(spooled)
        return spooled
    }

    /// Takes in a manifest, CSV, whose paths are the files' names as they were sent; all files have ended.
    ///
    /// - Parameter names: the files' names, by place; `nil` for one that was sent without.
    /// - Throws: ``ServiceError/table(problem:line:)``, or what the disk has against it; then the upload is given
    ///   up.
    public func describe(_ manifest: Data, names: [String?]) throws {
        precondition(names.count == files.count, "\(names.count) names for \(files.count) files")
        guard let folder else { throw JobError.abandoned }
        do { try UploadManifest(manifest, names: names, in: folder.path).keep(in: folder.path) } catch {
            abandon()
            throw error
        }
    }

    /// Makes a job of the files; when this returns, a kill does not lose it.
    ///
    /// - Throws: ``JobError/noFile``, or what the disk or the ledger throws; then the upload is given up.
    public func commit() async throws -> Job {
        precondition(file == nil, "file \(files.count) has not ended")
        guard let folder else { throw JobError.abandoned }
        self.folder = nil
        guard !files.isEmpty else { throw JobError.noFile }
        try SpoolFolder.synchronize(folder.path)
        try SpoolFolder.synchronize(URL(filePath: folder.path).deletingLastPathComponent().path)
        let kept = files.map {
            JobFile(ordinal: $0.ordinal, contentHash: $0.contentHash, byteCount: $0.byteCount)
        }
        let committed = try await ledger.addJob(job, files: kept, by: actor, at: Date())
        folder.keep()
        await told()
        return committed
    }

    /// Removes what was received.
    public func abandon() {
        file = nil
        folder = nil
    }

    private func orGiveUp(_ work: () throws(JobError) -> Void) throws(JobError) {
        do { try work() } catch {
            abandon()
            throw error
        }
    }
}
