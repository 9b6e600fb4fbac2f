/// How much one request may bring.
struct ServerLimits: Sendable {
    /// Bytes of one file.
    let uploadBytes: Int

    /// Bytes of a form with several files.
    var formBytes: Int { uploadBytes.multipliedReportingOverflow(by: 8).partialValue }
}
