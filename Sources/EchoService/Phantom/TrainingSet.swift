import Crypto
import EchoExport
import EchoPhantom

/// Makes what the default model is trained on: scaled pictures, and what is true of them.
///
/// - Source: `Models/phantom/train/FORMAT.md` specifies the files.
public struct TrainingSet: Sendable {
    private let options: TrainingSetOptions
    private let threads: Int

    /// - Parameter threads: clips drawn at once, at least 1; the bytes do not depend on it.
    /// - Throws: ``PhantomError/parameter(name:found:expected:)``.
    public init(_ options: TrainingSetOptions, threads: Int) throws {
        precondition(threads > 0, "\(threads) threads draw nothing")
        try options.check()
        self.options = options
        self.threads = threads
    }

    /// Writes the set; one that was interrupted begins anew.
    ///
    /// - Parameter folder: made where it is not there; else empty, or an earlier run's of the same options.
    /// - Throws: ``PhantomError`` for the folder; `ExportError` where a file cannot be written.
    public func write(
        to folder: String, progress: (PhantomEvent) -> Void
    ) async throws -> PhantomSetSummary {
        let start = ContinuousClock.now
        let mark = try parameterLine()
        let target = try SetFolder(folder, mark: mark)
        var files = try TrainingFiles(below: target.path)
        var summary = PhantomSetSummary()
        progress(.planned(clips: clips.reduce(0) { count, _ in count + 1 }))
        let isWhole = try await OrderedWork(threads: threads).run(clips) { clip in
            try clip.draw()
        } take: { outcome in
            try files.add(outcome)
            summary.patients = files.counts.patients
            summary.studies = files.counts.studies
            summary.clips = files.counts.clips
            summary.frames = files.counts.frames
            progress(.done(clips: summary.clips))
        }
        if isWhole {
            let digest = SHA256.hash(data: mark).map {
                String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
            }
            try files.finish(options, parametersSha256: digest.joined())
        }
        summary.interrupted = !isWhole
        summary.seconds = (ContinuousClock.now - start) / .seconds(1)
        return summary
    }

    /// Every clip of the set, drawn up as it is asked for.
    private var clips: some Sequence<TrainingClip> {
        let (options, population) = (options, PhantomPopulation(seed: options.seed, studies: options.studies))
        return (0..<options.patients).lazy.flatMap { number in
            TrainingClip.clips(of: population.patient(number), options: options)
        }
    }

    /// What the set is made from, and by which version.
    private func parameterLine() throws -> [UInt8] {
        try PhantomRecord.line(TrainingRecord.Parameters(options))
            + Array("\(PhantomNotice.generator), version \(PhantomSetRecord.currentVersion)\n".utf8)
    }
}
