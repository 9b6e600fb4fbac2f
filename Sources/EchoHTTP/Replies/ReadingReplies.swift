import EchoCore
import EchoLedger
import EchoReading
import EchoService

/// Several studies' estimates, and why others have none.
struct EstimatesReply: Encodable {
    /// A study that could not be estimated.
    struct Refusal: Encodable {
        let study: String
        let error: FailureBody
    }

    let items: [Stamped<Estimate>]
    let errors: [Refusal]
}

/// A comparison, with both studies' scores beside it.
struct ComparisonReply: Encodable {
    let comparison: Stamped<Comparison>
    let findings: [FindingChange]

    private enum Keys: String, CodingKey { case findings }

    func encode(to encoder: any Encoder) throws {
        try comparison.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(findings, forKey: .findings)
    }
}

/// A study's findings, each with the latest verdict that somebody gave.
struct FindingsReply: Encodable {
    private struct Reviewed: Encodable {
        let finding: StudyFinding
        let review: Verdict?

        private enum Keys: String, CodingKey { case review }

        func encode(to encoder: any Encoder) throws {
            try finding.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(review, forKey: .review)
        }
    }

    let findings: StudyFindings
    let verdicts: [Verdict]

    private enum Keys: String, CodingKey { case findings }

    func encode(to encoder: any Encoder) throws {
        try findings.encode(to: encoder)
        let reviewed = findings.findings.map { finding in
            Reviewed(finding: finding, review: verdicts.first { $0.promptSet == finding.set })
        }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(reviewed, forKey: .findings)
    }
}
