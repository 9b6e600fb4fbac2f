import Crypto
import EchoCore
import EchoPhantom

/// Makes what the default model is trained on: scaled pictures, and what is true of them.
///
/// - Source: `Models/phantom/train/FORMAT.md` specifies the files.
public struct TrainingSet: SimulatedSet {
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
    public func write(
        to folder: String, progress: (PhantomEvent) -> Void
    ) async throws -> PhantomSetSummary {
        let mark = try parameterLine()
        let run = try SetRun(in: folder, mark: mark, threads: threads)
        let files = try TrainingFiles(
            below: run.folder.path, options: options,
            parametersHash: ContentHash(digest: SHA256.hash(data: mark)))
        return try await run.write(clips, into: files, progress: progress) { try $0.draw() }
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
