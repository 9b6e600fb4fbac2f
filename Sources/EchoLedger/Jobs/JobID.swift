public import EchoCore

/// One ingest job: `jb-` and 16 random hexadecimal digits.
public struct JobID: OpaqueID {
    /// The text as stored and shown.
    public let text: String

    /// Takes a text as it is.
    public init(_ text: String) { self.text = text }

    /// A new one.
    package static func random() -> JobID { JobID("jb-" + RandomText.identifier()) }
}
