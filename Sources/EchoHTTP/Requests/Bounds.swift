import EchoIndex

/// Bounds of a body's values, which `openapi.json` states too.
enum Bounds {
    /// A text of a length, without the character that ends C's.
    static func text(_ text: String, _ name: String, most: Int) throws -> String {
        guard !text.isEmpty else { throw HTTPFailure.empty(name: name) }
        guard text.unicodeScalars.count <= most, !text.unicodeScalars.contains("\0") else {
            throw HTTPFailure.field(name: name, expected: "a text of 1 to \(most) characters")
        }
        return text
    }

    /// A whole number within bounds, or what stands for none.
    static func number(_ value: Int?, _ name: String, in bounds: ClosedRange<Int>, usual: Int) throws -> Int {
        guard let value else { return usual }
        guard bounds.contains(value) else {
            throw HTTPFailure.field(
                name: name, expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return value
    }

    /// A part of a ranking: ten from the first unless told otherwise.
    static func page(limit: Int?, offset: Int?) throws -> Page {
        Page(
            offset: try number(offset, "offset", in: 0...PageLimits.offset, usual: 0),
            limit: try number(
                limit, "limit", in: 1...PageLimits.limit, usual: SearchRequest.defaultLimit))
    }
}
