internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Estimate") struct EstimateTests {
    /// Values 0...20 lie on an arc; a frame at an angle is nearest to the value of that angle.
    static func arc() throws -> EncodedPromptSet {
        var set = PromptSet(name: "arc", title: "Arc", kind: .regression)
        set.prompts = ["value <#>"]
        set.range = NumericRange(minimum: 0, maximum: 20)
        set.unit = "%"
        set.views = ["A4C"]
        return try EncodedPromptSet(set, vectors: try (0...20).map { try direction(Float($0)) })
    }

    static func direction(_ value: Float) throws -> Embedding {
        try Support.embedding(1, value / 20)
    }

    static func clip(_ id: String, at value: Float, frames: Int, view: String? = nil) throws -> ClipVectors {
        let frame = try direction(value)
        return Support.clip(id, frame, view: view, frames: Array(repeating: frame, count: frames))
    }

    @Test("pools the frames of all used clips, and gives each clip's own value")
    func pools() throws {
        let study = StudyVectors(
            study: StudyID("st-1"),
            clips: [
                try Self.clip("cl-a", at: 4, frames: 3, view: "A4C"),
                try Self.clip("cl-b", at: 15, frames: 9),
                try Self.clip("cl-c", at: 9, frames: 5, view: "PLAX"),
                Support.clip("cl-d", try Self.direction(1), kind: .color),
                Support.clip("cl-e", try Self.direction(1)),
            ])
        let estimate = try Estimate(
            try Self.arc(), study: study, options: EstimateOptions(formula: .paper))
        #expect(estimate.frames == 12)
        #expect(estimate.clips.map(\.clip.text) == ["cl-a", "cl-b"])
        #expect(estimate.leftOut.map(\.clip.text) == ["cl-c", "cl-d", "cl-e"])
        let values = estimate.clips.map(\.value)
        let pooled = (values[0] * 3 + values[1] * 9) / 12
        #expect(abs((estimate.value ?? 0) - pooled) < 1e-5)
        #expect(abs(values[0] - 4) <= 1)
        #expect(abs(values[1] - 15) <= 1)
        #expect(estimate.perFrame?.minimum == values[0])
        #expect(estimate.perFrame?.median == values[1])
        #expect(estimate.perFrame?.maximum == values[1])
        #expect(estimate.unit == "%")
        #expect(estimate.notice == Notice.notADiagnosis)
        #expect(estimate.abstention == nil)
    }

    @Test("takes only the first frames of each clip where asked")
    func limitsFrames() throws {
        var options = EstimateOptions(formula: .paper)
        options.framesPerClip = RegressionFormula.paperFrames
        let frames = try (0..<14).map { try Self.direction($0 < 10 ? 5 : 20) }
        let study = StudyVectors(
            study: StudyID("st-1"), clips: [Support.clip("cl-a", frames[0], frames: frames)])
        let estimate = try Estimate(try Self.arc(), study: study, options: options)
        #expect(estimate.frames == 10)
        #expect(estimate.perFrame?.minimum == estimate.perFrame?.maximum)
    }

    @Test("abstains without a usable clip, and with too few clips or frames")
    func abstains() throws {
        let still = StudyVectors(
            study: StudyID("st-1"), clips: [Support.clip("cl-a", try Self.direction(1), kind: .still)])
        let none = try Estimate(try Self.arc(), study: still)
        #expect(none.value == nil)
        #expect(none.perFrame == nil)
        #expect(none.abstention?.code == .noUsableClip)

        let short = StudyVectors(study: StudyID("st-2"), clips: [try Self.clip("cl-b", at: 3, frames: 4)])
        let few = try Estimate(try Self.arc(), study: short)
        #expect(few.value == nil)
        #expect(few.abstention?.reason == "Frames: 4; at least 5 needed.")
        #expect(few.clips.isEmpty && few.perFrame == nil && few.frames == 4)

        var options = EstimateOptions()
        options.minimumClips = 2
        options.minimumFrames = 1
        #expect(try Estimate(try Self.arc(), study: short, options: options).abstention?.code == .tooFewClips)
    }

    @Test("is not made from a set of another kind")
    func refusesOtherKinds() throws {
        var set = PromptSet(name: "lead", title: "Lead", kind: .binary)
        set.prompts = ["a lead"]
        let prompts = try EncodedPromptSet(set, vectors: [try Self.direction(0)])
        let study = StudyVectors(study: StudyID("st-1"), clips: [])
        #expect(throws: ReadingError.wrongKind(set: "lead", found: .binary, expected: [.regression])) {
            try Estimate(prompts, study: study)
        }
    }
}
