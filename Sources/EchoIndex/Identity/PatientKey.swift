/// Who a patient is in the words of whoever gave the number; patient data.
public struct PatientKey: Sendable, Hashable, Codable {
    /// The patient identifier, as stored in (0010,0020) or a manifest.
    public let identifier: String
    /// Who issued it, or the site it came from; `nil` where nobody says.
    public let issuer: String?

    /// `nil` for an identifier without a visible character: such patients match nobody.
    public init?(identifier: String, issuer: String? = nil) {
        guard identifier.contains(where: { !$0.isWhitespace && $0 != "\0" }) else { return nil }
        self.identifier = identifier
        self.issuer = issuer
    }
}
