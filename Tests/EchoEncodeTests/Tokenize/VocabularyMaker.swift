import EchoTesting
import Foundation

/// Writes one vocabulary in each of the forms in which models come.
struct VocabularyMaker {
    /// `"a b"`, in order.
    let merges: [String]

    /// The published vocabulary: lines 2 … 48,895 of open_clip's archive, unpacked by gzip(1).
    static func published() throws -> VocabularyMaker {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["--decompress", "--stdout", try TokenGolden.archive().path]
        gzip.standardOutput = output
        try gzip.run()
        let content = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        let lines = content.split(separator: UInt8(ascii: "\n")).prefix(48_895).dropFirst()
        return VocabularyMaker(merges: lines.map { String(decoding: $0, as: UTF8.self) })
    }

    /// A few merges of our own: "valve" is one symbol.
    static let small = VocabularyMaker(merges: ["v a", "l v", "va lv", "valv e</w>", "t h", "th e</w>"])

    /// Symbols in the order of their ids, made apart from the code under test.
    var symbols: [String] {
        let printable = Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)
        let others = (0...255).filter { !printable.contains($0) }.indices.map { 0x100 + $0 }
        let letters = (printable + others).compactMap { Unicode.Scalar($0).map { String($0) } }
        let joined = merges.map { $0.replacingOccurrences(of: " ", with: "") }
        return letters + letters.map { $0 + "</w>" } + joined
    }

    var ids: [String: Int] {
        let all = symbols + ["<|startoftext|>", "<|endoftext|>"]
        return Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    }

    func writeMerges(into folder: ScratchFolder) throws {
        let lines = ["#version: 0.2"] + merges
        _ = try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: "merges.txt")
    }

    func writeVocabulary(into folder: ScratchFolder) throws {
        _ = try folder.write(try JSONSerialization.data(withJSONObject: ids), to: "vocab.json")
    }

    /// - Parameter asPairs: merges as `["a", "b"]`, the newer spelling.
    func writeTokenizer(into folder: ScratchFolder, asPairs: Bool) throws {
        let spelled: [Any] = asPairs ? merges.map { $0.components(separatedBy: " ") } : merges
        let model: [String: Any] = [
            "type": "BPE", "end_of_word_suffix": "</w>", "vocab": ids, "merges": spelled,
        ]
        let document: [String: Any] = ["version": "1.0", "model": model]
        _ = try folder.write(try JSONSerialization.data(withJSONObject: document), to: "tokenizer.json")
    }

    /// An archive of our own, by gzip(1).
    func writeArchive(into folder: ScratchFolder) throws {
        let name = "bpe_simple_vocab_16e6.txt"
        _ = try folder.write((["heading"] + merges).joined(separator: "\n").utf8, to: name)
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["--no-name", folder.path(name)]
        try gzip.run()
        gzip.waitUntilExit()
    }
}
