import EchoCore
import EchoService
import Foundation

/// Where everything but results goes.
enum StandardError {
    static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    static func line(_ text: String) { write(text + "\n") }

    /// Says once which model is used where nobody chose one.
    static func remark(on workspace: Workspace) throws {
        if let remark = try workspace.modelChoice().remark { line(remark) }
    }

    /// A failure, with what the caller typed before it where several things were named.
    static func failure(_ failure: any EchoFailure, of typed: String? = nil) {
        line("echoseek: " + (typed.map { "\($0): " } ?? "") + failure.description)
    }
}
