/// What is known of the terms under which a model's weights were given out.
public struct ModelLicense: Sendable, Equatable, Codable {
    /// The text found beside the source, copied to `LICENSE.source.txt`; `nil` where none was found.
    public var file: ModelFile?
    /// The names of the files that the text was copied from.
    public var foundIn: [String]
    /// One sentence to show when the model is imported or described.
    public var statement: String

    /// What is said where nothing was found.
    public static let noneFound =
        "No license was found beside the weights: whoever imported them is responsible for having the right."
    /// What is said where there was only a model card.
    public static let cardFound =
        "Only a model card was found beside the weights, kept in LICENSE.source.txt: whoever imported them "
        + "is responsible for having the right."
    /// What is said where there was a license.
    public static let found =
        "The license found beside the weights is kept in LICENSE.source.txt: their users must keep to it."
}
