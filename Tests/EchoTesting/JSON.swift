public import Foundation

/// A JSON document, to be looked into.
public enum JSON: Decodable, Equatable, Sendable {
    /// No value.
    case null
    /// True or false.
    case flag(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case list([JSON])
    /// An object.
    case object([String: JSON])

    /// Reads a document.
    public init(parsing data: Data) throws { self = try JSONDecoder().decode(JSON.self, from: data) }

    /// Reads any document.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    /// A key's value; `null` where there is no such key, which ``keys`` tells apart.
    public subscript(key: String) -> JSON {
        if case .object(let members) = self { return members[key] ?? .null }
        return .null
    }

    /// An item of a list; `null` beyond its end.
    public subscript(place: Int) -> JSON { place < items.count ? items[place] : .null }

    /// An object's keys.
    public var keys: Set<String> {
        if case .object(let members) = self { return Set(members.keys) }
        return []
    }

    /// A list's items.
    public var items: [JSON] { if case .list(let list) = self { list } else { [] } }
    /// A text.
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    /// A number.
    public var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// A list's numbers.
    public var numbers: [Double] { items.compactMap(\.number) }
}
