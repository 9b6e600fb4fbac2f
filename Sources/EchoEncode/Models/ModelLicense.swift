/// What is known of the terms under which a model's weights were given out.
public struct ModelLicense: Sendable, Equatable, Codable {
    /// The text found beside the source, copied to `LICENSE.source.txt`; `nil` where none was found.
    public var file: ModelFile?
    /// The names of the files that the text was copied from.
    public var foundIn: [String]
    /// One sentence to show when the model is imported or described.
    public var statement: String

    /// What is said where no license was found.
    public static let noneFound =
        "No license was found beside the weights: whoever imported them is responsible for having the right to."
}
