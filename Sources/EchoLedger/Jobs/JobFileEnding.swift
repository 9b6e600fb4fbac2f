package import EchoCore

/// How a file of a job ended, on its way into the ledger.
package struct JobFileEnding: Sendable {
    package var ordinal: Int
    package var end: FileEnd
    package var code: String?
    package var reason: String?
    package var clip: ClipID?
    package var study: StudyID?

    package init(
        ordinal: Int, end: FileEnd, code: String? = nil, reason: String? = nil, clip: ClipID? = nil,
        study: StudyID? = nil
    ) {
        self.ordinal = ordinal
        self.end = end
        self.code = code
        self.reason = reason
        self.clip = clip
        self.study = study
    }
}
