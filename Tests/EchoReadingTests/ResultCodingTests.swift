internal import EchoCore
internal import EchoReading
internal import EchoTesting
internal import Foundation
import Testing

@Suite("Results as JSON") struct ResultCodingTests {
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    @Test("keep their keys, and say that they are no diagnosis")
    func keepKeys() throws {
        let archive = try AskTests.archive()
        let estimate = try Estimate(
            try EstimateTests.arc(),
            study: StudyVectors(
                study: StudyID("st-1"),
                clips: [try EstimateTests.clip("cl-a", at: 4, frames: 6), archive[4].clips[0]]))
        let results = [
            ("estimate.json", try Self.json(estimate)),
            ("ask.json", try Self.json(try AskAnswer(try AskTests.lead(negatives: true), studies: archive))),
            ("compare.json", try Self.json(try Comparison(archive[1], archive[2]))),
            (
                "priors.json",
                try Self.json(
                    PriorList(
                        of: StudyID("st-1"), patient: PatientID("pt-1"), date: "20190601",
                        candidates: PriorsTests.archive, similarLimit: 1))
            ),
        ]
        for (name, text) in results {
            #expect(Snapshot.difference(text, name) == nil)
            #expect(text.contains("\"notice\" : \"\(Notice.notADiagnosis)\""))
        }
    }
}
