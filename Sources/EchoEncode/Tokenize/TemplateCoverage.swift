/// How much of a report the template vocabulary recognized; the rest never reached the model.
public struct TemplateCoverage: Sendable, Equatable, Codable {
    /// Characters (Unicode scalars) of the cleaned text inside recognized phrases, values included.
    public let recognizedCharacters: Int
    /// Characters of the cleaned text.
    public let characters: Int
    /// Stretches between recognized phrases that were dropped, white space alone not counted.
    public let droppedSpans: Int

    /// Joins the three counts.
    public init(recognizedCharacters: Int, characters: Int, droppedSpans: Int) {
        self.recognizedCharacters = recognizedCharacters
        self.characters = characters
        self.droppedSpans = droppedSpans
    }

    /// The recognized share, 0…1; 0 for an empty text.
    public var share: Double { characters == 0 ? 0 : Double(recognizedCharacters) / Double(characters) }
}
