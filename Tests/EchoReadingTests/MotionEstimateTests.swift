import EchoCore
import EchoReading
import EchoTesting
import Testing

@Suite("Estimate by a motion readout") struct MotionEstimateTests {
    /// Gives 100 times the mean of the first value.
    private static let readout = MotionReadout(
        name: "ef", title: "EF", unit: "%", minimum: 0, maximum: 100, views: ["A4C", "A2C"], leastFrames: 3,
        layers: [MotionLayer(weights: [100, 0, 0, 0], bias: [0])],
        weights: ContentHash(digest: [UInt8](0..<32)), source: "test", dataSet: "test", date: "2026-11-22",
        validation: nil)

    private static func clip(
        _ id: String, _ value: Float, frames: Int = 4, view: String? = "A4C", kind: ClipKind = .bMode
    ) throws -> ClipVectors {
        let frame = try Support.embedding(value, (1 - value * value).squareRoot())
        return Support.clip(
            id, frame, kind: kind, view: view, frames: [Embedding](repeating: frame, count: frames))
    }

    @Test("is the mean of the clips' own values, whatever their frame counts")
    func mean() throws {
        let clips = [try Self.clip("a", 0.5, frames: 3), try Self.clip("b", 0.7, frames: 30, view: "A2C")]
        let study = StudyVectors(study: StudyID("st-1"), clips: clips)
        let found = try Estimate(Self.readout, of: "phantom", study: study)
        #expect(abs(try #require(found.value) - 60) < 1e-3)
        #expect(found.clips.map { ($0.value * 10).rounded() } == [500, 700])
        #expect(found.formula == .motion)
        #expect(found.provenance == "motion readout of phantom")
        #expect(found.frames == 33)
        #expect(found.set == "ef")
        #expect(found.notice == Notice.notADiagnosis)
        #expect(found.abstention == nil)
    }

    @Test("leaves out other views, other kinds and clips of too few frames, and says why")
    func leavesOut() throws {
        let clips = [
            try Self.clip("a", 0.5), try Self.clip("b", 0.9, view: "PLAX"),
            try Self.clip("c", 0.9, frames: 2), try Self.clip("d", 0.9, kind: .color),
            try Self.clip("e", 0.5, view: nil),
        ]
        let study = StudyVectors(study: StudyID("st-1"), clips: clips)
        let found = try Estimate(Self.readout, of: "phantom", study: study)
        #expect(abs(try #require(found.value) - 50) < 1e-3)
        #expect(found.clips.map(\.clip.text).sorted() == ["a", "e"])
        #expect(found.leftOut.map(\.clip.text).sorted() == ["b", "c", "d"])
        #expect(found.leftOut.contains { $0.reason == "the clip has 2 frames; 3 are needed" })
    }

    @Test("gives no number where no clip can be used")
    func abstains() throws {
        let study = StudyVectors(study: StudyID("st-1"), clips: [try Self.clip("a", 0.5, frames: 2)])
        let found = try Estimate(Self.readout, of: "phantom", study: study)
        #expect(found.value == nil)
        #expect(found.clips.isEmpty)
        #expect(found.abstention?.code == .noUsableClip)
    }
}
