import EchoPhantom

/// Makes a set of simulated studies: real files, a manifest, reports, and what is true of them.
public struct PhantomSet: Sendable {
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

    /// Writes the set, or goes on with one that was interrupted.
    ///
    /// - Parameter folder: made where it is not there; else empty, or an earlier run's of the same options.
    /// - Throws: ``PhantomError`` for the folder; `ExportError` where a file cannot be written.
    public func write(
        to folder: String, progress: (PhantomEvent) -> Void
    ) async throws -> PhantomSetSummary {
        let start = ContinuousClock.now
        let record = PhantomSetRecord(options)
        let target = try SetFolder(folder, mark: PhantomRecord.line(record))
        var tables = try PhantomTables(below: target.path, set: record)
        var summary = PhantomSetSummary()
        progress(.planned(clips: files.reduce(0) { count, _ in count + 1 }))
        let root = target.path
        let isWhole = try await OrderedWork(threads: threads).run(files) { file in
            try file.write(below: root)
        } take: { outcome in
            try tables.add(outcome)
            summary.count(outcome)
            progress(.done(clips: summary.clips))
        }
        if isWhole { try tables.finish() }
        summary.interrupted = !isWhole
        summary.seconds = (ContinuousClock.now - start) / .seconds(1)
        return summary
    }

    /// Every clip of the set, drawn up as it is asked for.
    private var files: some Sequence<PlannedFile> {
        let (options, population) = (options, PhantomPopulation(seed: options.seed, studies: options.studies))
        return (0..<options.patients).lazy.flatMap { number in
            StudyPlan.files(of: population.patient(number), options: options)
        }
    }
}

extension PhantomSetSummary {
    /// Counts one clip, with its study and its patient where it is their first.
    mutating func count(_ outcome: PlannedFile.Outcome) {
        let plan = outcome.file.plan
        if plan.number == 1 { studies += 1 }
        if plan.number == 1 && plan.study.truth.isFirstOfPatient { patients += 1 }
        clips += 1
        frames += outcome.truth.frames.count
        if outcome.wasKept { kept += 1 }
    }
}

extension StudyTruth {
    /// Whether the patient has none before it.
    var isFirstOfPatient: Bool { study == "\(patient)-1" }
}
