import EchoCore
import EchoTesting
import Testing

@Suite("Failure reports") struct FailureReportTests {
    @Test("say the same as before", arguments: Failures.all)
    func snapshot(name: String, failures: [any EchoFailure]) {
        let text = failures.map { failure in
            let report = failure.report
            return "\(report.code) (\(report.kind.rawValue))\n  \(report.reason)\n  \(report.remedy)\n"
        }.joined(separator: "\n")
        #expect(Snapshot.difference(text, "failures/\(name).txt") == nil)
    }

    @Test("have a code of a target, whole sentences, and no line breaks", arguments: Failures.all)
    func form(name: String, failures: [any EchoFailure]) {
        for report in failures.map(\.report) {
            #expect(report.code.contains("."))
            #expect(report.reason.hasSuffix("."), "\(report.reason)")
            #expect(report.remedy.hasSuffix("."), "\(report.remedy)")
            #expect(report.remedy.first?.isUppercase == true, "\(report.remedy)")
            #expect(!report.description.contains("\n"))
        }
    }
}
