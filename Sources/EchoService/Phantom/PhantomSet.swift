import EchoPhantom

/// Makes a set of simulated studies: real files, a manifest, reports, and what is true of them.
public struct PhantomSet: SimulatedSet {
    private let options: PhantomSetOptions
    private let threads: Int

    /// - Parameter threads: clips drawn at once, at least 1; the bytes do not depend on it.
    /// - Throws: ``PhantomError/parameter(name:found:expected:)``.
    public init(_ options: PhantomSetOptions, threads: Int) throws {
        precondition(threads > 0, "\(threads) threads draw nothing")
        try options.check()
        self.options = options
        self.threads = threads
    }

    /// Writes the set; clips that an interrupted run wrote are kept.
    public func write(
        to folder: String, progress: (PhantomEvent) -> Void
    ) async throws -> PhantomSetSummary {
        let record = PhantomSetRecord(options)
        let run = try SetRun(in: folder, mark: PhantomRecord.line(record), threads: threads)
        let root = run.folder.path
        let tables = try PhantomTables(below: root, set: record)
        return try await run.write(files, into: tables, progress: progress) { try $0.write(below: root) }
    }

    /// Every clip of the set, drawn up as it is asked for.
    private var files: some Sequence<PlannedFile> {
        let (options, population) = (options, PhantomPopulation(seed: options.seed, studies: options.studies))
        return (0..<options.patients).lazy.flatMap { number in
            StudyPlan.files(of: population.patient(number), options: options)
        }
    }
}
