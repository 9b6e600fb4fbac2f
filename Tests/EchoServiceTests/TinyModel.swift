import EchoCore
import EchoEncode
import EchoTesting
import Foundation

/// A model small enough to embed thousands of frames in seconds, made once a process.
enum TinyModel {
    /// Its name in the store.
    static let name = "tiny"
    private static let imported = Result { try make() }

    /// The shape: four stages, 64 pixels a side, 32 numbers an embedding.
    static let configuration = ModelConfiguration(
        embedDimension: 32,
        vision: VisionConfiguration(depths: [1, 1, 2, 1], widths: [16, 32, 64, 128], imageSize: 64),
        text: TextConfiguration(width: 64, heads: 4, layers: 2, contextLength: 77, vocabularySize: 520))

    /// A few merges of our own.
    private static let merges = ["v a", "l v", "va lv", "valv e</w>", "t h", "th e</w>"]

    /// The folder of the store that holds it.
    static func models() throws -> String { try imported.get().path("models") }

    private static func make() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        _ = try scratch.write(
            (["#version: 0.2"] + merges).joined(separator: "\n").utf8, to: "tiny/merges.txt")
        try FormulaWeights.write(configuration, toFolder: scratch.path("tiny"))
        try ModelStore(root: scratch.url.appending(path: "models")).importModel(
            ModelImportRequest(
                source: scratch.url.appending(path: "tiny"), name: name, slot: .both,
                notice: "These weights know nothing of hearts.", importedBy: "test"))
        atexit { try? FileManager.default.removeItem(atPath: (try? TinyModel.imported.get().url.path) ?? "") }
        return scratch
    }
}
