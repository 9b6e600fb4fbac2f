internal import EchoCore
internal import EchoReading
internal import EchoTesting
internal import Foundation
internal import Yams

/// What several suites need.
enum Support {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func golden<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: "Golden/\(name)")))
    }

    static func english() throws -> ReportSections {
        let file = Fixtures.root.appending(path: "Models/report/sections-en.yaml")
        return try YAMLDecoder().decode(ReportSections.self, from: Data(contentsOf: file))
    }

    /// A random direction.
    static func embedding(_ random: inout SplitMix64, dimension: Int = 8) throws -> Embedding {
        try Embedding(normalizing: (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) })
    }

    /// A direction by its coordinates.
    static func embedding(_ values: Float...) throws -> Embedding { try Embedding(normalizing: values) }

    static func clip(
        _ id: String, _ embedding: Embedding, kind: ClipKind = .bMode, view: String? = nil,
        frames: [Embedding] = [], indices: [Int]? = nil
    ) -> ClipVectors {
        ClipVectors(
            clip: ClipID(id), kind: kind, view: view, embedding: embedding, frames: frames,
            frameIndices: indices)
    }

    static func context() throws -> DraftContext {
        DraftContext(
            model: "formula", weights: ContentHash(digest: [UInt8](0..<32)),
            fingerprint: "weights=0001020304050607;frames=reference", indexSnapshot: "snapshot-7",
            modelNotice: "Formula weights: this model knows nothing of hearts.",
            leftOut: [DraftExclusion(fileWith: "encode.mask.dark", reason: "The picture is dark.")])
    }
}
