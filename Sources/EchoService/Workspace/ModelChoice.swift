public import EchoEncode

/// The model that a command works with, and who chose it.
public struct ModelChoice: Sendable, Equatable {
    /// Who chose it.
    public enum Reason: String, Sendable, Codable {
        /// A flag, the environment or the configuration file names it.
        case name
        /// It is the only one that was imported.
        case onlyImported
        /// None was imported: it came with the program.
        case shipped
    }

    /// The folder of the model that comes with the program, below the shipped `Models`.
    public static let shippedName = "phantom"

    /// The model.
    public let model: InstalledModel
    /// Who chose it.
    public let reason: Reason

    init(_ model: InstalledModel, by reason: Reason) {
        self.model = model
        self.reason = reason
    }

    /// What to say before a model is used that nobody chose; `nil` where somebody did.
    public var remark: String? {
        guard reason == .shipped else { return nil }
        let name = model.manifest.name
        return "No model was chosen: using `\(name)`, which came with the program"
            + (model.manifest.notice.map { " (\($0))" } ?? "")
            + ". `echoseek model import` takes weights of yours."
    }
}
