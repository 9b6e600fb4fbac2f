/// What an import did.
public struct ModelImport: Sendable, Equatable {
    /// The new model.
    public let model: InstalledModel
    /// The license text kept, to be shown; `nil` where none was found.
    public let licenseText: String?
    /// What the caller should be told: which weights were chosen, what was assumed, what is missing.
    public let notes: [String]
}
