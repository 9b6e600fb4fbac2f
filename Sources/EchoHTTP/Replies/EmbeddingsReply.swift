import EchoCore
import EchoIndex
import Foundation

/// The answer to POST /v1/embeddings.
struct EmbeddingsReply: Encodable {
    /// A vector as numbers, or as little-endian float32 in base64.
    enum Vector: Encodable {
        case numbers([Float])
        case text(String)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .numbers(let numbers): try container.encode(numbers)
            case .text(let text): try container.encode(text)
            }
        }
    }

    /// One input's vector, or why it has none.
    struct Item: Encodable {
        let index: Int
        let embedding: Vector?
        let error: OpenAIFailure.Detail?

        private enum Keys: String, CodingKey { case object, index, embedding, error }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode("embedding", forKey: .object)
            try container.encode(index, forKey: .index)
            try container.encode(embedding, forKey: .embedding)
            if let error { try container.encode(error, forKey: .error) }
        }
    }

    /// What was used.
    struct Usage: Encodable {
        let promptTokens: Int
        let totalTokens: Int
        let frames: Int
    }

    let object = "list"
    let data: [Item]
    let model: String
    let usage: Usage
    let modelNotice: String?
    let fingerprint: String

    init(_ items: [EmbeddedItem], space: EmbeddingSpace, isBase64: Bool) {
        data = items.enumerated().map { place, item in
            Item(
                index: place,
                embedding: item.embedding.map {
                    isBase64 ? .text(Self.base64($0.values)) : .numbers($0.values)
                },
                error: item.failure.map { OpenAIFailure.Detail($0.report, item: place) })
        }
        model = space.fingerprint.model
        let tokens = items.map(\.tokens).reduce(0, +)
        usage = Usage(
            promptTokens: tokens, totalTokens: tokens, frames: items.map(\.frames).reduce(0, +))
        modelNotice = space.notice
        fingerprint = space.fingerprint.description
    }

    private static func base64(_ values: [Float]) -> String {
        var data = Data(capacity: values.count * 4)
        for value in values {
            withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }
        return data.base64EncodedString()
    }

    private enum CodingKeys: String, CodingKey {
        case object, data, model, usage, modelNotice, fingerprint
    }
}
