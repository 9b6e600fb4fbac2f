import ArgumentParser
import EchoEncode
import EchoService
import Foundation

/// `echoseek model formula`.
struct ModelFormulaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formula", abstract: "Write a full-size checkpoint whose weights follow a formula.",
        discussion: "For demonstrations and tests of the machinery: such weights know nothing of hearts.")

    @Argument(help: "The folder to write into; made where it is missing.")
    var folder: String

    func run() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FormulaWeights.write(.convNeXtBase, toFolder: folder)
        StandardError.line(
            "Wrote \(FormulaWeights.count(.convNeXtBase)) formula weights; import them with a --notice.")
    }
}
