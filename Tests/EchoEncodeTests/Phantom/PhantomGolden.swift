import EchoEncode
import EchoTesting
import Foundation

/// The tiny model that the recipe's own code exported, and what torch makes of it.
enum PhantomGolden {
    static let folder = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/phantom")

    /// A text with the recipe's ids and share of rare tokens.
    struct Tokens: Decodable {
        let text: String
        let ids: [Int32]
        let rare: Double?
    }

    /// Pictures and sentences with their unit vectors, and a readout's value.
    struct Vectors: Decodable {
        let frames: [[UInt8]]
        let pictures: [[Float]]
        let texts: [String]
        let sentences: [[Float]]
        let features: [Float]
        let readout: Float
    }

    static func model() throws -> InstalledModel {
        try ModelStore(root: folder).model(named: "tiny-phantom")
    }

    static func vectors() throws -> Vectors {
        try JSONDecoder().decode(
            Vectors.self, from: Data(contentsOf: folder.appending(path: "vectors.json")))
    }

    static func tokens() throws -> [Tokens] {
        try Data(contentsOf: folder.appending(path: "tokens.ndjson")).split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(Tokens.self, from: $0) }
    }
}
