import EchoEncode
import EchoTesting
import Foundation

/// A checkpoint as somebody would download it, small: formula weights, and a vocabulary of eleven merges.
enum SmallModel {
    static let merges = [
        "t h", "th e</w>", "l e", "le f", "lef t</w>", "h e", "he a", "r t</w>", "v e", "n t", "i n</w>",
    ]
    static let vocabularySize = 512 + merges.count + 2
    static let dimension = 32
    static let notice = "Formula weights: they know nothing of hearts."
    static let license = "Small License 1.0\nDo as you like.\n"

    static let configuration = ModelConfiguration(
        embedDimension: dimension,
        vision: VisionConfiguration(depths: [1, 1, 2, 1], widths: [16, 32, 64, 128], imageSize: 64),
        text: TextConfiguration(
            width: 64, heads: 1, layers: 2, contextLength: 77, vocabularySize: vocabularySize))

    /// Writes the checkpoint's folder.
    static func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FormulaWeights.write(configuration, toFolder: folder.path)
        let lines = (["#version: 0.2"] + merges).joined(separator: "\n") + "\n"
        try Data(lines.utf8).write(to: folder.appending(path: "merges.txt"))
        try Data(license.utf8).write(to: folder.appending(path: "LICENSE"))
    }
}
