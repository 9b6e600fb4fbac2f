internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Ask") struct AskTests {
    static func lead(negatives: Bool = false, threshold: PromptThreshold? = nil) throws -> EncodedPromptSet {
        var set = PromptSet(name: "lead", title: "Lead", kind: .binary)
        set.prompts = ["a lead", "a wire"]
        set.negatives = negatives ? ["no lead"] : []
        set.thresholds = threshold.map { [$0] } ?? []
        var vectors = [try Support.embedding(1, 0, 0), try Support.embedding(1, 0, 0)]
        if negatives { vectors.append(try Support.embedding(0, 1, 0)) }
        return try EncodedPromptSet(set, vectors: vectors)
    }

    static func study(_ id: String, _ clips: [ClipVectors]) -> StudyVectors {
        StudyVectors(study: StudyID(id), clips: clips)
    }

    static func archive() throws -> [StudyVectors] {
        let (near, half, far) = (
            try Support.embedding(1, 0, 0), try Support.embedding(1, 1, 0), try Support.embedding(0, 0, 1)
        )
        return [
            study("st-d", [Support.clip("cl-1", far), Support.clip("cl-2", far)]),
            study(
                "st-c",
                [
                    Support.clip("cl-3", far, frames: [far, far]),
                    Support.clip("cl-4", half, frames: [half, near], indices: [8, 12]),
                ]),
            study("st-b", [Support.clip("cl-5", near)]),
            study("st-a", [Support.clip("cl-6", far)]),
            study("st-e", [Support.clip("cl-7", near, kind: .color)]),
        ]
    }

    @Test("ranks by the published score, ties by study id, with percentiles and evidence")
    func ranks() throws {
        let answer = try AskAnswer(try Self.lead(), studies: try Self.archive())
        #expect(answer.results.map(\.study.text) == ["st-b", "st-c", "st-a", "st-d"])
        #expect(answer.results.map(\.rank) == [1, 2, 3, 4])
        #expect(answer.results.map(\.percentile) == [87.5, 62.5, 25, 25])
        #expect(answer.scored == 4)
        #expect(answer.unscored.map(\.text) == ["st-e"])
        let second = answer.results[1]
        #expect(abs(second.score - (0 + 0 + Float(0.5).squareRoot() + 1) / 4) < 1e-6)
        #expect(second.bestClip?.text == "cl-4")
        #expect(second.bestFrame == FrameEvidence(clip: ClipID("cl-4"), frame: 12, score: 1))
        #expect(answer.results[0].bestFrame == nil)
        #expect(answer.results[0].aboveThreshold == nil)
        #expect(answer.results[0].contrast == nil)
        #expect(answer.notice == Notice.notADiagnosis)
    }

    @Test("takes the best clip's score where asked, and gives pages")
    func poolsAndPages() throws {
        var options = AskOptions(limit: 1)
        options.offset = 1
        options.pooling = .best
        let answer = try AskAnswer(try Self.lead(), studies: try Self.archive(), options: options)
        #expect(answer.results.map(\.study.text) == ["st-c"])
        #expect(answer.results.map(\.rank) == [2])
        #expect(abs(answer.results[0].score - (Float(0.5).squareRoot() + 1) / 2) < 1e-6)
    }

    @Test("reports negatives apart from the published score")
    func reportsNegatives() throws {
        let plain = try AskAnswer(try Self.lead(), studies: try Self.archive())
        let both = try AskAnswer(try Self.lead(negatives: true), studies: try Self.archive())
        #expect(plain.results.map(\.score) == both.results.map(\.score))
        #expect(both.results[0].contrast == 1)
        let contrast = try #require(both.results[1].contrast)
        #expect(abs(contrast - (both.results[1].score - Float(0.5).squareRoot() / 4)) < 1e-6)
    }

    @Test("gives a verdict only with a threshold for the weights in use")
    func verdictNeedsThreshold() throws {
        let weights = ContentHash(digest: [UInt8](repeating: 1, count: 32))
        let threshold = PromptThreshold(
            value: 0.9, weights: weights, source: "site", dataSet: "400 studies", date: "2026-01-01")
        let prompts = try Self.lead(threshold: threshold)
        var options = AskOptions()
        options.weights = weights
        let known = try AskAnswer(prompts, studies: try Self.archive(), options: options)
        #expect(known.results.map(\.aboveThreshold) == [true, false, false, false])
        options.weights = ContentHash(digest: [UInt8](repeating: 2, count: 32))
        let unknown = try AskAnswer(prompts, studies: try Self.archive(), options: options)
        #expect(unknown.threshold == nil)
        #expect(unknown.results.allSatisfy { $0.aboveThreshold == nil })
    }

    @Test("ranks a categorical set by one category, and gives all scores and the margin")
    func categorical() throws {
        var set = PromptSet(name: "size", title: "Size", kind: .categorical)
        set.categories = [
            PromptCategory(name: "none", severity: 0, prompts: ["small"]),
            PromptCategory(name: "severe", severity: 3, prompts: ["huge", "vast"]),
        ]
        let prompts = try EncodedPromptSet(
            set,
            vectors: [
                try Support.embedding(0, 0, 1), try Support.embedding(1, 0, 0),
                try Support.embedding(1, 0, 0),
            ])
        let worst = try AskAnswer(prompts, studies: try Self.archive())
        #expect(worst.category == "severe")
        #expect(worst.results.map(\.study.text) == ["st-b", "st-c", "st-a", "st-d"])
        #expect(worst.results[0].bestCategory == "severe")
        #expect(worst.results[0].margin == 1)
        #expect(worst.results[2].bestCategory == "none")
        #expect(worst.results[2].categories.map(\.score) == [1, 0])
        var options = AskOptions()
        options.category = "none"
        #expect(
            try AskAnswer(prompts, studies: try Self.archive(), options: options).results[0].study.text
                == "st-a")
        options.category = "vast"
        #expect(throws: ReadingError.unknownCategory(expected: ["none", "severe"])) {
            try AskAnswer(prompts, studies: [], options: options)
        }
    }

    @Test("does not take a regression")
    func refusesRegression() throws {
        #expect(
            throws: ReadingError.wrongKind(set: "arc", found: .regression, expected: [.binary, .categorical])
        ) {
            try AskAnswer(try EstimateTests.arc(), studies: [])
        }
    }

    @Test("answers alike whatever the archive's order", arguments: UInt64(0)..<20)
    func isOrderFree(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let scores = (0..<40).map {
            StudyScore(study: StudyID("st-\($0)"), score: Float(Int.random(in: 0...6, using: &random)) / 8)
        }
        let set = try Self.lead().set
        #expect(
            try AskAnswer(set, scores: scores)
                == (try AskAnswer(set, scores: scores.shuffled(using: &random))))
    }
}
