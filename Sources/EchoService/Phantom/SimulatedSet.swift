/// What a generator makes, once a folder is named.
public protocol SimulatedSet: Sendable {
    /// Writes the set, or goes on with one that was interrupted.
    ///
    /// - Parameter folder: made where it is not there; else empty, or an earlier run's of the same options.
    /// - Throws: ``PhantomError`` for the folder; `ExportError` where a file cannot be written.
    func write(to folder: String, progress: (PhantomEvent) -> Void) async throws -> PhantomSetSummary
}
