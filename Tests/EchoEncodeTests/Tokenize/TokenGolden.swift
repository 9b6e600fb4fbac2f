import EchoEncode
import EchoTesting
import Foundation
import Testing

/// The golden texts of the tokenizers, and a folder with the real vocabulary.
enum TokenGolden {
    /// A text and its ids, start and end included where the file has them.
    struct Ids: Decodable {
        let text: String
        let ids: [Int32]
    }

    /// A text and what is left of it when it is cleaned.
    struct Clean: Decodable {
        let text: String
        let clean: String
    }

    static let folder = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/tokenize")

    static func lines<Line: Decodable>(_ name: String, _ type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n"))
            .map { try decoder.decode(type, from: $0) }
    }

    /// `bpe_simple_vocab_16e6.txt.gz`, from the open_clip_torch wheel.
    static func archive() throws -> URL {
        URL(filePath: try Fixtures.made("vocabulary/bpe_simple_vocab_16e6.txt.gz"))
    }

    /// Made once for all tests: it takes about 0.1 s.
    static let published = Result { try clip(contextLength: 77) }

    static func clip(contextLength: Int) throws -> Tokenizer {
        let folder = try archive().deletingLastPathComponent()
        return try #require(try Tokenizer.load(folder: folder, contextLength: contextLength))
    }

    /// A folder with the synthetic template vocabulary.
    static func template(contextLength: Int = 77) throws -> Tokenizer {
        try #require(try Tokenizer.load(folder: folder, contextLength: contextLength))
    }
}
