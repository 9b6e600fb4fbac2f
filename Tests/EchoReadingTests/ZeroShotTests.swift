internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Zero-shot formulas") struct ZeroShotTests {
    struct Metric: Decodable {
        let video: [[[Float]]]
        let prompts: [[Float]]
        let values: [Float]
        let repo_regression: [Float]
        let paper_regression: [Float]
        let binary: [Float]
    }

    struct Case: Decodable {
        let frames: [[Float]]
        let prompts: [[Float]]
        let values: [Float]
        let repo: Float
        let paper: Float
        let binary: Float
        let per_frame: [Float]
    }

    static func table(_ frames: [[Float]], _ prompts: [[Float]]) throws -> SimilarityTable {
        try SimilarityTable(
            frames: frames.map { try Embedding(stored: $0) },
            prompts: prompts.map { try Embedding(stored: $0) })
    }

    @Test("give the reference implementation's numbers")
    func equalReference() throws {
        let golden = try Support.golden("zero_shot_metric.json", as: Metric.self)
        #expect(golden.video.count == 2)
        for (place, video) in golden.video.enumerated() {
            let table = try Self.table(video, golden.prompts)
            let repo = try table.regression(values: golden.values, formula: .repo)
            let paper = try table.regression(values: golden.values, formula: .paper)
            #expect(repo == golden.repo_regression[place])
            #expect(paper == golden.paper_regression[place])
            #expect(abs(table.binaryScore - golden.binary[place]) < 1e-7)
        }
    }

    @Test("give numpy's numbers, ties, odd and even counts included")
    func equalNumpy() throws {
        let cases = try Support.golden("zero_shot_cases.json", as: [Case].self)
        #expect(cases.count == 24)
        for item in cases {
            let table = try Self.table(item.frames, item.prompts)
            #expect(try table.regression(values: item.values, formula: .repo) == item.repo)
            #expect(try table.regression(values: item.values, formula: .paper) == item.paper)
            #expect(try table.frameEstimates(values: item.values) == item.per_frame)
            #expect(abs(table.binaryScore - item.binary) < 1e-7)
        }
    }

    @Test("keep prompts of equal similarity in their order")
    func keepsTiesInOrder() throws {
        let one = try Support.embedding(1, 0)
        let table = try SimilarityTable(frames: [one], prompts: Array(repeating: one, count: 10))
        let values: [Float] = [7, 3, 9, 1, 5, 2, 8, 4, 6, 0]
        #expect(table.ranked(values, frame: 0) == values)
        #expect(try table.regression(values: values, formula: .repo) == 3)
        #expect(try table.regression(values: values, formula: .paper) == 3)
    }

    @Test("agree on a single frame, and stay within the values", arguments: UInt64(0)..<50)
    func agreeOnOneFrame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let prompts = try (0..<Int.random(in: 5...60, using: &random)).map { _ in
            try Support.embedding(&random)
        }
        let values = prompts.map { _ in Float(Int.random(in: 0...100, using: &random)) }
        let table = try SimilarityTable(frames: [try Support.embedding(&random)], prompts: prompts)
        let repo = try table.regression(values: values, formula: .repo)
        #expect(try table.regression(values: values, formula: .paper) == repo)
        #expect(values.contains(repo))
    }

    @Test("refuse what cannot be scored, with found and expected")
    func refuse() throws {
        let flat = try Support.embedding(1, 0)
        let deep = try Support.embedding(1, 0, 0)
        #expect(throws: ReadingError.noFrames) { try SimilarityTable(frames: [], prompts: [flat]) }
        #expect(throws: ReadingError.noPrompts) { try SimilarityTable(frames: [flat], prompts: []) }
        #expect(throws: ReadingError.dimension(found: 3, expected: 2)) {
            try SimilarityTable(frames: [deep], prompts: [flat])
        }
        let table = try SimilarityTable(frames: [flat], prompts: Array(repeating: flat, count: 4))
        #expect(throws: ReadingError.promptCount(found: 3, expected: 4)) {
            try table.regression(values: [1, 2, 3], formula: .repo)
        }
        #expect(throws: ReadingError.tooFewPrompts(found: 4, expected: 5)) {
            try table.regression(values: [1, 2, 3, 4], formula: .paper)
        }
    }
}
