import EchoCore
import EchoExport
import EchoPhantom

/// A training set's files, which grow clip by clip and take their names at the end.
struct TrainingFiles: SetFiles, ~Copyable {
    private(set) var summary = PhantomSetSummary()
    private var frames: RecordFile
    private var maps: RecordFile
    private var clips: RecordFile
    private var studies: RecordFile
    private let root: String
    private let options: TrainingSetOptions
    private let parametersHash: ContentHash

    /// Begins the files.
    init(below root: String, options: TrainingSetOptions, parametersHash: ContentHash) throws {
        let frames = try RecordFile(path: root + "/frames.u8")
        let maps = try RecordFile(path: root + "/maps.u8")
        let clips = try RecordFile(path: root + "/clips.ndjson")
        let studies = try RecordFile(path: root + "/studies.ndjson")
        self.root = root
        self.options = options
        self.parametersHash = parametersHash
        self.frames = frames
        self.maps = maps
        self.clips = clips
        self.studies = studies
    }

    /// Adds a clip, and before a study's first its study.
    mutating func add(_ outcome: TrainingClip.Outcome) throws {
        if outcome.plan.number == 1 {
            try studies.append(PhantomRecord.line(TrainingRecord.Study(plan: outcome.plan)))
        }
        try clips.append(
            PhantomRecord.line(TrainingRecord.Clip(outcome: outcome, index: summary.clips)))
        try frames.append(outcome.pixels)
        try maps.append(outcome.maps)
        summary.count(outcome.plan, frames: outcome.frameIndices.count)
    }

    /// Writes the phrase book, then gives the files their names, `set.json` last.
    consuming func finish() throws {
        let phrases = try writePhrases()
        try frames.finish()
        try maps.finish()
        try clips.finish()
        try studies.finish()
        let about = TrainingRecord.Set(
            shape: [summary.clips, options.frames, options.size, options.size],
            mapShape: [
                summary.clips, options.frames, Structure.allCases.count, options.size / TrainingClip.cellSide,
                options.size / TrainingClip.cellSide,
            ],
            counts: TrainingRecord.Counts(summary, phrases: phrases),
            parameters: TrainingRecord.Parameters(options), parametersSha256: parametersHash)
        var set = try RecordFile(path: root + "/set.json")
        try set.append(PhantomRecord.line(about))
        try set.finish()
    }

    /// Draws of the phrase book, for each sentence wanted, after which no new ones are looked for.
    private static let patience = 20

    /// How many there are in the end.
    private func writePhrases() throws -> Int {
        var file = try RecordFile(path: root + "/phrases.ndjson")
        let book = PhraseBook()
        var random = PlanRandom(options.seed, .training)
        var seen: Set<String> = []
        for _ in 0..<options.phrases * Self.patience where seen.count < options.phrases {
            let phrase = book.sample(seed: random.next())
            guard seen.insert(phrase.text).inserted else { continue }
            try file.append(PhantomRecord.line(phrase))
        }
        try file.finish()
        return seen.count
    }
}
