/// A set's files that grow clip by clip, and take their names when the last one is in.
protocol SetFiles: ~Copyable {
    /// What became of one clip.
    associatedtype Outcome: Sendable

    /// What has been added.
    var summary: PhantomSetSummary { get }
    /// Adds a clip, and before a study's first its study.
    mutating func add(_ outcome: Outcome) throws
    /// Gives the files their names.
    consuming func finish() throws
}
