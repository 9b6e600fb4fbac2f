import EchoCore
import EchoIndex

extension IngestedFile {
    /// A folder or path that gave no file.
    init(_ refusal: InputWalk.Refusal) {
        self.init(
            input: refusal.path, state: refusal.isFailure ? .quarantined : .skipped,
            code: refusal.report.code, reason: refusal.report.reason,
            kind: nil, clip: nil, study: nil, sharesUidWith: nil, isNamed: false)
    }

    /// A file's verdict, and what the index made of it.
    init(_ input: InputFile, _ verdict: PreparedFile.Verdict, _ recorded: RecordedItem?) {
        let state = recorded?.state ?? verdict.state
        let becameDuplicate = state == .duplicate && verdict.state == .embedded
        self.init(
            input: input.path, state: state,
            code: becameDuplicate ? Self.duplicateCode : verdict.code,
            reason: becameDuplicate ? Self.duplicateReason : verdict.reason,
            kind: verdict.kind, clip: recorded?.clip ?? verdict.clip, study: recorded?.study ?? verdict.study,
            sharesUidWith: recorded?.sharesUIDWith, isNamed: input.isNamed)
    }

    static let duplicateCode = LeftOutFile.duplicateCode
    static let duplicateReason = LeftOutFile.duplicateReason
}
