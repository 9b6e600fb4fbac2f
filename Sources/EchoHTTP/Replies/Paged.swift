import EchoIndex

/// A ranking with the keys that every list has beside its own.
struct Paged<Answer: Encodable>: Encodable {
    let answer: Answer
    /// How many were ranked in all.
    let total: Int
    let page: Page

    private enum Keys: String, CodingKey {
        case total, limit, offset
    }

    func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(total, forKey: .total)
        try container.encode(page.limit, forKey: .limit)
        try container.encode(page.offset, forKey: .offset)
    }
}
