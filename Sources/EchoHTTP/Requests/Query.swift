import EchoIndex
import Foundation
import Hummingbird

/// A request's query, read with the bounds that `openapi.json` gives.
struct Query {
    /// Texts longer than this are refused.
    static let longest = 200

    private let values: [(name: String, value: String)]

    init(_ request: Request) throws {
        values = try (request.uri.query ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.plain(parts[0]), let value = Self.plain(parts.count > 1 ? parts[1] : "")
            else { throw HTTPFailure.parameter(name: "query", expected: "percent-encoded UTF-8") }
            return (name, value)
        }
    }

    /// A text; `nil` where it is not given or empty.
    func text(_ name: String) throws -> String? {
        guard let value = values.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        guard value.count <= Self.longest, !value.unicodeScalars.contains("\0") else {
            throw HTTPFailure.parameter(name: name, expected: "a text of at most \(Self.longest) characters")
        }
        return value
    }

    /// Every text of that name, and of the same name with `[]`.
    func texts(_ name: String) -> [String] {
        values.filter { $0.name == name || $0.name == name + "[]" }.map(\.value)
    }

    /// A whole number within bounds.
    func number(_ name: String, in bounds: ClosedRange<Int>) throws -> Int? {
        guard let value = values.first(where: { $0.name == name })?.value else { return nil }
        guard let number = Int(value), bounds.contains(number) else {
            throw HTTPFailure.parameter(
                name: name, expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }

    /// A day.
    func day(_ name: String) throws -> StudyDate? {
        guard let text = try text(name) else { return nil }
        guard text.count == 10, let day = StudyDate(text) else {
            throw HTTPFailure.parameter(name: name, expected: "a day, YYYY-MM-DD")
        }
        return day
    }

    /// `true` or `false`.
    func flag(_ name: String) throws -> Bool? {
        guard let text = try text(name) else { return nil }
        guard let flag = Bool(text) else {
            throw HTTPFailure.parameter(name: name, expected: "true or false")
        }
        return flag
    }

    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, as: Choice.Type = Choice.self
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw HTTPFailure.parameter(name: name, expected: "one of \(Self.words(Choice.self))")
        }
        return choice
    }

    /// Any number of a few words.
    func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
        _ name: String, as: Choice.Type = Choice.self
    ) throws -> Set<Choice>? where Choice.RawValue == String {
        let found = texts(name)
        if found.isEmpty { return nil }
        return Set(
            try found.map { text in
                guard let choice = Choice(rawValue: text) else {
                    throw HTTPFailure.parameter(name: name, expected: "one of \(Self.words(Choice.self))")
                }
                return choice
            })
    }

    /// A list's part: 50 entries from the first unless told otherwise.
    func page() throws -> Page {
        Page(
            offset: try number("offset", in: 0...PageLimits.offset) ?? 0,
            limit: try number("limit", in: 1...PageLimits.limit) ?? PageLimits.usual)
    }

    private static func words<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func plain(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

/// How much of a list one request may ask for.
enum PageLimits {
    static let usual = 50
    static let limit = 1_000
    static let offset = 10_000_000
}
