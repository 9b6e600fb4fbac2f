/// A model folder as a list shows it: whole, or with the reason why it cannot be used.
public struct ModelListing: Sendable, Equatable {
    /// The folder's name.
    public let name: String
    /// The model, or what is wrong with its manifest.
    public let outcome: Result<InstalledModel, ModelError>
}
