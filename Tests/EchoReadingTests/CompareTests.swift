internal import EchoCore
internal import EchoReading
internal import EchoTesting
import Testing

@Suite("Compare") struct CompareTests {
    @Test("pairs the same view first, never different views, and lists what is left")
    func pairsViews() throws {
        let first = StudyVectors(
            study: StudyID("st-1"), patient: PatientID("pt-1"), date: "20200101",
            clips: [
                Support.clip("cl-a", try Support.embedding(1, 0, 0), view: "A4C"),
                Support.clip("cl-b", try Support.embedding(0, 1, 0), view: "PLAX"),
                Support.clip("cl-c", try Support.embedding(1, 1, 0)),
                Support.clip("cl-x", try Support.embedding(1, 1, 1), kind: .spectral),
            ])
        let second = StudyVectors(
            study: StudyID("st-2"), patient: PatientID("pt-1"), date: "20190101",
            clips: [
                Support.clip("cl-d", try Support.embedding(0, 1, 0.1), view: "a4c"),
                Support.clip("cl-e", try Support.embedding(1, 1, 0.1), view: "PSAX"),
            ])
        let comparison = try Comparison(first, second)
        #expect(comparison.pairs.map { "\($0.first)+\($0.second)" } == ["cl-a+cl-d", "cl-c+cl-e"])
        #expect(comparison.pairs.map(\.basis) == [.view, .similarity])
        #expect(comparison.pairs[0].view == "A4C")
        #expect(comparison.unpaired.map(\.text) == ["cl-b"])
        #expect(comparison.leftOut.map(\.clip.text) == ["cl-x"])
        #expect(comparison.matrix.count == 6)
        #expect(comparison.samePatient == true)
        #expect(comparison.timing == .earlier)
        let mean = comparison.matrix.map(\.cosine).reduce(0, +) / 6
        #expect(abs(comparison.pairs[1].delta - (comparison.pairs[1].cosine - mean)) < 1e-6)
        #expect(comparison.reference.map(\.meanCosine) == [0.40, 0.64, 0.87])
        #expect(comparison.notice == Notice.notADiagnosis)
        let words = comparison.reading + comparison.reference.map { $0.pairs + $0.caveat }.joined()
        #expect(!words.lowercased().contains("changed"))
    }

    @Test("pairs no clip twice, and is the same seen from both sides", arguments: UInt64(0)..<40)
    func isSymmetric(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let views = ["A4C", "A2C", nil]
        func study(_ id: String) throws -> StudyVectors {
            let clips = try (0..<Int.random(in: 1...7, using: &random)).map { place in
                Support.clip(
                    "cl-\(id)\(place)", try Support.embedding(&random),
                    view: views[Int.random(in: 0...2, using: &random)])
            }
            return StudyVectors(study: StudyID("st-\(id)"), clips: clips)
        }
        let (one, two) = (try study("a"), try study("b"))
        let (there, back) = (try Comparison(one, two), try Comparison(two, one))
        #expect(there.cosine == back.cosine)
        let pairs = Set(there.pairs.map { [$0.first, $0.second] })
        #expect(pairs == Set(back.pairs.map { [$0.second, $0.first] }))
        let clips = there.pairs.flatMap { [$0.first, $0.second] }
        #expect(Set(clips).count == clips.count)
        #expect(clips.count + there.unpaired.count == one.clips.count + two.clips.count)
    }

    @Test("refuses one study twice, and studies without B-mode")
    func refuses() throws {
        let clip = Support.clip("cl-a", try Support.embedding(1, 0))
        let one = StudyVectors(study: StudyID("st-1"), clips: [clip])
        let color = StudyVectors(
            study: StudyID("st-2"), clips: [Support.clip("cl-b", try Support.embedding(1, 0), kind: .color)])
        #expect(throws: ReadingError.sameStudy) { try Comparison(one, one) }
        #expect(throws: ReadingError.noUsableClip(clips: 1)) { try Comparison(one, color) }
    }
}
