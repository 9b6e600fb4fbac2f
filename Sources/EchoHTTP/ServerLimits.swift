import EchoService

/// How much one request may bring.
struct ServerLimits: Sendable {
    /// Bytes of one file.
    let uploadBytes: Int

    /// Bytes of a form with several files, which become one job: never more than a job takes.
    var formBytes: Int {
        min(uploadBytes.multipliedReportingOverflow(by: 8).partialValue, UploadLimits.standard.bytesPerJob)
    }
}
