import EchoCore
import EchoIndex
import Testing

@Suite("The index's errors") struct IndexErrorTests {
    static let all: [IndexError] = [
        .busy, .noIndex, .newerFormat(found: 2, supported: 1), .damaged(table: "clips", row: 3),
        .mixedSpace(slot: .prompt, differing: [.frames, .mask]), .noSpace(slot: .similarity),
        .notFound(.study),
        .ambiguous(.clip, count: 2), .diskFull, .denied, .readOnly, .targetNotEmpty, .damagedBackup,
        .cancelled,
        .system(code: 5),
    ]

    @Test("say what was found and what to try, under codes of their own")
    func reports() {
        let reports = Self.all.map(\.report)
        #expect(Set(reports.map(\.code)).count == Self.all.count)
        for report in reports {
            #expect(
                report.code.hasPrefix("index.") && report.reason.hasSuffix(".")
                    && report.remedy.hasSuffix("."))
        }
        #expect(
            IndexError.mixedSpace(slot: .prompt, differing: [.frames, .mask]).report.reason.contains(
                "frames, mask"))
    }
}
