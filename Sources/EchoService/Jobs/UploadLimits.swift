/// How much may be sent to be ingested.
public struct UploadLimits: Sendable, Equatable {
    /// Bytes of one file.
    public var fileBytes = 2 << 30
    /// Files of one job.
    public var filesPerJob = 2_000
    /// Bytes of one job.
    public var bytesPerJob = 16 << 30
    /// Uploads that may be under way.
    public var openUploads = 16
    /// Jobs that may wait.
    public var jobsWaiting = 1_000
    /// Bytes that have to stay free on the disk: below, nothing is taken in or kept for a while, and the service is
    /// not ready.
    public var freeBytes = 1 << 30

    /// The usual.
    public static let standard = UploadLimits()

    /// The usual, to be changed.
    public init() {}
}
