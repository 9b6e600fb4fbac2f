import Foundation
import Hummingbird
import NIOCore

/// A JSON body whose fields are all known.
protocol JSONBody: Decodable {
    /// The names of its fields, as they are sent.
    static var fields: Set<String> { get }
    /// The names of its objects' fields, by the field that holds the object.
    static var nested: [String: Set<String>] { get }
    /// Whether fields that nobody knows are passed over.
    static var ignoresUnknown: Bool { get }
}

extension JSONBody {
    static var nested: [String: Set<String>] { [:] }
    static var ignoresUnknown: Bool { false }
}

/// Reads JSON bodies.
enum JSONBodies {
    /// Bytes of a JSON body, at most.
    static let limit = 4 << 20
    /// Bytes of a body that may hold a clip in base64, at most.
    static let clipLimit = 96 << 20

    /// Reads a body whole.
    ///
    /// - Throws: ``HTTPFailure/mediaType(expected:)``, ``HTTPFailure/tooLarge(limit:)``,
    ///   ``HTTPFailure/body(problem:)``, ``HTTPFailure/field(name:expected:)``.
    static func read<Body: JSONBody>(
        _: Body.Type, from request: Request, _ context: EchoContext, limit: Int = limit
    ) async throws -> Body {
        guard request.mediaType == "application/json" else {
            throw HTTPFailure.mediaType(expected: ["application/json"])
        }
        return try decode(try await BodyBytes.collect(request, context, limit: limit))
    }

    /// Decodes a body's bytes.
    static func decode<Body: JSONBody>(_ data: Data) throws -> Body {
        do {
            if !Body.ignoresUnknown { try refuseUnknown(data, Body.self) }
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(Body.self, from: data)
        } catch let error as DecodingError {
            throw failure(error)
        }
    }

    private static func refuseUnknown<Body: JSONBody>(_ data: Data, _: Body.Type) throws {
        for (name, content) in try JSONDecoder().decode([String: FieldNames].self, from: data) {
            guard Body.fields.contains(name) else {
                throw HTTPFailure.body(problem: "it has a field that is not known here")
            }
            if let known = Body.nested[name], let found = content.names, !known.isSuperset(of: found) {
                throw HTTPFailure.body(problem: "`\(name)` has a field that is not known here")
            }
        }
    }

    private static func failure(_ error: DecodingError) -> HTTPFailure {
        switch error {
        case .keyNotFound(let key, _): .field(name: snake(key.stringValue), expected: "there")
        case .typeMismatch(_, let context), .valueNotFound(_, let context): misfit(context)
        case .dataCorrupted(let context): misfit(context)
        @unknown default: .body(problem: "it is not of the expected form")
        }
    }

    private static func misfit(_ context: DecodingError.Context) -> HTTPFailure {
        guard let key = context.codingPath.first(where: { $0.intValue == nil }) else {
            return .body(problem: "it is not a JSON object of the expected form")
        }
        return .field(name: snake(key.stringValue), expected: "of the expected form")
    }

    private static func snake(_ name: String) -> String {
        String(name.flatMap { $0.isUppercase ? "_" + $0.lowercased() : String($0) })
    }
}

/// The names of an object's fields, or that a value is no object.
private struct FieldNames: Decodable {
    let names: Set<String>?

    init(from decoder: any Decoder) throws {
        let container = try? decoder.container(keyedBy: AnyKey.self)
        names = container.map { Set($0.allKeys.map(\.stringValue)) }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension Request {
    /// The body's media type in lower case, its parameters left out.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first.map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }
}
