/// One run of a generator: its folder locked, clips worked on in their order, the files named at the end.
struct SetRun {
    /// Where the set is written.
    let folder: SetFolder
    private let threads: Int
    private let start: ContinuousClock.Instant

    /// Takes the folder.
    ///
    /// - Parameters:
    ///   - path: made where it is not there.
    ///   - mark: what the set is made from.
    ///   - threads: clips worked on at once.
    /// - Throws: ``PhantomError`` for the folder; `ExportError`.
    init(in path: String, mark: [UInt8], threads: Int) throws {
        start = ContinuousClock.now
        folder = try SetFolder(path, mark: mark)
        self.threads = threads
    }

    /// Works until the clips end, or the task is cancelled; then the files keep their makeshift names.
    ///
    /// - Parameter work: throws `CancellationError` for a clip that it did not finish; anything else ends the
    ///   run.
    func write<Clip: Sendable, Files: SetFiles & ~Copyable>(
        _ clips: some Sequence<Clip>, into opened: consuming Files, progress: (PhantomEvent) -> Void,
        work: @escaping @Sendable (Clip) throws -> Files.Outcome
    ) async throws -> PhantomSetSummary {
        var files = opened
        progress(.planned(clips: clips.reduce(0) { count, _ in count + 1 }))
        let isWhole = try await OrderedWork(threads: threads).run(clips, work: work) { outcome in
            try files.add(outcome)
            progress(.done(clips: files.summary.clips))
        }
        var summary = files.summary
        if isWhole { try files.finish() }
        summary.interrupted = !isWhole
        summary.seconds = (ContinuousClock.now - start) / .seconds(1)
        return summary
    }
}
