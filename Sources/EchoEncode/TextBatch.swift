/// Texts that go through the text tower together.
public struct TextBatch: Sendable {
    /// A text, where it stood, and what the tower is fed.
    struct Item: Sendable {
        let place: Int
        let text: String
        let tokens: TokenizedText
    }

    let items: [Item]
}
