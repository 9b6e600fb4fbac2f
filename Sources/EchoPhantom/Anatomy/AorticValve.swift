/// What sits in the aortic position.
public enum AorticValve: String, Sendable, Codable, CaseIterable {
    /// The patient's own valve.
    case native
    /// A tissue valve in a stent, put in by catheter.
    case stented
    /// A prosthesis sewn in by a surgeon.
    case surgical
}
